"""Forty actions with hostile texts and thirteen-digit budgets: JSON, spreadsheet and paper say the same."""

from __future__ import annotations

import datetime as dt
import io
import re
import subprocess
import unicodedata
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from agenda.documento import acciones_de, componer
from agenda.lectura import bloques, lugares
from agenda.models import Accion, Agenda, Hito, Indicador, Partida, Version
from agenda.salidas.hoja import libro
from agenda.salidas.pdf import dibujar_borrador
from tests.rendimiento.crecer import crecer_plan

PAMPLONA = "54518"
TEXTOS = [
    "<script>alert(1)</script>", "{{ 7*7 }} {% now 'Y' %}", "A" * 300, "مرحبا بالعالم ‮אבג‬", "🌎🎉 emoji",
    "=SUM(A1:A9)", "-cmd|' /C calc'!A0", "@x", "\"comillas\" & 'apóstrofos' <b>", "=HYPERLINK(\"x\")",
]  # fmt: skip
pytestmark = pytest.mark.django_db


@pytest.fixture
def agenda() -> Agenda:
    """Give Pamplona's agenda with forty actions, each as hard to print as it gets."""
    crecer_plan(PAMPLONA)
    propias = {"accion__objetivo__eje__agenda__territorio": PAMPLONA}
    for n, accion in enumerate(Accion.objects.filter(objetivo__eje__agenda__territorio=PAMPLONA)):
        texto = TEXTOS[n % len(TEXTOS)]
        accion.nombre, accion.responsable, accion.descripcion = f"{texto} {n}"[:300], texto[:200], texto * 4
        if n % 4 == 0:
            accion.inicio, accion.fin = dt.date(2027, 12, 31), dt.date(2024, 1, 1)
        accion.save()
    for n, partida in enumerate(Partida.objects.filter(**propias)):
        partida.valor, partida.aportante = (9_999_999_999_999 - n * 7) * (n % 5 > 0), TEXTOS[n % len(TEXTOS)][:150]
        partida.save()
    for n, indicador in enumerate(Indicador.objects.filter(**propias)):
        indicador.nombre, indicador.linea_base = f"{TEXTOS[n % len(TEXTOS)][:190]} {n}", Decimal("1234567.8901")
        indicador.sin_linea_base = False
        indicador.save()
    for n, hito in enumerate(Hito.objects.filter(**propias)):
        hito.nombre = TEXTOS[n % len(TEXTOS)][:250]
        hito.save()
    return Agenda.objects.select_related("territorio__departamento", "periodo").get(territorio=PAMPLONA)


def llano(texto: str) -> str:
    """Give a text without blanks, hyphens nor direction marks, as a line break of the paper cannot change it."""
    visible = "".join(letra for letra in unicodedata.normalize("NFKC", texto) if unicodedata.category(letra) != "Cf")
    return re.sub(r"[\s\-]", "", visible)


def test_totals_are_those_of_the_rows(agenda):
    contenido = componer(agenda)
    partidas = [partida for accion in acciones_de(contenido) for partida in accion["presupuesto"]]
    assert len(acciones_de(contenido)) == 40
    totales = contenido["totales"]
    assert totales["efectivo"] == sum(p["valor"] for p in partidas if not p["en_especie"])
    assert totales["especie"] == sum(p["valor"] for p in partidas if p["en_especie"])
    assert totales["efectivo"] == totales["asegurado"] + totales["por_conseguir"]
    assert totales["efectivo"] > 10**14


def test_the_spreadsheet_holds_every_action_indicator_and_peso(agenda):
    contenido = componer(agenda)
    hojas = load_workbook(io.BytesIO(libro(Version(agenda=agenda, numero=1, contenido=contenido, sha256="0" * 64))))
    celdas = [celda for hoja in hojas for fila in hoja.iter_rows() for celda in fila if celda.value is not None]
    assert not [celda for celda in celdas if celda.data_type == "f"]
    textos = {llano(str(celda.value)).lstrip("'") for celda in celdas}
    numeros = {celda.value for celda in celdas if isinstance(celda.value, int | float)}
    for accion in acciones_de(contenido):
        assert llano(accion["nombre"]) in textos
        assert {llano(uno["nombre"]) for uno in accion["indicadores"]} <= textos
        assert {partida["valor"] for partida in accion["presupuesto"]} <= numeros


def test_the_paper_holds_every_action_indicator_and_peso(agenda, tmp_path):
    contenido = componer(agenda)
    (tmp_path / "agenda.pdf").write_bytes(dibujar_borrador(agenda))
    salida = [
        subprocess.run(
            ["pdftotext", modo, tmp_path / "agenda.pdf", "-"], capture_output=True, check=True
        ).stdout.decode()
        for modo in ("-raw", "-layout")
    ]
    papel = llano("\n".join(salida)).replace("BORRADOR", "")
    for accion in acciones_de(contenido):
        derecho = not any(unicodedata.bidirectional(letra) in ("R", "AL") for letra in accion["nombre"])
        assert not derecho or llano(accion["nombre"]) in papel
        for indicador in accion["indicadores"]:
            derecho = not any(unicodedata.bidirectional(letra) in ("R", "AL") for letra in indicador["nombre"])
            assert not derecho or llano(indicador["nombre"]) in papel
        for partida in accion["presupuesto"]:
            assert f"{partida['valor']:,}".replace(",", ".") in papel
    assert f"{contenido['totales']['efectivo']:,}".replace(",", ".") in papel


def test_places_are_those_of_the_blocks(agenda):
    contenido = componer(agenda)
    assert lugares(contenido) == {bloque.ancla: (bloque.titulo, bloque.sobre) for bloque in bloques(contenido)}
