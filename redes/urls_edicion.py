"""Addresses of who keeps the directory true: the worklist, its screens, and the report of anyone."""

from django.urls import path

from redes.views import edicion, enlaces, reportes

urlpatterns = [
    path("redes/edicion/", edicion.por_atender, name="edicion_directorio"),
    path("redes/edicion/nueva/", edicion.entrada_nueva, name="entrada_nueva"),
    path("redes/edicion/enlaces/", edicion.enlaces_revisar, name="enlaces_revisar"),
    path("redes/edicion/enlaces/<int:numero>/", enlaces.enlace_mudar, name="enlace_mudar"),
    path("redes/edicion/reportes/<uuid:clave>/", reportes.reporte_atender, name="reporte_atender"),
    path("redes/edicion/convocatorias/nueva/", edicion.convocatoria_nueva, name="convocatoria_nueva"),
    path("redes/edicion/convocatorias/<slug:slug>/", edicion.convocatoria_editar, name="convocatoria_editar"),
    path("redes/edicion/hermanamientos/<slug:slug>/", edicion.hermanamiento_editar, name="hermanamiento_editar"),
    path("redes/edicion/<slug:slug>/", edicion.entrada_editar, name="entrada_editar"),
    path("redes/<slug:clase>/<slug:slug>/reportar/", reportes.reportar, name="reportar"),
]
