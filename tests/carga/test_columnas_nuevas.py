"""A database loaded by the first release gets what the files bring now, and keeps what people wrote."""

from __future__ import annotations

import datetime as dt

import pytest
from django.conf import settings

from fcm_portal.carga.referencia import cargar
from fcm_portal.carga.tabla import comparable, huella
from redes.models import Entrada, Hermanamiento

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia")]
# What the first release brought of a network, an agency and a twinning: written by hand, as it was then.
DE_TODAS = (
    "nombre", "sigla", "nombre_en", "anio_fundacion", "sede_ciudad", "sitio_web", "temas", "modalidades", "ods",
    "idiomas", "estado", "fuente", "verificado", "sede_pais", "descripcion", "clase",
)  # fmt: skip
ANTES = {
    "red": (*DE_TODAS, "ambito", "requisitos", "cuota", "miembros_colombia"),
    "agencia": (*DE_TODAS, "tipo", "convocatorias_nota", "nota_historica"),
}
DE_HERMANAMIENTO = (
    "pais", "anio", "tipo_acuerdo", "fuente", "verificado", "nota", "territorio_id", "ciudad",
)  # fmt: skip
NUEVOS = {
    "verificado_en": None, "verificado_por": "", "otros_nombres": [], "reemplazada_por": None, "poblacion_maxima": None,
}  # fmt: skip


def volver_atras() -> None:
    """Leave directory and twinnings as the first release loaded them."""
    Entrada.objects.exclude(clase="programa").update(**NUEVOS)
    Hermanamiento.objects.update(verificado_en=None, verificado_por="")
    for fila in [*Entrada.objects.exclude(clase="programa"), *Hermanamiento.objects.all()]:
        campos = ANTES[fila.clase] if isinstance(fila, Entrada) else DE_HERMANAMIENTO
        digest = huella({campo: comparable(type(fila), campo, getattr(fila, campo)) for campo in campos})
        type(fila).objects.filter(pk=fila.pk).update(huella_cargada=digest)


def resultados() -> dict:
    """Load the files and give the results by table."""
    return {uno.nombre: uno for uno in cargar(settings.BASE_DIR / "fixtures")}


def test_the_new_columns_arrive_and_edited_rows_stay():
    volver_atras()
    Entrada.objects.filter(pk="cglu").update(sede_ciudad="Madrid")  # verified: the file brings a day
    Entrada.objects.filter(pk="metropolis").update(sede_ciudad="Lima")  # unverified: the file brings nothing
    Entrada.objects.filter(pk="iclei").update(verificado_en=dt.date(2027, 1, 2))  # an editor verified it already
    dados = resultados()
    assert [uno.clave for uno in dados["Directorio"].conservadas] == ["cglu", "iclei"]
    assert dados["Hermanamientos"].cambiadas == 54
    assert Entrada.objects.values_list("sede_ciudad", "verificado_en").get(pk="cglu") == ("Madrid", None)
    assert Entrada.objects.get(pk="metropolis").sede_ciudad == "Lima"
    assert Entrada.objects.get(pk="iclei").verificado_en == dt.date(2027, 1, 2)
    usaid = Entrada.objects.get(pk="usaid")
    assert (usaid.verificado_en, usaid.verificado_por) == (dt.date(2026, 11, 22), "curaduría del directorio")
    assert Entrada.objects.get(pk="accion-social").reemplazada_por_id == "apc-colombia"
    assert Entrada.objects.get(pk="cittaslow").poblacion_maxima == 49_999
    assert "uclg" in Entrada.objects.get(pk="cglu").clave_busqueda
    segunda = resultados()
    assert (segunda["Directorio"].cambiadas, segunda["Hermanamientos"].cambiadas) == (0, 0)


def test_what_is_verified_is_signed_and_nothing_else_is():
    for modelo in (Entrada, Hermanamiento):
        assert not modelo.objects.filter(verificado=True, verificado_en=None).exists()
        assert not modelo.objects.filter(verificado=False).exclude(verificado_en=None, verificado_por="").exists()
    inactivas = set(
        Entrada.objects.filter(estado="inactiva").exclude(reemplazada_por=None).values_list("pk", flat=True)
    )
    assert inactivas == {"100-ciudades-resilientes", "ices-bid", "accion-social", "fomipyme"}
    assert Entrada.objects.get(pk="vision-2019").estado == "inactiva"
    assert Entrada.objects.get(pk="fomipyme").verificado is False
