"""Each thing that the portal prints, judged by veraPDF: PDF/A-3a and PDF/UA-1 at once."""

import pytest

from agenda.models import Adopcion
from agenda.salidas.pdf import dibujar, dibujar_borrador
from tests.conformidad.verapdf import juzgar
from tests.documento.fabricas import NOCHE, hacer_agenda, hacer_version

pytestmark = [pytest.mark.django_db, pytest.mark.datos("nada")]
HOSTIL = (
    "مرحبا \u202eאבג\u202c 🌎👩🏽‍🌾🇨🇴 漢字 한국어 ไทย हिन्दी Ελλ Кир ✓≥ \U000fabcd\U0010ffff\x07 <b>&amp; " + "W" * 30
)


def todos():
    """Give each kind of file with its name, drawn: every edition, both languages, plain and hostile."""
    version = hacer_version(hacer_agenda(3))
    for edicion, idioma in (("completa", "en"), ("minima", "es"), ("minima", "en"), ("resumen", "en")):
        yield f"{edicion}-{idioma}", dibujar(version, edicion, idioma)
    acto = {"tipo": "decreto", "numero": "045", "fecha": NOCHE.date(), "autoridad": "Alcaldía de Pamplona"}
    Adopcion.objects.create(version=version, **acto)
    yield "adoptada", dibujar(version)
    yield "borrador", dibujar_borrador(hacer_agenda(0, codigo="54001"), NOCHE)
    hostil = hacer_version(hacer_agenda(2, largo=True, veneno=HOSTIL, codigo="54003"))
    for edicion in ("completa", "minima", "resumen"):
        yield f"hostil-{edicion}", dibujar(hostil, edicion)
    yield "larga", dibujar(hacer_version(hacer_agenda(9, codigo="54172")))  # tables that go on over the page


def test_everything_printed_conforms_to_both_norms(tmp_path):
    rutas = []
    for nombre, datos in todos():
        rutas.append(tmp_path / f"{nombre}.pdf")
        rutas[-1].write_bytes(datos)
    fallos = {ruta.stem: normas for ruta, normas in juzgar(rutas).items()}
    assert len(fallos) == 10
    assert {f"{nombre} {norma}": rotas for nombre, de in fallos.items() for norma, rotas in de.items() if rotas} == {}


def test_the_judge_finds_fault_with_a_file_without_identification(tmp_path):
    malo = tmp_path / "malo.pdf"
    datos = dibujar_borrador(hacer_agenda(0), NOCHE)
    assert datos.count(b"<pdfuaid:part>1</pdfuaid:part>") == 1
    malo.write_bytes(datos.replace(b"<pdfuaid:part>1<", b"<pdfuaid:part>7<"))
    fallos = juzgar([malo])[malo]
    assert fallos["3a"] == []
    assert any("5-" in rota for rota in fallos["ua1"])
