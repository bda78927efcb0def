"""Addresses of the guide."""

from django.urls import path

from guia import views

urlpatterns = [
    path("guia/", views.guia, name="guia"),
    path("guia/glosario/", views.glosario, name="glosario"),
    path("guia/imprimir/", views.guia_imprimir, name="guia_imprimir"),
    path("guia/<slug:slug>/", views.guia_bloque, name="guia_bloque"),
]
