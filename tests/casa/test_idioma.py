"""What people read goes through gettext, in plain Spanish: no loose text in templates, views or forms."""

import ast
import re
from pathlib import Path

RAIZ = Path(__file__).resolve().parent.parent.parent
PAQUETES = sorted(ruta.parent for ruta in RAIZ.glob("*/__init__.py") if ruta.parent.name != "tests")
# Names that are the same in every language, and words of a page that is itself a second language.
NOMBRES = {"De cara al mundo", "FCM", "ODS", "ISBN", "SHA-256", "Excel", "JSON", "PDF", "portada", "In English"}
EN_INGLES = {"What we offer", "What we seek", "What we are looking for"}
LLAMADAS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "N_"}
# Where a phrase reaches a person: arguments of these calls and keywords of any call.
AVISAN = {"ValidationError", "success", "error", "info", "warning", "add_error", "Falta", "MovimientoNegado"}
ETIQUETAS = {"label", "help_text", "empty_label", "verbose_name", "verbose_name_plural", "razon", "etiqueta"}
PALABRA = re.compile(r"[A-Za-zÁÉÍÓÚÑáéíóúñ]{2,}")


def sueltas(texto: str) -> list[str]:
    """Give the phrases of a template that no translation tag holds: between tags, and in attributes that are read."""
    for quitar in (
        r"{%\s*comment.*?endcomment\s*%}",
        r"{%\s*blocktranslate.*?endblocktranslate\s*%}",
        r"<(style|script)\b.*?</\1>",
        r"<svg\b[^>]*>",
    ):
        texto = re.sub(quitar, "", texto, flags=re.S)
    texto = re.sub(r"{#.*?#}|{%.*?%}|{{.*?}}", "\0", texto, flags=re.S)
    leidas = re.findall(r'\s(?:aria-label|alt|title|placeholder|data-etiqueta)="([^"]*)"', texto)
    entre = re.sub(r"<[^>]*>", "\0", texto)
    trozos = [trozo.strip(" \n\t·,.:;()¿?«»–—→←/") for parte in [entre, *leidas] for trozo in parte.split("\0")]
    return [trozo for trozo in trozos if PALABRA.search(trozo) and trozo not in NOMBRES | EN_INGLES]


def test_a_loose_phrase_is_found():
    assert sueltas('<p title="Abrir">{% translate "Sí" %} {{ x }} y no</p>') == ["y no", "Abrir"]


def test_every_phrase_of_a_template_goes_through_gettext():
    halladas = {
        ruta.relative_to(RAIZ).as_posix(): frases
        for ruta in sorted((RAIZ / "templates").rglob("*.html"))
        if ruta.name != "angosto.html" and (frases := sueltas(ruta.read_text()))
    }
    assert halladas == {}


def _nombre(llamada: ast.Call) -> str:
    """Give the name of what is called; what goes to the log is for who runs the portal, not for who uses it."""
    if isinstance(llamada.func, ast.Attribute) and getattr(llamada.func.value, "id", "") == "registro":
        return ""
    return llamada.func.attr if isinstance(llamada.func, ast.Attribute) else getattr(llamada.func, "id", "")


def _frase(nodo: ast.expr) -> str:
    """Give the text of a constant or an f-string with at least two words, or nothing."""
    partes = nodo.values if isinstance(nodo, ast.JoinedStr) else [nodo]
    texto = "".join(p.value for p in partes if isinstance(p, ast.Constant) and isinstance(p.value, str))
    return texto if len(PALABRA.findall(texto)) > 1 and " " in texto else ""


def _sin_traducir(ruta: Path) -> list[str]:
    """Give the phrases that a module hands to a person without gettext."""
    halladas = []
    for nodo in ast.walk(ast.parse(ruta.read_text())):
        if not isinstance(nodo, ast.Call) or _nombre(nodo) in LLAMADAS:
            continue
        valores = list(nodo.args) if _nombre(nodo) in AVISAN else []
        valores += [clave.value for clave in nodo.keywords if clave.arg in ETIQUETAS]
        halladas += [frase for valor in valores if (frase := _frase(valor))]
    return halladas


def test_every_phrase_of_the_code_goes_through_gettext():
    halladas = {}
    for paquete in PAQUETES:
        for ruta in sorted(paquete.rglob("*.py")):
            orden = {"migrations", "management", "carga", "demostracion"} & set(ruta.parts)
            if not orden and (frases := _sin_traducir(ruta)):
                halladas[ruta.relative_to(RAIZ).as_posix()] = frases
    assert halladas == {}


def _donde(patron: re.Pattern, rutas) -> dict[str, str]:
    """Give the files where a pattern is found, with what was found."""
    hallados = ((ruta, patron.search(ruta.read_text())) for ruta in rutas)
    return {ruta.relative_to(RAIZ).as_posix(): hallado.group() for ruta, hallado in hallados if hallado}


def test_nobody_is_addressed_as_tu():
    tuteo = re.compile(r"\b(tu|tus|tienes|puedes|debes|haz|escribe tu|ingresa tu|contigo|tú)\b", re.I)
    textos = [*(RAIZ / "templates").rglob("*.html"), *(RAIZ / "templates").rglob("*.txt")]
    textos += [ruta for paquete in PAQUETES for ruta in paquete.rglob("*.py")]
    textos += (RAIZ / "fcm_portal" / "demostracion").glob("*.yaml")
    assert _donde(tuteo, textos) == {}


def test_no_path_of_a_machine_is_written_down():
    lugares = re.compile(r"/root/|/home/\w+/|/Users/\w+/|localhost:\d{4}/simple", re.I)
    vistos = [RAIZ / "README.md", RAIZ / "Makefile", RAIZ / "pyproject.toml", RAIZ / "constraints.txt"]
    legibles = {".py", ".html", ".txt", ".md", ".css", ".js", ".yaml"}
    for carpeta in [*PAQUETES, RAIZ / "templates", RAIZ / "docs", RAIZ / "static"]:
        vistos += [ruta for ruta in carpeta.rglob("*") if ruta.suffix in legibles]
    assert _donde(lugares, vistos) == {}
