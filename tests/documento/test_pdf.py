"""The PDF against its frozen document: tagged, complete, the same bytes each time, and nothing typed becomes markup."""

import io
import re
import shutil
import subprocess

import openpyxl
import pikepdf
import pytest

from agenda.documento import acciones_de
from agenda.models import Adopcion, Version
from agenda.salidas.hoja import libro
from agenda.salidas.pdf import dibujar, dibujar_borrador, html_y_pdf
from formato.numeros import pesos
from tests.documento.fabricas import NOCHE, hacer_agenda, hacer_version

pytestmark = [pytest.mark.django_db, pytest.mark.datos("nada")]
sin_poppler = pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is missing")


def texto_de(datos: bytes) -> str:
    """Give the text of a PDF without any blank: lines are cut where they like."""
    salida = subprocess.run(["pdftotext", "-", "-"], input=datos, capture_output=True, check=True).stdout.decode()
    return re.sub(r"\s+", "", salida)


def junto(texto: str) -> str:
    return re.sub(r"\s+", "", texto)


@pytest.fixture
def version():
    return hacer_version(hacer_agenda(3))


def test_pdf_is_tagged_in_spanish_and_repeats(version):
    datos = dibujar(version)
    assert dibujar(Version.objects.get(pk=version.pk)) == datos
    with pikepdf.open(io.BytesIO(datos)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).lower() == "es-co"
        assert pdf.Root.StructTreeRoot
        encabezados = [o for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/S") == "/TH"]
        assert {str(celda.A.get("/Scope")) for celda in encabezados} == {"/Column", "/Row"}
        assert all(celda.A.Scope == "/Column" for celda in encabezados if celda.P.P.S == "/THead")
        assert "pdfuaid" in pdf.Root.Metadata.read_bytes().decode()
        assert len(pdf.Root.Outlines.First.keys()) > 2
        assert "Pamplona" in str(pdf.docinfo["/Title"])
        fuentes = {
            str(o.BaseFont) for o in pdf.objects if isinstance(o, pikepdf.Dictionary) and o.get("/Type") == "/Font"
        }
        assert {f.partition("+")[2].partition("-")[0] for f in fuentes} == {"Fuente"}


@sin_poppler
def test_every_action_indicator_and_peso_is_on_paper(version):
    contenido, texto = version.contenido, texto_de(dibujar(version))
    for accion in acciones_de(contenido):
        assert junto(accion["nombre"]) in texto
        for partida in accion["presupuesto"]:
            assert junto(pesos(partida["valor"])) in texto
        for indicador in accion["indicadores"]:
            assert junto(indicador["nombre"]) in texto
    totales = contenido["totales"]
    partidas = [p for a in acciones_de(contenido) for p in a["presupuesto"]]
    assert totales["efectivo"] == sum(p["valor"] for p in partidas if not p["en_especie"])
    for clave in ("efectivo", "asegurado", "por_conseguir", "especie"):
        assert junto(pesos(totales[clave])) in texto
    assert version.sha256 in texto
    assert "DEMOSTRACIÓN" not in texto
    assert "BORRADOR" not in texto


@sin_poppler
def test_draft_says_so_and_has_no_digest():
    texto = texto_de(dibujar_borrador(hacer_agenda(1), NOCHE))
    assert "Borrador·22denoviembrede2026,16:05" in texto
    assert "SHA-256" not in texto
    assert "severificar" not in texto


@sin_poppler
def test_demonstration_and_adoption_are_marked():
    version = hacer_version(hacer_agenda(1), demostracion=True)
    Adopcion.objects.create(
        version=version, tipo="decreto", numero="045", fecha=NOCHE.date(), autoridad="Alcaldía de Pamplona"
    )
    texto = texto_de(dibujar(version))
    assert "DEMOSTRACIÓN" in texto
    assert "Adoptadapordecreto045del22denoviembrede2026,AlcaldíadePamplona" in texto


def test_typed_text_never_becomes_markup():
    veneno = "<script>alert(1)</script> {{ 7*7 }} </style>"
    html, _datos = html_y_pdf(hacer_version(hacer_agenda(2, veneno=veneno)))
    assert "<script" not in html
    assert "49" not in html.partition("&lt;script&gt;")[2][:200]
    assert html.count("&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }}") > 10
    assert html.count("</style>") == 1


def test_empty_sections_leave_no_tables():
    agenda = hacer_agenda(0)
    agenda.territorio.actores.all().delete()
    agenda.territorio.antecedentes.all().delete()
    agenda.territorio.ejes_plan.all().delete()
    agenda.territorio.diagnosticos.all().delete()
    agenda.ejes.all().delete()
    html, _datos = html_y_pdf(hacer_version(agenda))
    for ausente in ("Cronograma", "Presupuesto", "Indicadores", "Anexo", "Plan de acción", "<tbody></tbody>", "ODS<"):
        assert ausente not in html


def test_workbook_holds_the_same_money_and_claves():
    version = hacer_version(hacer_agenda(3, veneno="=cmd|' /C calc'!A0"))
    hojas = openpyxl.load_workbook(io.BytesIO(libro(version)))
    assert {"Agenda", "Plan de acción", "Presupuesto", "Indicadores", "Cronograma", "Aliados"} <= set(hojas.sheetnames)
    assert not [c for hoja in hojas for fila in hoja.iter_rows() for c in fila if c.data_type == "f"]
    totales, filas = version.contenido["totales"], list(hojas["Presupuesto"].iter_rows(values_only=True))
    assert filas[-1][6] == totales["efectivo"]
    assert filas[-1][7] == totales["especie"]
    claves = {p["clave"] for a in acciones_de(version.contenido) for p in a["presupuesto"]}
    assert {fila[-1] for fila in filas[1:-1]} == claves
