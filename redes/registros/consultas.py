"""What other pages ask of the registers: who belongs to an entry, what a territory shows. Only what is public."""

from __future__ import annotations

from django.db.models import Count, Q, QuerySet

from redes.models import Entrada, Hermanamiento, Membresia
from territorio.models import Territorio


def miembros_de(entrada: Entrada) -> QuerySet[Membresia]:
    """Give the memberships that the FCM confirmed in an entry of the directory, by name of territory."""
    return (
        Membresia.objects.publicos()
        .filter(entrada=entrada)
        .select_related("territorio__departamento")
        .order_by("territorio__clave_busqueda", "pk")
    )


def hermanamientos_de(territorio: Territorio) -> QuerySet[Hermanamiento]:
    """Give the public twinnings of a territory, oldest first; those without a known year at the end."""
    return Hermanamiento.objects.publicos().filter(territorio=territorio).order_by("anio", "ciudad")


def membresias_de(territorio: Territorio) -> QuerySet[Membresia]:
    """Give the public memberships of a territory, by name of network."""
    return (
        Membresia.objects.publicos()
        .filter(territorio=territorio)
        .select_related("entrada")
        .order_by("entrada__clave_busqueda", "pk")
    )


def cuentas_de(territorio: Territorio) -> tuple[int, int]:
    """Give how many rows the registers of a territory hold, withdrawn ones apart, and how many were returned."""
    total = devueltos = 0
    for filas in (territorio.hermanamientos, territorio.membresias):
        dado = filas.filter(retirado_en=None).aggregate(n=Count("pk"), d=Count("pk", filter=~Q(devuelto="")))
        total, devueltos = total + dado["n"], devueltos + dado["d"]
    return total, devueltos
