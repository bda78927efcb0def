"""Which calls suit a territory, and why. Pure: the day is given."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from formato.fechas import fecha_larga
from formato.numeros import miles
from redes.afinidad.cuentas import Afinidad, Cuentas
from redes.afinidad.perfil import Perfil
from redes.afinidad.pesos import CRUCES_PARA_RECORDAR, RECORDATORIO
from redes.afinidad.regla import lo_compartido


@dataclass(frozen=True)
class Llamado(Afinidad):
    """A call that suits; ``temas`` is how many it shares."""

    temas: int = 0

    @property
    def convocatoria(self):
        """Give the call."""
        return self.entrada

    @property
    def se_recuerda(self) -> bool:
        """Say whether it suits enough to tell the territory by e-mail."""
        return self.puntos >= RECORDATORIO and self.temas >= CRUCES_PARA_RECORDAR


def llamados(
    perfil: Perfil, convocatorias: Iterable, hoy: dt.date, nombres: Mapping[str, str] | None = None
) -> list[Llamado]:
    """Give the calls that suit: by points, then the one that closes first, then title.

    Left out: closed ones, and those that say they are for others (category, department, inhabitants).
    """
    dados = [
        medir_llamado(perfil, una, hoy, nombres or {})
        for una in convocatorias
        if not impedimento(perfil, una, hoy) and not perfil.temas.isdisjoint(una.temas)
    ]
    dados.sort(key=lambda d: (-d.puntos, d.entrada.cierra or dt.date.max, d.entrada.titulo, d.entrada.slug))
    return dados


def impedimento(perfil: Perfil, convocatoria, hoy: dt.date) -> str:
    """Give the sentence that leaves a call out for a territory on a day, or nothing."""
    if convocatoria.cierra is not None and convocatoria.cierra < hoy:
        return _("cerró el %(dia)s") % {"dia": fecha_larga(convocatoria.cierra)}
    if not perfil.admitido(convocatoria.categorias):
        return _("admite categorías %(lista)s") % {"lista": ", ".join(convocatoria.categorias)}
    if convocatoria.departamentos and perfil.departamento not in convocatoria.departamentos:
        return _("es para otros departamentos")
    limite = convocatoria.poblacion_maxima
    if limite and perfil.poblacion is not None and perfil.poblacion > limite:
        return _("pide tener hasta %(cifra)s habitantes") % {"cifra": miles(limite)}
    return ""


def medir_llamado(perfil: Perfil, convocatoria, hoy: dt.date, nombres: Mapping[str, str]) -> Llamado:
    """Add up the points of one call with its reasons and warnings."""
    cuentas = Cuentas()
    lo_compartido(cuentas, perfil, convocatoria, nombres)
    if convocatoria.departamentos:
        cuentas.dar("lugar", _("es para su departamento"))
    elif convocatoria.categorias and perfil.categoria:
        cuentas.dar("lugar", _("admite su categoría"))
    if "es" in convocatoria.idiomas:
        cuentas.dar("espanol")
    elif convocatoria.idiomas:
        cuentas.dar("otra_lengua", aviso=_("no consta que trabaje en español"))
    if convocatoria.verificado:
        cuentas.dar("verificada")
    else:
        cuentas.avisos.append(_("sin verificar"))
    if convocatoria.abre is not None and convocatoria.abre > hoy:
        cuentas.avisos.append(_("abre el %(dia)s") % {"dia": fecha_larga(convocatoria.abre)})
    elif convocatoria.cierra is not None:
        dias = (convocatoria.cierra - hoy).days
        frase = ngettext("cierra en %(n)d día", "cierra en %(n)d días", dias) if dias else _("cierra hoy")
        cuentas.avisos.append(frase % {"n": dias} if dias else frase)
    dado = cuentas.cerrar(convocatoria)
    temas = len(perfil.temas.intersection(convocatoria.temas))
    return Llamado(dado.entrada, dado.puntos, dado.dichas, dado.avisos, dado.suma, temas)
