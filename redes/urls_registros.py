"""Addresses of the registers; before ``/redes/<slug>/``, which would take the public list."""

from django.urls import path

from redes.views import hermanamientos, registros, registros_fcm

R = "panel/<str:codigo>/registros/"
urlpatterns = [
    path("redes/hermanamientos/", hermanamientos.hermanamientos, name="hermanamientos"),
    path("redes/hermanamientos/<slug:slug>/", hermanamientos.hermanamiento, name="hermanamiento"),
    path("redes/edicion/registros/", registros_fcm.registros_por_confirmar, name="registros_por_confirmar"),
    path(
        "redes/edicion/registros/<slug:clase>/<slug:identidad>/",
        registros_fcm.registro_revisar,
        name="registro_revisar",
    ),
    path(R, registros.registros, name="registros"),
    path(f"{R}membresias/buscar/", registros.membresia_buscar, name="membresia_buscar"),
    path(f"{R}<slug:clase>/nuevo/", registros.registro_nuevo, name="registro_nuevo"),
    path(f"{R}<slug:clase>/<slug:identidad>/", registros.registro, name="registro"),
    path(f"{R}<slug:clase>/<slug:identidad>/<slug:movimiento>/", registros.registro_mover, name="registro_mover"),
]
