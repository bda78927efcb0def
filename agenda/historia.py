"""The log of moves and the versions of an agenda, as a person reads them."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from agenda.models import Agenda

PALABRAS = {
    "enviar": _("Enviada a la Federación"),
    "retirar": _("Envío retirado por el territorio"),
    "tomar": _("Tomada para revisar"),
    "soltar": _("Devuelta a la lista por revisar"),
    "devolver": _("Devuelta con comentarios"),
    "aprobar": _("Aprobada y publicada"),
    "actualizar": _("Abierta para actualizar"),
    "retirar_publicacion": _("Retirada de publicación"),
    "restituir_publicacion": _("Publicada otra vez"),
}


def historia(agenda: Agenda) -> dict:
    """Give ``transiciones`` (newest first, each with its ``palabra``) and ``versiones``. Two queries."""
    movimientos = agenda.transiciones.select_related("usuario", "version").defer("version__contenido")
    transiciones = list(movimientos.order_by("-cuando", "-pk"))
    for transicion in transiciones:
        transicion.palabra = PALABRAS[transicion.movimiento]
    return {"versiones": agenda.versiones.defer("contenido").order_by("-numero"), "transiciones": transiciones}
