"""What blocks is little; the rest are warnings. Expected sentences are written by hand."""

import datetime as dt

import pytest

from agenda.faltantes import Datos, DatosAccion, evaluar, faltantes
from agenda.models import Accion, Aliado, Hito, Indicador, Tramite
from redes.models import Contraparte

COMPLETA = {
    "clave": "00000000-0000-0000-0000-000000000001",
    "nombre": "Misión",
    "modalidad": "redes-internacionales",
    "responsable": "Planeación",
    "inicio": dt.date(2025, 1, 1),
    "fin": dt.date(2025, 6, 30),
}


def datos(*acciones, **cambios) -> Datos:
    base = {
        "codigo": "54518", "periodo": "2024-2027", "desde": dt.date(2024, 1, 1), "hasta": dt.date(2027, 12, 31),
        "objetivo_general": "Uno", "resumen": "Uno", "diagnostico_cerrado": True,
    }  # fmt: skip
    return Datos(**base | cambios, acciones=list(acciones))


def textos(faltas, bloquea: bool) -> list[str]:
    return [falta.texto for falta in faltas if falta.bloquea is bloquea]


def test_a_complete_agenda_with_zero_pesos_lacks_nothing():
    assert evaluar(datos(DatosAccion(**COMPLETA))) == []


def test_an_empty_agenda_lacks_four_things():
    faltas = evaluar(datos(objetivo_general=" ", resumen="", diagnostico_cerrado=False))
    assert textos(faltas, True) == [
        "Falta cerrar un diagnóstico del período 2024–2027.",
        "Falta el objetivo general.",
        "Falta al menos una acción.",
        "Falta al menos un indicador.",
    ]
    assert textos(faltas, False) == ["La agenda no tiene resumen."]


@pytest.mark.parametrize("campo", ["modalidad", "responsable", "inicio", "fin"])
def test_one_complete_action_is_asked_for(campo):
    incompleta = DatosAccion(**COMPLETA | {campo: None if campo in ("inicio", "fin") else ""})
    assert textos(evaluar(datos(incompleta)), True) == [
        "Falta al menos una acción con responsable, fechas y modalidad."
    ]
    assert textos(evaluar(datos(incompleta, DatosAccion(**COMPLETA))), True) == []


def test_warnings_never_block():
    rara = DatosAccion(
        **COMPLETA | {"inicio": dt.date(2023, 1, 1), "fin": dt.date(2030, 1, 1)}, con_ods=False, con_plan=False,
        con_indicador=False, firmada_sin_verificar=True, tramite_pendiente=True, hitos_fuera=True,
    )  # fmt: skip
    faltas = evaluar(datos(rara, DatosAccion(**COMPLETA)))
    assert textos(faltas, True) == []
    assert [falta.corto for falta in faltas] == [
        "empieza antes del período",
        "termina después del período",
        "hito fuera de fechas",
        "indicador",
        "ODS",
        "plan de desarrollo",
        "aliado sin verificar",
        "trámite pendiente",
    ]


def test_an_end_before_the_beginning_is_said():
    alreves = DatosAccion(**COMPLETA | {"inicio": dt.date(2026, 5, 1), "fin": dt.date(2026, 4, 1)})
    assert "«Misión» termina antes de empezar." in textos(evaluar(datos(alreves)), False)


def test_the_database_says_the_same(pueblo):
    otra = Contraparte.objects.create(territorio=pueblo.territorio, nombre="Nación inventada", tipo="otra")
    Aliado.objects.create(accion=pueblo.accion, contraparte=otra, etapa="firmada")
    Tramite.objects.create(accion=pueblo.accion, nombre="Permiso")
    Hito.objects.create(accion=pueblo.accion, nombre="Lejos", fecha=dt.date(2030, 1, 1))
    faltas = faltantes(pueblo.agenda)
    assert textos(faltas, True) == []
    assert {falta.corto for falta in faltas} >= {"aliado sin verificar", "trámite pendiente", "hito fuera de fechas"}


def test_removed_rows_and_their_branches_do_not_count(pueblo):
    pueblo.eje.retirada_en = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    pueblo.eje.save()
    assert textos(faltantes(pueblo.agenda), True) == ["Falta al menos una acción.", "Falta al menos un indicador."]


def test_the_number_of_queries_does_not_grow(pueblo, django_assert_num_queries):
    for n in range(40):
        accion = Accion.objects.create(objetivo=pueblo.objetivo, nombre=f"Acción {n}")
        Indicador.objects.create(accion=accion, nombre="I")
    with django_assert_num_queries(2):
        assert len([f for f in faltantes(pueblo.agenda) if f.corto == "responsable"]) == 40
