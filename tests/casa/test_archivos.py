"""Files of the house: none too long, no template unused, no missing static file, nothing the CSP would refuse."""

import re
from pathlib import Path

from django.contrib.staticfiles import finders

RAIZ = Path(__file__).resolve().parent.parent.parent
PAQUETES = [ruta.parent for ruta in RAIZ.glob("*/__init__.py") if ruta.parent.name != "tests"]
PLANTILLAS = RAIZ / "templates"
# Templates that Django, allauth or crispy ask for by name.
PEDIDAS_DE_FUERA = (
    "account/",
    "mfa/",
    "allauth/",
    "admin/",
    "usersessions/",
    "fcm/",
    "400.html",
    "429.html",
    "403.html",
    "404.html",
    "500.html",
)
LINEAS_MAXIMAS = 400


def _codigo() -> list[Path]:
    return [ruta for paquete in PAQUETES for ruta in paquete.rglob("*.py") if "migrations" not in ruta.parts]


def _plantillas() -> dict[str, str]:
    return {
        ruta.relative_to(PLANTILLAS).as_posix(): ruta.read_text() for ruta in PLANTILLAS.rglob("*.*") if ruta.is_file()
    }


def test_no_file_is_too_long():
    largos = {
        str(ruta.relative_to(RAIZ)): n
        for ruta in _codigo()
        if (n := len(ruta.read_text().splitlines())) > LINEAS_MAXIMAS
    }
    assert largos == {}


def test_every_module_says_its_purpose():
    mudos = [
        str(ruta.relative_to(RAIZ))
        for ruta in _codigo()
        if (texto := ruta.read_text().strip()) and not texto.startswith('"""')
    ]
    assert mudos == []


def _compuestas(codigo: str) -> list[re.Pattern]:
    """Give the names of templates that the code puts together, as patterns: ``f"agenda/correo/{x}.txt"``."""
    return [
        re.compile(re.sub(r"\\{[^}]*\\}", r"[a-z_]+", re.escape(nombre)))
        for nombre in re.findall(r"f\"([a-z_/]+/[^\"/]*{[^\"]*\.(?:html|txt))\"", codigo)
    ]


def test_no_template_is_unused():
    plantillas = _plantillas()
    codigo = "\n".join(ruta.read_text() for ruta in _codigo())
    textos = "\n".join([codigo, *plantillas.values()])
    compuestas = _compuestas(codigo)
    sobran = [
        nombre
        for nombre in plantillas
        if not nombre.startswith(PEDIDAS_DE_FUERA)
        and nombre not in textos
        and not any(patron.fullmatch(nombre) for patron in compuestas)
    ]
    assert sobran == []


def test_every_static_file_named_by_a_template_exists():
    faltan = [
        f"{nombre}: {ruta}"
        for nombre, texto in _plantillas().items()
        for ruta in re.findall(r"{%\s*static\s+[\"']([^\"']+)[\"']", texto)
        if not finders.find(ruta)
    ]
    assert faltan == []


def test_no_inline_style_nor_script():
    malas = []
    for nombre, texto in _plantillas().items():
        if "pdf" in nombre or not nombre.endswith(".html"):
            continue
        if re.search(r"\sstyle=|\son[a-z]+=[\"']|<style\b|<script(?![^>]*\ssrc=)(?![^>]*type=\"application/)", texto):
            malas.append(nombre)
    assert malas == []
