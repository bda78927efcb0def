"""Page, PDF, JSON, workbook and text to edit say the same, item by item: all of it, as often, and nothing else."""

import datetime as dt
import json
import shutil
from decimal import Decimal

import pytest
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st

from agenda.versiones import canonico, sobre
from tests.salidas import leer
from tests.salidas.inventar import PARTES, documento, documentos
from tests.salidas.inventar_plan import DIFICILES

A = "ejes.objetivos.acciones."
# What the town wrote and each output leaves out. The workbook and the JSON leave out nothing.
NO_EN_PAPEL = {
    f"{A}tramites.documento",
    f"{A}aliados.contraparte.verificada_como",
    "socios.verificada_como",
    "memoria.contraparte.ciudad",
    "memoria.contraparte.verificada_como",
}
NO_EN_LA_PAGINA = NO_EN_PAPEL | {
    f"{A}plan.indicador",
    f"{A}antecedente.texto",
    f"{A}avance",
    f"{A}indicadores.formula",
    f"{A}indicadores.linea_base_fuente",
    f"{A}indicadores.medio_verificacion",
    f"{A}indicadores.mediciones.evidencia",
    "firmas.proyecto", "firmas.reviso", "firmas.aprobo",
    "actores.organizacion", "actores.cargo", "actores.rol", "actores.compromiso", "actores.contacto",
    "memoria.titulo", "memoria.contraparte.nombre", "memoria.suscrito_por", "memoria.resultado",
    "reuniones.tema", "reuniones.memoria",
    "plan_de_desarrollo.eje", "plan_de_desarrollo.programa", "plan_de_desarrollo.meta",
}  # fmt: skip
NO_EN_LA_HOJA = {"memoria.contraparte.verificada_como"}
# A document that fails is not made smaller: it would be drawn hundreds of times.
SIN_ACHICAR = (Phase.explicit, Phase.reuse, Phase.generate)
POCO = settings(deadline=None, suppress_health_check=list(HealthCheck), phases=SIN_ACHICAR)


def esperadas(contenido: dict, sin: set[str]) -> set[str]:
    """Give the marks that an output must carry: those of some place that it does not leave out."""
    return {marca for ruta, texto in leer.escritos(contenido) if ruta not in sin for marca in leer.marcas(texto)}


def faltan(contenido: dict, sin: set[str], dicho: str, paperizado: bool = False) -> list[tuple[str, str]]:
    """Give the texts that an output does not say whole."""
    dicho = leer.junto(dicho, paperizado)
    return [
        (ruta, texto)
        for ruta, texto in leer.escritos(contenido)
        if ruta not in sin and not all(leer.junto(parte, paperizado) in dicho for parte in texto.split("\n\n"))
    ]


@given(documentos())
@settings(POCO, max_examples=30)
def test_json_is_the_document_itself(contenido):
    version = leer.version_de(contenido)
    leido = json.loads(canonico(sobre(version)))
    assert leido == {"esquema": 2, "sha256": version.sha256, "contenido": contenido, "acta": leer.ACTA}


@given(documentos())
@settings(POCO, max_examples=12)
def test_the_workbook_says_it_all(contenido):
    libro = leer.hojas(leer.version_de(contenido))
    celdas = [c for hoja in libro for fila in hoja.iter_rows() for c in fila if c.value is not None]
    assert [c for c in celdas if c.data_type == "f"] == []
    dicho = "\n".join(str(c.value) for c in celdas)
    assert leer.marcas(dicho) == esperadas(contenido, NO_EN_LA_HOJA)
    assert faltan(contenido, NO_EN_LA_HOJA, dicho) == []
    _plan_en_la_hoja(libro, contenido)
    _dinero_en_la_hoja(libro, contenido)
    _indicadores_en_la_hoja(libro, contenido)
    for nombre, lista, titulo in (
        ("Actores", "actores", "organizacion"), ("Memoria institucional", "memoria", "titulo"),
        ("Reuniones", "reuniones", "tema"), ("Plan de desarrollo", "plan_de_desarrollo", "eje"),
    ):  # fmt: skip
        filas = leer.filas(libro, nombre)
        assert [fila["Clave"] for fila in filas] == [una["clave"] for una in contenido[lista]]
        assert [leer.marcas(str(list(fila.values()))) >= leer.marcas(una[titulo]) for fila, una in
                zip(filas, contenido[lista], strict=True)] == [True] * len(filas)  # fmt: skip


def _dia(iso: str | None) -> dt.datetime | None:
    return dt.datetime.fromisoformat(iso) if iso else None


def _plan_en_la_hoja(libro, contenido: dict) -> None:
    todas = leer.acciones(contenido)
    filas = {fila["Clave"]: fila for fila in leer.filas(libro, "Plan de acción")}
    assert list(filas) == [accion["clave"] for accion in todas]
    for accion in todas:
        fila = filas[accion["clave"]]
        assert (fila["Acción"], fila["Empieza"], fila["Termina"]) == (
            accion["numero"], _dia(accion["inicio"]), _dia(accion["fin"]),
        )  # fmt: skip
        assert fila["En dinero (pesos)"] == accion["totales"]["efectivo"]
        assert fila["En especie (pesos)"] == accion["totales"]["especie"]
    hitos = {h["clave"]: (_dia(h["fecha"]), _dia(h["cumplido_en"])) for a in todas for h in a["hitos"]}
    assert {f["Clave"]: (f["Fecha"], f["Cumplido el"]) for f in leer.filas(libro, "Cronograma")} == hitos
    aliados = {
        f["clave"]: (a["numero"], f["rol"]["texto"].capitalize(), f["etapa"]["texto"].capitalize())
        for a in todas
        for f in a["aliados"]
    }
    dichos = {f["Clave"]: (f["Acción"], f["Papel"], f["Etapa"]) for f in leer.filas(libro, "Aliados")}
    assert dichos == aliados
    tramites = {t["clave"]: (a["numero"], t["estado"]["texto"].capitalize()) for a in todas for t in a["tramites"]}
    assert {f["Clave"]: (f["Acción"], f["Estado"]) for f in leer.filas(libro, "Trámites")} == tramites


def _dinero_en_la_hoja(libro, contenido: dict) -> None:
    dichas = {
        f["Clave"]: (f["Año"], f["En dinero (pesos)"], f["En especie (pesos)"], f["Ejecutado (pesos)"], f["Moneda"])
        for f in leer.filas(libro, "Presupuesto")
    }
    assert dichas == {
        p["clave"]: (
            p["anio"], None if p["en_especie"] else p["valor"], p["valor"] if p["en_especie"] else None,
            p["ejecutado"], p["moneda"],
        )
        for p in leer.partidas(contenido)
    }  # fmt: skip
    if dichas:
        suma = list(libro["Presupuesto"].iter_rows(values_only=True))[-1]
        assert (suma[6], suma[7]) == (contenido["totales"]["efectivo"], contenido["totales"]["especie"])


def _indicadores_en_la_hoja(libro, contenido: dict) -> None:
    todos = [i for a in leer.acciones(contenido) for i in a["indicadores"]]
    filas = {fila["Clave"]: fila for fila in leer.filas(libro, "Indicadores")}
    assert list(filas) == [uno["clave"] for uno in todos]
    for uno in todos:
        metas = {
            int(titulo.removeprefix("Meta ")): Decimal(str(valor))
            for titulo, valor in filas[uno["clave"]].items()
            if titulo.startswith("Meta ") and valor is not None
        }
        assert metas == {meta["anio"]: Decimal(meta["valor"]) for meta in uno["metas"]}
    medidas = {m["clave"]: (_dia(m["fecha"]), Decimal(m["valor"])) for i in todos for m in i["mediciones"]}
    dichas = {f["Clave"]: (f["Fecha"], Decimal(str(f["Valor"]))) for f in leer.filas(libro, "Mediciones")}
    assert dichas == medidas


@given(documentos())
@settings(POCO, max_examples=12)
def test_the_page_says_it_all(contenido):
    arbol = leer.pagina(leer.version_de(contenido))
    dicho = "\n".join(arbol.itertext())
    esperado = esperadas(contenido, NO_EN_LA_PAGINA)
    assert leer.marcas(dicho) == esperado
    assert faltan(contenido, NO_EN_LA_PAGINA, dicho) == []
    assert arbol.xpath("//script") == []
    fichas = arbol.xpath("//details[starts-with(@id, 'accion-')]")
    todas = leer.acciones(contenido)
    assert [ficha.get("id") for ficha in fichas] == [f"accion-{accion['clave']}" for accion in todas]
    for ficha, accion in zip(fichas, todas, strict=True):
        _ficha_en_la_pagina(leer.junto(ficha.text_content()), accion)
    _metas_en_la_pagina(arbol, contenido)
    montos = leer.montos(dicho)
    assert {p["valor"] for p in leer.partidas(contenido)} <= montos <= leer.sumas(contenido) | {0}


def _ficha_en_la_pagina(dicho: str, accion: dict) -> None:
    for campo in ("inicio", "fin"):
        assert not accion[campo] or leer.junto(leer.larga(accion[campo])) in dicho
    for hito in accion["hitos"]:
        assert leer.junto(f"{hito['nombre']}{', ' + leer.larga(hito['fecha']) if hito['fecha'] else ''}") in dicho
    for uno in accion["aliados"]:
        otro = uno["contraparte"]["nombre"]
        assert leer.junto(f"{otro} ({uno['rol']['texto']}, {uno['etapa']['texto']})") in dicho
    for p in accion["presupuesto"]:
        assert leer.junto(f"{p['anio']}: $ {p['valor']:,}".replace(",", ".")) in dicho


def _metas_en_la_pagina(arbol, contenido: dict) -> None:
    todos = [i for a in leer.acciones(contenido) for i in a["indicadores"]]
    anios = sorted({meta["anio"] for uno in todos for meta in uno["metas"]})
    filas = arbol.xpath("//section[@id='indicadores']//tbody/tr")
    assert len(filas) == len(todos)
    for fila, uno in zip(filas, todos, strict=True):
        metas = {meta["anio"]: leer.cifra(meta["valor"]) for meta in uno["metas"]}
        celdas = [celda.text_content().strip() for celda in fila.xpath("./td")[2:]]
        assert celdas == [metas.get(anio, "") for anio in anios]


@given(documentos())
@settings(POCO, max_examples=10)
def test_the_text_to_edit_says_it_all(contenido):
    documento = leer.word(leer.version_de(contenido))
    dicho = leer.texto_de_word(documento)
    assert leer.marcas(dicho) == esperadas(contenido, NO_EN_PAPEL)
    assert faltan(contenido, NO_EN_PAPEL, dicho) == []
    todas = leer.acciones(contenido)
    fichas = [p.text for p in documento.paragraphs if p.style.name == "Heading 3" and p.text.startswith("Acción ")]
    assert [texto.split()[1].rstrip(".") for texto in fichas] == [accion["numero"] for accion in todas]
    _en_el_papel(leer.junto(dicho), contenido, str)
    _metas_en_el_word(documento, contenido)
    montos = leer.montos(dicho)
    assert {p["valor"] for p in leer.partidas(contenido)} <= montos <= leer.sumas(contenido) | {0}


def _en_el_papel(dicho: str, contenido: dict, llano) -> None:
    """Check dates, partners and milestones as the sheet of each action says them."""
    for accion in leer.acciones(contenido):
        for hito in accion["hitos"]:
            fecha = f"{leer.corta(hito['fecha'])}: " if hito["fecha"] else ""
            hecho = f" (cumplido el {leer.corta(hito['cumplido_en'])})" if hito["cumplido_en"] else ""
            assert leer.junto(llano(f"{fecha}{hito['nombre']}{hecho}")) in dicho
        for uno in accion["aliados"]:
            otro = uno["contraparte"]
            lugar = ", ".join(filter(None, (otro["ciudad"], otro["pais"]["texto"])))
            entero = f"{otro['nombre']}{f' ({lugar})' if lugar else ''}: {uno['rol']['texto']}, {uno['etapa']['texto']}"
            assert leer.junto(llano(entero)) in dicho


def _metas_en_el_word(documento, contenido: dict) -> None:
    """Check each target in its column and row, over the tables into which the years are cut."""
    dichas: dict[str, dict[int, str]] = {}
    for tabla in documento.element.body.iter(f"{leer.W}tbl"):
        filas = [
            [leer.texto_de_nodo(celda) for celda in fila.iter(f"{leer.W}tc")] for fila in tabla.iter(f"{leer.W}tr")
        ]
        if filas[0][:2] != ["Acción", "Indicador"]:
            continue
        for fila in filas[1:]:
            suyas = dichas.setdefault(leer.MARCA.search(fila[1])[0], {})
            suyas.update(
                {
                    int(titulo): dato
                    for titulo, dato in zip(filas[0], fila, strict=True)
                    if titulo.isdigit() and dato != "–"
                }
            )
    esperadas_ = {
        leer.MARCA.search(i["nombre"])[0]: {meta["anio"]: leer.cifra(meta["valor"]) for meta in i["metas"]}
        for a in leer.acciones(contenido)
        for i in a["indicadores"]
    }
    assert dichas == esperadas_


DE_IZQUIERDA = [palabra for palabra in DIFICILES if "مرحبا" not in palabra]


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is missing")
@example(documento(semilla=4, cuantas=40, palabras=DE_IZQUIERDA, partes=set(PARTES)))
@given(documentos(acciones=st.integers(0, 7), palabras=st.sampled_from(DE_IZQUIERDA)))
@settings(POCO, max_examples=2, derandomize=True)
def test_the_paper_says_it_all(contenido):
    dicho = leer.papel(leer.version_de(contenido))
    assert leer.marcas(leer.junto(dicho)) == esperadas(contenido, NO_EN_PAPEL)
    assert faltan(contenido, NO_EN_PAPEL, dicho, paperizado=True) == []
    montos, sumas = leer.montos(dicho), leer.sumas(contenido)
    assert {p["valor"] for p in leer.partidas(contenido)} <= montos
    # The sum of forty budgets of thirteen digits may take two lines of its column: its beginning is read.
    ajenos = montos - sumas - {0}
    assert [uno for uno in ajenos if not any(str(suma).startswith(str(uno)) for suma in sumas)] == []
