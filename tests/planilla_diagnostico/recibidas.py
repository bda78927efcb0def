"""A workbook of a diagnostic that came back, for tests of every page."""

from __future__ import annotations

import uuid

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import now

from diagnostico.models import Diagnostico
from diagnostico.planilla import planilla_de
from guardado.models import Recepcion
from guardado.planilla.escritura import libro
from guardado.planilla.recepcion import recibir
from tests.planilla_diagnostico.mano import Mano


def recibido(diagnostico: Diagnostico, usuario, observacion: str = "Está en planeación.") -> Recepcion:
    """Fill in the observation of each question and receive the workbook."""
    fila = Diagnostico.objects.select_related("territorio__departamento").get(pk=diagnostico.pk)
    mano = Mano(libro(planilla_de(fila, para_llenar=True), marca=uuid.uuid4(), hecho=now()))
    for actual in planilla_de(fila, para_llenar=True).tabla("preguntas").filas():
        mano.escribir("Preguntas", actual.clave, "Observación", observacion)
    return recibir(SimpleUploadedFile("diagnostico.xlsx", mano.guardar()), planilla_de(fila), usuario)
