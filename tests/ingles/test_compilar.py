"""The catalogues of a language go into one compiled file, and a sentence has one translation."""

import gettext
import os

import pytest

from fcm_portal.arranque.traducciones import compilar

CABEZA = """msgid ""
msgstr ""
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"""


def poner(carpeta, nombre: str, *pares: tuple[str, str]):
    carpeta.mkdir(parents=True, exist_ok=True)
    ruta = carpeta / nombre
    ruta.write_text(CABEZA + "".join(f'\nmsgid "{dicho}"\nmsgstr "{otro}"\n' for dicho, otro in pares))
    return ruta


def dice(carpeta, texto: str) -> str:
    with open(carpeta / "django.mo", "rb") as archivo:
        return gettext.GNUTranslations(archivo).gettext(texto)


def test_several_catalogues_of_a_language_make_one(tmp_path):
    carpeta = tmp_path / "en" / "LC_MESSAGES"
    poner(carpeta, "django.po", ("Acción", "Action"))
    otro = poner(carpeta, "guia.po", ("Seguridad", "Public safety"))
    compilar(tmp_path)
    assert (dice(carpeta, "Acción"), dice(carpeta, "Seguridad")) == ("Action", "Public safety")
    otro.write_text(otro.read_text().replace("Public safety", "Safety"))
    despues = (carpeta / "django.mo").stat().st_mtime + 1
    os.utime(otro, (despues, despues))
    compilar(tmp_path)
    assert dice(carpeta, "Seguridad") == "Safety"


def test_a_sentence_translated_twice_is_refused(tmp_path):
    carpeta = tmp_path / "en" / "LC_MESSAGES"
    poner(carpeta, "django.po", ("Eje", "Axis"))
    poner(carpeta, "guia.po", ("Eje", "Strand"))
    with pytest.raises(ValueError, match=r"guia\.po: 'Eje'"):
        compilar(tmp_path)
    assert not (carpeta / "django.mo").exists()
