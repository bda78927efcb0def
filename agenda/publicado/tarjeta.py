"""What the picture of a published agenda says, from its frozen document and from nothing else. Pure."""

from __future__ import annotations

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from agenda.documento.plan_congelado import cifras_de
from formato.numeros import miles
from informes.tarjeta import EDICION, Tarjeta

__all__ = ["EDICION", "componer_tarjeta"]


def componer_tarjeta(contenido: dict, *, demostracion: bool) -> Tarjeta:
    """Give the picture of a frozen document. ``demostracion``: whether it must say so."""
    t = contenido["territorio"]
    departamento = t["departamento"]
    lugar = (float(t["longitud"]), float(t["latitud"])) if t["longitud"] and t["latitud"] else None
    return Tarjeta(
        sobre=_("Agenda Estratégica %(periodo)s") % {"periodo": contenido["periodo"]["texto"]},
        titulo=t["nombre"],
        bajo=departamento["nombre"] if departamento and departamento["nombre"] != t["nombre"] else "",
        lema=contenido["textos"]["titulo"],
        cifras=_cifras(contenido),
        lugar=lugar,
        cerca=(departamento["codigo"],) if departamento and lugar else (),
        encendidos=tuple(otro["codigo"] for otro in t["integrantes"]) or (t["codigo"],),
        demostracion=_("DEMOSTRACIÓN · Datos de ejemplo") if demostracion else "",
    )


def _cifras(contenido: dict) -> tuple[tuple[str, str], ...]:
    cuantas = cifras_de(contenido)
    contadas = (
        (cuantas["acciones"], ngettext("acción", "acciones", cuantas["acciones"])),
        (cuantas["indicadores"], ngettext("indicador", "indicadores", cuantas["indicadores"])),
        (cuantas["paises"], ngettext("país", "países", cuantas["paises"])),
    )
    return tuple((miles(cuantos), nombre) for cuantos, nombre in contadas if cuantos)
