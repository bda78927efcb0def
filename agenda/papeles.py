"""Who a person is before an agenda: what decides which moves are theirs."""

from __future__ import annotations

from enum import StrEnum

from agenda.models import Agenda
from cuentas.models import Rol
from cuentas.permisos import cumple, rol_en, territorios_por_revisar


class Papel(StrEnum):
    """What a person may be before an agenda; several at once."""

    LECTURA = "lectura"
    EDICION = "edicion"
    RESPONSABLE = "responsable"
    REVISA = "revisa"
    LA_TIENE = "la_tiene"
    COORDINACION = "coordinacion"


DEL_TERRITORIO = frozenset({Papel.LECTURA, Papel.EDICION, Papel.RESPONSABLE})
DE_LA_FCM = frozenset({Papel.REVISA, Papel.LA_TIENE, Papel.COORDINACION})


def rol_de(usuario, agenda: Agenda) -> str | None:
    """Give the role of a person in the agenda's territory. No query when ``territorio_para`` fetched it."""
    territorio = agenda.territorio
    if getattr(territorio, "mi_rol_de", None) == usuario.pk and usuario.pk is not None:
        return territorio.mi_rol
    return rol_en(usuario, territorio)


def _le_toca(usuario, agenda: Agenda) -> bool:
    """Say whether the territory is among those a person of the FCM reviews: asked once for each agenda fetched."""
    vistos = agenda.__dict__.setdefault("_les_toca", {})
    if usuario.pk not in vistos:
        vistos[usuario.pk] = territorios_por_revisar(usuario).filter(pk=agenda.territorio_id).exists()
    return vistos[usuario.pk]


def papeles(usuario, agenda: Agenda) -> frozenset[Papel]:
    """Give everything a person is before an agenda; empty for a stranger. Two queries at most."""
    if not usuario.is_authenticated or not usuario.is_active:
        return frozenset()
    rol = rol_de(usuario, agenda)
    suyos = {Papel(nivel) for nivel in (Rol.LECTURA, Rol.EDICION, Rol.RESPONSABLE) if cumple(rol, nivel)}
    if usuario.es_coordinador and rol is None:  # nobody of the FCM acts on an agenda of their own town
        suyos.add(Papel.COORDINACION)
    if usuario.es_fcm and rol is None and _le_toca(usuario, agenda):
        suyos.add(Papel.REVISA)
        if agenda.revisa_id == usuario.pk:
            suyos.add(Papel.LA_TIENE)
    return frozenset(suyos)
