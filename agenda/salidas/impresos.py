"""The printed files of an approved version: which there must be, drawn once each, stored, and found again."""

from __future__ import annotations

import hashlib
import io

from django.core.files.base import ContentFile
from django.db import transaction
from django.utils.timezone import now

from agenda.models import Edicion, Idioma, Impreso, Version
from agenda.salidas.pdf import acto_de, html_y_pdf

ORDEN = [(edicion.value, idioma.value) for edicion in Edicion for idioma in Idioma]


class OriginalPerdido(Exception):
    """The stored file is no longer in its folder, and what would be drawn today is not the same: restore the folder."""


@transaction.atomic
def prever(version: Version) -> list[Impreso]:
    """Write down the files that a version must have, and give the newest of each edition and language, in order.

    A file that is stored and does not print the act of adoption in force gets a later emission; one that was not drawn
    yet simply prints it.
    """
    Version.objects.select_for_update().only("pk").get(pk=version.pk)  # two at once would number the same emission
    acto, ultimos = acto_de(version), {(i.edicion, i.idioma): i for i in de_version(version)}
    for clase in ORDEN:
        ultimo = ultimos.get(clase)
        if ultimo and not ultimo.sha256 and ultimo.adopcion != acto:
            ultimo.adopcion = acto
            ultimo.save(update_fields=["adopcion"])
        elif ultimo is None or ultimo.adopcion != acto:
            nuevo = Impreso(version=version, edicion=clase[0], idioma=clase[1], adopcion=acto)
            nuevo.emision = ultimo.emision + 1 if ultimo else 1
            nuevo.identificador = nuevo.identificar()
            nuevo.save()
            ultimos[clase] = nuevo
    return [ultimos[clase] for clase in ORDEN]


def de_version(version: Version):
    """Give the files of a version, oldest emission first, with the version in hand."""
    for impreso in Impreso.objects.filter(version=version).order_by("emision", "pk"):
        impreso.version = version
        yield impreso


def vigentes(version: Version) -> dict[tuple[str, str], Impreso]:
    """Give the newest stored file of each edition and language that has one, in order. One query."""
    filas = Impreso.objects.guardados().filter(version=version).order_by("emision", "pk")
    ultimos = {(fila.edicion, fila.idioma): fila for fila in filas}
    return {clase: ultimos[clase] for clase in ORDEN if clase in ultimos}


def esta(impreso: Impreso) -> bool:
    """Say whether the stored file is in its folder."""
    return bool(impreso.archivo) and impreso.archivo.storage.exists(impreso.archivo.name)


def guardar(impreso: Impreso) -> Impreso:
    """Draw a file and store it with its digest. Once stored it is never drawn again: it is the original.

    When the folder lost it, what is drawn today takes its place only if it is the same, byte by byte.
    ``OriginalPerdido`` otherwise.
    """
    if impreso.sha256 and esta(impreso):
        return impreso
    datos = html_y_pdf(impreso.version, impreso=impreso)[1]
    sha256 = hashlib.sha256(datos).hexdigest()
    with transaction.atomic():
        fila = Impreso.objects.select_for_update().get(pk=impreso.pk)
        fila.version = impreso.version
        if not fila.sha256:
            fila.archivo.save(f"{sha256}.pdf", ContentFile(datos), save=False)
            fila.sha256, fila.hecho_en, fila.fallo = sha256, now(), ""
            fila.save(update_fields=["archivo", "sha256", "hecho_en", "fallo"])
        elif not esta(fila):
            if fila.sha256 != sha256:
                raise OriginalPerdido(f"{fila.archivo.name} ({fila.sha256})")
            fila.archivo.storage.save(fila.archivo.name, io.BytesIO(datos))
    return fila


def archivar(version: Version, edicion: str = "completa", idioma: str = "es") -> Impreso:
    """Give the stored file of an approved version, drawing it now if it is missing."""
    return guardar(prever(version)[ORDEN.index((edicion, idioma))])
