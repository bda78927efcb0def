"""The comparison by itself: a sheet in memory, what was exported, what came back and what is stored now."""

from __future__ import annotations

import uuid

import pytest
from django.core.exceptions import ValidationError
from hypothesis import given
from hypothesis import strategies as st

from guardado.huella import huella
from guardado.planilla.asuntos import Suerte
from guardado.planilla.comparacion import comparar
from guardado.planilla.descripcion import Actual, Clase, Columna, Tabla
from guardado.planilla.lectura import guardar_celda
from informes.hojas.entrantes.celdas import Celda

MARCA = uuid.UUID(int=7)
A, B, C = (str(uuid.UUID(int=n)) for n in (1, 2, 3))


class Grupos(Tabla):
    """A sheet of rows with a name."""

    nombre, titulo, agrega, retira, campo_codigo = "grupos", "Grupos", True, True, "codigo"

    def __init__(self, *filas: Actual, retiradas=(), ajenas=()):
        self.columnas = [Columna("codigo", "N.º"), Columna("nombre", "Nombre"), Columna("nota", "Nota")]
        self._filas, self._retiradas, self._ajenas = list(filas), list(retiradas), set(ajenas)

    def filas(self):
        return self._filas

    def retiradas(self):
        return self._retiradas

    def ajenas(self, claves):
        return claves & self._ajenas

    def obligatorios(self):
        return {"nombre"}

    def limpiar(self, clave, campo, crudo):
        if campo == "nombre" and not crudo.strip():
            raise ValidationError("Complete este dato.")
        if crudo.strip() == "malo":
            raise ValidationError("Eso no.")
        return crudo.strip()

    def guardar(self, clave, cambios, usuario):
        raise AssertionError("to compare writes nothing")


class Cosas(Grupos):
    """A sheet of rows that hang from the other."""

    nombre, titulo, campo_codigo = "cosas", "Cosas", ""

    def __init__(self, *filas: Actual, **otras):
        super().__init__(*filas, **otras)
        self.columnas = [Columna("grupo", "Grupo", Clase.REFERENCIA, a="grupos"), Columna("nombre", "Nombre")]

    def obligatorios(self):
        return {"nombre", "grupo"}


def actual(clave: str, nombre: str, nota: str = "", **otros) -> Actual:
    return Actual(clave, nombre, {"nombre": nombre, "nota": nota}, **otros)


def leida(columnas: list[str], *filas: tuple) -> dict:
    """Give a sheet as it was read: key, then the values of its columns (a Celda for what is not a plain value)."""
    hechas = []
    for n, (clave, *valores) in enumerate(filas, start=2):
        celdas = {}
        for campo, valor in zip(columnas, valores, strict=True):
            guardada = guardar_celda(valor if isinstance(valor, Celda) else Celda("A1", valor))
            if guardada is not None:
                celdas[campo] = guardada
        hechas.append({"n": n, "clave": clave, "celdas": celdas})
    lugares = {"_clave": 1} | {campo: n for n, campo in enumerate(columnas, start=2)}
    return {"hoja": columnas[0], "columnas": lugares, "filas": hechas}


def grupos(*filas: tuple) -> dict:
    return leida(["codigo", "nombre", "nota"], *filas) | {"hoja": "Grupos"}


def contenido(vistos: dict | None = None, **tablas) -> dict:
    exportados = {
        tabla: {clave: {campo: huella(valor) for campo, valor in campos.items()} for clave, campos in filas.items()}
        for tabla, filas in (vistos or {}).items()
    }
    return {"hecho": "", "vistos": exportados, "nombres": {}, "avisos": [], "tablas": tablas}


def una(exportado: str, celda, guardado: str):
    """Compare one cell; give its matters."""
    tabla = Grupos(actual(A, "Uno", guardado))
    vistos = {"grupos": {A: {"nombre": "Uno", "nota": exportado}}}
    return comparar([tabla], contenido(vistos, grupos=grupos((A, None, "Uno", celda))), MARCA).asuntos


palabras = st.sampled_from(["", "uno", "dos", " dos ", "tres", "tres\r\nlíneas", "tres\nlíneas"])


@given(palabras, palabras, palabras)
def test_a_cell_changes_only_against_what_its_writer_saw(exportado, celda, guardado):
    visto, nuevo, ahora = (texto.replace("\r\n", "\n").strip() for texto in (exportado, celda, guardado))
    suertes = [asunto.suerte for asunto in una(exportado, celda, guardado)]
    if nuevo in (visto, ahora):
        assert suertes == []
    elif visto == ahora:
        assert suertes == [Suerte.CAMBIA]
    else:
        assert suertes == [Suerte.CHOQUE]


@pytest.mark.parametrize(
    ("celda", "escrito", "dice"),
    [
        (Celda("D2", 3, formula=True), "(una fórmula)", "Tiene una fórmula: escriba el valor."),
        (Celda("D2", "#¡REF!", error=True), "#¡REF!", "Muestra un error (#¡REF!): escriba el valor."),
        (
            Celda("D2", combinada=True),
            "(una celda combinada)",
            "Quedó dentro de una celda combinada: sepárela y escriba aquí su valor.",
        ),
        ("malo", "malo", "Eso no."),
    ],
)
def test_a_refused_cell_says_where_and_why(celda, escrito, dice):
    (asunto,) = una("algo", celda, "algo")
    assert (asunto.suerte, asunto.donde, asunto.razon) == (Suerte.RECHAZADA, "Grupos!D2", dice)
    assert asunto.ahora == escrito, "what the preview shows that the cell says"


def test_a_clash_shows_both_texts_and_is_not_chosen():
    (asunto,) = una("viejo", "de la planilla", "del portal")
    assert (asunto.antes, asunto.ahora, asunto.marcada) == ("del portal", "de la planilla", False)


def test_rows_come_go_and_are_refused():
    tabla = Grupos(actual(A, "Uno"), actual(B, "Dos"), actual(C, "Tres"), ajenas=[str(uuid.UUID(int=9))])
    vistos = {"grupos": {clave: {"nombre": n, "nota": ""} for clave, n in ((A, "Uno"), (B, "Dos"))}}
    hojas = grupos(
        (A, None, "Uno", None),
        (str(uuid.UUID(int=9)), None, "De otra parte", None),
        (str(uuid.UUID(int=20)), None, "Nueva", "con nota"),
        ("", None, "Insertada a mano", None),
        ("no-es-una-clave", None, "Clave dañada", None),
        (str(uuid.UUID(int=21)), None, None, "sin nombre"),
        (str(uuid.UUID(int=22)), None, None, None),
    )
    asuntos = comparar([tabla], contenido(vistos, grupos=hojas), MARCA).asuntos
    assert [(asunto.suerte, asunto.lugar, asunto.fila) for asunto in asuntos] == [
        (Suerte.RECHAZADA, "A3", "De otra parte"),
        (Suerte.RECHAZADA, "A6", "Clave dañada"),
        (Suerte.NUEVA, "C4", "Nueva"),
        (Suerte.NUEVA, "C5", "Insertada a mano"),
        (Suerte.RECHAZADA, "C7", "fila 7"),
        (Suerte.RETIRADA, "", "Dos"),
    ]  # «Tres» was made by somebody after the download: nobody took it away
    assert [asunto.marcada for asunto in asuntos] == [False, False, True, True, False, False]


def test_a_key_said_twice_refuses_both_rows_and_removes_none():
    tabla = Grupos(actual(A, "Uno"))
    vistos = {"grupos": {A: {"nombre": "Uno", "nota": ""}}}
    asuntos = comparar(
        [tabla], contenido(vistos, grupos=grupos((A, None, "Uno", None), (A, None, "Copia", None))), MARCA
    ).asuntos
    assert [(asunto.suerte, asunto.lugar) for asunto in asuntos] == [
        (Suerte.RECHAZADA, "A2"),
        (Suerte.RECHAZADA, "A3"),
    ]


def test_an_emptied_row_is_proposed_for_removal():
    vistos = {"grupos": {A: {"nombre": "Uno", "nota": ""}}}
    (asunto,) = comparar(
        [Grupos(actual(A, "Uno"))], contenido(vistos, grupos=grupos((A, "1", None, None))), MARCA
    ).asuntos
    assert (asunto.suerte, asunto.lugar, asunto.marcada) == (Suerte.RETIRADA, "A2", False)


def test_a_row_removed_meanwhile_comes_back_only_if_somebody_marks_it():
    quitada = actual(A, "Uno", "x", retirada=True, retirada_como="Se retiró ayer.")
    vistos = {"grupos": {A: {"nombre": "Uno", "nota": "x"}}}
    igual = comparar([Grupos(retiradas=[quitada])], contenido(vistos, grupos=grupos((A, None, "Uno", "x"))), MARCA)
    assert igual.asuntos == []
    (asunto,) = comparar(
        [Grupos(retiradas=[quitada])], contenido(vistos, grupos=grupos((A, None, "Uno", "otra"))), MARCA
    ).asuntos
    assert (asunto.suerte, asunto.marcada, asunto.razon) == (Suerte.DEVUELTA, False, "Se retiró ayer.")


@pytest.mark.parametrize("dicho", ["E9", "e9.", "Grupo nuevo", "GRUPO NUEVO ", "E9. Grupo nuevo", "E9 - lo que sea"])
def test_a_new_row_names_a_parent_that_is_new_too(dicho):
    hojas = {
        "grupos": grupos((str(uuid.UUID(int=20)), "E9", "Grupo nuevo", None)),
        "cosas": leida(["grupo", "nombre"], (str(uuid.UUID(int=30)), dicho, "Cosa")),
    }
    grupo, cosa = comparar([Grupos(), Cosas()], contenido(**hojas), MARCA).asuntos
    assert (cosa.suerte, cosa.padre, cosa.crudos["grupo"]) == (Suerte.NUEVA, grupo.id, str(uuid.UUID(int=20)))


@pytest.mark.parametrize(
    ("dicho", "dice"), [("Otro", "no está en este libro"), ("Igual", "más de una"), (None, "Falta este dato")]
)
def test_a_new_row_without_a_known_parent_is_refused(dicho, dice):
    hojas = {
        "grupos": grupos((str(uuid.UUID(int=20)), None, "Igual", None), (str(uuid.UUID(int=21)), None, "Igual", None)),
        "cosas": leida(["grupo", "nombre"], (str(uuid.UUID(int=30)), dicho, "Cosa")),
    }
    cosa = comparar([Grupos(), Cosas()], contenido(**hojas), MARCA).asuntos[-1]
    assert cosa.suerte == Suerte.RECHAZADA
    assert dice in cosa.razon


def test_what_hangs_from_a_refused_row_says_which_to_mend():
    hojas = {
        "grupos": grupos((str(uuid.UUID(int=20)), "E9", "malo", None)),
        "cosas": leida(["grupo", "nombre"], (str(uuid.UUID(int=30)), "E9", "Cosa")),
    }
    cosa = comparar([Grupos(), Cosas()], contenido(**hojas), MARCA).asuntos[-1]
    assert (cosa.suerte, "Primero corrija Grupos!C2" in cosa.razon) == (Suerte.RECHAZADA, True)


def test_a_bad_cell_of_a_new_row_does_not_stop_the_row():
    hojas = {"grupos": grupos((str(uuid.UUID(int=20)), None, "Bueno", "malo"))}
    fila, celda = comparar([Grupos()], contenido(**hojas), MARCA).asuntos
    assert (fila.suerte, celda.suerte, celda.donde) == (Suerte.NUEVA, Suerte.RECHAZADA, "Grupos!D2")
    assert "nota" not in fila.crudos


def test_what_was_accepted_of_a_workbook_is_what_it_has_seen():
    """One goes on in the same file after the first acceptance: that is no clash with oneself."""
    tabla = Grupos(actual(A, "Uno", "primera"))
    vistos = {"grupos": {A: {"nombre": "Uno", "nota": "vieja"}}}
    leido = contenido(vistos, grupos=grupos((A, None, "Uno", "segunda")))
    aceptado = {"vistos": {"grupos": {A: {"nota": huella("primera")}}}}
    assert [a.suerte for a in comparar([tabla], leido, MARCA).asuntos] == [Suerte.CHOQUE]
    assert [a.suerte for a in comparar([tabla], leido, MARCA, aceptado).asuntos] == [Suerte.CAMBIA]


def test_a_forged_digest_gives_no_more_than_a_clash():
    tabla = Grupos(actual(A, "Uno", "del portal"))
    leido = contenido({}, grupos=grupos((A, None, "Uno", "de la planilla")))
    leido["vistos"] = {"grupos": {A: {"nombre": huella("Uno"), "nota": "0000000000000000"}}}
    assert [asunto.suerte for asunto in comparar([tabla], leido, MARCA).asuntos] == [Suerte.CHOQUE]
