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
    """Give each kind of file with its name, drawn: every edition, both languages, plain, long and hostile."""
    yield "larga-en", dibujar(hacer_version(hacer_agenda(9, codigo="54172")), "completa", "en")  # tables over the page
    version = hacer_version(hacer_agenda(3))
    yield "minima", dibujar(version, "minima")
    yield "resumen-en", dibujar(version, "resumen", "en")
    acto = {"tipo": "decreto", "numero": "045", "fecha": NOCHE.date(), "autoridad": "Alcaldía de Pamplona"}
    Adopcion.objects.create(version=version, **acto)
    yield "adoptada", dibujar(version)
    hostil = hacer_version(hacer_agenda(2, largo=True, veneno=HOSTIL, codigo="54003"))
    for edicion in ("completa", "minima", "resumen"):
        yield f"hostil-{edicion}", dibujar(hostil, edicion)
    yield "borrador", dibujar_borrador(hacer_agenda(0, codigo="54001"), NOCHE)


def test_everything_printed_conforms_to_both_norms_and_the_judge_finds_fault_with_what_does_not(tmp_path):
    archivos = dict(todos())
    assert archivos["borrador"].count(b"<pdfuaid:part>1</pdfuaid:part>") == 1
    archivos["malo"] = archivos["borrador"].replace(b"<pdfuaid:part>1<", b"<pdfuaid:part>7<")
    for nombre, datos in archivos.items():
        (tmp_path / f"{nombre}.pdf").write_bytes(datos)
    fallos = {ruta.stem: normas for ruta, normas in juzgar(sorted(tmp_path.glob("*.pdf"))).items()}
    assert len(fallos) == 9
    malo = fallos.pop("malo")
    assert {f"{nombre} {norma}": rotas for nombre, de in fallos.items() for norma, rotas in de.items() if rotas} == {}
    assert malo["3a"] == []
    assert any("5-" in rota for rota in malo["ua1"])
