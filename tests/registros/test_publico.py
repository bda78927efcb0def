"""Anybody asks who in Colombia is twinned with whom, and on what themes: filters, counts, map, pages, other floors."""

import datetime as dt
import re

import pytest
from django.urls import reverse

from agenda.documento.lugar import componer_territorio
from diagnostico.perfil import perfil
from fcm_portal.pais.hilos import hilos
from redes.models import Entrada, Hermanamiento, Membresia
from redes.registros.consultas import miembros_de
from redes.registros.mapa import mapa
from territorio.models import Territorio

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia")]
LISTA = reverse("hermanamientos")


def leer(client, consulta=""):
    """Give the page of a filter: its text in one line, and its context."""
    respuesta = client.get(LISTA + consulta)
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", respuesta.content.decode())), respuesta.context


def test_one_place_answers_who_is_twinned_with_spain_and_on_what_themes(client):
    texto, _contexto = leer(client)
    assert "30 territorios de Colombia tienen 83 acuerdos con ciudades de 23 países; 54 verificados." in texto
    Hermanamiento.objects.filter(pk="pamplona-pamplona-iruna-es").update(temas=["educacion", "promocion-turismo"])
    texto, contexto = leer(client, "?pais=ES")
    assert "9 territorios de Colombia tienen 14 acuerdos con ciudades de España" in texto
    assert "Educación (1)" in texto
    assert "13 sin temas anotados" in texto
    assert {fila.pais for fila in contexto["pagina"]} == {"ES"}
    assert contexto["pagina"].paginator.count == 14


@pytest.mark.parametrize(
    ("consulta", "slugs"),
    [
        ("?q=iruna", {"pamplona-pamplona-iruna-es"}),
        ("?q=PAMPLONA+iruÑa", {"pamplona-pamplona-iruna-es"}),
        ("?q=españa+norte+de+santander", {"pamplona-pamplona-iruna-es"}),
        ("?departamento=54&pais=es", {"pamplona-pamplona-iruna-es"}),
        ("?q=irunna", {"pamplona-pamplona-iruna-es"}),  # a typing error
        ("?q=franceses", {"cartagena-de-indias-niza-fr"}),  # a demonym
        ("?tipo=comunidad+hermana&tema=ninguno&verificado=si", None),
        ("?pais=XX", set()),
        ("?q=%22&pais=%27%22&tema=zz&pagina=-1", set()),
    ],
)
def test_filters_travel_in_the_address(client, consulta, slugs):
    _texto, contexto = leer(client, consulta)
    halladas = {fila.slug for fila in contexto["pagina"]}
    if slugs is None:
        assert [fila.tipo_acuerdo for fila in contexto["pagina"]] == ["comunidad hermana"] * len(halladas)
    else:
        assert halladas == slugs


def test_what_waits_or_was_returned_or_withdrawn_shows_nowhere(client):
    ahora = dt.datetime(2026, 11, 20, tzinfo=dt.UTC)
    comun = {"territorio_id": "54518", "tipo_acuerdo": "hermanamiento", "pais": "IS"}
    for n, extra in enumerate(({}, {"devuelto": "No."}, {"verificado": True, "retirado_en": ahora})):
        Hermanamiento.objects.create(slug=f"oculto-{n}", ciudad="Reikiavik", declarado_en=ahora, **comun, **extra)
    oculta = Membresia.objects.create(territorio_id="54518", entrada_id="mercociudades", declarado_en=ahora)
    pamplona = Territorio.objects.get(pk="54518")
    for direccion in (LISTA, f"{LISTA}?q=Reikiavik", reverse("territorio_publico", args=["54518"])):
        texto = client.get(direccion).content.decode()
        assert not [palabra for palabra in (">Reikiavik", "Islandia", "Mercociudades") if palabra in texto]
    congelado = componer_territorio(pamplona)
    assert [uno["ciudad"] for uno in congelado["hermanamientos"]] == ["Pamplona / Iruña"]
    assert congelado["membresias"] == []
    assert "Islandia" not in {destino.nombre for destino in hilos({"54518": (7.4, -72.6)})[1]}
    assert [
        list(miembros_de(Entrada.objects.get(pk="mercociudades"))),
        client.get("/redes/hermanamientos/oculto-0/").status_code,
    ] == [[], 404]
    assert "mercociudades" in perfil(pamplona).ya_tiene  # nobody is told to join where it already asked to be seen
    Membresia.objects.filter(pk=oculta.pk).update(verificado=True, verificado_en=dt.date(2026, 11, 21))
    assert [una.territorio.nombre for una in miembros_de(oculta.entrada)] == ["Pamplona"]
    assert "Mercociudades" in client.get(reverse("territorio_publico", args=["54518"])).content.decode()


def test_a_page_for_each_says_its_source_and_never_shows_more_than_is_known(client):
    for fila in Hermanamiento.objects.filter(pk__in=["pamplona-pamplona-iruna-es", "bogota-d-c-buenos-aires-ar"]):
        texto = client.get(reverse("hermanamiento", args=[fila.pk])).content.decode()
        assert "sin temas anotados" in texto
        assert ("✓ verificado" in texto) is fila.verificado
        assert fila.fuente[:20] in texto


def test_the_map_names_every_country_once_or_leaves_it_to_the_list():
    dibujo = mapa([("ES", "España", 14), ("FR", "Francia", 1), ("PT", "Portugal", 1), ("ZZ", "Nada", 1)], "Mapa")
    assert len(dibujo.puntos) == 3
    assert dibujo.puntos[0].nombre == "España (14)"
    x, y = (float(parte) for parte in (dibujo.puntos[0].x, dibujo.puntos[0].y))
    casa = float(dibujo.casa[0]), float(dibujo.casa[1])
    assert x > casa[0]  # Spain lies east of Colombia and north of it
    assert y < casa[1]
