"""What every test may use. Unit tests roll back on the clone of their worker; real commits get a clone of their own.

``--nomigrations`` switches all this off: one empty database made by pytest-django, quick while models change.
"""

from __future__ import annotations

import gc
import os
import re
from functools import lru_cache
from pathlib import Path

import pytest
from django.conf import settings
from django.core.cache import cache
from django.db import connection, connections
from django.template import Template
from django.test import TransactionTestCase
from django.test.utils import _TestState

from fcm_portal import base_de_datos
from tests import bases

CON_BASE = {"db", "transactional_db", "base_propia"}
MIRA_LO_DIBUJADO = re.compile(r"\.(context|context_data|templates)\b")  # of an answer: «respuesta.context["pagina"]»
BASURA = (50_000, 20, 100)  # the collector's rounds, less often: a run allocates much and keeps little
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
    """Mark what drives a browser; put first the modules without a database and, of each kind, the long ones.

    Of two processes one takes the first half and needs nothing yet, while the other builds the demonstration. What is
    long starts early: nobody waits for it at the end, and no other process takes part of it, setup and all.
    """
    con_base = set()
    for item in items:
        if "/tests/navegador/" in item.path.as_posix():
            item.add_marker("navegador")
        if _usa_base(item):
            con_base.add(item.path)
    largos = {item.path for item in items if item.get_closest_marker("larga")}
    items.sort(key=lambda item: (item.path in con_base, item.path not in largos))


def pytest_collection_finish():
    """Leave what was imported out of the collector's rounds."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*BASURA)


def _usa_base(item) -> bool:
    return bool(item.get_closest_marker("django_db") or CON_BASE & set(getattr(item, "fixturenames", ())))


def _confirma(item) -> bool:
    marca = item.get_closest_marker("django_db")
    return bool(marca and marca.kwargs.get("transaction")) or "transactional_db" in item.fixturenames


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item):
    """Point Django at the database this test starts from (mark ``datos``), before any fixture runs."""
    if _llano(item.config) or not _usa_base(item):
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
        olvidar_todo()


def olvidar_todo() -> None:
    """Forget what this process keeps of a database."""
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


@lru_cache
def _mira_lo_dibujado(archivo: Path) -> bool:
    return bool(MIRA_LO_DIBUJADO.search(archivo.read_text(encoding="utf-8")))


@pytest.fixture(autouse=True)
def plantillas(request):
    """Draw templates as the portal does, but for tests that look at what was drawn (``respuesta.context``).

    Django's test runner makes each template tell its context, copied whole at every include.
    """
    instrumentada = Template._render
    if not _mira_lo_dibujado(request.path):
        Template._render = _TestState.saved_data.template_render
    yield
    Template._render = instrumentada


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
