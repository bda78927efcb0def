"""What a move does to the versions, the comments and the publication; called by ``flujo.mover`` alone, row locked."""

from __future__ import annotations

import datetime as dt

from django.db import transaction

from agenda import documento, versiones
from agenda.models import Agenda, ResultadoVersion, Version


def ultima_version(agenda: Agenda) -> Version | None:
    """Give the newest version, whatever became of it."""
    return agenda.versiones.order_by("-numero").first()


def congelar(agenda: Agenda, usuario, comentario: str, ahora: dt.datetime) -> Version:
    """Freeze what is sent: the next number, never reused."""
    anterior = ultima_version(agenda)
    contenido = documento.componer(agenda, ahora)
    return Version.objects.create(
        agenda=agenda,
        numero=anterior.numero + 1 if anterior else 1,
        contenido=contenido,
        sha256=versiones.sha256(contenido),
        enviada_en=ahora,
        enviada_por=usuario,
    )


def _resolver(agenda: Agenda, resultado: ResultadoVersion) -> Version:
    """Write what became of the version under review."""
    version = agenda.versiones.filter(resultado=ResultadoVersion.ENVIADA).order_by("numero").last()
    version.resultado = resultado
    version.save(update_fields=["resultado"])
    return version


def _entregar_comentarios(agenda: Agenda, ahora: dt.datetime) -> None:
    """Let the town read what the review wrote."""
    agenda.comentarios.filter(entregado_en__isnull=True).update(entregado_en=ahora)


def version_retirada(agenda: Agenda, usuario, comentario: str, ahora: dt.datetime) -> Version:
    """Mark that the town took back what it sent."""
    return _resolver(agenda, ResultadoVersion.RETIRADA)


def tomada(agenda: Agenda, usuario, comentario: str, ahora: dt.datetime) -> Version | None:
    """Note who has it."""
    agenda.revisa = usuario
    return ultima_version(agenda)


def version_devuelta(agenda: Agenda, usuario, comentario: str, ahora: dt.datetime) -> Version:
    """Give the version back with its comments."""
    _entregar_comentarios(agenda, ahora)
    return _resolver(agenda, ResultadoVersion.DEVUELTA)


def _quien(usuario) -> dict[str, str]:
    """Give office and post, the only thing about a person that is printed."""
    return {"cargo": usuario.cargo if usuario else "", "dependencia": usuario.dependencia if usuario else ""}


def publicar(agenda: Agenda, usuario, comentario: str, ahora: dt.datetime) -> Version:
    """Approve: write the acta once, replace the version in force, leave the PDF to the background."""
    _entregar_comentarios(agenda, ahora)
    version = agenda.versiones.filter(resultado=ResultadoVersion.ENVIADA).order_by("numero").last()
    remitente = version.enviada_por
    version.acta = {
        "enviada": {"cuando": version.enviada_en.isoformat(), **_quien(remitente)},
        "aprobada": {"cuando": ahora.isoformat(), **_quien(usuario)},
        "demostracion": agenda.es_demostracion
        or usuario.es_demostracion
        or bool(remitente and remitente.es_demostracion),
    }
    version.resultado, version.aprobada_en, version.aprobada_por = ResultadoVersion.APROBADA, ahora, usuario
    version.save(update_fields=["acta", "resultado", "aprobada_en", "aprobada_por"])
    if agenda.publicada_id:
        agenda.versiones.filter(pk=agenda.publicada_id).update(resultado=ResultadoVersion.REEMPLAZADA)
    agenda.publicada = version
    agenda.retirada_publico_en, agenda.retirada_publico_razon = None, ""
    transaction.on_commit(lambda: _encolar_pdf(version.pk), robust=True)
    return version


def _encolar_pdf(id_version: int) -> None:
    """Ask the background worker for the printed files of an approved version."""
    from agenda.tareas import dibujar_version  # WeasyPrint stays out of whoever never approves

    dibujar_version.enqueue(id_version)


def ocultar(agenda: Agenda, usuario, comentario: str, ahora: dt.datetime) -> Version:
    """Take the version in force off the public pages, with the reason that they will show."""
    agenda.retirada_publico_en, agenda.retirada_publico_razon = ahora, comentario
    return agenda.publicada


def mostrar(agenda: Agenda, usuario, comentario: str, ahora: dt.datetime) -> Version:
    """Put the version in force back on the public pages."""
    agenda.retirada_publico_en, agenda.retirada_publico_razon = None, ""
    return agenda.publicada
