"""Keeping a self-check: stored without an owner, it becomes that of the account made or opened in the same browser."""

from __future__ import annotations

from allauth.account.signals import user_signed_up
from django.contrib import messages
from django.contrib.auth.signals import user_logged_in
from django.db import transaction
from django.db.models import Q
from django.dispatch import receiver
from django.urls import reverse
from django.utils.translation import gettext as _

from cuentas.olvido import persona_olvidada
from diagnostico.cuestionario import Contenido
from diagnostico.models import Autodiagnostico
from formato.fechas import fecha_larga
from territorio.models import Territorio

LLAVE = "autodiagnosticos"  # session: those kept by a visitor, until there is an account
EN_ESPERA = 5
POR_PERSONA = 20  # the oldest unused one makes room
# Without an owner, or of an account in which nobody has ever entered (its address may have been written wrong).
DE_NADIE_AUN = Q(persona=None) | Q(persona__last_login=None)


def conservar(
    request, contenido: Contenido, respuestas: dict[str, str], territorio: Territorio | None
) -> Autodiagnostico:
    """Store some answers for whoever is logged in, or for the account that this browser will open. Twice is once.

    Also after an account was asked for: a key that changed then would tell whether the address had one already.
    """
    Autodiagnostico.objects.vencidos().delete()
    datos = {"cuestionario_id": contenido.version, "respuestas": respuestas, "territorio": territorio}
    if request.user.is_authenticated:
        return _de(request.user, datos)
    pendientes = request.session.get(LLAVE, [])
    propio = Autodiagnostico.objects.filter(DE_NADIE_AUN, clave__in=pendientes, **datos).first()
    if propio is None:
        propio = Autodiagnostico.objects.create(**datos)
    clave = str(propio.clave)
    request.session[LLAVE] = [*(otra for otra in pendientes if otra != clave), clave][-EN_ESPERA:]
    return propio


def _de(usuario, datos: dict) -> Autodiagnostico:
    """Give the one of a person with these answers, making it when there is none."""
    propio = Autodiagnostico.objects.de(usuario).filter(**datos).first()
    if propio is None:
        propio = Autodiagnostico.objects.create(persona=usuario, **datos)
        _hacer_sitio(usuario)
    return propio


def _hacer_sitio(usuario) -> None:
    sobran = Autodiagnostico.objects.de(usuario).values_list("pk", flat=True)[POR_PERSONA:]
    Autodiagnostico.objects.filter(pk__in=list(sobran)).delete()


def recoger(usuario, pendientes: list[str]) -> int:
    """Give a person those that wait in their session and nobody has; give how many. No one else's can be taken."""
    if not pendientes:
        return 0
    with transaction.atomic():
        cuantos = Autodiagnostico.objects.sin_duenio().filter(clave__in=pendientes).update(persona=usuario)
        _hacer_sitio(usuario)
    return cuantos


@receiver(user_signed_up)
def al_crear_cuenta(sender, request, user, **_otros) -> None:
    """Take what waits before the address is confirmed, since that may happen in another browser.

    It stays in the session: who wrote the address wrong makes another account, and the last one kept goes with it.
    """
    pendientes = _pendientes(request)
    recoger(user, pendientes)
    Autodiagnostico.objects.filter(DE_NADIE_AUN, clave__in=pendientes[-1:]).update(persona=user)


@receiver(user_logged_in)
def al_entrar(sender, request, user, **_otros) -> None:
    """Take what waits, once, and say so: on a shared computer it may be somebody else's."""
    pendientes = _pendientes(request)
    if pendientes:
        del request.session[LLAVE]
    if recoger(user, pendientes):
        frase = _("Guardamos en su cuenta lo que se respondió en este navegador. Si no es suyo, puede borrarlo.")
        messages.info(request, frase, fail_silently=True)


def _pendientes(request) -> list[str]:
    return request.session.get(LLAVE, []) if hasattr(request, "session") else []


@receiver(persona_olvidada)
def al_olvidar(sender, usuario, **_otros) -> None:
    """Delete those of a person who asked to be forgotten."""
    Autodiagnostico.objects.de(usuario).delete()


def conservados(usuario) -> list[dict]:
    """Give those of a person as lines of a list (``components/tareas.html``), the newest first. One query."""
    return [
        {
            "texto": _("Su autodiagnóstico del %(fecha)s") % {"fecha": fecha_larga(propio.creado_en)},
            "ayuda": str(propio.territorio) if propio.territorio else _("Sin decir de qué municipio"),
            "url": reverse("autodiagnostico_conservado", args=[propio.clave]),
        }
        for propio in Autodiagnostico.objects.de(usuario).select_related("territorio__departamento")
    ]


def para_abrir(usuario, territorio: Territorio) -> Autodiagnostico | None:
    """Give the newest unused one of a person that a diagnostic of this territory may start from, or None.

    Of this territory, or of none that was said.
    """
    propios = Autodiagnostico.objects.de(usuario).filter(usado_en=None)
    return propios.filter(territorio=territorio).first() or propios.filter(territorio=None).first()
