"""The words of the town on paper: which language they are in, and how they are shortened where space is fixed. Pure."""

from __future__ import annotations

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from informes.graficas.trazo import partir

CON_INGLES = ("titulo", "resumen", "ofrecemos", "buscamos")
ESPANOL = mark_safe(' lang="es"')


class Cuenta:
    """Gives 1, 2, 3 … each time it is asked: the numbers of tables and figures in the order of reading."""

    def __init__(self) -> None:
        self.van = 0

    def otra(self) -> int:
        """Give the next number."""
        self.van += 1
        return self.van


def lengua(idioma: str) -> SafeString:
    """Give the attribute that marks the words of the town as Spanish inside an English document."""
    return ESPANOL if idioma == "en" else mark_safe("")


def marcas_de_lengua(idioma: str) -> dict[str, SafeString]:
    """Give what opens and closes words of the town inside a line; nothing in Spanish: each tag costs."""
    en_ingles = idioma == "en"
    return {"ab": mark_safe('<span lang="es">' if en_ingles else ""), "ci": mark_safe("</span>" if en_ingles else "")}


def elegidos(contenido: dict, idioma: str) -> dict[str, dict]:
    """Give the four texts a town may have in English: ``{campo: {"texto", "lengua"}}``, the English one when filled."""
    dados = {}
    for campo in CON_INGLES:
        propio, ingles = contenido["textos"].get(campo) or "", contenido["ingles"].get(campo) or ""
        en_ingles = idioma == "en" and bool(ingles)
        dados[campo] = {
            "texto": ingles if en_ingles else propio,
            "lengua": mark_safe("") if en_ingles else lengua(idioma),
        }
    return dados


def sin_ingles(contenido: dict, idioma: str) -> str:
    """Say that the words of the town are in Spanish, and which of the four texts lack English; nothing in Spanish."""
    if idioma != "en":
        return ""
    nombres = {
        "titulo": _("el título"), "resumen": _("el resumen"),
        "ofrecemos": _("lo que ofrecemos"), "buscamos": _("lo que buscamos"),
    }  # fmt: skip
    faltan = [
        nombres[campo] for campo in CON_INGLES if contenido["textos"].get(campo) and not contenido["ingles"].get(campo)
    ]
    lista = ", ".join(faltan)
    todo = _("Los textos del territorio están en español, salvo los que escribió en inglés.")
    return f"{todo} {_('No tienen versión en inglés: %(lista)s.') % {'lista': lista}}" if faltan else todo


def recortar(texto: str, ancho: float, cuerpo: float, lineas: int) -> str:
    """Shorten a text to the lines of that width (points) that it may take; what does not fit ends in «…».

    The line breaks of the town stay: a list does not run into one paragraph.
    """
    quedan, dadas = lineas, []
    for parte in (uno for uno in texto.splitlines() if uno.strip()):
        if not quedan:
            dadas[-1] = dadas[-1] if dadas[-1].endswith("…") else f"{dadas[-1].rstrip(' .,;:')}…"
            break
        trozos = partir(parte, ancho, cuerpo, quedan)
        quedan -= max(1, len(trozos))
        dadas.append(" ".join(trozos))
    return "\n".join(dadas)


def lineas(texto: str, ancho: float, cuerpo: float) -> int:
    """Count the lines of that width that a text takes, with its paragraphs and line breaks."""
    return sum(max(1, len(partir(parte, ancho, cuerpo, 200))) for parte in texto.splitlines() if parte.strip())


def cabe(texto: str, ancho: float, cuerpo: float, tope: int) -> bool:
    """Say whether a text takes no more than those lines of that width."""
    return lineas(texto, ancho, cuerpo) <= tope
