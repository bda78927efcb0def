"""The machinery of the tests itself: clones, real commits, nothing left behind."""

import pytest
from django.db import connection, transaction

from cuentas.models import Usuario


@pytest.mark.datos("nada")
@pytest.mark.django_db
def test_level_nada_has_tables_and_no_accounts():
    assert Usuario.objects.count() == 0
    Usuario.objects.create_user("uno@ejemplo.co")


@pytest.mark.datos("nada")
@pytest.mark.django_db
def test_what_another_test_wrote_was_rolled_back():
    assert Usuario.objects.count() == 0


@pytest.mark.datos("nada")
def test_real_commits_happen_on_a_clone(base_propia):
    hechos = []
    with transaction.atomic():
        Usuario.objects.create_user("dos@ejemplo.co")
        transaction.on_commit(lambda: hechos.append(1))
    assert hechos == [1]
    assert base_propia.startswith("prueba_")
    assert connection.settings_dict["NAME"] == base_propia


@pytest.mark.datos("nada")
@pytest.mark.django_db
def test_commits_of_another_test_are_not_seen():
    assert Usuario.objects.count() == 0
