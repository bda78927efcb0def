"""What every test may use. Unit tests roll back on the clone of their worker; real commits get a clone of their own.

``--nomigrations`` switches all this off: one empty database made by pytest-django, quick while models change.
"""

from __future__ import annotations

import os

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection, connections
from django.test import TransactionTestCase

from fcm_portal import base_de_datos
from tests import bases

CON_BASE = {"db", "transactional_db", "base_propia"}
_del_trabajador: dict[str, str] = {}


def _llano(config) -> bool:
    return bool(config.getoption("nomigrations", False))


def pytest_addoption(parser):
    """Let a developer start from less data than the demonstration."""
    parser.addoption("--datos", choices=bases.NIVELES, default="demostracion", help="data of tests that say none")


def pytest_configure(config):
    """Never flush a database: what commits works on a clone that is dropped."""
    if not _llano(config):
        TransactionTestCase._fixture_teardown = lambda self: None


def pytest_collection_modifyitems(items):
    """Tests in ``tests/navegador`` drive a browser and carry its mark."""
    for item in items:
        if "/tests/navegador/" in item.path.as_posix():
            item.add_marker("navegador")


def _confirma(item) -> bool:
    marca = item.get_closest_marker("django_db")
    return bool(marca and marca.kwargs.get("transaction")) or "transactional_db" in item.fixturenames


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Point Django at the database this test starts from (mark ``datos``), before any fixture runs."""
    usa_base = item.get_closest_marker("django_db") or CON_BASE & set(getattr(item, "fixturenames", ()))
    if _llano(item.config) or not usa_base:
        return
    marca = item.get_closest_marker("datos")
    nivel = marca.args[0] if marca else item.config.getoption("datos")
    if _confirma(item):
        item.clon_propio = bases.clonar(nivel)
        _apuntar(item.clon_propio)
        return
    if nivel not in _del_trabajador:
        _del_trabajador[nivel] = bases.clonar(nivel)
    _apuntar(_del_trabajador[nivel])


@pytest.hookimpl(trylast=True)
def pytest_runtest_teardown(item):
    """Drop the clone of a test that committed."""
    clon = getattr(item, "clon_propio", None)
    if clon:
        connections.close_all()
        bases.borrar(clon)


def _apuntar(base: str) -> None:
    if connection.settings_dict["NAME"] != base:
        connections.close_all()
        connection.settings_dict["NAME"] = base
        _olvidar()


def _olvidar() -> None:
    cache.clear()
    try:
        from guia.catalogo import olvidar
    except ImportError:
        return
    olvidar()


@pytest.fixture(scope="session")
def django_db_setup(request, django_db_blocker):
    """Use the clones above instead of the database pytest-django would make."""
    if _llano(request.config):
        request.getfixturevalue("django_db_setup")


def pytest_sessionfinish(session):
    """Drop this process's clones; the main one stops the embedded server unless somebody else uses it."""
    if _llano(session.config):
        return
    connections.close_all()
    for clon in _del_trabajador.values():
        bases.borrar(clon)
    if "PYTEST_XDIST_WORKER" not in os.environ:
        bases.barrer()
        base_de_datos.apagar(settings.VAR / settings.MODO.carpeta_postgres)


@pytest.fixture(autouse=True)
def memoria_limpia():
    """Forget what the cache kept: failed logins counted by another test, maps, counters."""
    cache.clear()


@pytest.fixture
def base_propia(transactional_db) -> str:
    """Give the name of a clone of this test's own, with real commits, to which Django is already connected."""
    return connection.settings_dict["NAME"]


@pytest.fixture
def tope_consultas(django_assert_max_num_queries):
    """Give a context manager that fails when a block makes more queries than said."""
    return django_assert_max_num_queries
