"""Reference data in the admin: for the coordination only, searched without accents, territories never deleted."""

import pytest
from django.urls import reverse

from cuentas.models import RolFcm, Usuario

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


def test_an_advisor_does_not_enter(client):
    client.force_login(Usuario.objects.create_user("asesora@prueba.co", rol_fcm=RolFcm.ASESOR))
    assert client.get(reverse("admin:redes_entrada_changelist")).status_code in (302, 403)
