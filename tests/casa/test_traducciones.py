"""What Django and allauth say in forms comes out in the words of the portal, and the catalogue that says it fits."""

import re
from importlib.util import find_spec
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

RAIZ = Path(__file__).resolve().parent.parent.parent
NUESTRO = RAIZ / "locale" / "es_CO" / "LC_MESSAGES" / "django.po"
DONDE = {
    "django": "conf/locale",
    "django.contrib.auth": "locale",
    "django.contrib.admin": "locale",
    "allauth": "locale",
}
HUECO = re.compile(r"%\(\w+\)[sd]|%[sd]")


def mensajes(ruta: Path) -> list:
    with open(ruta, "rb") as archivo:
        return [mensaje for mensaje in read_po(archivo) if mensaje.id]


@pytest.fixture(scope="module")
def de_los_paquetes() -> set:
    """Every sentence that a package may ask for. Spanish is whole in them; allauth has no Colombian one."""
    carpetas = [Path(find_spec(paquete).origin).parent / donde for paquete, donde in DONDE.items()]
    return {mensaje.id for carpeta in carpetas for mensaje in mensajes(carpeta / "es/LC_MESSAGES/django.po")}


@pytest.mark.datos("nada")
def test_each_sentence_is_one_that_a_package_says(de_los_paquetes):
    assert [mensaje.id for mensaje in mensajes(NUESTRO) if mensaje.id not in de_los_paquetes] == []


def test_no_translation_loses_or_invents_a_blank():
    for mensaje in mensajes(NUESTRO):
        pares = zip(mensaje.id, mensaje.string, strict=True) if mensaje.pluralizable else [(mensaje.id, mensaje.string)]
        for original, dicho in pares:
            assert sorted(HUECO.findall(original)) == sorted(HUECO.findall(dicho)), original


def test_errors_speak_as_the_portal_does():
    dichos = " ".join(
        parte
        for mensaje in mensajes(NUESTRO)
        for parte in (mensaje.string if mensaje.pluralizable else [mensaje.string])
    )
    for ajeno in ("contraseña", "fichero", "Ingrese", "Introduzca", "Por favor", "Asegúrese", "válid", "carácter"):
        assert ajeno not in dichos
