"""The agenda goes out as a workbook and comes back: what changes, what is refused, what waits for a choice."""

from __future__ import annotations

import datetime as dt

import pytest

from agenda.models import Accion, Agenda, Aliado, Eje, Hito, MetaAnual, Objetivo, Partida
from agenda.orden import retirar
from agenda.planilla import planilla_de
from guardado.models import EstadoRecepcion
from guardado.planilla.aplicacion import DE_LA_PLANILLA, DEL_PORTAL, cerrar
from guardado.planilla.asuntos import Suerte
from guardado.planilla.recepcion import proponer, recibir
from tests.planilla.fabrica import Libreta, aceptar, descargada, propuesta, recibida, subida

pytestmark = pytest.mark.datos("referencia")


@pytest.mark.datos("demostracion")
@pytest.mark.parametrize("codigo", ["66001", "54518"])
def test_untouched_workbook_proposes_nothing(db, codigo):
    agenda = Agenda.objects.select_related("territorio", "periodo").get(territorio=codigo, periodo="2024-2027")
    hecha = proponer(planilla_de(agenda), recibida(agenda, None))
    assert (hecha.asuntos, hecha.avisos) == ([], [])


def test_a_blank_agenda_is_filled_in_wholly_offline(pueblo):
    agenda, enlace = pueblo.agenda_ajena, pueblo.ajena
    agenda.ejes.all().delete()

    def llenar(libreta: Libreta) -> None:
        libreta.escribir("Textos", libreta.fila("Textos", "Qué es", "Objetivo general"), Texto="Salir al mundo")
        libreta.agregar("Ejes", **{"N.º": "E1", "Nombre": "Café"})
        libreta.agregar("Ejes", Nombre="Paisaje")
        libreta.agregar("Objetivos", Eje="E1", Objetivo="Vender más lejos")
        libreta.agregar("Objetivos", Eje="paisaje", Objetivo="Recibir visitantes", **{"N.º": "O2"})
        libreta.agregar(
            "Acciones", Objetivo="Vender más lejos", Acción="Misión a Trieste", Modalidad="integracion",
            Empieza="1 de marzo de 2026", Termina=dt.date(2026, 11, 30), En_qué_consiste="Ir y volver",
            **{"Objetivos de Desarrollo Sostenible (ODS)": "8; ODS 12", "Metas de los ODS": "8.2"},
        )  # fmt: skip
        libreta.agregar("Acciones", Objetivo="O2", Acción="Guía de aves", **{"N.º": "A2"})
        libreta.agregar("Hitos", Acción="A2", Hito="Imprimirla", Fecha_prevista="15/08/2026")
        libreta.agregar(
            "Presupuesto", Acción="Misión a Trieste", Año=2026, Fuente="regalias", Valor_en_pesos="1.250.000"
        )
        libreta.agregar(
            "Indicadores",
            Acción="A2",
            Indicador="Visitantes",
            Unidad_de_medida="personas",
            Meta_2026=100,
            Meta_2027="1.500,5",
        )
        libreta.agregar("Aliados", Acción="A2", Quién_es="Club de aves", Qué_es="Sociedad civil", Papel="asiste")

    recepcion = recibida(agenda, enlace, llenar)
    hecha = proponer(planilla_de(agenda), recepcion)
    assert [(uno.donde, uno.razon) for uno in hecha.asuntos if uno.razon] == []
    assert hecha.cuentas == {Suerte.CAMBIA: 1, Suerte.NUEVA: 10}
    assert not Eje.objects.filter(agenda=agenda).exists()  # nothing before accepting
    informe = aceptar(agenda, recepcion, enlace)
    assert informe.fallos == []
    agenda.refresh_from_db()
    assert agenda.objetivo_general == "Salir al mundo"
    assert list(agenda.ejes.values_list("nombre", "orden")) == [("Café", 1), ("Paisaje", 2)]
    mision = Accion.objects.get(objetivo__eje__agenda=agenda, nombre="Misión a Trieste")
    assert (mision.objetivo.nombre, mision.objetivo.eje.nombre) == ("Vender más lejos", "Café")
    assert (mision.inicio, mision.fin) == (dt.date(2026, 3, 1), dt.date(2026, 11, 30))
    assert (mision.modalidad, mision.ods, mision.metas_ods) == ("integracion", [8, 12], ["8.2"])
    assert mision.descripcion == "Ir y volver"
    assert Partida.objects.get(accion=mision).valor == 1_250_000
    aves = Accion.objects.get(nombre="Guía de aves")
    assert Hito.objects.get(accion=aves).fecha == dt.date(2026, 8, 15)
    assert [f"{meta.anio}: {meta.valor:.1f}" for meta in MetaAnual.objects.filter(indicador__accion=aves)] == [
        "2026: 100.0",
        "2027: 1500.5",
    ]
    socio = Aliado.objects.get(accion=aves)
    assert (str(socio.contraparte), socio.rol, socio.etapa) == ("Club de aves", "asiste", "identificada")
    recepcion.refresh_from_db()
    assert (recepcion.estado, recepcion.abierta) == (EstadoRecepcion.APLICADA, False)


def test_accepting_twice_or_uploading_twice_makes_no_twin(pueblo):
    libreta = Libreta(descargada(pueblo.agenda))
    libreta.agregar("Ejes", Nombre="Nuevo")
    fila = libreta.libre("Ejes")
    libreta.libro["Ejes"].cell(fila, 1).value = None  # inserted by hand, without a key
    libreta.escribir("Ejes", fila, Nombre="A mano")
    datos = libreta.bytes()
    recepcion = recibir(subida(datos), planilla_de(pueblo.agenda), pueblo.enlace)
    assert recibir(subida(datos), planilla_de(pueblo.agenda), pueblo.enlace) == recepcion
    aceptar(pueblo.agenda, recepcion, pueblo.enlace)
    assert aceptar(pueblo.agenda, recepcion, pueblo.enlace).cerrada
    otra = recibir(subida(datos), planilla_de(pueblo.agenda), pueblo.enlace)
    assert otra != recepcion
    assert proponer(planilla_de(pueblo.agenda), otra).asuntos == []
    assert sorted(pueblo.agenda.ejes.values_list("nombre", flat=True)) == ["A mano", "Café con destino", "Nuevo"]


def test_going_on_in_the_same_workbook_is_no_clash_with_oneself(pueblo):
    libreta = Libreta(descargada(pueblo.agenda))
    eje = libreta.fila("Ejes", "Nombre", "Café con destino")
    nueva = libreta.agregar("Ejes", Nombre="Nuevo")
    libreta.escribir("Ejes", eje, Descripción="Primera")
    recepcion = recibir(subida(libreta.bytes()), planilla_de(pueblo.agenda), pueblo.enlace)
    aceptar(pueblo.agenda, recepcion, pueblo.enlace)
    libreta.escribir("Ejes", eje, Descripción="Segunda").escribir("Ejes", nueva, Descripción="También")
    segunda = recibir(subida(libreta.bytes()), planilla_de(pueblo.agenda), pueblo.enlace)
    asuntos = propuesta(pueblo.agenda, segunda)
    assert {donde: (uno.suerte, uno.antes, uno.ahora) for donde, uno in asuntos.items()} == {
        f"Ejes!D{eje}": (Suerte.CAMBIA, "Primera", "Segunda"),
        f"Ejes!D{nueva}": (Suerte.CAMBIA, "", "También"),
    }


def test_a_clash_waits_until_somebody_chooses(pueblo):
    recepcion = recibida(
        pueblo.agenda, pueblo.enlace, lambda libreta: libreta.escribir("Acciones", 2, En_qué_consiste="De la planilla")
    )
    pueblo.accion.descripcion = "De otra persona"
    pueblo.accion.save()
    (choque,) = propuesta(pueblo.agenda, recepcion).values()
    assert (choque.suerte, choque.antes, choque.ahora) == (Suerte.CHOQUE, "De otra persona", "De la planilla")
    aceptar(pueblo.agenda, recepcion, pueblo.enlace)  # «everything» does not decide for anybody
    pueblo.accion.refresh_from_db()
    assert pueblo.accion.descripcion == "De otra persona"
    pueblo.accion.descripcion = "Y otra vez"
    pueblo.accion.save()
    elegido = {"choques": {choque.id: DE_LA_PLANILLA}, "vistos": {choque.id: choque.visto}}
    informe = aceptar(pueblo.agenda, recepcion, pueblo.enlace, aceptar=set(), **elegido)
    assert "volvió a cambiar" in informe.fallos[0][1]
    elegido["vistos"] = {choque.id: propuesta(pueblo.agenda, recepcion)[choque.donde].visto}
    aceptar(pueblo.agenda, recepcion, pueblo.enlace, aceptar=set(), **elegido)
    pueblo.accion.refresh_from_db()
    assert pueblo.accion.descripcion == "De la planilla"


def test_leaving_the_text_of_the_portal_settles_a_clash(pueblo):
    recepcion = recibida(
        pueblo.agenda, pueblo.enlace, lambda libreta: libreta.escribir("Acciones", 2, En_qué_consiste="Mía")
    )
    Accion.objects.filter(pk=pueblo.accion.pk).update(descripcion="Del portal")
    (choque,) = propuesta(pueblo.agenda, recepcion).values()
    aceptar(pueblo.agenda, recepcion, pueblo.enlace, choques={choque.id: DEL_PORTAL}, vistos={choque.id: choque.visto})
    recepcion.refresh_from_db()
    assert (recepcion.estado, recepcion.abierta) == (EstadoRecepcion.APLICADA, False)
    assert recepcion.contenido == {"avisos": []}  # its cells are not kept any longer
    pueblo.accion.refresh_from_db()
    assert pueblo.accion.descripcion == "Del portal"


def test_only_what_was_marked_is_written(pueblo):
    def cambiar(libreta: Libreta) -> None:
        libreta.escribir("Acciones", 2, Acción="Otro nombre", Dependencia_responsable="Cultura")

    recepcion = recibida(pueblo.agenda, pueblo.enlace, cambiar)
    uno, otro = propuesta(pueblo.agenda, recepcion).values()
    assert (uno.etiqueta, otro.etiqueta) == ("Acción", "Dependencia responsable")
    aceptar(pueblo.agenda, recepcion, pueblo.enlace, aceptar={otro.id, "acciones:inventado:nombre"})
    pueblo.accion.refresh_from_db()
    assert (pueblo.accion.nombre, pueblo.accion.responsable) == ("Misión a Trieste", "Cultura")
    recepcion.refresh_from_db()
    assert (recepcion.estado, recepcion.abierta) == (EstadoRecepcion.EN_PARTE, True)
    cerrar(recepcion, pueblo.enlace)
    aceptar(pueblo.agenda, recepcion, pueblo.enlace)
    pueblo.accion.refresh_from_db()
    assert pueblo.accion.nombre == "Misión a Trieste"


def test_the_rules_of_the_screen_refuse_here_too(pueblo):
    Partida.objects.create(accion=pueblo.accion, anio=2026, fuente="propios", valor=10)

    def cambiar(libreta: Libreta) -> None:
        libreta.escribir("Acciones", 2, Termina="01/01/2025", Acción=None, Modalidad="marcianos")
        libreta.escribir("Acciones", 2, **{"Metas de los ODS": "11.6"})
        libreta.escribir("Presupuesto", 2, Valor_en_pesos="1.25", Moneda="dólares (USD)")
        libreta.escribir("Indicadores", 2, Línea_base="1.5", Meta_2026="=A1")
        libreta.escribir("Textos", libreta.fila("Textos", "Qué es", "Horas a la semana"), Texto="1.001")

    razones = {
        donde: asunto.razon
        for donde, asunto in propuesta(pueblo.agenda, recibida(pueblo.agenda, None, cambiar)).items()
    }
    assert {uno.split("!")[0] for uno in razones} == {"Acciones", "Presupuesto", "Indicadores", "Textos"}
    frases = " | ".join(razones.values())
    for frase in (
        "Termina antes de la fecha en que empieza", "«marcianos» no está en la lista", "Desarrollo Sostenible (ODS) 11",
        "El punto separa los miles", "Tiene una fórmula: escriba el valor.", "Use la coma para los decimales",
        "falta un dato de la otra moneda", "1000",
    ):  # fmt: skip
        assert frase in frases, frases
    assert "" not in razones.values()


def test_another_currency_becomes_pesos(pueblo):
    partida = Partida.objects.create(accion=pueblo.accion, anio=2026, fuente="propios", valor=10)

    def cambiar(libreta: Libreta) -> None:
        libreta.escribir(
            "Presupuesto", 2, Moneda="dólares (USD)", Valor_en_esa_moneda=100, Fecha_de_la_tasa="22/11/2026",
            **{"Tasa de cambio (pesos por unidad)": "4.000,5"},
        )  # fmt: skip

    aceptar(pueblo.agenda, recibida(pueblo.agenda, pueblo.enlace, cambiar), pueblo.enlace)
    partida.refresh_from_db()
    assert (partida.moneda, partida.valor) == ("USD", 400_050)


def test_rows_of_another_agenda_are_refused(pueblo):
    def cambiar(libreta: Libreta) -> None:
        fila = libreta.agregar("Acciones", Objetivo="Abrir mercados", Acción="Robada")
        libreta.libro["Acciones"].cell(fila, 1).value = str(pueblo.accion_ajena.clave)
        libreta.agregar("Acciones", Objetivo=str(pueblo.objetivo_ajeno.clave), Acción="Colada")

    recepcion = recibida(pueblo.agenda, pueblo.enlace, cambiar)
    assert {asunto.suerte for asunto in propuesta(pueblo.agenda, recepcion).values()} == {Suerte.RECHAZADA}
    aceptar(pueblo.agenda, recepcion, pueblo.enlace)
    pueblo.accion_ajena.refresh_from_db()
    assert (pueblo.accion_ajena.nombre, pueblo.objetivo_ajeno.acciones.count()) == ("Acción ajena", 1)


def test_a_row_goes_only_if_somebody_marks_it_and_can_come_back(pueblo):
    hito = Hito.objects.create(accion=pueblo.accion, nombre="Carta", orden=1)
    recepcion = recibida(pueblo.agenda, pueblo.enlace, lambda libreta: libreta.libro["Hitos"].delete_rows(2))
    (asunto,) = propuesta(pueblo.agenda, recepcion).values()
    aceptar(pueblo.agenda, recepcion, pueblo.enlace)
    hito.refresh_from_db()
    assert hito.retirada_en is None
    aceptar(pueblo.agenda, recepcion, pueblo.enlace, aceptar={asunto.id})
    hito.refresh_from_db()
    assert hito.retirada_por == pueblo.enlace
    vuelta = recibida(pueblo.agenda, pueblo.enlace)  # a workbook made now does not have it
    assert proponer(planilla_de(pueblo.agenda), vuelta).asuntos == []


def test_what_was_removed_meanwhile_comes_back_with_its_parents(pueblo):
    recepcion = recibida(
        pueblo.agenda, pueblo.enlace, lambda libreta: libreta.escribir("Acciones", 2, En_qué_consiste="Sigue")
    )
    retirar(pueblo.eje, pueblo.responsable)
    (asunto,) = propuesta(pueblo.agenda, recepcion).values()
    assert (asunto.suerte, asunto.marcada) == (Suerte.DEVUELTA, False)
    aceptar(pueblo.agenda, recepcion, pueblo.enlace, aceptar={asunto.id})
    for fila in (pueblo.eje, pueblo.objetivo, pueblo.accion):
        fila.refresh_from_db()
        assert fila.retirada_en is None
    assert pueblo.accion.descripcion == "Sigue"


def test_what_hangs_from_a_row_that_was_not_accepted_waits(pueblo):
    def cambiar(libreta: Libreta) -> None:
        libreta.agregar("Objetivos", Eje="Café con destino", Objetivo="Nuevo")
        libreta.agregar("Acciones", Objetivo="Nuevo", Acción="Suya")

    recepcion = recibida(pueblo.agenda, pueblo.enlace, cambiar)
    objetivo, accion = propuesta(pueblo.agenda, recepcion).values()
    informe = aceptar(pueblo.agenda, recepcion, pueblo.enlace, aceptar={accion.id})
    assert informe.fallos == [(accion.donde, f"Acepte también {objetivo.donde}: de ahí cuelga esta fila.")]
    assert not Accion.objects.filter(nombre="Suya").exists()
    aceptar(pueblo.agenda, recepcion, pueblo.enlace, aceptar={objetivo.id})
    aceptar(pueblo.agenda, recepcion, pueblo.enlace, aceptar={accion.id})
    assert Accion.objects.get(nombre="Suya").objetivo == Objetivo.objects.get(nombre="Nuevo")


def test_an_action_moves_and_a_milestone_does_not(pueblo):
    otro = Objetivo.objects.create(eje=pueblo.eje, nombre="Otro", orden=2)
    segunda = Accion.objects.create(objetivo=otro, nombre="Segunda", orden=1)
    Hito.objects.create(accion=pueblo.accion, nombre="Carta", orden=1)

    def cambiar(libreta: Libreta) -> None:
        libreta.escribir("Acciones", libreta.fila("Acciones", "Acción", "Misión a Trieste"), Objetivo="Otro")
        libreta.escribir("Hitos", 2, Acción="Segunda")

    recepcion = recibida(pueblo.agenda, pueblo.enlace, cambiar)
    mudanza, quieto = propuesta(pueblo.agenda, recepcion).values()
    assert (mudanza.suerte, quieto.suerte) == (Suerte.CAMBIA, Suerte.RECHAZADA)
    aceptar(pueblo.agenda, recepcion, pueblo.enlace)
    pueblo.accion.refresh_from_db()
    segunda.refresh_from_db()
    assert (pueblo.accion.objetivo, pueblo.accion.orden, segunda.orden) == (otro, 2, 1)


def test_a_year_without_target_gets_one_and_loses_it(pueblo):
    MetaAnual.objects.create(indicador=pueblo.indicador, anio=2025, valor=5)
    recepcion = recibida(
        pueblo.agenda,
        pueblo.enlace,
        lambda libreta: libreta.escribir("Indicadores", 2, Meta_2025=None, Meta_2026="7,5"),
    )
    aceptar(pueblo.agenda, recepcion, pueblo.enlace)
    assert [(meta.anio, str(meta.valor)) for meta in pueblo.indicador.metas.all()] == [(2026, "7.5000")]


def test_a_percentage_is_read_as_people_see_it_and_only_where_it_is_the_unit(pueblo):
    """A program that turns what was typed, «25 %», into 0.25 does not divide a target by a hundred."""

    def llenar(libreta: Libreta) -> None:
        for nombre, unidad in (("Cobertura", "porcentaje"), ("Visitas", "personas"), ("Sin unidad", None)):
            fila = libreta.agregar("Indicadores", Acción="1.1", Indicador=nombre, Unidad_de_medida=unidad)
            libreta.escribir("Indicadores", fila, Meta_2026=0.25)
            celda = libreta.libro["Indicadores"].cell(fila, libreta.columna("Indicadores", "Meta 2026"))
            celda.number_format = "0%"
        fila = libreta.agregar("Presupuesto", Acción="1.1", Año=2026, Fuente="regalías", Valor_en_pesos=0.25)
        libreta.libro["Presupuesto"].cell(fila, libreta.columna("Presupuesto", "Valor en pesos")).number_format = "0%"

    recepcion = recibida(pueblo.agenda, pueblo.enlace, llenar)
    razones = [uno.razon for uno in propuesta(pueblo.agenda, recepcion).values() if uno.suerte == Suerte.RECHAZADA]
    assert len(razones) == 2  # the pesos, and the visits
    assert any("«personas»" in razon for razon in razones)
    aceptar(pueblo.agenda, recepcion, pueblo.enlace)
    metas = dict(MetaAnual.objects.filter(anio=2026).values_list("indicador__nombre", "valor"))
    assert {nombre: metas.get(nombre) for nombre in ("Cobertura", "Visitas", "Sin unidad")} == {
        "Cobertura": 25,
        "Visitas": None,
        "Sin unidad": 25,
    }
