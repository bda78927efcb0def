"""The link checker against a server that times out, loops and lies."""

from __future__ import annotations

import datetime as dt
import io
import socket
import time

import pytest
from django.core.management import CommandError, call_command
from django.utils.timezone import now

from redes.enlaces import conexion, marcha
from redes.enlaces.registro import direcciones, en_texto, pendientes, quienes
from redes.enlaces.ronda import recorrer
from redes.enlaces.sospechas import es_la_misma, sospecha_de_destino
from redes.enlaces.tanteo import Ritmo
from redes.models import Convocatoria, Enlace, Entrada, Hermanamiento
from tests.vigilancia.servidor import Servidor

RAPIDO = Ritmo(
    conexion=0.4, lectura=0.4, total=0.8, pausa=0, espera=0.1, repeticiones=0, locales=True, agente="DeCaraAlMundo/1.0"
)

ESPERADO = {  # path: (state, status, where it ended, permanent)
    "/bien": ("bien", 200, "", False),
    "/head-404": ("bien", 200, "", False),
    "/head-405": ("bien", 200, "", False),
    "/head-403": ("bien", 200, "", False),
    "/head-501": ("bien", 200, "", False),
    "/head-calla": ("bien", 200, "", False),
    "/head-vuelta": ("bien", 200, "", False),
    "/get-404": ("roto", 404, "", False),
    "/falta": ("roto", 404, "", False),
    "/fue": ("roto", 410, "", False),
    "/falla": ("roto", 500, "", False),
    "/cerrado": ("dudoso", 403, "", False),
    "/mudada": ("redirige", 200, "/bien", True),
    "/mudada-un-tiempo": ("redirige", 200, "/bien", False),
    "/cadena/3": ("redirige", 200, "/cadena/0", False),
    "/cadena/20": ("roto", None, None, False),
    "/vuelta": ("roto", None, None, False),
    "/lejos/pagina": ("dudoso", 200, "/", False),
    "/sin-destino": ("roto", 302, "", False),
    "/adentro": ("roto", None, None, False),
    "/adentro-v6": ("roto", None, None, False),
    "/nube": ("roto", None, None, False),
    "/archivo-local": ("roto", 302, None, False),
    "/no-esta": ("dudoso", 200, "", False),
    "/en-venta": ("dudoso", 200, "", False),
    "/sin-fin": ("bien", 200, "", False),
    "/largo-falso": ("bien", 200, "", False),
    "/bomba": ("bien", 200, "", False),
    "/calla": ("roto", None, "", False),
    "/gotea": ("dudoso", 200, "", False),
    "/corta": ("roto", None, "", False),
    "/basura": ("roto", None, "", False),
    "/despues": ("dudoso", 429, "", False),
    "/privado/x": ("dudoso", None, "", False),
}


@pytest.fixture
def servidor():
    uno = Servidor()
    yield uno
    uno.cerrar()


def test_cada_mentira_se_entiende_y_el_sitio_no_se_atropella(servidor):
    desde = time.monotonic()
    halladas = dict(recorrer([f"{servidor.base}{camino}" for camino in ESPERADO], RAPIDO))
    for camino, (estado, codigo, destino, permanente) in ESPERADO.items():
        hallado = halladas[f"{servidor.base}{camino}"]
        assert (camino, hallado.estado, hallado.codigo) == (camino, estado, codigo), hallado
        if destino is not None:
            assert hallado.destino == (f"{servidor.base}{destino}" if destino else ""), camino
        assert not permanente or hallado.permanente, camino
        assert hallado.detalle or estado in ("bien", "redirige"), camino
    assert servidor.a_la_vez == 1
    assert all("DeCaraAlMundo" in agente for _m, _c, agente in servidor.pedidos)
    assert [m for m, camino, _a in servidor.pedidos if camino == "/bien"][:2] == ["HEAD", "GET"]
    assert not [camino for _m, camino, _a in servidor.pedidos if camino.startswith("/privado")]
    assert time.monotonic() - desde < 6


def test_lo_pasajero_se_intenta_otra_vez_y_el_certificado_malo_no_es_un_enlace_roto(servidor, tmp_path):
    ritmo = Ritmo(**{**RAPIDO.__dict__, "repeticiones": 2})
    pedidas = [f"{servidor.base}{camino}" for camino in ("/otra-vez", "/a-la-segunda", "/falta")]
    assert {h.estado for _u, h in recorrer(pedidas[:2], ritmo)} == {"bien"}
    antes = len(servidor.pedidos)
    assert [h.estado for _u, h in recorrer(pedidas[2:], ritmo)] == ["roto"]
    assert len(servidor.pedidos) - antes == 3  # robots, HEAD, GET: what is gone is not insisted on
    seguro = Servidor(tmp_path)
    try:
        [(_url, hallado)] = recorrer([f"{seguro.base}/bien"], RAPIDO)
    finally:
        seguro.cerrar()
    assert (hallado.estado, "certificado" in hallado.detalle) == ("dudoso", True)


def test_nada_sale_hacia_adentro_ni_por_un_nombre_que_cambia_de_direccion(servidor, monkeypatch):
    cerrado = Ritmo(**{**RAPIDO.__dict__, "locales": False})
    puerto = servidor.server_port
    respuestas = iter([[("8.8.8.8", 80)]])

    def resolver(nombre, puerto_pedido, **_otros):
        destino = next(respuestas, [("127.0.0.1", puerto)]) if nombre == "cambia.example" else [(nombre, puerto_pedido)]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", uno) for uno in destino]

    conectados = []
    monkeypatch.setattr(socket, "getaddrinfo", resolver)
    monkeypatch.setattr(socket.socket, "connect", lambda enchufe, destino: conectados.append(destino) or _negar())
    urls = [
        f"{servidor.base}/bien", f"http://localhost:{puerto}/", "http://10.1.2.3/", "http://169.254.169.254/",
        "http://192.168.1.1/", "http://0.0.0.0/", "http://100.64.0.1/", "http://224.0.0.1/", "http://127.1/",
        "ftp://ejemplo.org/", "http://usuario:clave@ejemplo.org/", "javascript:alert(1)", "http://[mal", "http://",
    ]  # fmt: skip
    assert {h.estado for _u, h in recorrer([*urls, "http://cambia.example/"], cerrado)} == {"roto"}
    assert set(conectados) <= {("8.8.8.8", 80)}  # the address that was looked at, and no second look for the same one
    assert servidor.pedidos == []
    for mala in ("::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1", "::"):
        assert not conexion.es_publica(mala), mala
    assert conexion.es_publica("190.85.1.1")
    assert conexion.es_publica("2607:f8b0:4008::1")


def _negar():
    raise ConnectionRefusedError


def test_otro_dominio_es_dudoso_y_el_mismo_no():
    assert es_la_misma("http://uclg.org", "https://www.uclg.org/")
    assert not es_la_misma("http://uclg.org/a", "https://www.uclg.org/b")
    assert sospecha_de_destino("http://uclg.org/a", "https://www.uclg.org/es/a") == ""
    assert sospecha_de_destino("http://alcaldia.pereira.gov.co/a", "https://www.pereira.gov.co/b") == ""
    assert sospecha_de_destino("http://pasto.gov.co/a", "https://www.pereira.gov.co/b")
    assert sospecha_de_destino("http://redcolombia.co/", "https://casino.example/")


@pytest.mark.django_db
@pytest.mark.datos("referencia")
def test_la_orden_prueba_todo_lo_del_directorio_y_rompe_a_la_segunda(servidor, monkeypatch):
    Entrada.objects.update(sitio_web="")
    Entrada.objects.filter(pk="mercociudades").update(sitio_web=f"{servidor.base}/falta")
    Entrada.objects.filter(pk="giz").update(sitio_web=f"{servidor.base}/bien", fuente=f"Ver ({servidor.base}/mudada).")
    Convocatoria.objects.create(slug="c", entrada_id="giz", titulo="C", enlace=f"{servidor.base}/bien")
    Hermanamiento.objects.filter(pk="pamplona-pamplona-iruna-es").update(enlace=f"{servidor.base}/calla")
    assert en_texto("Leído en https://a.org/x. Y (http://b.org/y), c.org") == ["https://a.org/x", "http://b.org/y"]
    assert sorted(direcciones()) == [f"{servidor.base}{c}" for c in ("/bien", "/calla", "/falta", "/mudada")]
    Enlace.objects.create(url="http://ya-no-esta.example/", estado="bien")

    def correr(**otras) -> str:
        salida = io.StringIO()
        rapido = {"pausa": 0, "conexion": 0.3, "lectura": 0.3, "total": 0.5, "repeticiones": 0}
        call_command("revisar_enlaces", permitir_locales=True, stdout=salida, **rapido, **otras)
        return salida.getvalue()

    dicho = correr()
    assert "falló una vez" in dicho
    assert "4 enlaces probados" in dicho
    assert not Enlace.objects.filter(url__contains="ya-no-esta").exists()
    primera = Enlace.objects.get(url__endswith="/falta").falla_desde
    assert pendientes(direcciones()) == []
    manana = pendientes(direcciones(), now() + dt.timedelta(days=1, hours=1))
    assert {url.rpartition("/")[2] for url in manana} == {"falta", "calla"}
    assert "2 enlaces probados" in correr(cuantos=2)
    correr()
    roto = Enlace.objects.get(url__endswith="/falta")
    assert (roto.fallos >= 2, roto.falla_desde, roto.codigo) == (True, primera, 404)
    luego = now() + dt.timedelta(days=1, hours=1)
    assert roto.url not in pendientes(direcciones(), luego)  # the pause grows: two days now
    Entrada.objects.filter(pk="mercociudades").update(sitio_web=f"{servidor.base}/bien")
    assert {getattr(una, "slug", "") for una in quienes([f"{servidor.base}/bien"])[f"{servidor.base}/bien"]} == {
        "giz", "mercociudades", "c"
    }  # fmt: skip
    assert "0 enlaces probados" in correr(solo="www.uclg.org")
    assert marcha.avance() is None

    sin_red = lambda *_a, **_k: (_ for _ in ()).throw(socket.gaierror())  # noqa: E731
    monkeypatch.setattr(socket, "getaddrinfo", sin_red)
    antes = dict(Enlace.objects.values_list("url", "fallos"))
    with pytest.raises(CommandError, match="salida a Internet"):
        correr()
    assert dict(Enlace.objects.values_list("url", "fallos")) == antes
