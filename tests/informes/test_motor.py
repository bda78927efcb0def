"""What saves time to the engine changes nothing of what it paints."""

from __future__ import annotations

import io
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
import weasyprint

from agenda.models import Impreso
from agenda.salidas.pdf import html_y_pdf
from informes.papel import motor
from tests.documento.fabricas import hacer_agenda, hacer_version

MUESTRA = Path(__file__).with_name("motor_muestra.html")
PARRAFO = "<p>Párrafo {n} de la muestra, bastante largo para que ocupe más de un renglón y llene varias hojas.</p>"
DIBUJAR = """
import os, sys
os.environ["DJANGO_SETTINGS_MODULE"] = "tests.ajustes"
import django
django.setup()
from informes.papel import motor, pdf
if sys.argv[1] == "solo":
    motor.aligerar = lambda: None
sys.stdout.buffer.write(pdf.escribir(sys.stdin.read())[0])
"""
FIGURA = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 200" width="400" height="200">{}</svg>"""
ROTULOS = """<g transform="translate(10 20)" font-family="Noto Sans" font-size="12" fill="#123456">
<text x="30" y="20">Avance municipal</text>
<text x="200" y="60" text-anchor="middle" font-weight="bold">Tokio y Wellington</text>
<text x="380" y="100" text-anchor="end" fill="none" stroke="#000" stroke-width="0.3">Yokohama</text></g>"""
DEL_MOTOR = """<text x="20" y="40" rotate="10">Girado</text><text x="20 40 60" y="80">abc</text>
<text x="20" y="120" letter-spacing="3">Espacios</text>
<text x="20" y="160">Con <tspan font-weight="bold">partes</tspan></text>
<text x="20,40" y="180">ab</text><linearGradient id="tono"><stop stop-color="#123"/></linearGradient>
<text x="200" y="120" fill="url(#tono)">Tono</text>
<text x="200" y="40" opacity="0.5">Claro</text><text x="200" y="80" dominant-baseline="middle">Medio</text>"""


def dibujado(html: str, como: str) -> bytes:
    """Give the PDF of a page drawn in a new process: ``con`` what saves time, or the engine ``solo``."""
    orden = [sys.executable, "-c", DIBUJAR, como]
    return subprocess.run(orden, input=html.encode(), capture_output=True, check=True).stdout


def objetos(datos: bytes) -> list[bytes]:
    """Give what each object of a PDF says, uncompressed, without the kernings that come to zero."""
    with pikepdf.open(io.BytesIO(datos)) as pdf:
        return [
            re.sub(rb">0(?=[<\]])", b">", uno.read_bytes()).replace(b"><", b"").replace(b"<>", b" ")
            if isinstance(uno, pikepdf.Stream)
            else uno.unparse(resolved=True)
            for uno in pdf.objects
            if not isinstance(uno, pikepdf.Stream) or uno.get("/Type") != "/XRef"
        ]


def palabras(datos: bytes, carpeta: Path) -> dict[str, tuple[float, ...]]:
    """Give the words of a PDF and their boxes, in points."""
    (carpeta / "figura.pdf").write_bytes(datos)
    dicho = subprocess.run(
        ["pdftotext", "-bbox", carpeta / "figura.pdf", "-"], capture_output=True, text=True, check=True
    ).stdout
    halladas = re.findall(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', dicho)
    return {palabra: tuple(map(float, caja)) for *caja, palabra in halladas}


def pagina(contenido: str) -> str:
    return f"<html><head><title>Figura</title></head><body>{contenido}</body></html>"


def test_every_object_says_the_same_with_it_and_without_it_and_at_another_hour():
    html = MUESTRA.read_text(encoding="utf-8").replace("PARRAFOS", "".join(PARRAFO.format(n=n) for n in range(60)))
    con, otra_vez, solo = (dibujado(html, como) for como in ("con", "con", "solo"))  # more than a second each
    assert con == otra_vez
    assert len(objetos(solo)) > 300
    assert objetos(con) == objetos(solo)


@pytest.mark.django_db
@pytest.mark.datos("nada")
@pytest.mark.parametrize("edicion", ["completa", "minima", "resumen"])
def test_the_document_says_the_same_with_it_and_without_it(edicion):
    version = hacer_version(hacer_agenda(3, veneno="<b>&amp; \"'>] \u202eאבג\u202c 🌎 東京"))
    html = html_y_pdf(version, impreso=Impreso(version=version, edicion=edicion))[0]
    html = re.sub(r"<text[^>]*>[^<]*</text>", "", html)  # the labels of the figures, which are the next tests
    con, solo = (objetos(dibujado(html, como)) for como in ("con", "solo"))
    assert con == solo


def test_a_label_that_asks_for_more_is_left_to_the_engine():
    html = pagina(FIGURA.format(DEL_MOTOR))
    con, solo = (objetos(dibujado(html, como)) for como in ("con", "solo"))
    assert con == solo


def test_the_words_of_a_figure_are_words_and_stand_where_the_engine_puts_them(tmp_path):
    html = pagina(FIGURA.format(ROTULOS))
    con, solo = (palabras(dibujado(html, como), tmp_path) for como in ("con", "solo"))
    assert set(con) == {"Avance", "municipal", "Tokio", "y", "Wellington", "Yokohama"}
    for ancla, palabra, lado in (("start", "Avance", 0), ("end", "Yokohama", 2)):
        assert con[palabra][lado] == pytest.approx(solo[palabra][lado], abs=0.6), ancla
    centros = [(una["Tokio"][0] + una["Wellington"][2]) / 2 for una in (con, solo)]
    assert centros[0] == pytest.approx(centros[1], abs=0.6)
    assert all(con[palabra][1] == pytest.approx(solo[palabra][1], abs=0.1) for palabra in set(con) & set(solo))


def test_another_version_of_the_engine_draws_without_it(monkeypatch, caplog):
    puestas = []
    monkeypatch.setattr(motor, "aligerar", lambda: puestas.append("puesta"))
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    motor._preparar.cache_clear()
    try:
        motor.preparar()
        assert (puestas, "71.0" in caplog.text) == ([], True)
    finally:
        motor._preparar.cache_clear()
    monkeypatch.setattr(weasyprint, "__version__", motor.VERSION)
    motor.preparar()
    assert puestas == ["puesta"]
