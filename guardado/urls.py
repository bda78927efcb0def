"""Addresses of this floor."""

from django.urls import path

from guardado import views

urlpatterns = [
    path("archivos/<uuid:clave>/", views.archivo, name="archivo"),
    path("panel/<str:codigo>/desencuentros/<uuid:clave>/", views.desencuentro, name="desencuentro"),
]
