"""A frozen document as blocks that a reviewer reads and comments, each with its ``ancla``. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _l

from agenda.legible import ETIQUETAS, SECCIONES, legible

GRUPOS = ("ingles", "gobernanza", "seguimiento")
LISTAS = {"actores": "actor", "memoria": "antecedente", "reuniones": "reunion", "plan_de_desarrollo": "eje_plan"}
HIJAS = {"hitos": "hito", "tramites": "tramite", "aliados": "aliado", "presupuesto": "partida"}
TITULOS = {
    "ingles": _l("Resumen en inglés"),
    "gobernanza": _l("Gobernanza y equipo"),
    "seguimiento": _l("Seguimiento"),
    "actores": _l("Actores del territorio"),
    "memoria": _l("Memoria institucional"),
    "reuniones": _l("Cómo se hizo: reuniones"),
    "plan_de_desarrollo": _l("Plan de desarrollo"),
    "hitos": _l("Hitos"),
    "tramites": _l("Trámites"),
    "aliados": _l("Aliados"),
    "presupuesto": _l("Presupuesto"),
}
NO_SE_PROMETE = frozenset({"estado", "avance", "cumplido_en", "ejecutado", "moneda"})


@dataclass(frozen=True)
class Lista:
    """A small list inside a block: its name and its lines."""

    titulo: str
    lineas: list[str]


@dataclass
class Bloque:
    """What is read and commented together. ``sobre``: where it stands; ``texto`` or ``filas`` (label, value)."""

    ancla: str
    titulo: str
    sobre: str = ""
    texto: str = ""
    filas: list[tuple[str, str]] = field(default_factory=list)
    listas: list[Lista] = field(default_factory=list)
    nivel: str = "h3"
    comentarios: list = field(default_factory=list)
    guardados: int = 0  # comments that are not shown beside it
    dibujo: str = ""  # as HTML, where it is drawn once for everybody
    formulario: str = ""  # what the form to comment on it asks, likewise

    @property
    def clase(self) -> str:
        """Give what it is: seccion, eje, objetivo, accion, indicador."""
        return self.ancla.partition(":")[0]

    @property
    def vacio(self) -> bool:
        """Say whether it holds nothing."""
        return not (self.texto or self.filas or self.listas)

    @property
    def id(self) -> str:
        """Give the fragment of its place in the page."""
        return fragmento(self.ancla)


def fragmento(ancla: str) -> str:
    """Give an ``ancla`` as the id of an element."""
    return ancla.replace(":", "-")


def titulo_de_lista(nombre: str) -> str:
    """Give the title of a list of the document."""
    return str(TITULOS[nombre])


def filas_de(clase: str, datos: dict, sin: tuple[str, ...] = ("nombre",)) -> list[tuple[str, str]]:
    """Give the fields of a row that hold something, as label and text."""
    filas = (
        (etiqueta, legible(campo, datos.get(campo)))
        for campo, etiqueta in ETIQUETAS[clase].items()
        if campo not in sin and campo not in NO_SE_PROMETE and datos.get(campo) is not False
    )
    return [(str(etiqueta), texto) for etiqueta, texto in filas if texto]


def _linea(clase: str, datos: dict) -> str:
    """Give a small row in one line."""
    campos = (campo for campo in ETIQUETAS[clase] if campo not in NO_SE_PROMETE and datos.get(campo) is not False)
    return " · ".join(filter(None, (legible(campo, datos.get(campo)) for campo in campos)))


def nombre_de(niveles: dict, clase: str, datos: dict) -> str:
    """Give how a node of the plan is called: «Acción 1.2 Misión comercial»."""
    return f"{niveles[clase]} {datos['numero']} {datos['nombre']}"


def bloques(contenido: dict) -> list[Bloque]:
    """Give the whole agenda in the order of reading."""
    return [*textos(contenido), *plan(contenido), *entorno(contenido)]


def lugares(contenido: dict) -> dict[str, tuple[str, str]]:
    """Give ancla → (title, where it stands) of every block, without reading what the blocks say."""
    niveles = contenido["niveles"]
    dados = {f"seccion:{campo}": (str(etiqueta), "") for campo, etiqueta in SECCIONES["textos"].items()}
    dados |= {f"seccion:{lista}": (titulo_de_lista(lista), "") for lista in (*GRUPOS, *LISTAS)}
    dados["seccion:consejos"] = str(SECCIONES["consejos"]), ""
    indicador = _("Indicador: %(nombre)s")
    for eje in contenido["ejes"]:
        nombre_eje = nombre_de(niveles, "eje", eje)
        dados[f"eje:{eje['clave']}"] = nombre_eje, ""
        for objetivo in eje["objetivos"]:
            nombre_objetivo = nombre_de(niveles, "objetivo", objetivo)
            dados[f"objetivo:{objetivo['clave']}"] = nombre_objetivo, nombre_eje
            for accion in objetivo["acciones"]:
                nombre = nombre_de(niveles, "accion", accion)
                dados[f"accion:{accion['clave']}"] = nombre, nombre_objetivo
                for uno in accion["indicadores"]:
                    dados[f"indicador:{uno['clave']}"] = indicador % {"nombre": uno["nombre"]}, nombre
    return dados


def con_algo(lista: Iterable[Bloque]) -> list[Bloque]:
    """Leave out the blocks that hold nothing."""
    return [bloque for bloque in lista if not bloque.vacio]


def textos(contenido: dict) -> Iterator[Bloque]:
    """Give the texts of the agenda itself: each is commented by itself, empty ones too."""
    for campo, etiqueta in SECCIONES["textos"].items():
        yield Bloque(f"seccion:{campo}", str(etiqueta), texto=legible(campo, contenido["textos"].get(campo)))
    for grupo in GRUPOS:
        etiquetas = SECCIONES[grupo].items()
        filas = [(str(etiqueta), legible(campo, contenido[grupo].get(campo))) for campo, etiqueta in etiquetas]
        yield Bloque(f"seccion:{grupo}", titulo_de_lista(grupo), filas=[fila for fila in filas if fila[1]])


def plan(contenido: dict) -> Iterator[Bloque]:
    """Give the blocks of the plan: each eje, objetivo, acción and indicador."""
    niveles = contenido["niveles"]
    for eje in contenido["ejes"]:
        nombre_eje = nombre_de(niveles, "eje", eje)
        yield Bloque(f"eje:{eje['clave']}", nombre_eje, texto=eje["descripcion"], nivel="h2")
        for objetivo in eje["objetivos"]:
            nombre_objetivo = nombre_de(niveles, "objetivo", objetivo)
            yield Bloque(
                f"objetivo:{objetivo['clave']}", nombre_objetivo, sobre=nombre_eje, texto=objetivo["situacion"]
            )
            for accion in objetivo["acciones"]:
                yield from _accion(accion, niveles, nombre_objetivo)


def _accion(accion: dict, niveles: dict, sobre: str) -> Iterator[Bloque]:
    nombre = nombre_de(niveles, "accion", accion)
    listas = [
        Lista(titulo_de_lista(lista), [_linea(clase, fila) for fila in accion[lista]])
        for lista, clase in HIJAS.items()
        if accion[lista]
    ]
    yield Bloque(f"accion:{accion['clave']}", nombre, sobre=sobre, filas=filas_de("accion", accion), listas=listas)
    for indicador in accion["indicadores"]:
        yield Bloque(
            f"indicador:{indicador['clave']}",
            _("Indicador: %(nombre)s") % {"nombre": indicador["nombre"]},
            sobre=nombre,
            filas=filas_de("indicador", indicador),
            nivel="h4",
        )


def entorno(contenido: dict) -> Iterator[Bloque]:
    """Give the blocks of what surrounds the plan."""
    for lista, clase in LISTAS.items():
        lineas = [_linea(clase, fila) for fila in contenido[lista]]
        yield Bloque(f"seccion:{lista}", titulo_de_lista(lista), listas=[Lista("", lineas)] if lineas else [])
    revisados = [consejo["texto"] for consejo in contenido["consejos"] if consejo["revisado"]]
    yield Bloque("seccion:consejos", str(SECCIONES["consejos"]), listas=[Lista("", revisados)] if revisados else [])


def ancla_del_bloque(ancla: str) -> str:
    """Give the block that shows what a change names: ``seccion:preside`` is read in ``seccion:gobernanza``."""
    seccion = ancla.removeprefix("seccion:")
    if ancla.startswith("seccion:") and seccion not in SECCIONES["textos"]:
        for grupo in GRUPOS:
            if seccion in SECCIONES[grupo] or (grupo == "ingles" and seccion.endswith("_en")):
                return f"seccion:{grupo}"
    return ancla
