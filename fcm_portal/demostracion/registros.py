"""A twinning that waits for the FCM and a membership that it confirmed: of a city and a network that do not exist."""

from __future__ import annotations

import datetime as dt

from django.utils.timezone import localdate, now

from redes.models import Clase, Entrada, EstadoEntrada, Hermanamiento, Membresia

FUENTE = "Entrada inventada para mostrar el portal: no existe."


def crear(gente: dict) -> None:
    """Make both, with the fictitious network; their days are counted from today."""
    Hermanamiento.objects.create(
        slug="demostracion-pamplona-villa-ficticia",
        territorio_id="54518",
        ciudad="Villa Ficticia (demostración)",
        pais="FR",
        fecha=localdate() - dt.timedelta(days=200),
        anio=(localdate() - dt.timedelta(days=200)).year,
        tipo_acuerdo="carta de intención",
        temas=["educacion", "promocion-turismo"],
        enlace="https://example.org/carta-de-intencion-ficticia",
        nota="Ciudad y carta inventadas para mostrar cómo se confirma un registro.",
        declarado_por=gente["enlace@pamplona.demo"],
        declarado_en=now() - dt.timedelta(days=6),
        es_demostracion=True,
    )
    red = Entrada.objects.create(
        slug="demostracion-red-ficticia",
        clase=Clase.RED,
        nombre="Red Ficticia de Ciudades (demostración)",
        descripcion="Una red que no existe, para mostrar cómo se ve una membresía confirmada.",
        estado=EstadoEntrada.DESCONOCIDO,
        fuente=FUENTE,
        es_demostracion=True,
    )
    Membresia.objects.create(
        territorio_id="66001",
        entrada=red,
        desde=localdate() - dt.timedelta(days=500),
        pagada_hasta=localdate() - dt.timedelta(days=15),
        acto="Acto ficticio de demostración",
        declarado_por=gente["enlace@pereira.demo"],
        declarado_en=now() - dt.timedelta(days=40),
        verificado=True,
        verificado_en=localdate() - dt.timedelta(days=33),
        verificado_por="Federación Colombiana de Municipios",
        es_demostracion=True,
    )
