"""What hangs from an action: milestones, paperwork, partners, partner towns, budget, indicators."""

import datetime as dt
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from agenda.models import Aliado, Hito, Participacion, Partida, Tramite
from guardado.huella import huella
from redes.models import Contraparte, Entrada
from tests.agenda_editor.enviar_formulario import enviar, formulario_con

pytestmark = pytest.mark.datos("nada")


@pytest.fixture
def filas(pueblo, ir):
    return lambda coleccion: ir("agenda_filas", pueblo.accion.clave, coleccion)


@pytest.mark.parametrize("coleccion", ["hitos", "tramites", "aliados", "presupuesto", "indicadores"])
def test_every_collection_opens_and_an_unknown_one_does_not(pueblo, como, filas, coleccion):
    assert como("enlace").get(filas(coleccion)).status_code == 200
    assert como("enlace").get(filas("otra")).status_code == 404


def test_new_milestone_posted_twice_is_one(pueblo, como, filas):
    cliente = como("enlace")
    datos = formulario_con(cliente.get(filas("hitos")), "clave") | {"nombre": "Carta", "fecha": "2026-03-01"}
    datos.pop("_action")
    cliente.post(filas("hitos"), datos)
    cliente.post(filas("hitos"), datos)
    assert Hito.objects.get(accion=pueblo.accion).fecha == dt.date(2026, 3, 1)


def test_a_row_is_edited_in_its_own_small_form(pueblo, como, filas):
    uno = Hito.objects.create(accion=pueblo.accion, nombre="Uno", orden=1)
    dos = Hito.objects.create(accion=pueblo.accion, nombre="Dos", orden=2)
    enviar(como("enlace"), filas("hitos"), f"visto-{dos.clave}-nombre", **{f"{dos.clave}-nombre": "Segundo"})
    uno.refresh_from_db()
    dos.refresh_from_db()
    assert (uno.nombre, dos.nombre) == ("Uno", "Segundo")


def test_no_page_has_more_than_twelve_rows(pueblo, como, filas):
    Hito.objects.bulk_create(Hito(accion=pueblo.accion, nombre=f"Hito {n}", orden=n) for n in range(30))
    texto = como("enlace").get(filas("hitos")).content.decode()
    assert texto.count('class="tarjeta" id="fila-') == 12
    assert "Página 1 de 3" in texto


def test_amount_in_pesos_of_thirteen_digits(pueblo, como, filas):
    enviar(como("enlace"), filas("presupuesto"), "clave", anio="2026", fuente="propios", valor="9.999.999.999.999")
    assert Partida.objects.get().valor == 9_999_999_999_999


@pytest.mark.parametrize("escrito", ["1.250.000", "1250000", "1 250 000", "$1.250.000", "$ 1.250.000"])
def test_an_amount_is_read_however_it_is_grouped(pueblo, como, filas, escrito):
    enviar(como("enlace"), filas("presupuesto"), "clave", anio="2026", fuente="propios", valor=escrito)
    partida = Partida.objects.get()
    assert partida.valor == 1_250_000
    campo = f"{partida.clave}-valor"
    enviar(como("enlace"), filas("presupuesto"), campo, **{campo: escrito.replace("250", "300")})
    partida.refresh_from_db()
    assert partida.valor == 1_300_000


@pytest.mark.parametrize("valor", ["1.25", "1,5", "-3", "99999999999999", "mucho"])
def test_a_bad_amount_is_refused_with_what_was_typed(pueblo, como, filas, valor):
    texto = enviar(como("enlace"), filas("presupuesto"), "clave", anio="2026", fuente="propios", valor=valor).content
    assert f'value="{valor}"' in texto.decode()
    assert not Partida.objects.exists()


def test_another_currency_becomes_pesos_rounded_half_up(pueblo, como, filas):
    enviar(
        como("enlace"), filas("presupuesto"), "clave", anio="2026", fuente="cooperacion", moneda="EUR",
        valor_moneda="10.000,50", tasa="4.321,1", fecha_tasa="2026-11-20",
    )  # fmt: skip
    partida = Partida.objects.get()
    assert partida.valor == 43_213_161  # 10000,50 × 4321,1 = 43 213 160,55
    clave = partida.clave
    enviar(como("enlace"), filas("presupuesto"), f"visto-{clave}-tasa", **{f"{clave}-tasa": "4000"})
    partida.refresh_from_db()
    assert partida.valor == 40_002_000


def test_another_currency_without_its_rate_is_refused(pueblo, como, filas):
    cliente = como("enlace")
    enviar(cliente, filas("presupuesto"), "clave", anio="2026", fuente="cooperacion", moneda="USD", valor_moneda="5")
    assert not Partida.objects.exists()
    partida = Partida.objects.create(accion=pueblo.accion, anio=2026, fuente="propios", valor=7)
    clave = partida.clave
    respuesta = enviar(cliente, filas("presupuesto"), f"visto-{clave}-moneda", **{f"{clave}-moneda": "USD"})
    assert "Escriba a cuántos pesos está la moneda" in respuesta.content.decode()
    partida.refresh_from_db()
    assert (partida.moneda, partida.valor) == ("COP", 7)


def test_partner_from_the_directory_of_the_town_or_new(pueblo, como, filas):
    Entrada.objects.get_or_create(slug="red-de-prueba", defaults={"clase": "red", "nombre": "Red", "estado": "activa"})
    propia = Contraparte.objects.create(
        territorio=pueblo.territorio, nombre="Trieste", tipo="gobierno-local", pais="IT"
    )
    cliente = como("enlace")
    enviar(cliente, filas("aliados"), "clave", quien="entrada:red-de-prueba", rol="asiste")
    enviar(cliente, filas("aliados"), "clave", quien=f"contraparte:{propia.clave}", rol="par")
    enviar(cliente, filas("aliados"), "clave", nombre="Universidad nueva", tipo="academia", pais="FR", rol="ejecuta")
    quienes = [(a.contraparte.nombre, a.contraparte.territorio, a.rol) for a in pueblo.accion.aliados.all()]
    assert quienes == [
        ("Red", None, "asiste"),
        ("Trieste", pueblo.territorio, "par"),
        ("Universidad nueva", pueblo.territorio, "ejecuta"),
    ]


def test_the_counterpart_of_another_town_cannot_be_chosen(pueblo, como, filas):
    ajena = Contraparte.objects.create(territorio=pueblo.vecino, nombre="Ajena", tipo="otra")
    enviar(como("enlace"), filas("aliados"), "clave", quien=f"contraparte:{ajena.clave}", rol="par")
    assert not Aliado.objects.exists()


def test_invited_town_confirms_from_its_own_panel(pueblo, como, ir, filas):
    cliente = como("enlace")
    assert "Vecinópolis" in cliente.get(filas("aliados"), {"municipio": "vecinopolis"}).content.decode()
    for _vez in range(2):
        cliente.post(ir("agenda_invitar", pueblo.accion.clave), {"territorio": pueblo.vecino.pk})
    fila = Participacion.objects.get()
    assert fila.confirmada_en is None
    suyo = f"/panel/{pueblo.vecino.pk}/participaciones/"
    assert cliente.get(suyo).status_code == 404
    assert cliente.post(suyo, {"participacion": fila.pk, "respuesta": "confirmar"}).status_code == 404
    cliente = como("ajena")
    assert "Misión a Trieste" in cliente.get(suyo).content.decode()
    cliente.post(suyo, {"participacion": fila.pk, "respuesta": "confirmar"})
    fila.refresh_from_db()
    assert fila.confirmada_por == pueblo.ajena
    cliente.post(suyo, {"participacion": fila.pk, "respuesta": "rechazar"})
    fila.refresh_from_db()
    assert fila.confirmada_en is None
    assert fila.rechazada_en is not None


def test_paperwork_takes_a_checked_file(pueblo, como, ir):
    tramite = Tramite.objects.create(accion=pueblo.accion, nombre="Permiso")
    donde = ir("agenda_tramite_documento", tramite.clave)
    malo = SimpleUploadedFile("acta.pdf", b"MZ\x90\x00 esto no es un PDF", "application/pdf")
    assert "no es un PDF" in como("enlace").post(donde, {"documento": malo}, follow=True).content.decode()
    bueno = SimpleUploadedFile("acta.pdf", b"%PDF-1.7\n%%EOF", "application/pdf")
    como("enlace").post(donde, {"documento": bueno})
    tramite.refresh_from_db()
    assert tramite.archivo.nombre == "acta.pdf"


def test_suggested_indicator_comes_filled_in_and_once(pueblo, como, filas):
    cliente = como("enlace")
    datos = formulario_con(cliente.get(filas("indicadores")), "clave") | {"sugerido": "IND-18"}
    datos.pop("_action")
    primera, segunda = cliente.post(filas("indicadores"), datos), cliente.post(filas("indicadores"), datos)
    assert primera.url == segunda.url
    nuevo = pueblo.accion.indicadores.get(sugerido="IND-18")
    assert nuevo.nombre


def test_indicator_baseline_and_yearly_targets(pueblo, como, ir):
    donde = ir("agenda_indicador", pueblo.indicador.clave)
    enviar(
        como("enlace"), donde, "visto-linea_base",
        **{"linea_base": "1.250,5", "meta-2026-valor": "1.300", "meta-2027-valor": "1.400,25"},
    )  # fmt: skip
    pueblo.indicador.refresh_from_db()
    assert pueblo.indicador.linea_base == Decimal("1250.5")
    assert list(pueblo.indicador.metas.values_list("anio", "valor")) == [
        (2026, Decimal(1300)),
        (2027, Decimal("1400.25")),
    ]
    enviar(como("enlace"), donde, "visto-linea_base", **{"meta-2026-valor": ""})
    assert list(pueblo.indicador.metas.values_list("anio", flat=True)) == [2027]


def test_a_target_after_the_term(pueblo, como, ir):
    donde = ir("agenda_indicador", pueblo.indicador.clave) + "?anio=2029"
    enviar(como("enlace"), donde, "visto-linea_base", **{"meta-2029-valor": "7"})
    assert pueblo.indicador.metas.get().anio == 2029


def test_without_baseline_and_with_one_is_refused(pueblo, como, ir):
    donde = ir("agenda_indicador", pueblo.indicador.clave)
    texto = enviar(como("enlace"), donde, "visto-linea_base", sin_linea_base="on", linea_base="3").content.decode()
    assert "Hay una línea base escrita" in texto
    pueblo.indicador.refresh_from_db()
    assert pueblo.indicador.linea_base is None


def test_an_entry_of_the_directory_becomes_a_partner_once(pueblo, como):
    Entrada.objects.get_or_create(slug="red-de-prueba", defaults={"clase": "red", "nombre": "Red", "estado": "activa"})
    donde = "/agregar-aliado/red-de-prueba/"
    texto = como("enlace").get(donde).content.decode()
    assert "Misión a Trieste" in texto
    assert "Acción ajena" not in texto
    for _vez in range(2):
        como("enlace").post(donde, {"accion": str(pueblo.accion.clave)})
    assert pueblo.accion.aliados.get().contraparte.entrada_id == "red-de-prueba"
    assert como("enlace").post(donde, {"accion": str(pueblo.accion_ajena.clave)}).status_code == 404
    assert como("lectora").post(donde, {"accion": str(pueblo.accion.clave)}).status_code == 404
    assert "No tiene acciones donde agregarlo" in como("lectora").get(donde).content.decode()


def test_a_target_mistyped_before_it_exists_says_why_and_stays(pueblo, como, ir):
    donde = ir("agenda_indicador", pueblo.indicador.clave)
    datos = {"meta-2026-valor": "12.5", "visto-meta-2026-valor": huella(None)}
    pagina = como("enlace").post(donde, datos)
    assert pagina.status_code == 200
    assert "Use la coma para los decimales" in pagina.content.decode()
    assert "12.5" in pagina.content.decode()
    assert not pueblo.indicador.metas.exists()


def test_the_back_button_does_not_put_the_old_text_beside_a_new_key(pueblo, como, filas):
    pagina = como("enlace").get(filas("hitos")).content.decode()
    campo = pagina[pagina.index('name="nombre"') - 200 : pagina.index('name="nombre"') + 200]
    assert 'autocomplete="off"' in campo
