"""The background work: a few links at a time, so that a document that somebody waits for is not behind them all."""

from __future__ import annotations

import datetime as dt

from django.utils.timezone import now
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from redes.enlaces import marcha
from redes.enlaces.registro import direcciones, olvidar, pendientes
from redes.enlaces.ronda import agente
from redes.enlaces.tanteo import Ritmo
from redes.reportes.plazos import borrar_correos_viejos

TANDA = 20
CADA = dt.timedelta(days=1)  # a link is tried every week; what failed, after one day, two, four…
DETRAS = -20


@task(priority=DETRAS)
def revisar_tanda(hechos: int = 0, total: int = 0) -> int:
    """Try the next links that are due and leave the rest to another task; at the end, come back tomorrow."""
    todas = direcciones()
    debidas = pendientes(todas)
    total = total or len(debidas)
    if not hechos:
        borrar_correos_viejos()
    try:
        hechos += marcha.revisar(debidas[:TANDA], Ritmo(agente=agente()), hechos=hechos, total=total)
    except marcha.SinRed:
        debidas = []
    if len(debidas) > TANDA:
        revisar_tanda.enqueue(hechos, total)
        return hechos
    olvidar(todas)
    marcha.callar()
    if revisar_tanda.get_backend().supports_defer:
        revisar_tanda.using(run_after=now() + CADA).enqueue()
    return hechos


def comenzar() -> bool:
    """Begin now, unless a run is in course; give whether it began. What waited for another day is brought forward."""
    if marcha.avance() is not None:
        return False
    DBTaskResult.objects.filter(task_path=revisar_tanda.module_path, status="READY").delete()
    marcha.decir(0, len(pendientes(direcciones())))
    revisar_tanda.enqueue()
    return True
