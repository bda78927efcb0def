"""The index sees every change at once, also those of transactions that commit late, and forgets what was undone."""

import threading

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from redes.directorio import memoria
from redes.directorio.consulta import buscar
from redes.models import Convocatoria, Entrada, Hermanamiento

NUEVO = "Ornitorrinco"


def halladas(texto: str) -> set:
    """Give the keys that answer a word, as the database is now."""
    indice = memoria.al_dia()
    return {
        indice.puestos[lugar].clave for nivel in buscar(indice, texto).niveles[:6] for lugar in indice.por_orden(nivel)
    }


def en_otra_sesion(hacer) -> None:
    """Run something in another thread, with a connection of its own."""

    def con_cierre():
        try:
            hacer()
        finally:
            connection.close()

    hilo = threading.Thread(target=con_cierre)
    hilo.start()
    hilo.join(20)
    assert not hilo.is_alive()


@pytest.mark.datos("referencia")
@pytest.mark.django_db
def test_every_kind_of_change_is_seen_and_what_is_undone_is_forgotten():
    assert halladas(NUEVO) == set()
    with transaction.atomic():
        punto = transaction.savepoint()
        Entrada.objects.filter(pk="giz").update(nombre=NUEVO)
        assert halladas(NUEVO) == {"giz"}
        transaction.savepoint_rollback(punto)
        assert halladas(NUEVO) == set()
    llamado = Convocatoria.objects.create(slug="x", titulo=f"Beca {NUEVO}", entrada_id="giz")
    Hermanamiento.objects.filter(pk="pamplona-pamplona-iruna-es").update(ciudad=NUEVO)
    Entrada.objects.bulk_create([Entrada(slug="nueva", clase="red", nombre=NUEVO, estado="activa", clave_busqueda="x")])
    assert halladas(NUEVO) == {llamado.pk, "pamplona-pamplona-iruna-es", "nueva"}
    Hermanamiento.objects.filter(pk="pamplona-pamplona-iruna-es").update(retirado_en="2026-01-01T00:00Z")
    assert halladas(NUEVO) == {llamado.pk, "nueva"}
    Entrada.objects.filter(pk="nueva").update(nombre="Otra")
    assert halladas(NUEVO) == {llamado.pk}


@pytest.mark.datos("referencia")
@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_commits_after_a_later_one_is_seen():
    memoria.al_dia()
    escribio, seguir = threading.Event(), threading.Event()

    def despacio():
        with transaction.atomic():
            Entrada.objects.filter(pk="giz").update(nombre=NUEVO)
            escribio.set()
            assert seguir.wait(20)
        connection.close()

    lenta = threading.Thread(target=despacio)
    lenta.start()
    assert escribio.wait(20)
    Entrada.objects.filter(pk="cglu").update(nombre=NUEVO)  # a later event, committed before
    assert [halladas(NUEVO) for _vez in range(3)] == [{"cglu"}] * 3
    seguir.set()
    lenta.join(20)
    assert halladas(NUEVO) == {"cglu", "giz"}
    memoria.al_dia()
    with CaptureQueriesContext(connection) as consultas:
        memoria.al_dia()
    assert len(consultas) == 1
    Entrada.objects.filter(pk="cglu").update(reemplazada_por=None)
    Entrada.objects.create(slug="efimera", clase="red", nombre="Efímera Pasajera", estado="activa")
    assert halladas("pasajera") == {"efimera"}
    en_otra_sesion(lambda: Entrada.objects.filter(pk="efimera").delete())
    assert not Client().get("/redes/?q=pasajera").context["pagina"].object_list
    assert halladas("pasajera") == set()
