"""Tell by e-mail the territories that a call suits, 30 and 7 days before it closes: once for each of the two.

What is told is written before the mail leaves, so that two runs at once never tell twice; when the mail server is away
it is taken back, so that the next run tells it. One address that is refused stops nobody else.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections import defaultdict
from smtplib import SMTPRecipientsRefused
from typing import NamedTuple

from django.core.mail import EmailMessage, get_connection
from django.db import transaction
from django.template.loader import render_to_string

from cuentas.correos import direccion_completa
from cuentas.models import Rol, Usuario, Vinculacion
from diagnostico.perfil import perfiles
from diagnostico.recomendadas import convocatorias_para, nombres_de_la_guia
from redes.afinidad import Llamado
from redes.convocatorias.preferencia import firma_de
from redes.models import Convocatoria, Recordatorio
from territorio.models import Territorio

PLAZOS = (7, 30)  # days before the closing, the shortest first
POR_LOTE = 500

registro = logging.getLogger(__name__)


class Aviso(NamedTuple):
    """What a territory is told today: its calls, each with the term it is told for."""

    territorio: Territorio
    llamados: list[tuple[Llamado, int]]


def plazo_de(convocatoria: Convocatoria, hoy: dt.date) -> int | None:
    """Give the term a call is in on a day: 7 with 0 to 7 days left, 30 with 8 to 30; None otherwise."""
    if convocatoria.cierra is None or convocatoria.cierra < hoy:
        return None
    faltan = (convocatoria.cierra - hoy).days
    return next((plazo for plazo in PLAZOS if faltan <= plazo), None)


@transaction.atomic
def apartar(hoy: dt.date) -> list[Aviso]:
    """Give what has to be told on a day and write that it was, in a constant number of queries."""
    limite = hoy + dt.timedelta(days=max(PLAZOS))
    filas = list(
        Convocatoria.objects.filter(cierra__gte=hoy, cierra__lte=limite)
        .select_related("entrada")
        .select_for_update(of=("self",))
        .order_by("pk")
    )
    if not filas:
        return []
    dichos = set(Recordatorio.objects.filter(convocatoria__in=filas).values_list("convocatoria", "territorio", "dias"))
    con_gente = Vinculacion.objects.vigentes().filter(rol__in=[Rol.EDICION, Rol.RESPONSABLE], usuario__is_active=True)
    territorios = Territorio.objects.con_agenda().filter(pk__in=con_gente.values("territorio"))
    nombres, avisos, nuevos = nombres_de_la_guia(), [], []
    for territorio, perfil in perfiles(territorios):
        suyos = [
            (llamado, plazo)
            for llamado in convocatorias_para(perfil, filas, hoy, nombres)
            if (plazo := plazo_de(llamado.convocatoria, hoy))
            and (llamado.convocatoria.pk, territorio.pk, plazo) not in dichos
        ]
        if suyos:
            avisos.append(Aviso(territorio, suyos))
            nuevos += [
                Recordatorio(convocatoria=uno.convocatoria, territorio=territorio, dias=plazo) for uno, plazo in suyos
            ]
    Recordatorio.objects.bulk_create(nuevos, batch_size=POR_LOTE)
    return avisos


def recordar(hoy: dt.date) -> tuple[int, int]:
    """Send the reminders of a day; give how many territories were told and how many mails left."""
    avisos = apartar(hoy)
    if not avisos:
        return 0, 0
    gente = _gente([aviso.territorio.pk for aviso in avisos])
    contados, enviados, sin_decir = 0, 0, avisos
    try:
        with get_connection() as conexion:
            for lugar, aviso in enumerate(avisos):
                sin_decir, suyos = avisos[lugar:], 0
                personas = gente[aviso.territorio.pk]
                for persona in personas:
                    suyos += _sale(conexion, carta(aviso, persona))
                    sin_decir = avisos[lugar + bool(suyos) :]
                if personas and not suyos:
                    devolver([aviso])
                contados, enviados = contados + bool(suyos), enviados + suyos
    except OSError:  # smtplib's errors are OSError
        registro.exception("No salieron los recordatorios de convocatorias")
        devolver(sin_decir)
    return contados, enviados


def _sale(conexion, mensaje: EmailMessage) -> int:
    """Send one mail; give 1, or 0 when only its address is refused: the others still have to be told."""
    try:
        return conexion.send_messages([mensaje]) or 0
    except SMTPRecipientsRefused:
        registro.warning("El servidor de correo no admite una dirección de los recordatorios de convocatorias")
        return 0


def devolver(avisos: list[Aviso]) -> None:
    """Take back what was written of those who could not be told."""
    for aviso in avisos:
        for llamado, plazo in aviso.llamados:
            suyo = {"convocatoria": llamado.convocatoria, "territorio": aviso.territorio, "dias": plazo}
            Recordatorio.objects.filter(**suyo).delete()


def _gente(codigos: list[str]) -> dict[str, list[Usuario]]:
    """Give who is told in each territory: those who write in it and did not ask to stop. One query."""
    filas = (
        Vinculacion.objects.vigentes()
        .filter(
            territorio__in=codigos,
            rol__in=[Rol.EDICION, Rol.RESPONSABLE],
            usuario__is_active=True,
            usuario__sin_recordatorios=None,
        )
        .select_related("usuario")
        .order_by("usuario")
    )
    gente = defaultdict(list)
    for fila in filas:
        if fila.usuario not in gente[fila.territorio_id]:
            gente[fila.territorio_id].append(fila.usuario)
    return gente


def carta(aviso: Aviso, persona: Usuario) -> EmailMessage:
    """Write the mail of one person about one territory, with its way to stop them."""
    baja = direccion_completa("recordatorios", firma_de(persona))
    contexto = {
        "territorio": aviso.territorio,
        "llamados": [
            (
                llamado,
                en_una_linea(llamado.convocatoria.titulo),
                direccion_completa("convocatoria", llamado.convocatoria.slug),
            )
            for llamado, _plazo in aviso.llamados
        ],
        "primero": en_una_linea(aviso.llamados[0][0].convocatoria.titulo),
        "demostracion": any(llamado.convocatoria.es_demostracion for llamado, _plazo in aviso.llamados),
        "enlace": direccion_completa("recomendadas", aviso.territorio.pk),
        "baja": baja,
    }
    texto = render_to_string("diagnostico/correo/convocatorias.txt", contexto).strip()
    asunto, _, cuerpo = texto.partition("\n")
    return EmailMessage(
        " ".join(asunto.split()),
        f"{cuerpo.strip()}\n",
        to=[persona.email],
        headers={"List-Unsubscribe": f"<{baja}>", "List-Unsubscribe-Post": "List-Unsubscribe=One-Click"},
    )


def en_una_linea(texto: str) -> str:
    """Give what somebody wrote as it may stand in a subject: one line."""
    return " ".join(texto.split())
