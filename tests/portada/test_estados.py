"""The four public words: what each stage of the work shows, and what it hides."""

import datetime as dt

import pytest

from fcm_portal.pais.estados import EstadoPublico, estado_publico, estados_publicos
from territorio.models import Periodo

pytestmark = [pytest.mark.django_db, pytest.mark.datos("nada")]


def test_each_stage_has_its_word(pais_pequeno):
    p = pais_pequeno
    nadie, abre, borra, envia, devuelta, publica = (p.municipio(f"9000{n}", f"Pueblo {n}") for n in range(6))
    p.diagnostico(abre)
    p.agenda(borra)
    p.agenda(envia, "enviada")
    p.agenda(devuelta, "devuelta")
    p.publicada(publica)
    assert estados_publicos() == {
        "90001": EstadoPublico.EN_DIAGNOSTICO,
        "90002": EstadoPublico.EN_DIAGNOSTICO,
        "90003": EstadoPublico.ENVIADA,
        "90004": EstadoPublico.ENVIADA,
        "90005": EstadoPublico.PUBLICADA,
    }
    assert estado_publico("90000") == EstadoPublico.SIN_EMPEZAR


def test_published_stays_published_while_the_town_drafts_the_next(pais_pequeno):
    pais_pequeno.publicada(pais_pequeno.municipio("90001", "Uno"), estado="borrador")
    assert estado_publico("90001") == EstadoPublico.PUBLICADA


def test_withdrawn_from_the_public_is_only_sent(pais_pequeno):
    agenda = pais_pequeno.publicada(pais_pequeno.municipio("90001", "Uno"))
    agenda.retirada_publico_en, agenda.retirada_publico_razon = agenda.estado_desde, "Pidió el municipio"
    agenda.save()
    assert estado_publico("90001") == EstadoPublico.ENVIADA


def test_a_term_that_is_over_does_not_count(pais_pequeno):
    viejo = Periodo.objects.create(nombre="2016-2019", desde=dt.date(2016, 1, 1), hasta=dt.date(2019, 12, 31))
    agenda = pais_pequeno.publicada(pais_pequeno.municipio("90001", "Uno"))
    agenda.periodo = viejo
    agenda.save()
    assert estado_publico("90001") == EstadoPublico.SIN_EMPEZAR


def test_two_queries_however_many(pais_pequeno, django_assert_num_queries):
    for n in range(12):
        pais_pequeno.agenda(pais_pequeno.municipio(f"901{n:02d}", f"Pueblo {n}"), "enviada")
    with django_assert_num_queries(2):
        assert len(estados_publicos()) == 12
