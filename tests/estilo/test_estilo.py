"""The living page shows every component, and the style sheet holds what the portal uses, no more and no less."""

import re
from pathlib import Path

import brotli
import pytest
from django.urls import reverse

RAIZ = Path(__file__).resolve().parent.parent.parent
PLANTILLAS = RAIZ / "templates"
HOJA = RAIZ / "static" / "css" / "portal.css"
PESO_MAXIMO = 11 * 1024  # bytes, compressed with brotli
# Only scripts; and the foot of a field, which ``guardado/dibujo.py`` draws (a test holds one against the other).
SIN_CARA = {"components/guion_guardado.html", "components/campo_pie.html"}
# Classes of the living page itself.
SOLO_MUESTRA = {"con-foco"}
# Classes that a template puts together (``aviso--{{ tono }}``), by how they begin.
COMPUESTAS = (
    "aviso--", "etiqueta--", "campo--", "campo__estado--", "comentario--", "paso--", "leyenda__", "mapa__", "vecino--",
)  # fmt: skip
# Classes that Django, allauth and htmx write by themselves.
DE_FUERA = {"errorlist", "helptext", "htmx-request"}
# Parts that inherit how they look, hooks of tests, charts whose rules are those of the PDF, tones of a message.
SIN_REGLAS = {
    "opcion--sola", "opcion__nombre", "pregunta__texto", "pie__lista", "evidencias", "exito", "alerta", "peligro",
    "nota", "grafica", "grafica__hito", "mundo__lugar", "ods__activa", "qr",
}  # fmt: skip


def clases_de_la_hoja() -> set[str]:
    """Give every class that a selector of the style sheet names."""
    css = re.sub(r"/\*.*?\*/", "", HOJA.read_text(), flags=re.S)
    css = re.sub(r"(?<={)[^{}]*(?=})", "", css)
    return set(re.findall(r"\.(-?[a-zA-Z_][\w-]*)", css))


def de_la_plantilla(ruta: Path) -> set[str]:
    """Give the classes that a template writes; of one it puts together, the beginning: ``aviso--``."""
    crudo = re.sub(r"(?<!class=\"){% block clase_contenido %}(.*?){% endblock %}", r' class="\1"', ruta.read_text())
    texto = re.sub(r"{%.*?%}|{{.*?}}", lambda m: "\0" if m[0].startswith("{{") else " ", crudo, flags=re.S)
    palabras = " ".join(re.findall(r'\sclass="([^"]*)"', texto)).split()
    return {palabra.split("\0")[0] for palabra in palabras} - {""}


def de_la_web() -> dict[Path, set[str]]:
    """Give the classes of every template that a browser draws with this style sheet."""
    rutas = [ruta for ruta in PLANTILLAS.rglob("*") if ruta.suffix in {".html", ".svg"}]
    return {
        ruta: de_la_plantilla(ruta)
        for ruta in rutas
        if not {"pdf", "correo", "email"} & set(ruta.parts) and "<style" not in ruta.read_text()
    }


def del_codigo() -> set[str]:
    """Give the words of the lines of code that speak of classes of the page."""
    rutas = [ruta for paquete in RAIZ.glob("*/__init__.py") for ruta in paquete.parent.rglob("*.py")]
    rutas = [ruta for ruta in rutas if "tests" not in ruta.parts] + list((RAIZ / "static" / "js").rglob("*.js"))
    lineas = [
        linea
        for ruta in rutas
        for linea in ruta.read_text().splitlines()
        if re.search(r"class=|\"class\"|className|classList|querySelector|enlace_externo|externo", linea)
    ]
    return set(re.findall(r"-?[a-zA-Z_][\w-]*", "\n".join(lineas)))


@pytest.mark.django_db
@pytest.mark.datos("referencia")
def test_the_living_page_draws_every_component(client):
    respuesta = client.get(reverse("estilo"))
    assert respuesta.status_code == 200
    dibujadas = {plantilla.name for plantilla in respuesta.templates}
    hay = {f"components/{ruta.name}" for ruta in (PLANTILLAS / "components").glob("*.html")}
    assert len(hay) > 20
    assert hay - SIN_CARA - dibujadas == set()


@pytest.mark.django_db
@pytest.mark.datos("referencia")
def test_the_living_page_shows_the_colours_of_the_sheet_and_is_not_indexed(client):
    respuesta = client.get(reverse("estilo"))
    texto = respuesta.content.decode()
    assert respuesta["X-Robots-Tag"] == "noindex"
    papel = re.search(r"--papel: (#\w+)", HOJA.read_text()).group(1)
    assert f"<code>{papel}</code>" in texto
    assert len(re.findall(r"<h1\b", texto)) == 1
    assert "<strong>no</strong>" not in texto


@pytest.mark.django_db
@pytest.mark.datos("referencia")
def test_the_buttons_of_the_living_page_lead_back_to_it(client):
    assert client.post(reverse("estilo")).url == reverse("estilo")


def test_no_rule_is_dead():
    usadas = del_codigo() | DE_FUERA | SOLO_MUESTRA
    for ruta, clases in de_la_web().items():
        if "estilo" not in ruta.as_posix():  # what only the living page draws is a piece that nobody uses
            usadas |= clases
    muertas = {clase for clase in clases_de_la_hoja() - usadas if not clase.startswith(COMPUESTAS)}
    assert muertas == set()


def test_every_class_that_a_template_names_has_a_rule():
    hay = clases_de_la_hoja() | SIN_REGLAS
    sobran = {
        f"{ruta.relative_to(PLANTILLAS)}: {clase}"
        for ruta, clases in de_la_web().items()
        for clase in clases - hay
        if not clase.endswith(("-", "_")) and not clase.startswith(COMPUESTAS)
    }
    assert sobran == set()


def test_the_style_sheet_is_light():
    assert len(brotli.compress(HOJA.read_bytes(), quality=11)) <= PESO_MAXIMO


def test_old_laptops_read_the_sheet():
    css = re.sub(r"/\*.*?\*/", "", HOJA.read_text(), flags=re.S)
    assert "light-dark(" not in css
    for cuerpo in re.findall(r"{([^{}]*)}", css):
        assert "&" not in cuerpo
