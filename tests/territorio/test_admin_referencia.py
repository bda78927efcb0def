"""Reference data in the admin: for the coordination only, searched without accents, territories never deleted."""

import pytest
from django.urls import reverse

from cuentas.models import RolFcm, Usuario
from guia.models import Ficha, Termino
from redes.models import Entrada, Hermanamiento

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia")]
LISTAS = [
    "territorio_territorio",
    "territorio_vecindad",
    "territorio_periodo",
    "guia_ficha",
    "guia_termino",
    "guia_ods",
    "guia_metaods",
    "guia_odm",
    "guia_relacionodmods",
    "guia_indicadorsugerido",
    "redes_entrada",
    "redes_contraparte",
    "redes_hermanamiento",
    "redes_membresia",
]


@pytest.fixture
def coordinacion(client):
    """Log in somebody of the coordination."""
    client.force_login(Usuario.objects.create_superuser("coordina@prueba.co"))
    return client


@pytest.mark.parametrize("lista", LISTAS)
def test_the_coordination_sees_every_list_in_few_queries(coordinacion, lista, tope_consultas):
    with tope_consultas(18):
        assert coordinacion.get(reverse(f"admin:{lista}_changelist")).status_code == 200


@pytest.mark.parametrize(
    ("lista", "buscado", "clave"),
    [
        ("territorio_territorio", "NARIÑO", "25483"),
        ("redes_entrada", "cooperación coreá", "koica"),
        ("guia_termino", "Estratégica", "agenda-estrategica"),
    ],
)
def test_search_minds_no_accents(coordinacion, lista, buscado, clave):
    hallados = coordinacion.get(reverse(f"admin:{lista}_changelist"), {"q": buscado}).context["cl"].queryset
    assert clave in hallados.values_list("pk", flat=True)


def test_a_territory_is_not_deleted(coordinacion):
    assert coordinacion.get(reverse("admin:territorio_territorio_delete", args=["54518"])).status_code == 403
    assert coordinacion.get(reverse("admin:territorio_territorio_change", args=["54518"])).status_code == 200


def test_what_has_its_own_screen_is_only_looked_up(coordinacion):
    """A change brings its source, a register is confirmed by who may: the admin asks neither."""
    ficha = Ficha.objects.exclude(bloque=None).first()
    hermanamiento = Hermanamiento.objects.filter(declarado_en=None).first()
    for fila, pantalla in (
        (ficha, reverse("ficha_editar", args=[ficha.bloque.slug, ficha.slug])),
        (ficha.bloque, reverse("ficha_editar", args=[ficha.bloque.slug, "presentacion"])),
        (Termino.objects.first(), reverse("termino_editar", args=[Termino.objects.first().pk])),
        (Entrada.objects.get(pk="koica"), reverse("entrada_editar", args=["koica"])),
        (hermanamiento, reverse("hermanamiento_editar", args=[hermanamiento.pk])),
    ):
        lugar = reverse(f"admin:{fila._meta.app_label}_{fila._meta.model_name}_change", args=[fila.pk])
        assert pantalla in coordinacion.get(lugar).content.decode()
        assert coordinacion.post(lugar, {"verificado": "on"}).status_code == 403, lugar
    nuevo = {"slug": "x-y", "territorio": "54518", "ciudad": "X", "pais": "ES", "tipo_acuerdo": "hermanamiento"}
    for mal in ({}, {"fuente": "Acta 3", "verificado": "on"}):
        assert coordinacion.post(reverse("admin:redes_hermanamiento_add"), nuevo | mal).status_code == 200
    assert not Hermanamiento.objects.filter(pk="x-y").exists()
    coordinacion.post(reverse("admin:redes_hermanamiento_add"), nuevo | {"fuente": "Acta 3"})
    assert Hermanamiento.objects.publicos().filter(pk="x-y", verificado=False).exists()


def test_an_advisor_does_not_enter(client):
    client.force_login(Usuario.objects.create_user("asesora@prueba.co", rol_fcm=RolFcm.ASESOR))
    assert client.get(reverse("admin:redes_entrada_changelist")).status_code in (302, 403)
