"""Every address × every person, generated from the addresses of the portal and held against ``tabla.py``."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import transaction
from django.shortcuts import resolve_url
from django.urls import URLPattern, get_resolver, reverse
from django.utils.timezone import now

from agenda.models import Accion, Agenda, Comentario, Indicador, Medicion, Tramite
from cuentas.models import Acompanamiento, Asignacion, Invitacion, Rol, RolFcm, Solicitud, Usuario, Vinculacion
from diagnostico.apertura import abrir
from diagnostico.models import AccionSugerida, Actor, Antecedente, Diagnostico, EjePlan, Evidencia
from redes.models import Contraparte, Reporte
from territorio.models import Territorio
from tests.permisos.tabla import APARTE, ESTADOS, PERSONAS, TABLA, VALORES
from tests.planilla.fabrica import recibida
from tests.planilla_diagnostico.recibidas import recibido

# (expected, got): a send that does no more than a visit; a refusal before asking who it is.
MISMO = {("-", "S"), ("N", "-"), ("F", "-")}
PAMPLONA, PEREIRA = "54518", "66001"


def direcciones(resolutor=None, prefijo: str = "") -> dict[str, list[str]]:
    """Give every address by name, with the names of its arguments. Nameless ones go by their route."""
    halladas: dict[str, list[str]] = {}
    for patron in (resolutor or get_resolver()).url_patterns:
        if isinstance(patron, URLPattern):
            halladas[patron.name or f"{prefijo}{patron.pattern}"] = sorted(patron.pattern.regex.groupindex)
        elif patron.namespace != "admin":
            halladas |= direcciones(patron, prefijo + str(patron.pattern))
    return halladas


@pytest.fixture
def gente(db) -> dict[str, Usuario | None]:
    """Make one person of each kind, in Pamplona and Pereira."""

    def persona(correo: str, territorio: str = "", rol: str = "", rol_fcm: str = "") -> Usuario:
        usuario = Usuario.objects.create_user(correo, rol_fcm=rol_fcm)
        if territorio:
            Vinculacion.objects.create(usuario=usuario, territorio_id=territorio, rol=rol)
        return usuario

    todas = {
        "anonimo": None,
        "enlace": persona("a@matriz.test", PAMPLONA, Rol.EDICION),
        "responsable": persona("b@matriz.test", PAMPLONA, Rol.RESPONSABLE),
        "lectura": persona("c@matriz.test", PAMPLONA, Rol.LECTURA),
        "enlace_ajeno": persona("d@matriz.test", PEREIRA, Rol.EDICION),
        "asesora": persona("e@matriz.test", rol_fcm=RolFcm.ASESOR),
        "asesora_ajena": persona("f@matriz.test", rol_fcm=RolFcm.ASESOR),
        "coordinacion": persona("g@matriz.test", rol_fcm=RolFcm.COORDINADOR),
    }
    de_pamplona = Territorio.objects.get(pk=PAMPLONA).departamento
    otro = Territorio.objects.departamentos().exclude(pk__in=[de_pamplona.pk, "66"]).first()
    Asignacion.objects.create(asesor=todas["asesora"], territorio=de_pamplona)
    Asignacion.objects.create(asesor=todas["asesora_ajena"], territorio=otro)
    return todas


def filas(gente: dict[str, Usuario], nombre: str | None = None) -> dict[str, object]:
    """Give the rows that addresses name: of people made here, and of Pamplona's demonstration agenda.

    ``nombre``: the only address to be visited; then no workbook is made that it does not ask for (a second each).
    """
    manana = now() + timedelta(days=1)
    invita = {"email": "x@matriz.test", "creada_por": gente["coordinacion"], "vence_en": manana}
    vinculacion = gente["lectura"].vinculaciones.get()
    asignacion = gente["asesora"].asignaciones.get()
    pedido = Acompanamiento.objects.create(territorio_id=PAMPLONA, asunto="Ayuda", texto="Ayuda")
    solicitud = Solicitud.objects.create(usuario=gente["enlace_ajeno"], territorio_id=PAMPLONA)
    invitacion = Invitacion.objects.create(huella="1", territorio_id=PAMPLONA, rol=Rol.LECTURA, **invita)
    invitacion_fcm = Invitacion.objects.create(huella="2", rol_fcm=RolFcm.ASESOR, **invita)
    return {
        "persona_rol:pk": vinculacion.pk,
        "persona_retirar:pk": vinculacion.pk,
        "anular_invitacion:pk": invitacion.pk,
        "anular_invitacion_fcm:pk": invitacion_fcm.pk,
        "responder_solicitud:pk": solicitud.pk,
        "acompanamiento_fcm:clave": pedido.clave,
        "reporte_atender:clave": Reporte.objects.create(entrada_id="giz", motivo="otro", texto="Error").clave,
        "pk": gente["asesora"].pk,
        "asignacion": asignacion.pk,
        **filas_de_la_agenda(gente),
        **{f"{suyo}:clave": hacer(gente) for suyo, hacer in LIBROS.items() if nombre in (None, suyo)},
    }


def filas_de_la_agenda(gente: dict[str, Usuario]) -> dict[str, object]:
    """Give rows of Pamplona's demonstration agenda, and open a diagnostic there."""
    agenda = Agenda.objects.get(territorio=PAMPLONA, periodo="2024-2027")
    diagnostico = Diagnostico.objects.filter(territorio=PAMPLONA, cerrado_en=None).first()
    diagnostico = diagnostico or abrir(agenda.territorio, gente["enlace"])
    respuesta = diagnostico.respuestas.first()
    evidencia = Evidencia.objects.create(respuesta=respuesta, titulo="Acta", enlace="https://ejemplo.co/")
    accion = Accion.objects.filter(objetivo__eje__agenda=agenda, retirada_en=None).first()
    indicador = Indicador.objects.filter(accion__objetivo__eje__agenda=agenda, retirada_en=None).first()
    tramite = Tramite.objects.create(accion=accion, nombre="Aval")
    medicion = Medicion.objects.create(indicador=indicador, fecha="2026-01-01", valor=1)
    comentario = Comentario.objects.create(
        agenda=agenda, version=agenda.publicada, ancla="seccion:alcance", texto="¿Hasta dónde?", entregado_en=now()
    )
    antecedente = Antecedente.objects.filter(territorio=PAMPLONA).first()
    contraparte = Contraparte.objects.create(territorio_id=PAMPLONA, nombre="Ciudad", tipo="gobierno-local")
    return {
        "agenda_eje:clave": accion.objetivo.eje.clave,
        "agenda_objetivo:clave": accion.objetivo.clave,
        "agenda_accion_nueva:?": f"objetivo={accion.objetivo.clave}",
        "agenda_objetivo_nuevo:?": f"eje={accion.objetivo.eje.clave}",
        "comentario_nuevo:?": f"ancla=accion:{accion.clave}",
        "agenda_indicador:clave": indicador.clave,
        "agenda_tramite_documento:clave": tramite.clave,
        "agenda_medicion_retirar:clave": medicion.clave,
        "comentario_cambiar:clave": comentario.clave,
        "comentario_estado:clave": comentario.clave,
        "comentario_responder:clave": comentario.clave,
        "evidencia_quitar:clave": evidencia.clave,
        "evidencia_nueva:pregunta": respuesta.clave,
        "diagnostico_planilla_recibida:numero": diagnostico.numero,
        "antecedente_documento:clave": antecedente.clave,
        **{f"antecedente{que}:clave": antecedente.clave for que in ("", "_retirar", "_restaurar")},
        **{
            f"actor{que}:clave": Actor.objects.filter(territorio=PAMPLONA).first().clave
            for que in ("", "_retirar", "_restaurar")
        },
        **{
            f"eje_plan{que}:clave": EjePlan.objects.filter(territorio=PAMPLONA).first().clave
            for que in ("", "_retirar", "_restaurar")
        },
        "clase": "hermanamientos",
        "identidad": "demostracion-pamplona-villa-ficticia",
        "movimiento": "retirar",
        "hermanamiento:slug": "pamplona-pamplona-iruna-es",
        "contraparte:clave": contraparte.clave,
        "contraparte_verificar:clave": contraparte.clave,
        "agenda_sugerencia:slug": AccionSugerida.objects.first().slug,
        "verificar_huella:huella": agenda.publicada.sha256,
        "clave": accion.clave,
    }


def _agenda_recibida(gente: dict[str, Usuario]) -> object:
    return recibida(Agenda.objects.get(territorio=PAMPLONA, periodo="2024-2027"), gente["enlace"]).clave


def _diagnostico_recibido(gente: dict[str, Usuario]) -> object:
    return recibido(Diagnostico.objects.get(territorio=PAMPLONA, cerrado_en=None), gente["enlace"]).clave


LIBROS = {"agenda_planilla_recibida": _agenda_recibida, "diagnostico_planilla_recibida": _diagnostico_recibido}


def poner_en(estado: str, gente: dict[str, Usuario]) -> None:
    """Put Pamplona's agenda in a state, in the hands of its advisor: here only who may do what is tried."""
    hay_revision = estado == "en_revision"
    Agenda.objects.filter(territorio=PAMPLONA).update(
        estado=estado,
        estado_previo="devuelta" if estado == "enviada" else "",
        revisa=gente["asesora"] if hay_revision else None,
    )


def direccion(nombre: str, argumentos: list[str], valores: dict[str, object]) -> str:
    """Give the address of a name, with the values of ``tabla.py`` in it."""
    propios = {cada: valores.get(f"{nombre}:{cada}", valores.get(cada)) for cada in argumentos}
    assert None not in propios.values(), f"tabla.py lacks a value among {nombre}: {propios}"
    consulta = valores.get(f"{nombre}:?", "")
    return reverse(nombre, kwargs=propios) + (f"?{consulta}" if consulta else "")


def letra(respuesta) -> str:
    """Translate an answer into a letter of ``tabla.py``."""
    if respuesta.status_code == 302 and respuesta["Location"].startswith(resolve_url("account_login")):
        return "L"
    if respuesta.status_code in (403, 404):
        return {403: "F", 404: "N"}[respuesta.status_code]
    if respuesta.status_code == 405:
        return "-"
    return "S" if respuesta.status_code < 500 else str(respuesta.status_code)


def test_every_address_has_an_expectation():
    assert set(direcciones()) - set(TABLA) - APARTE == set()


@pytest.mark.parametrize("nombre", sorted(set(direcciones()) & set(TABLA)))
@pytest.mark.parametrize("metodo", ["get", "post"])
def test_each_person_gets_what_the_table_says(client, gente, nombre, metodo):
    valores = VALORES | filas(gente, nombre)
    poner_en(ESTADOS.get(nombre, "borrador"), gente)
    url = direccion(nombre, direcciones()[nombre], valores)
    esperado = dict(zip(PERSONAS, TABLA[nombre][metodo == "post"].split(), strict=True))
    obtenido = {}
    for persona, usuario in gente.items():
        with transaction.atomic():  # what one person does is undone before the next comes
            client.logout()
            if usuario:
                client.force_login(usuario)
            obtenido[persona] = letra(getattr(client, metodo)(url))
            transaction.set_rollback(True)
        if (esperado[persona], obtenido[persona]) in MISMO:
            obtenido[persona] = esperado[persona]
    fila = " ".join(obtenido[persona] for persona in PERSONAS)
    assert fila == " ".join(esperado[persona] for persona in PERSONAS), f"{metodo} {url}: {' '.join(PERSONAS)}"


def test_admin_is_for_the_coordination_only(client, gente):
    for persona, usuario in gente.items():
        client.logout()
        if usuario:
            client.force_login(usuario)
        espera = {"anonimo": 302, "coordinacion": 200}.get(persona, 403)
        assert client.get("/admin/", follow=False).status_code == espera, persona


def test_the_table_is_well_written():
    for nombre, (visita, envio) in TABLA.items():
        for fila in (visita, envio):
            assert re.fullmatch(r"[SLFN-]( [SLFN-]){7}", fila), nombre
