"""What follows up: state, milestones, measurements and money spent, without a new version and without an advisor."""

from __future__ import annotations

import datetime as dt

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from agenda.arbol import arbol, hojas
from agenda.filas import fila_de, filas_de
from agenda.forms.indicador import FormularioMedicion
from agenda.forms.seguimiento import FormularioAvance, FormularioEjecutado, FormularioHitoCumplido
from agenda.models import Agenda, EstadoAccion, Medicion
from agenda.orden import retirar
from agenda.papeles import rol_de
from agenda.views.plan import direccion
from agenda.views.puerta import contexto, formulario, pagina, retomar
from cuentas.models import Rol
from cuentas.permisos import cumple
from formato.fechas import fecha_larga
from guardado.archivos import recibir
from guardado.nuevas import crear_una_vez
from guardado.vistas import atender, cargar_desencuentros

TONOS = {
    EstadoAccion.POR_INICIAR: "neutra",
    EstadoAccion.EN_EJECUCION: "",
    EstadoAccion.TERMINADA: "exito",
    EstadoAccion.SUSPENDIDA: "alerta",
    EstadoAccion.CANCELADA: "peligro",
}


def cierra_en(agenda: Agenda) -> dt.date:
    """Give the last day of the follow-up: twelve months after the Periodo."""
    hasta = agenda.periodo.hasta
    return dt.date(hasta.year + 1, hasta.month, hasta.day)


def razon_para_no_seguir(usuario, agenda: Agenda) -> str | None:
    """Give the sentence that says why a person may not write the follow-up now, or None."""
    if not cumple(rol_de(usuario, agenda), Rol.EDICION):
        return _("El seguimiento lo escribe el territorio: usted lo puede leer.")
    if agenda.publicada_id is None:
        return _("El seguimiento se abre cuando la Federación apruebe la agenda.")
    if localdate() > cierra_en(agenda):
        return _("El seguimiento se cerró el %(fecha)s, doce meses después del período.") % {
            "fecha": fecha_larga(cierra_en(agenda))
        }
    return None


@pagina(regla=razon_para_no_seguir, metodos=("GET",))
def seguimiento(request: HttpRequest, agenda: Agenda) -> HttpResponse:
    """List the actions with how each goes."""
    todas = hojas(arbol(agenda))
    hitos = {}
    for accion, cumplido in filas_de(agenda, "hito").vigentes().values_list("accion", "cumplido_en"):
        hechos, cuantos = hitos.get(accion, (0, 0))
        hitos[accion] = (hechos + bool(cumplido), cuantos + 1)
    ejecutado = {}
    for accion, valor in (
        filas_de(agenda, "partida").vigentes().filter(en_especie=False).values_list("accion", "ejecutado")
    ):
        ejecutado[accion] = ejecutado.get(accion, 0) + valor
    for hoja in todas:
        hoja.hitos = hitos.get(hoja.accion.pk, (0, 0))
        hoja.ejecutado = ejecutado.get(hoja.accion.pk, 0)
        hoja.tono = TONOS.get(hoja.accion.estado, "")
    cuentas = [(etiqueta, sum(h.accion.estado == valor for h in todas)) for valor, etiqueta in EstadoAccion.choices]
    propio = {
        "aqui": _("Seguimiento"),
        "acciones": todas,
        "cuentas": [(etiqueta, n) for etiqueta, n in cuentas if n],
        "total": sum(hoja.total for hoja in todas),
        "ejecutado": sum(ejecutado.get(hoja.accion.pk, 0) for hoja in todas),
        "cierra": cierra_en(agenda),
        "adopcion": _adopcion(agenda),
    }
    return render(request, "agenda/editor/seguimiento.html", contexto(request, agenda, **propio))


def _adopcion(agenda: Agenda):
    return getattr(agenda.publicada, "adopcion", None) if agenda.publicada_id else None


@pagina(regla=razon_para_no_seguir)
def seguimiento_accion(request: HttpRequest, agenda: Agenda, clave) -> HttpResponse:
    """Edit how one action goes: state, milestones met, money spent, measurements."""
    accion = fila_de(agenda, "accion", clave)
    agregando = request.method == "POST" and "clave" in request.POST
    indicadores = list(accion.indicadores.vigentes().prefetch_related("metas"))
    por_clave = {str(uno.clave): uno for uno in indicadores}
    medido = por_clave.get(request.POST.get("indicador", "")) if agregando else None
    medicion = FormularioMedicion(request.POST, request.FILES) if medido else retomar(request, FormularioMedicion())
    if medido and medicion.is_valid() and _medir(request, agenda, medido, medicion):
        return redirect(f"{request.path}#indicador-{medido.clave}")
    formas = {
        "avance": formulario(FormularioAvance, agenda, request, accion),
        "hitos": [
            formulario(FormularioHitoCumplido, agenda, request, fila, prefix=str(fila.clave))
            for fila in accion.hitos.vigentes()
        ],
        "partidas": [
            formulario(FormularioEjecutado, agenda, request, fila, prefix=str(fila.clave))
            for fila in accion.partidas.vigentes()
        ],
    }
    for forma in formas["hitos"]:
        forma.fields["cumplido_en"].label = _("«%(hito)s»: cumplido el") % {"hito": forma.instance.nombre}
    for forma in formas["partidas"]:
        forma.fields["ejecutado"].label = _("%(anio)s, %(fuente)s: ejecutado en pesos") % {
            "anio": forma.instance.anio, "fuente": forma.instance.get_fuente_display(),
        }  # fmt: skip
    lista = [formas["avance"], *formas["hitos"], *formas["partidas"]]
    mediciones: dict[int, list[Medicion]] = {}
    for fila in filas_de(agenda, "medicion").filter(indicador__in=indicadores).vigentes().select_related("archivo"):
        mediciones.setdefault(fila.indicador_id, []).append(fila)
    propio = {
        "fila": accion,
        "aqui": accion.nombre,
        "miga": {"texto": _("Seguimiento"), "url": direccion(agenda, "agenda_seguimiento")},
        "formas": formas,
        "indicadores": [
            {
                "fila": uno,
                "mediciones": mediciones.get(uno.pk, []),
                "forma": medicion if uno is medido else _en_blanco(uno, medicion if not medido else None),
            }
            for uno in indicadores
        ],
    }
    datos = contexto(request, agenda, **propio)
    plantilla = "agenda/editor/seguimiento_accion.html"
    if agregando:
        cargar_desencuentros(lista)
        return render(request, plantilla, datos | {"formularios": lista})
    return atender(request, lista, destino=request.path, plantilla=plantilla, contexto=datos)


def _en_blanco(indicador, retomada) -> FormularioMedicion:
    """Give an empty form of a measurement with ids of its own; text that waited for a login goes in the first one."""
    forma = FormularioMedicion(auto_id=f"id_{indicador.clave}_%s")
    if retomada is not None and retomada.initial:
        forma.initial = dict(retomada.initial)
    return forma


def _medir(request, agenda: Agenda, indicador, forma) -> bool:
    """Keep a measurement, once; say whether it is kept."""
    datos = forma.cleaned_data
    igual = indicador.mediciones.vigentes().filter(fecha=datos["fecha"]).exclude(clave=datos["clave"]).first()
    if igual is not None:
        forma.add_error("fecha", _("Ya hay una medición de esa fecha: retírela antes de escribir otra."))
        return False
    archivo = None
    if datos.get("documento") and not indicador.mediciones.filter(clave=datos["clave"]).exists():
        try:
            archivo = recibir(datos["documento"], agenda.territorio, request.user)
        except ValidationError as error:
            forma.add_error("documento", error)
            return False

    def nueva() -> Medicion:
        return Medicion.objects.create(
            indicador=indicador, clave=datos["clave"], fecha=datos["fecha"], valor=datos["valor"],
            evidencia=datos["evidencia"], archivo=archivo,
        )  # fmt: skip

    crear_una_vez(filas_de(agenda, "medicion"), datos["clave"], nueva)
    messages.success(request, _("Medición guardada."))
    return True


@pagina(regla=razon_para_no_seguir, metodos=("POST",))
def medicion_retirar(request: HttpRequest, agenda: Agenda, clave) -> HttpResponse:
    """Mark a measurement as removed."""
    fila = fila_de(agenda, "medicion", clave)
    retirar(fila, request.user)
    messages.success(request, _("Medición retirada."))
    accion = fila.indicador.accion
    return redirect("agenda_seguimiento_accion", agenda.territorio_id, agenda.periodo_id, accion.clave)
