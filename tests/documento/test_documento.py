"""What a document holds: everything promised, nothing private, nothing removed, in a constant number of queries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.timezone import now

from agenda.documento import acciones_de, componer
from agenda.versiones import canonico, sha256
from tests.documento.fabricas import NOCHE, hacer_agenda, hacer_diagnostico

pytestmark = [pytest.mark.django_db, pytest.mark.datos("nada")]


def consultas(agenda) -> int:
    agenda = type(agenda).objects.get(pk=agenda.pk)
    with CaptureQueriesContext(
        connection,
    ) as capturadas:
        componer(agenda, NOCHE)
    return len(capturadas)


def test_document_is_canonical_and_repeats():
    agenda = hacer_agenda(3)
    uno, otro = componer(agenda, NOCHE), componer(agenda, NOCHE)
    assert canonico(uno) == canonico(otro)
    assert len(sha256(uno)) == 64


def test_queries_do_not_grow_with_actions():
    agenda = hacer_agenda(3)
    pocas = consultas(agenda)
    agenda.delete()
    assert consultas(hacer_agenda(40)) == pocas <= 36


def test_private_notes_and_unauthorised_contacts_never_enter():
    texto = canonico(componer(hacer_agenda(3), NOCHE)).decode()
    assert "secreto" not in texto
    assert "solo para la asesora" not in texto
    assert "Nombre Reservado" not in texto
    assert "reservado@ejemplo.co" not in texto
    assert "Nombre Autorizado" in texto


def test_removed_rows_and_children_of_removed_rows_leave():
    agenda = hacer_agenda(3)
    ejes = list(agenda.ejes.all())
    ejes[0].retirada_en = now()
    ejes[0].save()
    accion = acciones_de(componer(agenda, NOCHE))[0]
    accion_fila = type(ejes[1].objetivos.first().acciones.first()).objects.get(clave=accion["clave"])
    hito = accion_fila.hitos.first()
    hito.retirada_en = now()
    hito.save()
    nuevo = componer(agenda, NOCHE)
    assert len(nuevo["ejes"]) == len(ejes) - 1
    assert nuevo["ejes"][0]["numero"] == "1"
    assert len(acciones_de(nuevo)[0]["hitos"]) == 2
    assert str(ejes[0].clave) not in canonico(nuevo).decode()


def test_numbers_are_positions():
    contenido = componer(hacer_agenda(40), NOCHE)
    primero = contenido["ejes"][1]
    assert [o["numero"] for o in primero["objetivos"]] == ["2A", "2B"]
    assert [a["numero"] for o in primero["objetivos"] for a in o["acciones"]] == [f"2.{n}" for n in range(1, 11)]


def test_money_in_kind_and_uncertain_stand_apart():
    totales = componer(hacer_agenda(3), NOCHE)["totales"]
    assert totales["asegurado"] == 3 * 12_000_000
    assert totales["por_conseguir"] == 3 * (6_000_000 + 46_504_825)
    assert totales["efectivo"] == totales["asegurado"] + totales["por_conseguir"]
    assert totales["especie"] == 3 * 3_500_000
    assert [fila["anio"] for fila in totales["por_anio"]] == [2026, 2027]
    assert sum(fila["efectivo"] for fila in totales["por_fuente"]) == totales["efectivo"]


def test_choices_carry_slug_and_text():
    accion = acciones_de(componer(hacer_agenda(3), NOCHE))[0]
    assert accion["modalidad"] == {"slug": "cooperacion-descentralizada", "texto": "Cooperación descentralizada"}
    assert accion["presupuesto"][0]["certeza"]["texto"] == "comprometido"
    assert accion["indicadores"][0]["linea_base"] == "1.5"
    assert accion["aliados"][0]["contraparte"]["pais"]["texto"] == "España"


def test_latest_closed_diagnostic_is_frozen():
    agenda = hacer_agenda(3)
    hacer_diagnostico(agenda.territorio, agenda.periodo)
    diagnostico = agenda.territorio.diagnosticos.get(numero=2)
    diagnostico.resultado["total"] = 61
    diagnostico.save()
    assert componer(agenda, NOCHE)["diagnostico"]["total"] == 61


def test_agenda_without_anything_can_be_composed():
    agenda = hacer_agenda(0)
    agenda.territorio.diagnosticos.all().delete()
    contenido = componer(agenda, NOCHE)
    assert contenido["diagnostico"] is None
    assert contenido["totales"]["efectivo"] == 0
