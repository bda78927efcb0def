"""What no way through the screens of the FCM leaves behind: a change without source, a mark too early, a bad link."""

from __future__ import annotations

import html
import re

import pytest

from redes.models import Convocatoria, Entrada
from tests.vigilancia.paginas import campos, entrar, mensaje

pytestmark = pytest.mark.django_db
ASESORA, COORDINACION = "asesora@fcm.demo", "coordinacion@fcm.demo"
MERCO = "/redes/edicion/mercociudades/"


def test_con_dos_textos_por_escoger_no_se_marca_verificada():
    una, otra = entrar(ASESORA), entrar(COORDINACION)
    Entrada.objects.filter(pk="mercociudades").update(verificado=False)
    de_una, de_otra = campos(una, MERCO), campos(otra, MERCO)
    una.post(MERCO, de_una | {"sigla": "A", "fuente": "fa"})
    otra.post(MERCO, de_otra | {"sigla": "B", "fuente": "fb"})
    pagina = otra.get(MERCO).content.decode()
    elegir = [v for v in re.findall(r'name="desencuentro" value="([^"]+)"', pagina) if v.endswith(":actual")]
    otra.post(MERCO, campos(otra, MERCO) | {"desencuentro": elegir[0], "verificacion": "hoy"})
    assert not Entrada.objects.get(pk="mercociudades").verificado
    otra.post(MERCO, campos(otra, MERCO) | {"desencuentro": elegir[1], "verificacion": "hoy"})
    assert Entrada.objects.get(pk="mercociudades").verificado


def test_ningun_camino_deja_una_entrada_sin_su_fuente():
    asesora = entrar(ASESORA)
    fila = Entrada.objects.get(pk="mercociudades")
    fila.fuente = ""
    fila.verificado = False
    fila.save()
    sin_fuente = {c: v for c, v in campos(asesora, MERCO).items() if c not in ("fuente", "visto-fuente")}
    for pedido in ({"verificacion": "hoy"}, {"nombre": "Otro"}):  # a form that somebody cut
        assert "Escriba dónde lo leyó" in asesora.post(MERCO, sin_fuente | pedido).content.decode()
    asesora.post(MERCO, campos(asesora, MERCO) | {"fuente": "su página, hoy", "verificacion": "hoy"})
    pedidos = re.findall(r'name="restablecer" value="([^"]+)"', asesora.get(MERCO).content.decode())
    respuesta = asesora.post(MERCO, {"restablecer": next(u for u in pedidos if ":fuente:" in u)}, follow=True)
    assert "Escriba dónde lo leyó" in mensaje(respuesta)
    fila.refresh_from_db()
    assert (fila.nombre, fila.verificado, fila.fuente) == ("Mercociudades", True, "su página, hoy")


def test_lo_que_se_publica_es_una_direccion_de_la_web_un_renglon_y_un_texto_que_cabe():
    asesora = entrar(ASESORA)
    for campo, valor, frase in (
        ("sitio_web", "ftp://red.org/", "Copie la dirección de una página"),
        ("sitio_web", "https://uclg.org@malo.example/", "Copie la dirección de una página"),
        ("sitio_web", f"https://red.org/{'a' * 300}", "caben 200"),
        ("nombre_en", "Net\nBcc: a@b.co", "en una sola línea"),
        ("sigla", "\u202eGLU", "en una sola línea"),
        ("descripcion", "x" * 5001, "caben 5000"),
    ):
        texto = asesora.post(MERCO, campos(asesora, MERCO) | {campo: valor, "fuente": "f"}).content.decode()
        assert frase in html.unescape(texto), (campo, valor[:30])
    malo = {"titulo": "Beca\nATTENDEE:x", "convoca": "Yo", "fuente": "f", "enlace": "javascript:alert(1)"}
    texto = asesora.post("/redes/edicion/convocatorias/nueva/", malo).content.decode()
    assert "en una sola línea" in texto
    assert not Convocatoria.objects.filter(titulo__startswith="Beca").exists()
