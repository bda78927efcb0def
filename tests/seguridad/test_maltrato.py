"""Every address with values no person would send: never a 500, and nothing lost to a null character."""

from __future__ import annotations

import pytest
from django.db import transaction

from agenda.filas import CLASES, filas_de
from agenda.models import Agenda
from tests.seguridad.mundo import (  # noqa: F401
    ESTADOS,
    TABLA,
    VALORES,
    direccion,
    direcciones,
    filas,
    formularios,
    gente,
    poner_en,
)

EN_LA_RUTA = ["%00", "9" * 30, "x" * 2000]
EN_LA_CONSULTA = ["%00", "9" * 5000, "-1", "%C2%B2"]
EN_UN_CAMPO = ["\0", "9" * 5000, "x" * 20_000, "²", "NaN"]
PARAMETROS = [
    "q", "pagina", "departamento", "tema", "modalidad", "texto", "falta", "deshacer", "municipio", "anio", "ver",
    "huella", "territorio", "entrada", "eje", "objetivo", "ancla", "next", "estado", "orden", "clase", "asesor",
]  # fmt: skip
SUELTOS = ["clave", "padre", "lugar", "territorio", "participacion", "respuesta", "estado", "decision", "objetivo",
           "ruta", "volver", "acciones", "comentario", "desencuentro", "atendido"]  # fmt: skip
LLAVES = ("visto-", "clave", "autor")
NO_ES_FALLO = {503}  # a PDF that is being made


def _quien(nombre: str) -> str:
    """Give who is served there, so that the view itself is reached."""
    responsable, coordinacion = TABLA[nombre][0].split()[2], TABLA[nombre][0].split()[7]
    if responsable in "S-":
        return "responsable"
    return "coordinacion" if coordinacion in "S-" else "asesora"


@pytest.mark.parametrize("nombre", sorted(set(direcciones()) & set(TABLA)))
def test_no_value_breaks_a_page(client, gente, nombre):  # noqa: F811
    argumentos = direcciones()[nombre]
    # «devolver» needs the version that was sent, which the matrix does not make
    valores = VALORES | filas(gente, nombre) | {"revision_mover:movimiento": "soltar"}
    poner_en(ESTADOS.get(nombre, "borrador"), gente)
    url = direccion(nombre, argumentos, valores)
    client.force_login(gente[_quien(nombre)])

    def probar(metodo: str, ruta: str, datos: dict | None = None):
        with transaction.atomic():
            respuesta = getattr(client, metodo)(ruta, **({"data": datos} if datos is not None else {}))
            assert respuesta.status_code < 500 or respuesta.status_code in NO_ES_FALLO, (metodo, ruta[:200], datos)
            transaction.set_rollback(True)
        return respuesta

    base, _, consulta = url.partition("?")
    visita = probar("get", url)
    for argumento in argumentos:
        valor = str(valores.get(f"{nombre}:{argumento}", valores.get(argumento)))
        for malo in EN_LA_RUTA:
            ruta = "/".join(malo if parte == valor else parte for parte in base.split("/"))
            probar("get", ruta)
    for malo in EN_LA_CONSULTA:
        juntos = "&".join(f"{parametro}={malo}" for parametro in PARAMETROS if f"{parametro}=" not in consulta)
        probar("get", f"{base}?{consulta}&{juntos}")
    for malo in EN_UN_CAMPO:
        probar("post", url, dict.fromkeys(SUELTOS, malo))
    if visita.status_code == 200 and "html" in visita["Content-Type"]:
        _maltratar(probar, url, visita.content.decode())


def _maltratar(probar, url: str, html: str) -> None:
    """Send the forms of a page: each value in every field at once, its keys whole; then nothing whole."""
    vistos = set()
    for destino, campos in formularios(html):
        datos = {campo: valor for campo, valor in campos if campo != "csrfmiddlewaretoken"}
        firma = tuple(sorted({campo.rsplit("-", 1)[-1] for campo in datos}))
        if firma in vistos or "salir" in destino or len(vistos) > 2:
            continue
        vistos.add(firma)
        for malo in EN_UN_CAMPO:
            probar("post", destino or url, {c: v if c.startswith(LLAVES) else malo for c, v in datos.items()})
        probar("post", destino or url, dict.fromkeys(datos, "9" * 30))


def test_a_null_character_is_taken_out_and_the_rest_kept(client, gente):  # noqa: F811
    client.force_login(gente["responsable"])
    respuesta = client.post(
        "/cuenta/", {"nombre": "Ana\0 Rojas", "cargo": "Al\0caldesa", "dependencia": "", "telefono": ""}
    )
    assert respuesta.status_code == 302
    gente["responsable"].refresh_from_db()
    assert (gente["responsable"].nombre, gente["responsable"].cargo) == ("Ana Rojas", "Alcaldesa")


def test_a_null_character_in_the_query_is_answered_without_a_trace_of_calls(client, db, caplog):
    respuesta = client.get("/?x=%00")
    assert respuesta.status_code == 400
    assert "<h1" in respuesta.content.decode()
    assert [linea for linea in caplog.records if linea.exc_info] == []


def test_an_enormous_body_is_not_read(client, db):
    assert client.post("/cuenta/entrar/", {"login": "a"}, CONTENT_LENGTH=str(10**9)).status_code == 413


@pytest.mark.parametrize("tipo", [*CLASES, "agenda", "version"])
def test_every_operation_on_every_kind_of_row(client, gente, tipo):  # noqa: F811
    valores = filas(gente, "agenda_fila")
    poner_en("borrador", gente)
    agenda = Agenda.objects.get(territorio="54518", periodo="2024-2027")
    fila = filas_de(agenda, tipo).first() if tipo in CLASES else None
    clave = fila.clave if fila else valores["clave"]
    client.force_login(gente["enlace"])
    for operacion in ("colocar", "retirar", "restaurar", "duplicar", "trasladar", "borrar"):
        for datos in (
            {},
            {"lugar": "1", "padre": str(clave), "clave": str(clave)},
            {"lugar": "99999999", "padre": "x"},
        ):
            with transaction.atomic():
                ruta = f"/panel/54518/agenda/2024-2027/fila/{tipo}/{clave}/{operacion}/"
                assert client.post(ruta, datos).status_code in (302, 404), (operacion, datos)
                transaction.set_rollback(True)


def test_a_public_page_that_caches_may_keep_sets_no_cookie(client, db):
    respuesta = client.get("/agendas/54518/2024-2027/")
    assert respuesta.status_code == 200
    assert not respuesta.cookies
