"""The portal speaks Spanish, whatever a browser prefers; English exists only while an edition is drawn."""

import pytest
from django.conf import settings
from django.utils.translation import get_language


@pytest.mark.django_db
@pytest.mark.datos("demostracion")
@pytest.mark.parametrize("direccion", ["/", "/agendas/", "/agendas/54518/2024-2027/", "/guia/", "/salud/"])
def test_no_page_changes_with_the_language_of_the_browser(client, direccion):
    sin_preferencia = client.get(direccion)
    con_ingles = client.get(direccion, headers={"accept-language": "en-GB,en;q=0.9"})
    assert con_ingles.status_code == 200
    assert get_language() == settings.LANGUAGE_CODE == "es-co"
    assert con_ingles.headers.get("Content-Language", "es") != "en"
    assert "Accept-Language" not in con_ingles.headers.get("Vary", "")
    if direccion != "/salud/":
        assert '<html lang="es-CO"' in con_ingles.content.decode()
        assert len(con_ingles.content) == len(sin_preferencia.content)


def test_a_cookie_or_an_address_of_language_is_not_read():
    assert not [nombre for nombre in settings.MIDDLEWARE if nombre.endswith("LocaleMiddleware")]
