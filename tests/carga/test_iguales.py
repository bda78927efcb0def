"""The demonstration is the same wherever and whenever it is loaded: its document, and the bytes of its PDF."""

import hashlib

import pytest
import time_machine
from django.db import transaction

from agenda.models import Version
from agenda.salidas.pdf import dibujar
from agenda.versiones import canonico, sobre
from fcm_portal.demostracion import personas
from fcm_portal.demostracion.cargar import PAMPLONA, pamplona

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia")]


def cargada(dia: str) -> tuple[bytes, str]:
    """Load Pamplona on a day, give its approved document and the digest of its PDF, and forget it."""
    with time_machine.travel(dia, tick=True), transaction.atomic():
        pamplona(personas.crear())
        version = Version.objects.aprobadas().select_related("agenda").get(agenda__territorio=PAMPLONA)
        dado = canonico(sobre(version)), hashlib.sha256(dibujar(version)).hexdigest()
        transaction.set_rollback(True)
    return dado


def test_two_loads_give_the_same_document_and_the_same_bytes():
    documento, pdf = cargada("2026-11-20T15:00:00Z")
    otro, su_pdf = cargada("2027-02-03T09:41:17Z")
    assert documento == otro
    assert pdf == su_pdf
