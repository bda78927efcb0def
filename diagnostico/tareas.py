"""Work for the background worker: the reminders of calls, every day."""

from __future__ import annotations

import datetime as dt

from django.utils.timezone import localtime, now
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from diagnostico.recordatorios import recordar

HORA = 8  # of the morning in Bogotá, when a mail is read


@task()
def recordar_hoy() -> tuple[int, int]:
    """Send the reminders of the day and come back tomorrow; give territories and mails."""
    hechos = recordar(localtime().date())
    if recordar_hoy.get_backend().supports_defer:
        recordar_hoy.using(run_after=proxima(localtime())).enqueue()
    return hechos


def proxima(momento: dt.datetime) -> dt.datetime:
    """Give the next eight o'clock of a moment's clock."""
    hoy = momento.replace(hour=HORA, minute=0, second=0, microsecond=0)
    return hoy if hoy > momento else hoy + dt.timedelta(days=1)


def programar() -> None:
    """Leave it to the worker from now on; asked twice it is once."""
    DBTaskResult.objects.filter(task_path=recordar_hoy.module_path, status="READY").delete()
    recordar_hoy.using(run_after=now()).enqueue()
