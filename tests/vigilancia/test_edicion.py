"""An editor's day: changes with their source, two texts at once, an old value back, what waits."""

from __future__ import annotations

import datetime as dt
import html
import re

import pytest
from django.test import Client
from django.utils.timezone import localdate, now

from cuentas.models import Usuario
from guardado.autoria import FEDERACION
from guardado.models import Desencuentro
from redes.models import Contraparte, Convocatoria, Enlace, Entrada, Hermanamiento, Reporte
from tests.vigilancia.paginas import campos, entrar, mensaje

pytestmark = pytest.mark.django_db
ASESORA, COORDINACION = "asesora@fcm.demo", "coordinacion@fcm.demo"
MERCO = "/redes/edicion/mercociudades/"
TEMA = ["patrimonio-cultural"]


def test_cada_cambio_pide_su_fuente_y_verificar_es_decir_donde_hoy():
    asesora = entrar(ASESORA)
    datos = campos(asesora, MERCO)
    vieja = datos["fuente"]
    respuesta = asesora.post(MERCO, datos | {"descripcion": "Otra cosa", "fuente": " ", "temas": TEMA})
    texto = respuesta.content.decode()
    assert "Escriba dónde lo leyó" in texto
    assert "Otra cosa" in texto
    assert Entrada.objects.get(pk="mercociudades").descripcion != "Otra cosa"

    nuevo = datos | {
        "nombre": "Mercociudades del Sur", "otros_nombres": "MCS\nRed del Sur\nMCS", "sede_pais": "UY",
        "ods": ["11", "17"],
        "anio_fundacion": "1995", "poblacion_minima": "10.000", "poblacion_maxima": "1.000.000",
        "fuente": "mercociudades.org, leída hoy", "verificacion": "hoy",
    }  # fmt: skip
    Contraparte.objects.create(entrada_id="mercociudades", nombre="Mercociudades", tipo="red")
    respuesta = asesora.post(MERCO, nuevo, follow=True)
    assert "Guardado." in mensaje(respuesta)
    fila = Entrada.objects.get(pk="mercociudades")
    assert (fila.verificado, fila.verificado_en, fila.verificado_por) == (True, localdate(), FEDERACION)
    assert (fila.otros_nombres, fila.ods, fila.poblacion_maxima) == (["MCS", "Red del Sur"], [11, 17], 1_000_000)
    assert "mercociudades del sur" in fila.clave_busqueda
    assert "mcs" in fila.clave_busqueda
    assert Contraparte.objects.get(territorio=None, entrada=fila).nombre.startswith("Mercociudades del Sur")
    assert fila.fuente != vieja

    for mal, frase in (
        ({"poblacion_minima": "2.000.000"}, "igual o mayor"),
        ({"anio_fundacion": "2999"}, "Escriba el año con cuatro cifras"),
        ({"sitio_web": "javascript:alert(1)"}, "URL"),
        ({"reemplazada_por": "mercociudades"}, "a sí misma"),
        ({"reemplazada_por": "Merco"}, "¿Es una de estas?"),
        ({"nombre": ""}, "Complete este dato"),
    ):
        otra = campos(asesora, MERCO)
        respuesta = asesora.post(MERCO, otra | mal | {"verificacion": "hoy", "nota_historica": f"n {frase}"})
        texto = html.unescape(respuesta.content.decode())
        assert (respuesta.status_code, frase in texto) == (200, True), frase
        assert "No se tocó la marca de verificación" in texto
    otra = campos(asesora, MERCO)
    assert Entrada.objects.get(pk="mercociudades").poblacion_minima == 10_000
    asesora.post(MERCO, otra | {"verificacion": "quitar"})
    fila.refresh_from_db()
    assert (fila.verificado, fila.verificado_en, fila.verificado_por) == (False, None, "")


def test_dos_personas_a_la_vez_no_se_pisan_y_el_choque_espera_en_la_lista():
    una, otra = entrar(ASESORA), entrar(COORDINACION)
    de_una, de_otra = campos(una, MERCO), campos(otra, MERCO)
    una.post(MERCO, de_una | {"requisitos": "Texto de la asesora", "cuota": "si"})
    respuesta = otra.post(MERCO, de_otra | {"requisitos": "Texto de la coordinación", "cuota_nota": "USD 500"})
    texto = respuesta.content.decode()
    fila = Entrada.objects.get(pk="mercociudades")
    assert (fila.requisitos, fila.cuota, fila.cuota_nota) == ("Texto de la asesora", "si", "USD 500")
    for parte in ("Texto de la asesora", "Texto de la coordinación", "cambió este campo el"):
        assert parte in texto
    choque = Desencuentro.objects.abiertos().de_la_federacion().get()
    assert (choque.territorio, choque.valor) == (None, "Texto de la coordinación")
    lista = una.get("/redes/edicion/?ver=choques").content.decode()
    assert f"{MERCO}#campo-requisitos" in lista
    assert f">{fila}: Cómo se ingresa</a>" in lista
    assert "Texto de la coordinación" in lista
    otra.post(MERCO, campos(otra, MERCO) | {"desencuentro": re.search(rf"{choque.clave}:mio:\w+", texto).group()})
    fila.refresh_from_db()
    choque.refresh_from_db()
    assert (fila.requisitos, choque.resuelto_en is not None) == ("Texto de la coordinación", True)

    # a known twinning is of a territory: its clash is still of the FCM and shows in no town's panel
    fila = Hermanamiento.objects.get(pk="pamplona-pamplona-iruna-es")
    direccion = f"/redes/edicion/hermanamientos/{fila.pk}/"
    de_una, de_otra = campos(una, direccion), campos(otra, direccion)
    una.post(direccion, de_una | {"nota": "A"})
    otra.post(direccion, de_otra | {"nota": "B"})
    assert Desencuentro.objects.abiertos().get().territorio is None
    Hermanamiento.objects.filter(pk=fila.pk).update(declarado_en=now())
    assert una.get(direccion).status_code == 404


def test_la_historia_dice_quien_y_un_valor_viejo_vuelve_como_un_cambio_mas():
    asesora = entrar(ASESORA)
    vieja = Entrada.objects.get(pk="mercociudades").descripcion
    asesora.post(MERCO, campos(asesora, MERCO) | {"descripcion": "Equivocada", "temas": TEMA, "fuente": "f 1"})
    pagina = asesora.get(MERCO).content.decode()
    assert FEDERACION in pagina or Usuario.objects.get(email=ASESORA).presentacion in pagina
    assert "Equivocada" in pagina
    pedidos = re.findall(r'name="restablecer" value="([^"]+)"', pagina)
    assert {uno.split(":")[1] for uno in pedidos} >= {"descripcion", "temas", "fuente"}
    vuelta = next(uno for uno in pedidos if ":descripcion:" in uno)
    asesora.post(MERCO, {"restablecer": vuelta})
    assert Entrada.objects.get(pk="mercociudades").descripcion == vieja
    asesora.post(MERCO, {"restablecer": next(uno for uno in pedidos if ":temas:" in uno)})
    assert Entrada.objects.get(pk="mercociudades").temas != TEMA
    respuesta = asesora.post(MERCO, {"restablecer": vuelta})  # from a page that is old now: it is already so
    assert respuesta.status_code == 302
    Entrada.objects.filter(pk="mercociudades").update(descripcion="De un tercero")
    respuesta = asesora.post(MERCO, {"restablecer": vuelta})
    assert "De un tercero" in respuesta.content.decode()
    assert Entrada.objects.get(pk="mercociudades").descripcion == "De un tercero"
    for malo in ("0:nombre:x", "x", "999999999999999999999:nombre:a", "1:clave_busqueda:a", "²:nombre:a"):
        assert asesora.post(MERCO, {"restablecer": malo}).status_code == 302


def test_lo_nuevo_no_repite_direcciones_y_avisa_de_lo_parecido():
    asesora = entrar(ASESORA)
    nueva = {"clase": "red", "nombre": "Mercociudades", "estado": "activa", "fuente": "su página, hoy"}
    respuesta = asesora.post("/redes/edicion/nueva/", nueva)
    assert f'href="{MERCO}"' in respuesta.content.decode()
    assert "su página, hoy" in respuesta.content.decode()
    mirada = nueva | {"confirmo": "on", "mirados": respuesta.context["formulario"]["mirados"].value()}
    asesora.post("/redes/edicion/nueva/", mirada | {"verificada": "on"})
    fila = Entrada.objects.get(pk="mercociudades-2")
    assert (fila.verificado, fila.verificado_en) == (True, localdate())
    segundo_clic = asesora.post("/redes/edicion/nueva/", mirada).content.decode()
    assert 'href="/redes/edicion/mercociudades-2/"' in segundo_clic
    assert not Entrada.objects.filter(pk="mercociudades-3").exists()
    fila.delete()
    asesora.post("/redes/edicion/nueva/", mirada)
    assert Entrada.objects.filter(pk="mercociudades-3").exists()  # that of a deleted one is not used again
    for nombre, slug in (("Convocatorias", "convocatorias-2"), ("¡¿?!", "sin-nombre")):
        asesora.post("/redes/edicion/nueva/", nueva | {"nombre": nombre, "confirmo": "on"})
        assert Entrada.objects.filter(pk=slug).exists(), nombre
    assert "Complete este dato" in asesora.post("/redes/edicion/nueva/", nueva | {"fuente": ""}).content.decode()

    direccion = "/redes/edicion/convocatorias/nueva/"
    llamado = {"titulo": "Fondo de ciudades 2027", "abre": "2027-03-01", "cierra": "2027-02-01", "fuente": "x"}
    texto = html.unescape(asesora.post(direccion, llamado).content.decode())
    assert "o después" in texto
    assert "quién convoca" in texto
    respuesta = asesora.post(direccion, llamado | {"cierra": "2027-04-01", "entrada": "mercociudades"})
    fila = Convocatoria.objects.get(slug="fondo-de-ciudades-2027")
    assert (respuesta.url, fila.entrada_id) == ("/redes/edicion/convocatorias/fondo-de-ciudades-2027/", "mercociudades")
    datos = campos(asesora, respuesta.url)
    mala = asesora.post(respuesta.url, datos | {"monto": "50.000", "moneda": "<b>"}).content.decode()
    assert "las tres letras de la moneda" in mala
    asesora.post(respuesta.url, datos | {"monto": "50.000", "moneda": "usd", "departamentos": ["54"]})
    fila.refresh_from_db()
    assert (fila.monto, fila.moneda, fila.departamentos) == (50_000, "USD", ["54"])


def test_la_sesion_vencida_guarda_el_texto_y_un_municipio_no_entra():
    asesora = entrar(ASESORA)
    datos = campos(asesora, MERCO)
    asesora.cookies.clear()
    respuesta = asesora.post(MERCO, datos | {"descripcion": "Escrito al vencerse", "fuente": "f"})
    assert respuesta.url.startswith("/cuenta/entrar/")
    asesora.force_login(Usuario.objects.get(email=ASESORA))
    pagina = asesora.get(MERCO).content.decode()
    assert "Escrito al vencerse" in pagina
    assert Entrada.objects.get(pk="mercociudades").descripcion != "Escrito al vencerse"


def test_la_lista_cuenta_lo_que_espera_y_ordena_lo_mas_viejo_primero():
    hoy = localdate()
    Entrada.objects.update(verificado=True, verificado_en=hoy, estado="activa")
    Hermanamiento.objects.update(verificado=True, verificado_en=hoy)
    Convocatoria.objects.all().delete()
    Entrada.objects.filter(pk="giz").update(verificado_en=hoy - dt.timedelta(days=800))
    Entrada.objects.filter(pk="mercociudades").update(verificado_en=hoy - dt.timedelta(days=370))
    Entrada.objects.filter(pk="jica").update(verificado_en=hoy - dt.timedelta(days=360))
    Entrada.objects.filter(pk="usaid").update(estado="inactiva", nota_historica="", reemplazada_por=None)
    Entrada.objects.filter(pk="icetex").update(verificado=False, verificado_en=None)
    ayer = hoy - dt.timedelta(days=1)
    Convocatoria.objects.create(slug="a", titulo="Cerrada sin mirar", convoca="x", cierra=ayer)
    Convocatoria.objects.create(
        slug="b", titulo="Cerrada y mirada", convoca="x", cierra=ayer, verificado=True, verificado_en=hoy
    )
    Convocatoria.objects.create(slug="c", titulo="Sin fechas", convoca="x", verificado=True, verificado_en=hoy)
    web = Entrada.objects.get(pk="giz").sitio_web
    Enlace.objects.create(url=web, estado="roto", fallos=2, falla_desde=now(), detalle="La página no existe.")
    Enlace.objects.create(url="http://una-vez.example/", estado="roto", fallos=1, falla_desde=now())
    Reporte.objects.create(entrada_id="giz", motivo="enlace", texto="No abre la página")
    asesora = entrar(ASESORA)

    def ver(lista: str, **filtro) -> tuple[str, list[str]]:
        pagina = asesora.get("/redes/edicion/", {"ver": lista} | filtro)
        cuenta = next(texto for texto, _url, actual in pagina.context["pestanas"] if actual)
        return cuenta.rpartition("(")[2].rstrip(")"), [uno.texto for uno in pagina.context["asuntos"]]

    nombre = {uno: str(Entrada.objects.get(pk=uno)) for uno in ("giz", "mercociudades", "usaid")}
    icetex = Entrada.objects.get(pk="icetex").nombre
    vencidas = [Entrada.objects.get(pk=uno).nombre for uno in ("giz", "mercociudades")]
    assert ver("vencidas") == ("2", vencidas)
    assert ver("vencidas", clase="red")[1] == vencidas[1:]
    assert ver("sin-verificar") == ("1", [icetex])
    assert ver("sin-verificar", q="icetéx")[1] == [icetex]
    assert ver("sin-verificar", q="nada de eso")[1] == []
    assert ver("inactivas") == ("1", [nombre["usaid"]])
    assert ver("convocatorias") == ("2", ["Cerrada sin mirar", "Sin fechas"])
    assert ver("enlaces") == ("1", [nombre["giz"]])
    assert ver("reportes") == ("1", [nombre["giz"]])
    pagina = asesora.get("/redes/edicion/?ver=enlaces").content.decode()
    assert "1 enlace falló una vez" in pagina
    assert "La página no existe." in pagina
    assert "No abre la página" in asesora.get("/redes/edicion/giz/").content.decode()


def test_la_revision_de_fondo_va_por_tandas_y_se_ve_como_va(monkeypatch):
    from redes.enlaces import marcha, ronda, tareas
    from redes.enlaces.tanteo import Hallazgo

    Entrada.objects.exclude(pk__in=["giz", "mercociudades", "jica"]).update(sitio_web="")
    Convocatoria.objects.update(enlace="")
    Hermanamiento.objects.update(enlace="")
    vistas = []

    def recorrer(urls, ritmo, **_otros):
        for url in urls:
            vistas.append(marcha.avance())
            yield url, Hallazgo("bien", 200)

    monkeypatch.setattr(marcha, "recorrer", recorrer)
    monkeypatch.setattr(tareas, "TANDA", 2)
    viejo = Reporte.objects.create(
        entrada_id="giz", motivo="otro", texto="Hace mucho", correo="a@b.co", creado_en=now() - dt.timedelta(days=181)
    )
    asesora = entrar(ASESORA)
    marcha.decir(40, 170)
    assert "Revisando 40 de 170" in asesora.get("/redes/edicion/?ver=enlaces").content.decode()
    assert "ya hay una" in mensaje(asesora.post("/redes/edicion/enlaces/", follow=True)).lower()
    marcha.callar()
    asesora.post("/redes/edicion/enlaces/")
    assert Enlace.objects.filter(estado="bien").count() == 3
    assert [(una.hechos, una.total) for una in vistas] == [(0, 3), (1, 3), (2, 3)]
    assert marcha.avance() is None
    viejo.refresh_from_db()
    assert viejo.correo == ""
    assert "contacto" in ronda.agente()


def test_la_revision_de_enlaces_solo_la_pide_la_federacion(monkeypatch):
    from redes.enlaces import tareas

    monkeypatch.setattr(tareas, "comenzar", lambda: pytest.fail("nobody of the FCM asked"))
    assert Client().post("/redes/edicion/enlaces/").url.startswith("/cuenta/entrar/")
    assert entrar("enlace@pereira.demo").post("/redes/edicion/enlaces/").status_code == 403
    assert entrar(ASESORA).get("/redes/edicion/enlaces/").status_code == 405
