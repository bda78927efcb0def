"""The home: the map's legend, its weight, its queries, and what it never tells."""

import gzip
import re
from pathlib import Path

import brotli
import pytest
from django.core.cache import cache
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from cuentas.models import Usuario
from fcm_portal.pais.hilos import repartir
from fcm_portal.pais.mapa import CLAVE, dibujar
from guia.models import Ficha
from informes.graficas.trazo import recorrer
from redes.models import Hermanamiento

pytestmark = [pytest.mark.django_db, pytest.mark.datos("nada")]
RAIZ = Path(__file__).resolve().parents[2]


def leyenda(pagina: str) -> dict[str, str]:
    """Read the legend as a person does: word and number."""
    return dict(re.findall(r'<th scope="row"[^>]*>([^<]+)</th><td>([^<]+)</td>', pagina))


def test_legend_counts_what_is_there(client, pais_pequeno):
    p = pais_pequeno
    uno, dos, tres, cuatro, _quinto, sexto = (p.municipio(f"9000{n}", f"Pueblo {n}") for n in range(6))
    p.diagnostico(uno)
    p.agenda(dos, "enviada")
    p.publicada(tres)
    p.publicada(cuatro)
    p.municipio("90099", "Sin lugar", latitud=None, longitud=None)
    p.publicada(p.municipio("ASM-1", "Asociación", tipo="asociacion", latitud=None, longitud=None))
    pagina = client.get(reverse("portada")).content.decode()
    assert leyenda(pagina) == {
        "Sin empezar": "2",
        "En diagnóstico": "1",
        "Agenda enviada": "1",
        "Agenda publicada": "2",
    }
    assert sexto.nombre not in pagina


def test_map_is_drawn_once_and_kept(client, pais_pequeno):
    pais_pequeno.municipio("90001", "Uno")
    client.get(reverse("portada"))
    pais_pequeno.municipio("90002", "Dos")
    assert leyenda(client.get(reverse("portada")).content.decode())["Sin empezar"] == "1"


def test_dots_of_one_state_and_size_are_one_path(pais_pequeno):
    for n in range(5):
        pais_pequeno.municipio(f"9000{n}", f"Pueblo {n}", longitud=-74 - n)
    pais_pequeno.municipio("90009", "Ciudad", poblacion=900_000)
    trazos = dibujar().trazos
    assert [(trazo.capas[0][0], trazo.d.count("h0")) for trazo in trazos] == [("sin-empezar", 1), ("sin-empezar", 5)]


def test_states_differ_in_shape_and_not_only_in_colour(pais_pequeno):
    p = pais_pequeno
    _nadie, abre, envia, publica = (p.municipio(f"9000{n}", f"Pueblo {n}") for n in range(4))
    p.diagnostico(abre)
    p.agenda(envia, "enviada")
    p.publicada(publica)
    formas = [tuple(clase for clase, _diametro in trazo.capas) for trazo in dibujar().trazos]
    assert formas == [
        ("sin-empezar",),
        ("en-diagnostico", "nucleo"),
        ("agenda-enviada",),
        ("agenda-publicada", "hueco", "agenda-publicada"),
    ]


def test_counts_of_each_department_are_in_a_table(client, pais_pequeno):
    p = pais_pequeno
    p.municipio("90001", "Uno")
    p.agenda(p.municipio("90002", "Dos"), "enviada")
    pagina = client.get(reverse("territorios")).content.decode()
    fila = re.search(r'<a href="\?departamento=90">Prueba</a>.*?</tr>', pagina, re.S)[0]
    assert re.findall(r'data-etiqueta="([^"]+)">(\d+)<', fila) == [
        ("Sin empezar", "1"),
        ("En diagnóstico", "0"),
        ("Agenda enviada", "1"),
        ("Agenda publicada", "0"),
        ("Total", "2"),
    ]
    assert reverse("territorios") + "#departamentos" in client.get(reverse("portada")).content.decode()


def test_a_visitor_is_led_to_the_self_check_and_a_person_to_her_work(client, pais_pequeno):
    visita = client.get(reverse("portada")).content.decode()
    assert f'href="{reverse("autodiagnostico")}">Autodiagnóstico en 15 minutos' in visita
    client.force_login(Usuario.objects.create_user("ana@prueba.co", "clave-larga-1"))
    suya = client.get(reverse("portada")).content.decode()
    assert f'href="{reverse("entrada")}">Seguir donde iba' in suya
    assert "Autodiagnóstico en 15 minutos" not in suya


def test_a_path_goes_from_dot_to_dot():
    assert recorrer([(5, 9), (3, 4), (5, 9)]) == "m3 4h0m2 5h0"


def test_threads_only_of_verified_agreements(pais_pequeno):
    territorio = pais_pequeno.municipio("90001", "Uno")
    for slug, pais, verificado in (("a", "ES", True), ("b", "ES", True), ("c", "FR", False), ("d", "ZZ", True)):
        Hermanamiento.objects.create(
            slug=slug,
            territorio=territorio,
            ciudad=slug,
            pais=pais,
            tipo_acuerdo="hermanamiento",
            verificado=verificado,
        )
    dibujado = dibujar()
    assert len(dibujado.hilos) == 1
    assert [uno.nombre for uno in dibujado.destinos] == ["España"]


def test_threads_of_many_countries_end_apart_on_the_side_they_leave_by():
    destinos = repartir({"US", "MX", "CN", "ES", "DE", "AR", "BR", "EC"})
    assert {pais for pais, uno in destinos.items() if uno.a_la_izquierda} == {"US", "MX", "CN", "EC"}
    for lado in (True, False):
        alturas = sorted(uno.y for uno in destinos.values() if uno.a_la_izquierda is lado)
        assert all(b - a >= 40 for a, b in zip(alturas, alturas[1:], strict=False)), alturas
    assert destinos["ES"].y < destinos["AR"].y


def test_latest_show_the_frozen_text_and_not_the_draft(client, pais_pequeno):
    pais_pequeno.publicada(
        pais_pequeno.municipio("90001", "Villa <b>"), objetivo="Vender <script>alert(1)</script> {{ 7*7 }}"
    )
    pais_pequeno.agenda(pais_pequeno.municipio("90002", "Secreta"), objetivo_general="No se ve")
    pagina = client.get(reverse("portada")).content.decode()
    assert "Café con destino" in pagina
    assert "Villa &lt;b&gt;" in pagina
    assert "&lt;script&gt;alert(1)" in pagina
    assert "{{ 7*7 }}" in pagina
    assert "Texto de trabajo" not in pagina
    assert "Secreta" not in pagina


def test_nothing_published_invites_to_be_the_first(client, pais_pequeno):
    assert "Todavía no hay agendas publicadas" in client.get(reverse("portada")).content.decode()


def test_queries_do_not_grow_with_rows(client, pais_pequeno):
    def consultas(desde: int, hasta: int) -> int:
        for n in range(desde, hasta):
            pais_pequeno.publicada(pais_pequeno.municipio(f"91{n:03d}", f"Pueblo {n}"))
        cache.delete(CLAVE)
        with CaptureQueriesContext(connection) as capturadas:
            client.get(reverse("portada"))
        return len(capturadas)

    consultas(0, 1)
    assert consultas(1, 4) == consultas(4, 40)


def test_a_kept_home_asks_once(client, pais_pequeno, django_assert_num_queries):
    bloque = Ficha.objects.create(slug="pasos", orden=1, nombre="Siete pasos")
    Ficha.objects.create(bloque=bloque, slug="piense", orden=1, nombre="En región", datos={"verbo": "Piense"})
    client.get(reverse("portada"))
    with django_assert_num_queries(1):
        pagina = client.get(reverse("portada")).content.decode()
    assert "en región, con sus vecinos" in pagina


def test_first_visit_is_light(client, pais_pequeno):
    for n in range(1122):
        pais_pequeno.municipio(
            f"9{n:04d}", f"Pueblo {n}", latitud=-4 + (n * 37 % 1600) / 100, longitud=-79 + (n * 53 % 1200) / 100
        )
    pagina = client.get(reverse("portada")).content
    hojas = re.findall(r'<(?:link rel="stylesheet" href|script src)="/?static/([^"]+)"', pagina.decode())
    assert hojas == ["css/portal.css"]
    hoja = brotli.compress((RAIZ / "static/css/portal.css").read_bytes())
    icono = (RAIZ / "static/marca/icono.svg").read_bytes()
    assert len(gzip.compress(pagina)) + len(hoja) + len(icono) < 30 * 1024
