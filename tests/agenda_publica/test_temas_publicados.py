"""Which themes of a neighbour are shown (step 4): those of its published agenda, and of nothing else."""

import pytest
from django.utils.timezone import now

from agenda.models import Agenda
from agenda.publicado.publicacion import temas_publicados
from diagnostico.vecinos import vecinos_por_tema
from territorio.models import Territorio, vecinos

pytestmark = [pytest.mark.django_db, pytest.mark.datos("demostracion")]


def test_a_neighbour_shows_the_themes_of_its_published_agenda_only():
    pamplona = Agenda.objects.get(territorio="54518")
    temas = temas_publicados(["54518", "54520"])
    assert set(temas) == {"54518"}
    assert {"patrimonio-cultural", "promocion-turismo"} <= temas["54518"]
    Agenda.objects.filter(pk=pamplona.pk).update(retirada_publico_en=now(), retirada_publico_razon="Un error")
    assert temas_publicados(["54518"]) == {}


def test_the_diagnostic_of_a_neighbour_town_learns_them():
    vecino = next(iter(vecinos(Territorio.objects.get(pk="54518"))))
    hallados = vecinos_por_tema(vecino, [{"slug": "promocion-turismo", "nombre": "Promoción y turismo"}])
    assert {v.territorio.pk: v.temas for v in hallados}["54518"] == ("Promoción y turismo",)
