"""A save: written, unchanged, agreed or kept apart."""

import pytest

from agenda.models import Accion
from guardado.guardar import Estado, guardar
from guardado.huella import huella
from guardado.models import Desencuentro

pytestmark = pytest.mark.django_db


def almacenado(accion):
    return Accion.objects.get(pk=accion.pk)


def test_a_value_is_written_when_nobody_changed_it(accion, ana):
    resultado = guardar(accion, "responsable", "Hacienda", huella("Planeación"), ana)
    assert resultado.estado == Estado.GUARDADO
    assert almacenado(accion).responsable == "Hacienda"
    assert accion.responsable == "Hacienda"


def test_an_unchanged_value_writes_nothing_even_if_the_stored_one_moved(accion, ana):
    Accion.objects.filter(pk=accion.pk).update(responsable="Turismo")
    resultado = guardar(accion, "responsable", "Planeación", huella("Planeación"), ana)
    assert resultado.estado == Estado.SIN_CAMBIO
    assert almacenado(accion).responsable == "Turismo"
    assert not Desencuentro.objects.exists()


def test_two_people_who_wrote_the_same_agree(accion, ana):
    Accion.objects.filter(pk=accion.pk).update(responsable="Turismo")
    assert guardar(accion, "responsable", " Turismo ", huella("Planeación"), ana).estado == Estado.GUARDADO
    assert not Desencuentro.objects.exists()


def test_the_second_of_two_texts_is_kept_apart(accion, ana, beto):
    guardar(accion, "responsable", "De Ana", huella("Planeación"), ana)
    resultado = guardar(accion, "responsable", "De Beto", huella("Planeación"), beto, direccion="/donde/")
    assert resultado.estado == Estado.DESENCUENTRO
    assert almacenado(accion).responsable == "De Ana"
    desencuentro = Desencuentro.objects.get()
    assert (desencuentro.valor, desencuentro.usuario, desencuentro.direccion) == ("De Beto", beto, "/donde/")
    assert desencuentro.territorio_id == "99999"


def test_writing_on_after_a_clash_renews_the_kept_text(accion, ana, beto):
    guardar(accion, "responsable", "De Ana", huella("Planeación"), ana)
    guardar(accion, "responsable", "De Be", huella("Planeación"), beto)
    guardar(accion, "responsable", "De Beto", huella("Planeación"), beto)
    assert [d.valor for d in Desencuentro.objects.all()] == ["De Beto"]


def test_a_change_by_bulk_update_is_seen(accion, ana):
    Accion.objects.filter(pk=accion.pk).update(temas=["educacion"])
    assert guardar(accion, "temas", ["turismo"], huella([]), ana).estado == Estado.DESENCUENTRO


def test_a_removed_row_keeps_its_value_and_the_text(accion, ana):
    Accion.objects.filter(pk=accion.pk).update(retirada_en="2026-01-01T00:00Z")
    assert guardar(accion, "responsable", "Nuevo", huella("Planeación"), ana).estado == Estado.RETIRADA
    assert almacenado(accion).responsable == "Planeación"
    assert Desencuentro.objects.get().valor == "Nuevo"


def test_an_invented_digest_never_overwrites(accion, ana):
    assert guardar(accion, "responsable", "Nuevo", "x" * 500, ana).estado == Estado.DESENCUENTRO
    assert almacenado(accion).responsable == "Planeación"
