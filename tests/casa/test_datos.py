"""Migrations are complete, and the reference data loads twice with the same result."""

import io

import pytest
from django.apps import apps
from django.core.management import call_command

from tests import bases


@pytest.mark.datos("nada")
@pytest.mark.django_db
def test_no_migration_is_missing():
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)


@pytest.mark.skipif(not bases.existe_orden("cargar_referencia"), reason="the loader does not exist yet")
@pytest.mark.datos("referencia")
@pytest.mark.django_db
def test_loading_twice_gives_the_same():
    antes = _filas()
    call_command("cargar_referencia", stdout=io.StringIO())
    assert _filas() == antes
    assert antes["territorio.Territorio"] > 1100


def _filas() -> dict[str, int]:
    propias = ("territorio", "guia", "redes", "diagnostico")
    return {
        modelo._meta.label: modelo._base_manager.count()
        for modelo in apps.get_models()
        if modelo._meta.app_label in propias
    }
