"""Addresses of the directory and of the counterparts."""

from django.urls import include, path

from redes.views import afinidad, contrapartes, convocatorias, directorio, recordatorios

urlpatterns = [
    path("", include("redes.urls_registros")),
    path("", include("redes.urls_edicion")),
    path("redes/", directorio.redes, name="redes"),
    path("redes/como-recomendamos/", afinidad.afinidad, name="afinidad"),
    path("redes/convocatorias/", convocatorias.convocatorias, name="convocatorias"),
    path("redes/convocatorias.ics", convocatorias.convocatorias_ics, name="convocatorias_ics"),
    path("redes/convocatorias/recordatorios/<str:firma>/", recordatorios.recordatorios, name="recordatorios"),
    path("redes/convocatorias/<slug:slug>.ics", convocatorias.convocatoria_ics, name="convocatoria_ics"),
    path("redes/convocatorias/<slug:slug>/", convocatorias.convocatoria, name="convocatoria"),
    path("redes/<slug:slug>/", directorio.red, name="red"),
    path("panel/<str:codigo>/contrapartes/", contrapartes.contrapartes, name="contrapartes"),
    path("panel/<str:codigo>/contrapartes/buscar/", contrapartes.contraparte_buscar, name="contraparte_buscar"),
    path("panel/<str:codigo>/contrapartes/nueva/", contrapartes.contraparte_nueva, name="contraparte_nueva"),
    path("panel/<str:codigo>/contrapartes/<uuid:clave>/", contrapartes.contraparte, name="contraparte"),
    path(
        "panel/<str:codigo>/contrapartes/<uuid:clave>/verificar/",
        contrapartes.contraparte_verificar,
        name="contraparte_verificar",
    ),
]
