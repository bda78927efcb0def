"""What every page keeps, whoever asks: a visit writes nothing, no style nor script inside, no copy in the browser."""

from __future__ import annotations

import base64
import hashlib
import re

import pytest
from django.db import connection, transaction

from tests.seguridad.mundo import ESTADOS, TABLA, VALORES, direccion, direcciones, filas, gente, poner_en  # noqa: F401

ESCRIBE = re.compile(r"\s*(INSERT|UPDATE|DELETE)", re.IGNORECASE)
# The session of the visitor and its counters are not what people keep.
DEL_SERVIDOR = re.compile(r'"(django_session|cache_portal)"')
DENTRO = re.compile(r"<[a-z][^>]*\s(?:style|on[a-z]+)=|<style|javascript:|<script(?![^>]*(?:src=|application/json))")
VISITANTES = ("anonimo", "responsable", "asesora", "coordinacion")
# A visit that confirms an address, and the one that makes the codes it shows, belong to django-allauth.
DE_ALLAUTH = {"account_confirm_email", "mfa_activate_totp", "mfa_view_recovery_codes"}


@pytest.mark.parametrize("nombre", sorted(set(direcciones()) & set(TABLA)))
def test_a_visit_writes_nothing_and_its_page_is_safe(client, gente, nombre):  # noqa: F811
    valores = VALORES | filas(gente, nombre)
    poner_en(ESTADOS.get(nombre, "borrador"), gente)
    url = direccion(nombre, direcciones()[nombre], valores)
    escrito: list[str] = []

    def espiar(ejecutar, sql, parametros, varios, contexto):
        if ESCRIBE.match(sql) and not DEL_SERVIDOR.search(sql):
            escrito.append(sql[:120])
        return ejecutar(sql, parametros, varios, contexto)

    for persona in VISITANTES:
        with transaction.atomic():
            client.logout()
            if gente[persona]:
                client.force_login(gente[persona])
            escrito.clear()
            with connection.execute_wrapper(espiar):
                respuesta = client.get(url)
            if nombre not in DE_ALLAUTH:
                assert not escrito, (persona, escrito)
            _segura(respuesta, persona)
            transaction.set_rollback(True)


def _segura(respuesta, persona: str) -> None:
    politica = respuesta["Content-Security-Policy"]
    assert "default-src 'none'" in politica
    assert "unsafe" not in politica
    assert respuesta["X-Frame-Options"] == "DENY"
    assert respuesta["X-Content-Type-Options"] == "nosniff"
    html = "html" in respuesta.get("Content-Type", "")
    if html and persona != "anonimo":
        assert "no-store" in respuesta.get("Cache-Control", ""), persona
    if html and not respuesta.streaming:
        hallado = DENTRO.search(sin_lo_permitido(respuesta.content.decode(), politica))
        assert hallado is None, (persona, hallado.group())


def sin_lo_permitido(html: str, politica: str) -> str:
    """Take out the style of the first screen: the only one inside, when the policy carries its digest."""
    dentro = re.search(r"<style>(.*?)</style>", html, re.DOTALL)
    if dentro is None:
        return html
    huella = base64.b64encode(hashlib.sha256(dentro[1].encode()).digest()).decode()
    return html.replace(dentro[0], "", 1) if f"'sha256-{huella}'" in politica else html
