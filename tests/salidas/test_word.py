"""The text to edit: real styles, a table of contents, heads that repeat, languages; nothing typed becomes markup."""

import io
import time
import zipfile

import docx
import lxml.etree
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agenda.impresion import Emision
from agenda.models import Adopcion
from agenda.salidas.word import documento, documento_de
from agenda.salidas.word.piezas import legible
from tests.documento.fabricas import NOCHE, hacer_agenda, hacer_version
from tests.salidas import leer
from tests.salidas.inventar import documento as inventado

W = leer.W
PARTES = {"textos", "plan", "memoria", "actores", "reuniones", "diagnostico"}
ATRIBUTO = f"{W}val"


@pytest.fixture(scope="module")
def contenido() -> dict:
    return inventado(11, 9, ["Plan de trabajo con la ciudad hermana", "مرحبا بالعالم"], PARTES)


@pytest.fixture(scope="module")
def word(contenido):
    return leer.word(leer.version_de(contenido))


def test_it_is_letter_paper_and_says_what_it_is(word, contenido):
    seccion = word.sections[0]
    assert (round(seccion.page_width.cm, 2), round(seccion.page_height.cm, 2)) == (21.59, 27.94)
    assert round(seccion.left_margin.cm, 2) == 2
    propias = word.core_properties
    assert propias.title == "Agenda Estratégica de internacionalización · Pamplona, Norte de Santander · 2024–2027"
    assert propias.language == "es-CO"
    assert propias.author == "Pamplona, Norte de Santander"
    assert propias.created == propias.modified
    assert propias.created.isoformat()[:16] == "2026-11-22T21:05"


def test_headings_are_those_of_the_list_of_styles_and_number_themselves(word):
    titulos = [p for p in word.paragraphs if p.style.name.startswith("Heading")]
    assert {p.style.name for p in titulos} == {"Heading 1", "Heading 2", "Heading 3"}
    assert not [p.text for p in titulos if p.style.name == "Heading 1" and p.text[:1].isdigit()]
    for nivel in ("Heading 1", "Heading 2"):
        assert word.styles[nivel].element.pPr.numPr.numId.val == 90
    assert [p.text for p in titulos if p.style.name == "Heading 1"] == [
        "Resumen ejecutivo", "Presentación", "Con quién, en el mundo", "Perfil del territorio",
        "Propósito y alcance", "Actores, motivaciones y temas", "Plan de desarrollo y ODS", "Plan de acción",
        "Cronograma", "Presupuesto", "Indicadores y metas", "Resultados e impactos esperados",
        "Gobernanza y condiciones", "Anexo. Diagnóstico", "Anexo. Cómo se calcula el puntaje", "Firmas y verificación",
    ]  # fmt: skip


def test_the_table_of_contents_is_a_field_with_its_list_already(word):
    ordenes = [nodo.text for nodo in word.element.body.iter(f"{W}instrText")]
    assert any(orden.strip().startswith('TOC \\o "1-2"') for orden in ordenes)
    marcas = {nodo.get(f"{W}name") for nodo in word.element.body.iter(f"{W}bookmarkStart")}
    enlaces = [nodo.get(f"{W}anchor") for nodo in word.element.body.iter(f"{W}hyperlink") if nodo.get(f"{W}anchor")]
    assert len(enlaces) > 16
    assert set(enlaces) <= marcas
    dichos = [p.text for p in word.paragraphs if p.style.name == "toc 1"]
    assert dichos[0] == "1. Resumen ejecutivo"
    assert dichos[-1] == "16. Firmas y verificación"
    abren = [n for n in word.element.body.iter(f"{W}fldChar") if n.get(f"{W}fldCharType") == "begin"]
    cierran = [n for n in word.element.body.iter(f"{W}fldChar") if n.get(f"{W}fldCharType") == "end"]
    assert len(abren) == len(cierran)


def test_each_page_says_which_and_of_how_many(word):
    pie = word.sections[0].footer._element
    assert [nodo.text.strip() for nodo in pie.iter(f"{W}instrText")] == ["PAGE", "NUMPAGES"]
    assert leer.texto_de_nodo(pie).endswith("página 1 de 1")
    assert leer.texto_de_nodo(word.sections[0].header._element).startswith("Pamplona · Agenda Estratégica 2024–2027")


def test_heads_repeat_and_no_row_is_cut(word):
    tablas = list(word.element.body.iter(f"{W}tbl"))
    assert len(tablas) > 20
    con_cabeza = 0
    for tabla in tablas:
        mirada = tabla.find(f"{W}tblPr/{W}tblLook")
        filas = tabla.findall(f"{W}tr")
        assert all(fila.find(f"{W}trPr/{W}cantSplit") is not None for fila in filas)
        repiten = [fila.find(f"{W}trPr/{W}tblHeader") is not None for fila in filas]
        assert repiten == [mirada.get(f"{W}firstRow") == "1", *[False] * (len(filas) - 1)]
        con_cabeza += repiten[0]
        assert tabla.find(f"{W}tblPr/{W}tblStyle").get(ATRIBUTO) == "Agenda"
    assert con_cabeza > 15


def test_captions_count_by_themselves(word):
    leyendas = [p.text for p in word.paragraphs if p.style.name == "Caption"]
    assert [texto.partition(".")[0] for texto in leyendas] == [f"Tabla {n}" for n in range(1, len(leyendas) + 1)]


def test_pictures_say_what_they_show(word):
    dibujos = [n.get("descr") for n in word.element.body.iter("{*}docPr")]
    assert len(dibujos) == 2
    assert "Mapa de puntos" in dibujos[0]
    assert "Código QR" in dibujos[1]


def test_it_says_that_it_is_a_copy_and_where_the_original_is(word, contenido):
    texto = leer.texto_de_word(word)
    huella = leer.version_de(contenido).sha256
    assert texto.count("Esta es una copia editable. El original es el PDF del portal") == 2
    assert huella in texto
    enlaces = [r.target_ref for r in word.part.rels.values() if r.is_external]
    assert enlaces == [f"https://portal.test/verificar/{huella}/"]


def test_in_english_the_words_of_the_town_say_their_language(contenido):
    ingles = leer.word(leer.version_de(contenido), "en")
    defecto = ingles.styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert defecto.get(ATRIBUTO) == "en-GB"
    assert ingles.core_properties.language == "en-GB"
    texto = leer.texto_de_word(ingles)
    assert "Action plan" in texto
    assert "Plan de acción" not in texto
    for accion in leer.acciones(contenido):
        suyas = [
            run for run in ingles.element.body.iter(f"{W}r")
            if run.find(f"{W}rPr/{W}lang") is not None and accion["nombre"] in leer.texto_de_nodo(run)
        ]  # fmt: skip
        assert {run.find(f"{W}rPr/{W}lang").get(ATRIBUTO) for run in suyas} == {"es-CO"}


def test_the_other_language_of_a_spanish_document_is_said_too(contenido):
    con_ingles = contenido | {"ingles": dict.fromkeys(contenido["ingles"], "A mountain town.")}
    documento_ = leer.word(leer.version_de(con_ingles))
    dichas = [
        run.find(f"{W}rPr/{W}lang").get(ATRIBUTO)
        for run in documento_.element.body.iter(f"{W}r")
        if leer.texto_de_nodo(run) == "A mountain town."
    ]
    assert dichas == ["en-GB"] * 4


def test_what_is_read_from_right_to_left_is_marked(word):
    parrafos = [p for p in word.element.body.iter(f"{W}p") if leer.texto_de_nodo(p).startswith("مرحبا")]
    assert parrafos
    assert all(p.find(f"{W}pPr/{W}bidi") is not None for p in parrafos)


@given(st.text(max_size=60))
def test_any_text_can_be_written(texto):
    nodo = lxml.etree.Element("t")
    nodo.text = legible(texto)
    assert all(letra in texto for letra in nodo.text)


@given(st.text(max_size=40))
@settings(max_examples=5, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_document_with_any_title_opens_and_holds_no_macro(titulo):
    dado = inventado(3, 0, ["plan"], set())
    dado["textos"]["titulo"] = titulo
    bytes_ = documento_de(dado, Emision(borrador=True))
    nombres = zipfile.ZipFile(io.BytesIO(bytes_)).namelist()
    assert not [nombre for nombre in nombres if "vba" in nombre.lower() or nombre.endswith(".bin")]
    assert docx.Document(io.BytesIO(bytes_)).paragraphs


def test_a_draft_says_so_and_has_nothing_to_verify(contenido):
    documento_ = docx.Document(io.BytesIO(documento_de(contenido, Emision(borrador=True))))
    texto = leer.texto_de_word(documento_)
    assert "Borrador · 22 de noviembre de 2026, 16:05" in texto
    assert "SHA-256" not in texto
    assert not [r for r in documento_.part.rels.values() if r.is_external]


@pytest.mark.django_db
@pytest.mark.datos("nada")
def test_same_version_same_bytes_and_the_act_of_adoption_shows():
    version = hacer_version(hacer_agenda(2), demostracion=True)
    uno = documento(version)
    time.sleep(1.1)  # a ZIP writes seconds
    assert documento(version) == uno
    assert documento(version, "en") != uno
    assert "DEMOSTRACIÓN" in leer.texto_de_word(docx.Document(io.BytesIO(uno)))
    Adopcion.objects.create(
        version=version, tipo="decreto", numero="045", fecha=NOCHE.date(), autoridad="Alcaldía de Pamplona"
    )
    texto = leer.texto_de_word(docx.Document(io.BytesIO(documento(version))))
    assert texto.count("Adoptada por decreto 045 del 22 de noviembre de 2026, Alcaldía de Pamplona") == 2


def test_a_document_before_scheme_2_is_written_too(contenido):
    sin_anterior = {clave: dato for clave, dato in contenido["diagnostico"].items() if clave != "anterior"}
    viejo = contenido | {"esquema": 1, "diagnostico": sin_anterior}
    assert "Los siete pasos" in leer.texto_de_word(leer.word(leer.version_de(viejo)))
