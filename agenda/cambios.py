"""What changed between two sendings, gathered into one card per thing. Pure."""

from __future__ import annotations

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from agenda.comparacion import Cambio
from agenda.lectura import ancla_del_bloque
from agenda.versiones import comparar

AL_NACER = ("nombre", "estado")
CARTAS = ("seccion", "eje", "objetivo", "accion", "indicador")


@dataclass
class Carta:
    """A thing that changed. ``tipo``: nuevo, retirado, cambiado or movido; ``campos``: (label, before, now)."""

    ancla: str
    titulo: str
    sobre: str
    tipo: str
    campos: list[tuple[str, str, str]] = field(default_factory=list)

    @property
    def etiqueta(self) -> tuple[str, str]:
        """Give the word and tone of its tag; nothing for an ordinary change."""
        return {
            "nuevo": (_("Nuevo"), "exito"),
            "retirado": (_("Retirado"), "peligro"),
            "movido": (_("Cambió de lugar"), "neutra"),
        }.get(self.tipo, ("", ""))


def cartas(antes: dict, ahora: dict, nombres: dict[str, tuple[str, str]]) -> list[Carta]:
    """Give one card per changed thing, its small rows inside. ``nombres``: ancla → (title, where it stands)."""
    hechas: dict[str, Carta] = {}
    for cambio in comparar(antes, ahora):
        ancla = ancla_del_bloque(cambio.ancla)
        carta = hechas.get(ancla)
        if carta is None:
            titulo, sobre = nombres.get(ancla, (cambio.titulo, ""))
            tipo = cambio.tipo if cambio.clase in CARTAS and cambio.clase != "seccion" else "cambiado"
            carta = hechas[ancla] = Carta(ancla, titulo, sobre, tipo)
        carta.campos += [
            (_etiqueta(cambio, campo), campo.antes, campo.ahora) for campo in cambio.campos if _dice(carta, campo)
        ]
    return list(hechas.values())


def _dice(carta: Carta, campo) -> bool:
    """Say whether a field is worth reading: of a new or removed thing, neither its name again nor what is at rest."""
    if carta.tipo not in ("nuevo", "retirado"):
        return True
    return campo.campo not in AL_NACER and (campo.antes or campo.ahora) != _("no")


def _etiqueta(cambio: Cambio, campo) -> str:
    """Give the label of a field; of a small row (a milestone, a budget row) with the row's name."""
    if cambio.clase in CARTAS or cambio.titulo == campo.antes or cambio.titulo == campo.ahora:
        return str(campo.etiqueta)
    return f"{cambio.titulo}: {campo.etiqueta}"
