"""What the tests of the site forget between one and the next: the index of the search and the contact data."""

import pytest

from fcm_portal.busqueda import indice
from fcm_portal.models import olvidar_contacto
from guia.catalogo import olvidar


@pytest.fixture(autouse=True)
def _sin_memoria():
    """Begin and end with nothing in memory."""
    for olvidado in (indice.olvidar, olvidar_contacto, olvidar):
        olvidado()
    yield
    for olvidado in (indice.olvidar, olvidar_contacto, olvidar):
        olvidado()
