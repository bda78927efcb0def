"""Closing a diagnostic: freezes its result. It is not reopened; the next one starts from it."""

from __future__ import annotations

from django.db import transaction
from django.utils.timezone import now
from django.utils.translation import gettext as _

from cuentas.models import Rol
from cuentas.permisos import cumple, rol_en
from diagnostico.models import Diagnostico
from diagnostico.resultado import componer


class NoSePuedeCerrar(Exception):
    """Why a diagnostic cannot be closed, as a sentence."""


def impedimento(diagnostico: Diagnostico, rol: str | None, resultado: dict) -> str:
    """Give the sentence that disables the button and guards the POST; empty when it may be closed."""
    if not cumple(rol, Rol.EDICION):
        return _("Solo el enlace o la persona responsable pueden cerrar el diagnóstico.")
    if not diagnostico.abierto:
        return _("Este diagnóstico ya está cerrado.")
    if not any(p["valor"] and not p["sin_contestar"] for paso in resultado["pasos"] for p in paso["preguntas"]):
        return _("Conteste al menos una pregunta antes de cerrar.")
    sin_razon = [fila["clave"] for fila in resultado["no_aplica"] if not fila["razon"].strip()]
    if sin_razon:
        return _("Escriba por qué no aplica en: %(claves)s.") % {"claves": ", ".join(numero(c) for c in sin_razon)}
    return ""


def numero(clave: str) -> str:
    """Give the key of a question as people read it: ``p1-4`` → «1.4»."""
    return clave.removeprefix("p").replace("-", ".")


@transaction.atomic
def cerrar(diagnostico: Diagnostico, usuario, *, cerrado_en=None) -> Diagnostico:
    """Close a diagnostic and freeze its result. Unanswered questions count as «no sabe» and are listed.

    Raises ``NoSePuedeCerrar``. A second click finds it closed and gives it back unchanged. ``cerrado_en`` is for
    loads only.
    """
    fila = (
        Diagnostico.objects.select_for_update(of=("self",))
        .select_related("territorio__departamento", "cuestionario")
        .get(pk=diagnostico.pk)
    )
    if not fila.abierto:
        return _al_dia(diagnostico, fila)
    momento = cerrado_en or now()
    resultado = componer(fila, cerrado_en=momento)
    razon = impedimento(fila, rol_en(usuario, fila.territorio), resultado)
    if razon:
        raise NoSePuedeCerrar(razon)
    fila.resultado, fila.cerrado_en, fila.cerrado_por = resultado, momento, usuario
    fila.save(update_fields=["resultado", "cerrado_en", "cerrado_por"])
    return _al_dia(diagnostico, fila)


def _al_dia(diagnostico: Diagnostico, fila: Diagnostico) -> Diagnostico:
    """Bring the caller's copy up to date with the locked row, and give it."""
    diagnostico.resultado, diagnostico.cerrado_en, diagnostico.cerrado_por = (
        fila.resultado,
        fila.cerrado_en,
        fila.cerrado_por,
    )
    return diagnostico
