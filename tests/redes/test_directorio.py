"""The public page of an entry. The list is in tests/directorio."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils.timezone import localdate, now

from guia.catalogo import catalogo
from redes.models import Entrada, Membresia

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia")]


def test_every_entry_opens_in_six_queries(client, tope_consultas):
    catalogo()
    for slug in ("cglu", "usaid", "odm", "fcm"):
        with tope_consultas(6):
            assert client.get(reverse("red", args=[slug])).status_code == 200


def test_members_are_the_confirmed_ones_with_their_page_and_those_the_source_names(client):
    Entrada.objects.filter(pk="cglu").update(miembros_colombia=["Medellín", "Pasto"])
    confirmada = {"verificado": True, "declarado_en": now()}
    Membresia.objects.create(territorio_id="05001", entrada_id="cglu", **confirmada)
    Membresia.objects.create(territorio_id="54518", entrada_id="cglu", declarado_en=now())
    pagina = client.get(reverse("red", args=["cglu"])).content.decode()
    assert 'href="/territorios/05001/"' in pagina
    assert "/territorios/54518/" not in pagina
    assert "Según la fuente de esta entrada: Pasto." in re.sub(r"\s+", " ", pagina)


@pytest.mark.parametrize(
    ("verificado", "dias", "dice"),
    [
        (False, None, "Nadie ha leído una fuente"),
        (True, None, "no anotó cuándo"),
        (True, 400, "Hace más de un año que nadie revisa"),
        (True, 300, "Verificada el"),
    ],
)
def test_an_entry_says_how_far_it_is_to_be_trusted(client, verificado, dias, dice):
    dia = localdate() - timedelta(days=dias) if dias else None
    Entrada.objects.filter(pk="cglu").update(verificado=verificado, verificado_en=dia)
    assert dice in client.get(reverse("red", args=["cglu"])).content.decode()


def test_unverified_and_inactive_entries_say_so(client):
    sin_verificar = Entrada.objects.filter(verificado=False, estado="activa").first()
    assert "sin verificar" in client.get(reverse("red", args=[sin_verificar.slug])).content.decode()
    assert "Ya no funciona" in client.get(reverse("red", args=["usaid"])).content.decode()


def test_links_out_are_marked(client):
    pagina = client.get(reverse("red", args=["cglu"])).content.decode()
    enlace = re.search(r'<a [^>]*href="https://www\.uclg\.org"[^>]*>.*?</a>', pagina)[0]
    assert set(re.search(r'rel="([^"]*)"', enlace)[1].split()) == {"noopener", "external", "nofollow"}
    assert "uclg.org" in re.sub(r"<[^>]*>", "", enlace)
    assert "sale del portal" in enlace


def test_unknown_entry_is_404(client):
    assert client.get(reverse("red", args=["no-existe"])).status_code == 404
