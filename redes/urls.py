"""Addresses of the directory and of the counterparts."""

from django.urls import path

from redes.views import contrapartes, directorio

urlpatterns = [
    path("redes/", directorio.redes, name="redes"),
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
