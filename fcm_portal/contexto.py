"""Facts every template may need."""

from django.conf import settings
from django.core.cache import cache
from django.utils.functional import SimpleLazyObject
from django.utils.timezone import localdate

from guardado.formularios import firmar_autor
from territorio.models import Periodo


def portal(request) -> dict:
    """Give: is it a demonstration, the contact of the FCM, the signed mark of whose page it is, the term in force."""
    return {
        "portal_demostracion": settings.PORTAL_DEMOSTRACION,
        "portal_contacto": settings.PORTAL_CONTACTO,
        "autor_firmado": SimpleLazyObject(lambda: firmar_autor(request.user)),
        "territorio_periodo": SimpleLazyObject(periodo_en_vigor),
    }


def periodo_en_vigor() -> Periodo | None:
    """Give the term of office in force, asked for only by the pages that draw it and kept for the day."""
    dia = localdate()
    return cache.get_or_set(f"periodo:{dia}", lambda: Periodo.objects.en_vigor(dia), 3600)
