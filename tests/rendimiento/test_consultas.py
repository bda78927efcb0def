"""A page makes as many queries with ten times the rows: no list asks once per row. Nor does it grow heavy."""

from __future__ import annotations

import gzip
from dataclasses import dataclass

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cuentas.models import Usuario
from tests.permisos.tabla import TABLA
from tests.rendimiento import crecer, paginas

pytestmark = [pytest.mark.django_db, pytest.mark.larga]
TOPE = 45  # queries no page may pass, whatever it shows
PESO = 30_000  # bytes of compressed HTML, of an agenda of forty actions with four hundred comments
# Pages of one form or one message, files, and those that only redirect: nothing in them grows.
QUIETAS = {
    "entrada", "tablero_csv", "salud", "account_logout", "account_reset_password", "account_inactive",
    "account_reauthenticate", "account_email_verification_sent", "account_confirm_email", "account_change_password",
    "account_set_password", "account_reset_password_done", "account_reset_password_from_key_done",
    "account_reset_password_from_key", "mfa_index", "mfa_authenticate", "mfa_reauthenticate", "mfa_activate_totp",
    "mfa_deactivate_totp", "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_download_recovery_codes",
    "salir_de", "persona_rol", "persona_retirar", "anular_invitacion", "responder_solicitud", "asignar", "desasignar",
    "retirar_de_la_fcm", "anular_invitacion_fcm", "contraparte", "contraparte_verificar", "registro_mover",
    "evidencia_quitar", "antecedente_documento", "actor_nuevo", "actor_retirar", "actor_restaurar", "antecedente_nuevo",
    "antecedente_retirar", "antecedente_restaurar", "eje_plan_nuevo", "eje_plan_retirar", "eje_plan_restaurar",
    "agenda_comenzar", "agenda_sugerencia", "agenda_objetivo_nuevo", "agenda_invitar", "agenda_tramite_documento",
    "agenda_fila", "agenda_enviada", "agenda_medicion_retirar", "agenda_mover", "comentario_responder",
    "revision_mover", "comentario_cambiar", "comentario_estado", "agenda_publica_archivo", "agenda_version_archivo",
    "agenda_tarjeta", "agenda_version_tarjeta", "favicon", "autodiagnostico_conservar", "diagnostico_planilla_xlsx",
    "agenda_borrador_pdf", "agenda_planilla_xlsx", "agenda_copiar", "verificar_huella", "datos_archivo",
    "datos_diccionario", "agregar_aliado", "entrada_nueva", "convocatoria_nueva", "convocatoria_editar",
    "enlaces_revisar", "enlace_mudar", "responder_convocatoria", "recordatorios", "convocatoria_ics",
}  # fmt: skip
VARIAS = {"agenda_filas": "agenda_hitos", "revision_pestana": "revision_cambios"}  # one address, several pages
PRIMERO_SOLO_UNO = {"panel_lista"}  # with one territory it redirects: its queries are compared from two on


@dataclass
class Visita:
    """What a visit cost."""

    estado: int
    consultas: list[str]
    peso: int


def visitar(valores: dict[str, object]) -> dict[str, Visita]:
    """Visit every page twice (the first fills the caches) and measure the second."""
    clientes: dict[str, Client] = {}
    visitas = {}
    for nombre, (ruta, correo) in paginas.LISTA.items():
        if correo not in clientes:
            clientes[correo] = Client()
            if correo:
                clientes[correo].force_login(Usuario.objects.get(email=correo))
        direccion = ruta.format(**valores)
        clientes[correo].get(direccion)
        with CaptureQueriesContext(connection) as captura:
            respuesta = clientes[correo].get(direccion)
        cuerpo = respuesta.getvalue()
        visitas[nombre] = Visita(
            respuesta.status_code, [una["sql"] for una in captura.captured_queries], len(gzip.compress(cuerpo, 6))
        )
    return visitas


@pytest.fixture(scope="module")
def visitas(django_db_setup, django_db_blocker):
    """Give every page before and after the portal grew; nothing of it stays."""
    with django_db_blocker.unblock(), transaction.atomic():
        valores = paginas.filas()
        paginas.poner_en_revision()
        antes = visitar(valores)
        crecer.crecer()
        despues = visitar(valores)
        transaction.set_rollback(True)
    return antes, despues


@pytest.mark.parametrize("pagina", paginas.LISTA)
def test_queries_do_not_grow_with_the_rows(visitas, pagina):
    antes, despues = visitas[0][pagina], visitas[1][pagina]
    assert despues.estado == 200
    assert len(despues.consultas) <= TOPE
    if pagina not in PRIMERO_SOLO_UNO:
        nuevas = [una[:300] for una in despues.consultas if una not in antes.consultas]
        # an empty list asks nothing of its children: one query per kind of child may appear, never one per row
        assert len(despues.consultas) <= len(antes.consultas) + 2, nuevas


@pytest.mark.parametrize("pagina", paginas.LISTA)
def test_no_page_is_heavy(visitas, pagina):
    assert visitas[1][pagina].peso <= PESO


def test_every_page_is_measured():
    vistas = set(paginas.LISTA) | set(VARIAS)
    assert {nombre for nombre in TABLA if nombre not in vistas} <= QUIETAS
