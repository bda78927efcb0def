"""Opening, closing, copying to the next one, and a new questionnaire while another is half answered."""

import copy
import json
import threading

import pytest
from django.db import connection

from diagnostico.apertura import abrir
from diagnostico.cierre import NoSePuedeCerrar, cerrar
from diagnostico.cuestionario import contenido_de
from diagnostico.models import Cuestionario, Diagnostico, Evidencia
from diagnostico.resultado import componer, por_clave, resultado


def contestar(diagnostico, **valores):
    for clave, valor in valores.items():
        diagnostico.respuestas.filter(clave=clave.replace("_", "-")).update(valor=valor)


def test_opening_makes_every_row(abierto):
    cuantas = [abierto.respuestas, abierto.modalidades, abierto.condiciones, abierto.motivaciones]
    assert [filas.count() for filas in cuantas] == [35, 5, 8, 5]


def test_opening_twice_gives_the_same_one(mutiscua, abierto, responsable):
    assert abrir(mutiscua, responsable, "completa") == abierto
    assert Diagnostico.objects.filter(territorio=mutiscua).count() == 1


def test_unanswered_counts_as_no_sabe_and_is_listed(abierto, enlace):
    contestar(abierto, p1_1="si", p1_2="no")
    cerrado = cerrar(abierto, enlace)
    dado = cerrado.resultado
    assert len(dado["sin_contestar"]) == 18
    assert por_clave(dado)["p1-4"]["valor"] == "no_sabe"
    # Step 1, short route: p1-1 (3) sí, p1-2 (2) no, p1-4 (3) no sabe → 100 × 3/8 = 37,5 → 38. Total 37,5 / 7 = 5,36.
    assert (dado["pasos"][0]["puntaje"], dado["total"], dado["provisional"]) == (38, 5, False)


def test_open_result_is_provisional_and_missing_answers_do_not_count(abierto):
    contestar(abierto, p1_1="si", p1_2="no")
    dado = resultado(abierto)
    # 100 × 3/5, and the other steps have nothing yet.
    assert (dado["total"], dado["provisional"], dado["faltan"]) == (60, True, 18)


def test_frozen_result_has_no_floats_and_no_private_notes(abierto, enlace):
    contestar(abierto, p1_1="si")
    abierto.respuestas.filter(clave="p1-1").update(nota_privada="SECRETO del municipio", observacion="A la vista")
    texto = json.dumps(cerrar(abierto, enlace).resultado, ensure_ascii=False)
    assert "SECRETO" not in texto
    assert "A la vista" in texto
    assert not any(isinstance(v, float) for v in hojas(json.loads(texto)))


def hojas(valor):
    if isinstance(valor, dict):
        valor = list(valor.values())
    if isinstance(valor, list):
        for uno in valor:
            yield from hojas(uno)
    else:
        yield valor


def test_reader_and_stranger_cannot_close(abierto, lectora, extrania, asesora):
    contestar(abierto, p1_1="si")
    for persona in (lectora, extrania, asesora):
        with pytest.raises(NoSePuedeCerrar):
            cerrar(abierto, persona)


def test_not_applicable_without_a_reason_holds_the_closing(abierto, responsable):
    contestar(abierto, p1_1="si", p1_4="no_aplica")
    with pytest.raises(NoSePuedeCerrar, match=r"1\.4"):
        cerrar(abierto, responsable)
    abierto.respuestas.filter(clave="p1-4").update(razon_no_aplica="No hay archivo propio")
    assert cerrar(abierto, responsable).resultado["no_aplica"][0]["razon"] == "No hay archivo propio"


def test_closing_twice_keeps_the_first_result(abierto, enlace, responsable):
    contestar(abierto, p1_1="si")
    primero = cerrar(abierto, enlace)
    segundo = cerrar(abierto, responsable)
    assert (segundo.cerrado_por, segundo.resultado) == (enlace, primero.resultado)


def test_next_one_starts_from_the_answers_to_be_confirmed(mutiscua, abierto, enlace):
    contestar(abierto, p1_1="si", p1_2="en_proceso")
    abierto.modalidades.filter(modalidad="integracion").update(nivel=2, instrumentos=["provincias"])
    abierto.condiciones.filter(clave="c1").update(valor="si")
    abierto.motivaciones.filter(motivacion="cultural").update(lugar=1)
    Diagnostico.objects.filter(pk=abierto.pk).update(temas=["educacion"])
    Evidencia.objects.create(
        respuesta=abierto.respuestas.get(clave="p1-1"), titulo="Inventario", enlace="https://mutiscua.gov.co/inv"
    )
    cerrar(abierto, enlace)
    segundo = abrir(mutiscua, enlace, "corta")
    assert (segundo.numero, segundo.anterior_id) == (2, abierto.pk)
    copiadas = segundo.respuestas.filter(por_confirmar=True)
    assert {r.clave: r.valor for r in copiadas} == {"p1-1": "si", "p1-2": "en_proceso"}
    assert segundo.modalidades.get(modalidad="integracion").nivel == 2
    assert segundo.condiciones.get(clave="c1").valor == "si"
    assert segundo.motivaciones.get(motivacion="cultural").lugar == 1
    assert segundo.temas == ["educacion"]
    assert segundo.respuestas.get(clave="p1-1").evidencias.get().titulo == "Inventario"


def test_new_questionnaire_leaves_the_half_answered_one_alone(mutiscua, abierto, enlace, publicado):
    contestar(abierto, p1_1="si")
    antes = componer(abierto)
    datos = copy.deepcopy(publicado.contenido)
    datos["version"] = "2099-01-01"
    datos["pasos"][0]["preguntas"][0]["texto"] = "Otra cosa"
    del datos["pasos"][0]["preguntas"][1]
    Cuestionario.objects.create(version="2099-01-01", contenido=datos, huella="1" * 64)
    abierto = Diagnostico.objects.get(pk=abierto.pk)
    assert componer(abierto) == antes
    cerrar(abierto, enlace)
    segundo = abrir(mutiscua, enlace)
    assert segundo.cuestionario_id == "2099-01-01"
    assert contenido_de(segundo).preguntas["p1-1"].texto == "Otra cosa"
    assert segundo.respuestas.count() == 34
    assert segundo.respuestas.get(clave="p1-1").por_confirmar


def test_result_costs_the_same_queries_whatever_is_answered(abierto, django_assert_max_num_queries):
    contestar(abierto, p1_1="si")
    componer(abierto)
    with django_assert_max_num_queries(8):
        componer(abierto)


@pytest.mark.django_db(transaction=True)
def test_two_clicks_at_once_open_one(mutiscua, enlace):
    dados, barrera = [], threading.Barrier(2)

    def clic():
        barrera.wait()
        dados.append(abrir(mutiscua, enlace).pk)
        connection.close()

    hilos = [threading.Thread(target=clic) for _ in range(2)]
    [hilo.start() for hilo in hilos]
    [hilo.join() for hilo in hilos]
    assert len(dados) == 2
    assert len(set(dados)) == 1
    assert Diagnostico.objects.filter(territorio=mutiscua).count() == 1
