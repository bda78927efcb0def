"""Addresses of the editor: what the people of a territory write."""

from django.urls import path

from agenda.views import (
    accion,
    adopcion,
    aliado,
    arbol,
    borrador,
    consejos,
    envio,
    filas,
    indicador,
    operaciones,
    participaciones,
    plan,
    planilla,
    seguimiento,
    sugerencias,
    texto,
)

A = "panel/<str:codigo>/agenda/<str:periodo>/"

urlpatterns = [
    path(A, arbol.ver, name="agenda"),
    path(A + "comenzar/", arbol.comenzar_agenda, name="agenda_comenzar"),
    path(A + "copiar/", arbol.copiar, name="agenda_copiar"),
    path(A + "retiradas/", arbol.retiradas, name="agenda_retiradas"),
    path(A + "sugerencias/", sugerencias.sugerencias, name="agenda_sugerencias"),
    path(A + "sugerencias/<slug:slug>/", sugerencias.decidir, name="agenda_sugerencia"),
    path(A + "texto/<slug:seccion>/", texto.texto, name="agenda_texto"),
    path(A + "eje/nuevo/", plan.eje_nuevo, name="agenda_eje_nuevo"),
    path(A + "eje/<uuid:clave>/", plan.eje, name="agenda_eje"),
    path(A + "objetivo/nuevo/", plan.objetivo_nuevo, name="agenda_objetivo_nuevo"),
    path(A + "objetivo/<uuid:clave>/", plan.objetivo, name="agenda_objetivo"),
    path(A + "accion/nueva/", accion.accion_nueva, name="agenda_accion_nueva"),
    path(A + "accion/<uuid:clave>/", accion.accion, name="accion"),
    path(A + "accion/<uuid:clave>/municipios/", participaciones.invitar, name="agenda_invitar"),
    path(A + "accion/<uuid:clave>/<slug:coleccion>/", filas.filas, name="agenda_filas"),
    path(A + "indicador/<uuid:clave>/", indicador.indicador, name="agenda_indicador"),
    path(A + "tramite/<uuid:clave>/documento/", filas.documento_de_tramite, name="agenda_tramite_documento"),
    path(A + "fila/<slug:tipo>/<uuid:clave>/<slug:operacion>/", operaciones.operar, name="agenda_fila"),
    path(A + "consejos/", consejos.consejos, name="agenda_consejos"),
    path(A + "enviar/", envio.enviar, name="agenda_enviar"),
    path(A + "enviada/", envio.enviada, name="agenda_enviada"),
    path(A + "borrador/", borrador.borrador, name="agenda_borrador"),
    path(A + "borrador.pdf", borrador.borrador_pdf, name="agenda_borrador_pdf"),
    path(A + "planilla/", planilla.planilla, name="agenda_planilla"),
    path(A + "planilla/planilla.xlsx", planilla.planilla_xlsx, name="agenda_planilla_xlsx"),
    path(A + "planilla/<uuid:clave>/", planilla.planilla_recibida, name="agenda_planilla_recibida"),
    path(A + "seguimiento/", seguimiento.seguimiento, name="agenda_seguimiento"),
    path(A + "seguimiento/<uuid:clave>/", seguimiento.seguimiento_accion, name="agenda_seguimiento_accion"),
    path(A + "medicion/<uuid:clave>/retirar/", seguimiento.medicion_retirar, name="agenda_medicion_retirar"),
    path(A + "adopcion/", adopcion.adopcion, name="agenda_adopcion"),
    path("agregar-aliado/<slug:entrada>/", aliado.agregar_aliado, name="agregar_aliado"),
    path("panel/<str:codigo>/participaciones/", participaciones.participaciones, name="participaciones"),
]
