"""All that a territory has published, period by period: the version in force, the replaced ones, the withdrawn ones."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby

from django.db.models import F
from django.db.models.fields.json import KeyTextTransform, KeyTransform

from agenda.models import Agenda, Transicion, Version
from agenda.publicado.publicacion import Publicacion, retiro_en_pie


@dataclass
class Publicada:
    """What is public of one Agenda. ``vigente`` is None when it was withdrawn; then ``retirada`` says why."""

    agenda: Agenda
    vigente: Version | None = None
    retirada: Publicacion | None = None
    anteriores: list[Publicacion] = field(default_factory=list)


def publicadas_de(codigo: str) -> list[Publicada]:
    """Give what a territory has published, the newest period first: two queries that bring no whole document."""
    versiones = list(
        Version.objects.aprobadas()
        .filter(agenda__territorio=codigo)
        .select_related("agenda__periodo", "adopcion")
        .defer("contenido", "acta")
        .annotate(titulo_publico=KeyTextTransform("titulo", KeyTransform("textos", "contenido")))
        .order_by("-agenda__periodo__desde", "agenda", "-numero")
    )
    if not versiones:
        return []
    hechos = list(
        Transicion.objects.filter(
            agenda__territorio=codigo, movimiento__in=["retirar_publicacion", "restituir_publicacion"]
        )
        .annotate(numero=F("version__numero"))
        .order_by("cuando", "pk")
    )
    return [_reunir(list(suyas), hechos) for _pk, suyas in groupby(versiones, key=lambda una: una.agenda_id)]


def _reunir(versiones: list[Version], hechos: list[Transicion]) -> Publicada:
    """Sort the versions of one agenda; the newest comes first."""
    agenda = versiones[0].agenda
    publicada = Publicada(agenda)
    for version in versiones:
        suyos = [h for h in hechos if h.agenda_id == agenda.pk and h.numero is not None and h.numero >= version.numero]
        en_vigor = agenda.publicada_id == version.pk
        una = Publicacion(version, en_vigor and not agenda.retirada_publico_en, retiro_en_pie(suyos))
        if en_vigor and una.vigente:
            publicada.vigente = version
        elif en_vigor:
            publicada.retirada = una
        else:
            publicada.anteriores.append(una)
    return publicada
