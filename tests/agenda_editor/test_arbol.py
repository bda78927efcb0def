"""The overview: places, removal with undo, filter, and a cost that does not grow."""

from agenda.arbol import arbol, hojas
from agenda.models import Accion, Eje, Objetivo, Partida


def _agregar(pueblo, cuantas: int):
    for n in range(cuantas):
        accion = Accion.objects.create(objetivo=pueblo.objetivo, nombre=f"Acción número {n} " + "x" * 180, orden=n + 2)
        Partida.objects.create(accion=accion, anio=2026, fuente="propios", valor=1_000_000)


def test_numbers_are_places(pueblo):
    segundo = Objetivo.objects.create(eje=pueblo.eje, nombre="Otro", orden=2)
    Accion.objects.create(objetivo=segundo, nombre="Segunda")
    troncos = arbol(pueblo.agenda)
    assert [hoja.numero for hoja in hojas(troncos)] == ["1.1", "1.2"]
    assert [rama.numero for rama in troncos[0].objetivos] == ["1A", "1B"]


def test_totals_tell_cash_from_kind(pueblo):
    Partida.objects.create(accion=pueblo.accion, anio=2026, fuente="propios", valor=9_999_999_999_999)
    Partida.objects.create(accion=pueblo.accion, anio=2026, fuente="comunidad", valor=5, en_especie=True)
    (hoja,) = hojas(arbol(pueblo.agenda))
    assert (hoja.total, hoja.en_especie) == (9_999_999_999_999, 5)


def test_forty_actions_cost_the_same_queries_as_four(pueblo, como, ir, django_assert_max_num_queries):
    cliente = como("enlace")
    _agregar(pueblo, 40)
    cliente.get(ir("agenda"))
    with django_assert_max_num_queries(32):
        respuesta = cliente.get(ir("agenda"))
    assert respuesta.content.decode().count("Acción número") >= 40


def test_up_said_twice_moves_once(pueblo, como, ir):
    _agregar(pueblo, 2)
    cliente = como("enlace")
    tercera = pueblo.objetivo.acciones.last()
    for _vez in range(2):
        respuesta = cliente.post(ir("agenda_fila", "accion", tercera.clave, "colocar"), {"lugar": "2"})
        assert respuesta.status_code == 302
    orden = list(pueblo.objetivo.acciones.values_list("pk", flat=True))
    assert orden.index(tercera.pk) == 1
    assert list(pueblo.objetivo.acciones.values_list("orden", flat=True)) == [1, 2, 3]


def test_removed_row_offers_undo_and_comes_back(pueblo, como, ir):
    cliente = como("enlace")
    respuesta = cliente.post(ir("agenda_fila", "accion", pueblo.accion.clave, "retirar"), follow=True)
    assert "Deshacer" in respuesta.content.decode()
    assert hojas(arbol(pueblo.agenda)) == []
    pueblo.accion.refresh_from_db()
    assert pueblo.accion.retirada_por == pueblo.enlace
    assert "Misión a Trieste" in cliente.get(ir("agenda_retiradas")).content.decode()
    cliente.post(ir("agenda_fila", "accion", pueblo.accion.clave, "restaurar"))
    assert len(hojas(arbol(pueblo.agenda))) == 1


def test_restoring_an_action_restores_its_removed_parents(pueblo, como, ir):
    cliente = como("enlace")
    cliente.post(ir("agenda_fila", "eje", pueblo.eje.clave, "retirar"))
    cliente.post(ir("agenda_fila", "accion", pueblo.accion.clave, "retirar"))
    cliente.post(ir("agenda_fila", "accion", pueblo.accion.clave, "restaurar"))
    assert Eje.objects.get(pk=pueblo.eje.pk).retirada_en is None
    assert len(hojas(arbol(pueblo.agenda))) == 1


def test_filter_finds_without_accents(pueblo, como, ir):
    _agregar(pueblo, 3)
    texto = como("enlace").get(ir("agenda"), {"texto": "mision"}).content.decode()
    assert "1 de 4 acciones" in texto
    assert "Acción número" not in texto.split("Textos de la agenda")[0].split("1 de 4 acciones")[1].split("<aside")[0]


def test_names_of_the_levels_are_those_of_the_town(pueblo, como, ir):
    pueblo.agenda.nombre_eje = "Línea"
    pueblo.agenda.save()
    texto = como("enlace").get(ir("agenda")).content.decode()
    assert "Línea 1" in texto
    assert "Agregar línea" in texto


def test_move_to_another_objetivo_of_this_agenda_only(pueblo, como, ir):
    otro = Objetivo.objects.create(eje=pueblo.eje, nombre="Otro", orden=2)
    cliente = como("enlace")
    donde = ir("agenda_fila", "accion", pueblo.accion.clave, "trasladar")
    assert cliente.post(donde, {"padre": str(pueblo.objetivo_ajeno.clave)}).status_code == 404
    cliente.post(donde, {"padre": str(otro.clave)})
    pueblo.accion.refresh_from_db()
    assert pueblo.accion.objetivo == otro


def test_duplicate_said_twice_makes_one(pueblo, como, ir):
    Partida.objects.create(accion=pueblo.accion, anio=2026, fuente="propios", valor=10, ejecutado=7)
    pueblo.indicador.metas.create(anio=2026, valor=5)
    clave = "11111111-1111-4111-8111-111111111111"
    cliente = como("enlace")
    for _vez in range(2):
        respuesta = cliente.post(ir("agenda_fila", "accion", pueblo.accion.clave, "duplicar"), {"clave": clave})
        assert respuesta.url == ir("accion", clave)
    copia = Accion.objects.get(clave=clave)
    assert copia.copiada_de == pueblo.accion
    assert [(p.valor, p.ejecutado) for p in copia.partidas.all()] == [(10, 0)]
    assert [m.valor for m in copia.indicadores.get().metas.all()] == [5]
    assert Accion.objects.filter(objetivo=pueblo.objetivo).count() == 2
