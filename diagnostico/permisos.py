"""Who reads and who writes a diagnostic; a refusal is a sentence, the same for the page and for the POST."""

from __future__ import annotations

from django.db import transaction
from django.http import Http404
from django.utils.translation import gettext as _

from cuentas.models import Rol
from cuentas.permisos import cumple, territorio_para
from diagnostico.models import Diagnostico
from territorio.models import Territorio


def razon_de_solo_lectura(territorio: Territorio, diagnostico: Diagnostico | None = None) -> str:
    """Give why this person cannot write here; empty when they can. ``territorio`` carries ``mi_rol``."""
    if not cumple(territorio.mi_rol, Rol.EDICION):
        if territorio.mi_rol is None:
            return _("Usted lo ve como parte de la Federación: solo lo editan las personas del territorio.")
        return _("Su rol es de lectura: puede ver, no cambiar.")
    if diagnostico is not None and not diagnostico.abierto:
        return _("Este diagnóstico ya está cerrado. Sus respuestas no cambian.")
    return ""


def ve_notas_privadas(territorio: Territorio) -> bool:
    """Say whether the person belongs to the territory: private notes never leave it, not even towards the FCM."""
    return territorio.mi_rol is not None


def territorio_y_diagnostico(usuario, codigo: str, metodo: str = "GET") -> tuple[Territorio, Diagnostico]:
    """Fetch a territory and the diagnostic one works on: the open one, else the newest closed, to be read.

    ``Http404`` for a stranger or when there is none; ``PermissionDenied`` when a role that only reads posts.
    """
    territorio = territorio_para(usuario, codigo, Rol.LECTURA if metodo in ("GET", "HEAD") else Rol.EDICION)
    diagnostico = en_curso(territorio)
    if diagnostico is None:
        raise Http404("diagnostico")
    return territorio, diagnostico


def en_curso(territorio: Territorio) -> Diagnostico | None:
    """Give the open diagnostic of a territory, else its newest closed one, else None."""
    filas = Diagnostico.objects.filter(territorio=territorio).select_related("cuestionario", "periodo", "anterior")
    diagnostico = filas.order_by("-numero").first()
    if diagnostico is not None:
        diagnostico.territorio = territorio
    return diagnostico


def sigue_abierto(diagnostico: Diagnostico) -> bool:
    """Lock a diagnostic until the transaction ends and say whether it is still open: no save slips past a closing."""
    assert transaction.get_connection().in_atomic_block
    return Diagnostico.objects.select_for_update(of=("self",)).filter(pk=diagnostico.pk, cerrado_en=None).exists()
