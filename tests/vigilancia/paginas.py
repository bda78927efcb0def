"""What a browser would post of a page: the values of its form, as drawn."""

from __future__ import annotations

from django.test import Client
from lxml import html

from cuentas.models import Usuario


def entrar(correo: str) -> Client:
    """Give a browser in which somebody is in."""
    navegador = Client()
    navegador.force_login(Usuario.objects.get(email=correo))
    return navegador


def campos(navegador: Client, direccion: str, cual: int = 0) -> dict:
    """Give name → value of the working form of a page (the one that carries ``autor`` and most fields)."""
    arbol = html.fromstring(navegador.get(direccion).content.decode())
    forma = max(arbol.forms, key=lambda una: len(una.inputs.keys()))
    datos = {}
    for nombre in forma.inputs.keys():  # noqa: SIM118
        control = forma.inputs[nombre]
        valor = control.value if not isinstance(control, html.CheckboxGroup) else list(control.value)
        if valor is not None:
            datos[nombre] = list(valor) if isinstance(valor, html.MultipleSelectOptions) else valor
    return datos


def mensaje(respuesta) -> str:
    """Give the messages of a page."""
    [seccion] = html.fromstring(respuesta.content.decode()).xpath("//section[contains(@class, 'mensajes')]")
    return " ".join(seccion.text_content().split())
