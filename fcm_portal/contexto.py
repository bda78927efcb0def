"""Facts every template may need."""

from django.conf import settings
from django.core.cache import cache
from django.utils.functional import SimpleLazyObject
from django.utils.timezone import localdate

from diagnostico.autodiagnostico.conservar import conservados
from fcm_portal.estatica import primera_vista
from fcm_portal.models import contacto
from guardado.formularios import firmar_autor
from territorio.models import Periodo


def portal(request) -> dict:
    """Give: is it a demonstration, how to reach the FCM, the signed mark of whose page it is, the term in force.

    ``primera_vista`` is the style of the first screen, for the first page of a visit (empty on the others).
    ``portal_contacto`` is the address for help (the one of the installation unless the coordination wrote another);
    ``contacto_portal`` all that the coordination wrote. ``conservados``: the self-checks a person kept.
    """
    primera = not settings.DEBUG and primera_vista.es_primera(request)
    return {
        "primera_vista": primera_vista.etiqueta() if primera else "",
        "portal_demostracion": settings.PORTAL_DEMOSTRACION,
        "portal_direccion": settings.PORTAL_DIRECCION.rstrip("/"),
        "portal_contacto": SimpleLazyObject(lambda: contacto().correo or settings.PORTAL_CONTACTO),
        "contacto_portal": SimpleLazyObject(contacto),
        "autor_firmado": SimpleLazyObject(lambda: firmar_autor(request.user)),
        "conservados": SimpleLazyObject(lambda: conservados(request.user)),
        "territorio_periodo": SimpleLazyObject(periodo_en_vigor),
    }


def periodo_en_vigor() -> Periodo | None:
    """Give the term of office in force, asked for only by the pages that draw it and kept for the day."""
    dia = localdate()
    return cache.get_or_set(f"periodo:{dia}", lambda: Periodo.objects.en_vigor(dia), 3600)
