"""What each output says, read back with other programs than those that wrote it, and what the document promised."""

from __future__ import annotations

import datetime as dt
import io
import re
import subprocess
import unicodedata
from decimal import Decimal
from types import SimpleNamespace

import docx
import lxml.html
import openpyxl
from django.template.loader import render_to_string
from django.utils.translation import override

from agenda.impresion import Emision
from agenda.models import Agenda, Impreso, Version
from agenda.publicado.pagina import dibujada
from agenda.salidas.hoja import libro
from agenda.salidas.pdf import html_y_pdf
from agenda.salidas.word import documento_de
from agenda.versiones import sha256

MARCA = re.compile(r"k\d{4}x")
MONTO = re.compile(r"\$\s?(\d[\d.]*)(?![\d.,]*\s*(?:mil\s*)?M)")
MESES = [
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre",
    "diciembre",
]  # fmt: skip
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
APROBADA = dt.datetime(2026, 11, 22, 21, 5, tzinfo=dt.UTC)
ACTA = {
    "enviada": {"cuando": "2026-11-20T15:00:00+00:00", "cargo": "Alcaldía", "dependencia": "Despacho"},
    "aprobada": {"cuando": "2026-11-22T21:05:00+00:00", "cargo": "Asesoría", "dependencia": ""},
    "demostracion": False,
}


def version_de(contenido: dict) -> Version:
    """Give an approved version that no database holds."""
    agenda = Agenda(territorio_id=contenido["territorio"]["codigo"], periodo_id=contenido["periodo"]["nombre"])
    return Version(
        agenda=agenda, numero=contenido["version"], contenido=contenido, sha256=sha256(contenido), acta=ACTA,
        aprobada_en=APROBADA, enviada_en=APROBADA,
    )  # fmt: skip


def pagina(version: Version) -> lxml.html.HtmlElement:
    """Give the public page and that of its plan, whole, as a tree."""
    with override("es-co"):
        partes = dibujada(version)
        contexto = {
            **partes, "version": version, "agenda": version.agenda, "publicada": None, "adopcion": None,
            "territorio": SimpleNamespace(codigo=version.agenda.territorio_id),
        }  # fmt: skip
        cabeza = render_to_string("agenda/publica/_encabezado.html", contexto)
    return lxml.html.fromstring(
        "".join(["<main>", cabeza, partes["cuerpo"], *(parte["cuerpo"] for parte in partes["partes_plan"]), "</main>"])
    )


def papel(version: Version) -> str:
    """Give the text of the PDF, as read in the order of its content and as it lies on the page, without blanks."""
    impreso = Impreso(version=version, edicion="completa", idioma="es", adopcion=None)
    _html, datos = html_y_pdf(version, impreso=impreso)
    salidas = [
        subprocess.run(["pdftotext", modo, "-", "-"], input=datos, capture_output=True, check=True).stdout.decode()
        for modo in ("-raw", "-layout")
    ]
    return "\n".join(salidas)


def word(version: Version, idioma: str = "es"):
    """Give the DOCX as python-docx reads it."""
    emision = Emision(
        sha256=version.sha256, verificar=f"https://portal.test/verificar/{version.sha256}/", acta=ACTA, idioma=idioma
    )
    with override({"es": "es-co"}.get(idioma, idioma)):
        return docx.Document(io.BytesIO(documento_de(version.contenido, emision)))


def texto_de_word(documento) -> str:
    """Give all its text, a line for each paragraph, tables, header and footer included."""
    partes = [documento.element.body, documento.sections[0].header._element, documento.sections[0].footer._element]
    return "\n".join(texto_de_nodo(parrafo) for parte in partes for parrafo in parte.iter(f"{W}p"))


def texto_de_nodo(elemento) -> str:
    """Give the text below an element, line breaks and tabs as such."""
    letras = {f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        nodo.text or "" if nodo.tag == f"{W}t" else letras[nodo.tag]
        for nodo in elemento.iter(f"{W}t", f"{W}br", f"{W}tab")
    )


def hojas(version: Version) -> openpyxl.Workbook:
    """Give the workbook as openpyxl reads it."""
    return openpyxl.load_workbook(io.BytesIO(libro(version)))


def filas(libro: openpyxl.Workbook, nombre: str) -> list[dict]:
    """Give the rows of a sheet under its header, the sum left out; nothing when there is no such sheet."""
    if nombre not in libro.sheetnames:
        return []
    encabezado, *resto = libro[nombre].iter_rows(values_only=True)
    return [dict(zip(encabezado, fila, strict=True)) for fila in resto if fila[0] != "Total"]


def junto(texto: str, paperizado: bool = False) -> str:
    """Give a text without blanks, control nor direction marks; ``paperizado``: nor what a typesetter changes."""
    texto = unicodedata.normalize("NFKC", texto) if paperizado else texto
    return "".join(c for c in texto if not c.isspace() and unicodedata.category(c) not in ("Cc", "Cf"))


def marcas(texto: str) -> set[str]:
    return set(MARCA.findall(texto))


def montos(texto: str) -> set[int]:
    """Give the amounts in pesos that a text says whole; those of the charts, in millions, are not."""
    return {int(dado.replace(".", "")) for dado in MONTO.findall(texto)}


# What the document promised, read from it and from nothing else.


def acciones(contenido: dict) -> list[dict]:
    return [a for e in contenido["ejes"] for o in e["objetivos"] for a in o["acciones"]]


def textos(contenido, ruta: str = "") -> list[tuple[str, str]]:
    """Give every text of the document with the path of names that leads to it."""
    if isinstance(contenido, dict):
        return [par for clave, dato in contenido.items() for par in textos(dato, f"{ruta}.{clave}".lstrip("."))]
    if isinstance(contenido, list):
        return [par for dato in contenido for par in textos(dato, ruta)]
    return [(ruta, contenido)] if isinstance(contenido, str) else []


def escritos(contenido: dict) -> list[tuple[str, str]]:
    """Give what the town wrote: the texts that carry a mark."""
    return [(ruta, texto) for ruta, texto in textos(contenido) if MARCA.search(texto)]


def sumas(contenido) -> set[int]:
    """Give every amount of the document: rows, sums and what was spent."""
    nombres = {"valor", "efectivo", "asegurado", "por_conseguir", "especie", "especie_asegurada",
               "especie_por_conseguir", "ejecutado"}  # fmt: skip
    if isinstance(contenido, dict):
        propias = {v for c, v in contenido.items() if c in nombres and isinstance(v, int)}
        return propias.union(*(sumas(dato) for dato in contenido.values()))
    return set().union(*(sumas(dato) for dato in contenido)) if isinstance(contenido, list) else set()


def partidas(contenido: dict) -> list[dict]:
    return [p for a in acciones(contenido) for p in a["presupuesto"]]


def larga(iso: str) -> str:
    anio, mes, dia = (int(parte) for parte in iso.split("-"))
    return f"{dia} de {MESES[mes - 1]} de {anio}"


def corta(iso: str) -> str:
    anio, mes, dia = (int(parte) for parte in iso.split("-"))
    return f"{dia} {MESES[mes - 1][:3]} {anio}"


def cifra(decimal: str) -> str:
    """Give a decimal as it is read in Colombia."""
    entera, _punto, fraccion = f"{Decimal(decimal):f}".partition(".")
    return f"{int(entera):,}".replace(",", ".") + (f",{fraccion}" if fraccion else "")
