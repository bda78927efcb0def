"""The English editions as they are drawn: everything asked for is translated, and no Spanish is left of our own."""

import html
import io
import re
import zipfile
from html.parser import HTMLParser

import pytest
from django.template.loader import render_to_string
from django.utils.translation import override
from django.utils.translation.trans_real import translation

from agenda.impresion import EDICIONES, Emision, contexto, plantilla
from agenda.models import Version
from agenda.salidas.word import documento_de
from diagnostico.resultado import regla
from formato.fechas import MESES
from tests.ingles.mensajes import PLURAL, UNIDAD, de_la_guia, de_las_opciones, escritos, llave
from tests.ingles.rico import con_todo, sin_palabras_del_pueblo

pytestmark = [pytest.mark.django_db, pytest.mark.datos("demostracion")]
ESPANOL = re.compile(
    r"\b(el|la|los|las|de|del|y|en|con|para|por|una?|que|se|su|al|más|desde|hasta|año|meta|sí|página|pág)\b(?!-)", re.I
)
PROPIAS = (
    "FEDERACIÓN COLOMBIANA DE MUNICIPIOS",
    "Federación Colombiana de Municipios",
    "De cara al mundo",
    "Contaduría General de la Nación",
)
DE_DJANGO = "String to return when truncating text"  # the «…» of a filter
ACTA = {
    "enviada": {"cuando": "2026-11-20T10:00:00-05:00", "cargo": "Zzz", "dependencia": "Zzz"},
    "aprobada": {"cuando": "2026-11-22T16:05:00-05:00", "cargo": "Zzz", "dependencia": "Zzz"},
    "demostracion": True,
}


@pytest.fixture
def congelado() -> dict:
    """The document of Pamplona in the demonstration."""
    return Version.objects.filter(agenda__territorio="54518", resultado="aprobada").latest("numero").contenido


@pytest.fixture
def conocidos() -> set[str]:
    """What is ours: terms of the guide, choices, names of the levels, sentences of a frozen result."""
    from diagnostico.cuestionario import leer
    from diagnostico.models import Cuestionario

    cuestionario = leer(Cuestionario.objects.vigente().contenido)
    niveles = {"Eje", "Objetivo", "Acción"}
    return de_la_guia() | de_las_opciones() | niveles | set(regla(cuestionario.niveles))


@pytest.fixture
def pedidos(monkeypatch) -> set[str]:
    """Every message asked for while English is drawn."""
    catalogo, vistos = translation("en"), set()
    uno, varios = catalogo.gettext, catalogo.ngettext
    monkeypatch.setattr(catalogo, "gettext", lambda texto: vistos.add(texto) or uno(texto))
    monkeypatch.setattr(catalogo, "ngettext", lambda a, b, n: vistos.add(f"{a}{PLURAL}{b}") or varios(a, b, n))
    return vistos


class Lector(HTMLParser):
    """Collects what a person reads or hears: text, titles of figures, attributes shown in margins."""

    def __init__(self):
        super().__init__()
        self.textos, self.dentro = [], ""

    def handle_starttag(self, tag, attrs):
        self.dentro = tag
        self.textos += [valor for nombre, valor in attrs if nombre.startswith("data-") or nombre in ("title", "alt")]

    def handle_data(self, data):
        if self.dentro == "style":
            self.textos += re.findall(r"content:([^;}]+)", data)
        else:
            self.textos.append(data)


def leido(pagina: str) -> str:
    """Give what is read of a page, the names that stay in Spanish taken away."""
    lector = Lector()
    lector.feed(pagina)
    return sin_propias("\n".join(filter(None, lector.textos)))


def sin_propias(texto: str) -> str:
    """Take away the names that stay in Spanish."""
    for propia in PROPIAS:
        texto = texto.replace(propia, "")
    return texto


def dibujar(contenido: dict, edicion: str, **datos) -> str:
    """Draw the HTML of an English edition."""
    emision = Emision(
        sha256="0123456789abcdef" * 4, verificar="https://portal.example/verificar/0/", acta=ACTA, edicion=edicion,
        idioma="en", **datos,
    )  # fmt: skip
    with override("en"):
        return render_to_string(plantilla(edicion), contexto(contenido, emision))


def escribir(contenido: dict, **datos) -> str:
    """Give what is read of the English copy for a word processor: body, edges, properties."""
    emision = Emision(
        sha256="0123456789abcdef" * 4, verificar="https://portal.example/verificar/0/", acta=ACTA, idioma="en", **datos
    )
    with override("en"):
        paquete = zipfile.ZipFile(io.BytesIO(documento_de(contenido, emision)))
    partes = [
        nombre for nombre in paquete.namelist() if re.match(r"word/(document|header|footer)|docProps/core", nombre)
    ]
    texto = "\n".join(
        html.unescape(hallado)
        for nombre in partes
        for hallado in re.findall(r"<(?:w:t|dc:\w+|cp:\w+)\b[^>]*>([^<]+)<", paquete.read(nombre).decode())
    )
    return sin_propias(texto)


@pytest.mark.parametrize("borrador", [False, True])
@pytest.mark.parametrize("edicion", list(EDICIONES))
def test_all_that_is_asked_for_is_in_the_catalogue(congelado, pedidos, edicion, borrador):
    dibujar(con_todo(congelado), edicion, borrador=borrador)
    assert len(pedidos) > 20
    propios = {texto for texto in pedidos if not texto.startswith((DE_DJANGO, UNIDAD))}  # a town may write any unit
    assert propios - {llave(mensaje) for mensaje in escritos()} == set()


@pytest.mark.parametrize("borrador", [False, True])
@pytest.mark.parametrize("edicion", list(EDICIONES))
@pytest.mark.parametrize("completo", [True, False], ids=["todo", "poco"])
def test_no_spanish_of_ours_is_left(congelado, conocidos, edicion, borrador, completo):
    contenido = con_todo(congelado) if completo else {**congelado, "ejes": [], "socios": [], "memoria": []}
    pagina = dibujar(sin_palabras_del_pueblo(contenido, conocidos), edicion, borrador=borrador)
    nada_en_espanol(leido(pagina))


@pytest.mark.parametrize("borrador", [False, True])
def test_the_copy_to_edit_is_in_english_too(congelado, conocidos, pedidos, borrador):
    contenido = con_todo(congelado)
    escribir(contenido, borrador=borrador)
    propios = {texto for texto in pedidos if not texto.startswith((DE_DJANGO, UNIDAD))}
    assert propios - {llave(mensaje) for mensaje in escritos()} == set()
    nada_en_espanol(escribir(sin_palabras_del_pueblo(contenido, conocidos), borrador=borrador))


def nada_en_espanol(texto: str) -> None:
    """Fail at the first trace of Spanish: little words, months, marks, pesos and thousands as here."""
    assert len(texto) > 500
    assert [linea for linea in texto.splitlines() if ESPANOL.search(linea)] == []
    assert not re.search(r"[¿¡«»]", texto)
    assert "$" not in texto
    assert not re.search(rf"\b({'|'.join(MESES)})\b", texto)
    assert not re.search(r"(?<![\d.])\d{1,3}\.\d{3}(?![\d.])", texto), "thousands with a point"
