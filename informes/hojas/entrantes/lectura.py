"""The parts of an .xlsx read in a stream, each against one budget: what makes ``entrantes.leer``."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable
from dataclasses import dataclass

from django.utils.translation import gettext as _
from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900

from informes.hojas.entrantes.celdas import Libro, PlanillaIlegible
from informes.hojas.entrantes.paquete import Paquete, danada, otra_cosa
from informes.hojas.entrantes.una import LectorDeHoja
from informes.hojas.entrantes.valores import Conversor, es_porcentaje, limpiar
from informes.hojas.entrantes.xml_acotado import Presupuesto, XmlExcesivo, XmlInaceptable, recorrer

MAXIMO_OCTETOS = 64 * 1024 * 1024
MAXIMO_ELEMENTOS = 700_000  # rows of 16,384 styled and empty cells, as LibreOffice writes them, fit in
MAXIMO_HOJAS = 60
MAXIMO_TEXTOS = 100_000
MAXIMO_LETRAS = 3_000_000
MAXIMO_FORMATOS = 2_000
MAXIMO_ESTILOS = 65_000
R_ID = re.compile(r"relationships id$")


@dataclass
class _Indice:
    """What the workbook says of itself."""

    hojas: list[tuple[str, str, bool]]
    desde_1904: bool = False


def leer_libro(datos: bytes) -> Libro:
    """Read a workbook of a size already checked. Raises ``PlanillaIlegible``."""
    paquete = Paquete(datos)
    try:
        return _leer(paquete, Presupuesto(MAXIMO_OCTETOS, MAXIMO_ELEMENTOS))
    except PlanillaIlegible:
        raise
    except XmlExcesivo as error:
        raise excesiva() from error
    except XmlInaceptable as error:
        raise danada() from error
    except Exception as error:  # a number that is not one, a broken compression: the file is not what it says
        raise danada() from error


def excesiva() -> PlanillaIlegible:
    """Give the refusal of a file that asks for too much."""
    return PlanillaIlegible(
        _(
            "La planilla tiene demasiado contenido, quizá filas o columnas vacías con formato hasta el final. "
            "Descargue una nueva y copie en ella solo lo que llenó."
        )
    )


def _leer(paquete: Paquete, presupuesto: Presupuesto) -> Libro:
    principal, relaciones = _principal(paquete, presupuesto)
    indice = _indice(paquete, principal, presupuesto)
    if not indice.hojas:
        raise otra_cosa()
    textos = _textos(paquete, _de_tipo(relaciones, "sharedStrings"), presupuesto)
    estilos = _estilos(paquete, _de_tipo(relaciones, "styles"), presupuesto)
    epoca = CALENDAR_MAC_1904 if indice.desde_1904 else CALENDAR_WINDOWS_1900
    libro = Libro()
    lector = LectorDeHoja(Conversor(textos, *estilos, epoca), excesiva)
    for titulo, relacion, oculta in indice.hojas:
        tipo, destino = relaciones.get(relacion, ("", ""))
        if tipo != "worksheet":
            continue  # a sheet that is only a chart
        if titulo in libro.hojas:
            raise danada()
        libro.hojas[titulo] = lector.leer(paquete, destino, presupuesto)
        if oculta:
            libro.ocultas.add(titulo)
    if not libro.hojas:
        raise otra_cosa()
    return libro


def _principal(paquete: Paquete, presupuesto: Presupuesto) -> tuple[str, dict[str, tuple[str, str]]]:
    """Give the name of the main part and its relations: id → (kind, part)."""
    raiz = _relaciones(paquete, "", "_rels/.rels", presupuesto)
    nombre = _de_tipo(raiz, "officeDocument") or "xl/workbook.xml"
    carpeta, base = posixpath.split(nombre)
    return nombre, _relaciones(paquete, carpeta, f"{carpeta}/_rels/{base}.rels", presupuesto)


def _relaciones(paquete: Paquete, carpeta: str, nombre: str, presupuesto: Presupuesto) -> dict[str, tuple[str, str]]:
    """Give the relations inside the file; those that lead outside do not exist here."""
    halladas: dict[str, tuple[str, str]] = {}

    def abrir(local: str, atributos: dict[str, str]) -> None:
        if local == "Relationship" and atributos.get("TargetMode") != "External":
            tipo = atributos.get("Type", "").rpartition("/")[2]
            destino = atributos.get("Target", "")
            completo = destino.lstrip("/") if destino.startswith("/") else posixpath.join(carpeta, destino)
            halladas[atributos.get("Id", "")] = (tipo, posixpath.normpath(completo))

    _recorrer(paquete, nombre, presupuesto, abrir)
    return halladas


def _de_tipo(relaciones: dict[str, tuple[str, str]], tipo: str) -> str:
    return next((destino for suyo, destino in relaciones.values() if suyo == tipo), "")


def _indice(paquete: Paquete, nombre: str, presupuesto: Presupuesto) -> _Indice:
    indice = _Indice([])

    def abrir(local: str, atributos: dict[str, str]) -> None:
        if local == "workbookPr":
            indice.desde_1904 = atributos.get("date1904") in ("1", "true")
        elif local == "sheet":
            relacion = next((valor for clave, valor in atributos.items() if R_ID.search(clave)), "")
            oculta = atributos.get("state", "visible") != "visible"
            indice.hojas.append((limpiar(atributos.get("name", ""))[:100], relacion, oculta))
            if len(indice.hojas) > MAXIMO_HOJAS:
                raise excesiva()

    _recorrer(paquete, nombre, presupuesto, abrir)
    return indice


def _textos(paquete: Paquete, nombre: str, presupuesto: Presupuesto) -> list[str]:
    """Give the shared texts: of rich text only its letters, without the phonetic hints."""
    textos: list[str] = []
    partes: list[str] = []
    letras, dentro, fonetico = 0, False, False

    def abrir(local: str, _atributos: dict[str, str]) -> None:
        nonlocal dentro, fonetico
        if local == "si":
            partes.clear()
        elif local == "rPh":
            fonetico = True
        elif local == "t":
            dentro = not fonetico

    def cerrar(local: str) -> None:
        nonlocal dentro, fonetico
        if local == "t":
            dentro = False
        elif local == "rPh":
            fonetico = False
        elif local == "si":
            textos.append(limpiar("".join(partes)))
            if len(textos) > MAXIMO_TEXTOS:
                raise excesiva()

    def leer(texto: str) -> None:
        nonlocal letras
        if dentro:
            letras += len(texto)
            if letras > MAXIMO_LETRAS:
                raise excesiva()
            partes.append(texto)

    if nombre:
        _recorrer(paquete, nombre, presupuesto, abrir, cerrar, leer)
    return textos


def _estilos(paquete: Paquete, nombre: str, presupuesto: Presupuesto) -> tuple[set[int], set[int], set[int]]:
    """Give which styles of cell show a date, which a length of time, and which a percentage."""
    propios: dict[str, str] = {}
    formatos: list[str] = []
    en_celdas = False

    def abrir(local: str, atributos: dict[str, str]) -> None:
        nonlocal en_celdas
        if local == "numFmt":
            propios[atributos.get("numFmtId", "")] = atributos.get("formatCode", "")[:255]
            if len(propios) > MAXIMO_FORMATOS:
                raise excesiva()
        elif local == "cellXfs":
            en_celdas = True
        elif local == "xf" and en_celdas:
            formatos.append(atributos.get("numFmtId", "0"))
            if len(formatos) > MAXIMO_ESTILOS:
                raise excesiva()

    def cerrar(local: str) -> None:
        nonlocal en_celdas
        if local == "cellXfs":
            en_celdas = False

    if nombre:
        _recorrer(paquete, nombre, presupuesto, abrir, cerrar)
    codigos = {n: propios.get(n) or BUILTIN_FORMATS.get(int(n), "General") for n in set(formatos)}
    fecha = {n for n, codigo in codigos.items() if is_date_format(codigo)}
    duracion = {n for n, codigo in codigos.items() if is_timedelta_format(codigo)}
    porcentaje = {n for n, codigo in codigos.items() if es_porcentaje(codigo)}
    return (
        {i for i, n in enumerate(formatos) if n in fecha},
        {i for i, n in enumerate(formatos) if n in duracion},
        {i for i, n in enumerate(formatos) if n in porcentaje},
    )


def _recorrer(paquete: Paquete, nombre: str, presupuesto: Presupuesto, *llamadas: Callable) -> None:
    with paquete.abrir(nombre) as flujo:
        recorrer(flujo, presupuesto, *llamadas)
