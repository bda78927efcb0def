"""Addresses of the review and of what is public. ``agenda/urls.py`` joins them to those of the editor."""

from django.urls import path, re_path

from agenda import rutas  # noqa: F401 (registers the converters)
from agenda.salidas.formatos import TERMINACION
from agenda.views import (
    comentarios,
    descargas,
    esquema,
    movimientos,
    paquetes,
    publicas,
    respuestas,
    revision,
    revision_agenda,
    tarjeta,
    verificar,
)

REVISION = "revision/<codigo:codigo>/<periodo:periodo>/"
PANEL = "panel/<codigo:codigo>/agenda/<periodo:periodo>/"
PUBLICA = "agendas/<codigo:codigo>/<periodo:periodo>/"
ARCHIVO = r"^agendas/(?P<codigo>[0-9A-Z-]+)/(?P<periodo>[0-9]{4}-[0-9]{4})"
FORMATO = rf"/?\.(?P<formato>{TERMINACION})$"

urlpatterns = [
    path("revision/", revision.revision, name="revision"),
    path("revision/paquetes/", paquetes.paquetes, name="paquetes"),
    path("revision/paquetes/<uuid:clave>/", paquetes.paquete, name="paquete"),
    path("revision/paquetes/<uuid:clave>.zip", paquetes.paquete_archivo, name="paquete_archivo"),
    path(REVISION, revision_agenda.revision_agenda, name="revision_agenda"),
    path(REVISION + "mover/<slug:movimiento>/", movimientos.revision_mover, name="revision_mover"),
    path(REVISION + "comentarios/nuevo/", comentarios.comentario_nuevo, name="comentario_nuevo"),
    path(REVISION + "comentarios/<uuid:clave>/", comentarios.comentario_cambiar, name="comentario_cambiar"),
    path(REVISION + "comentarios/<uuid:clave>/estado/", comentarios.comentario_estado, name="comentario_estado"),
    path(REVISION + "<slug:pestana>/", revision_agenda.revision_agenda, name="revision_pestana"),
    path(PANEL + "comentarios/", respuestas.agenda_comentarios, name="agenda_comentarios"),
    path(PANEL + "comentarios/<uuid:clave>/", respuestas.comentario_responder, name="comentario_responder"),
    path(PANEL + "historia/", respuestas.agenda_historia, name="agenda_historia"),
    path(PANEL + "mover/<slug:movimiento>/", movimientos.agenda_mover, name="agenda_mover"),
    path("agendas/", publicas.agendas, name="agendas"),
    path("agendas/esquema/v<int:numero>.json", esquema.agenda_esquema, name="agenda_esquema"),
    re_path(ARCHIVO + FORMATO, descargas.agenda_publica_archivo, name="agenda_publica_archivo"),
    re_path(
        ARCHIVO + r"/v(?P<numero>[0-9]{1,4})" + FORMATO, descargas.agenda_version_archivo, name="agenda_version_archivo"
    ),
    path(PUBLICA, publicas.agenda_publica, name="agenda_publica"),
    path(PUBLICA + "tarjeta.png", tarjeta.agenda_tarjeta, name="agenda_tarjeta"),
    path(PUBLICA + "v<int:numero>/tarjeta.png", tarjeta.agenda_version_tarjeta, name="agenda_version_tarjeta"),
    path(PUBLICA + "v<int:numero>/", publicas.agenda_version, name="agenda_version"),
    path(PUBLICA + "v<int:numero>/plan/", publicas.agenda_version_plan, name="agenda_version_plan"),
    path("verificar/", verificar.verificar, name="verificar"),
    path("verificar/<str:huella>/", verificar.verificar_huella, name="verificar_huella"),
]
