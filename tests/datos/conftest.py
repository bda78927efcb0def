"""Rows that are hard to write in a sheet, and the way out and back."""

from __future__ import annotations

import datetime as dt
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils.timezone import now

from redes.models import Contraparte, Convocatoria, Entrada, Hermanamiento, Membresia


@pytest.fixture
def dificiles(db) -> None:
    """Write rows with formulas, separators, quotes, lines, apostrophes and letters of elsewhere."""
    Entrada.objects.create(
        slug="dificil", clase="red", nombre='=CMD("x")', sigla="-1+2", estado="activa", verificado=False,
        otros_nombres=["a;b", "c\\d", "=e", "'f"], descripcion='Una "cita", dos; tres\r\ncuatro\n  ', fuente="'ya",
        requisitos="''=dos", nota_historica="@x", cuota_nota="\t=3", miembros_colombia=["Bogotá; D. C."],
        ods=[11, 1], categorias=["ESP", "6"], poblacion_maxima=49999, es_demostracion=True,
    )  # fmt: skip
    Entrada.objects.create(
        slug="aaa-antes", clase="agencia", nombre="Ñandú 中文 🌎", estado="inactiva", verificado=True,
        verificado_en=dt.date(2026, 1, 2), verificado_por="Oficina", reemplazada_por_id="dificil",
    )  # fmt: skip
    Convocatoria.objects.create(
        slug="llamado", titulo="+Fondo", entrada_id="giz", abre=dt.date(2026, 1, 2), cierra=dt.date(2026, 12, 3),
        monto=1_250_000, moneda="EUR", departamentos=["05", "54"], temas=["educacion"], enlace="https://ejemplo.org/a",
    )  # fmt: skip
    Hermanamiento.objects.create(
        slug="declarado", territorio_id="05001", ciudad="Turín", pais="IT", fecha=dt.date(2025, 2, 1),
        tipo_acuerdo="memorando", declarado_en=now(), verificado=True, verificado_en=dt.date(2026, 3, 4),
        temas=["educacion"],
    )  # fmt: skip
    Hermanamiento.objects.create(
        slug="pendiente", territorio_id="05001", ciudad="Secretísima", pais="IT", tipo_acuerdo="x", declarado_en=now()
    )
    Membresia.objects.create(
        territorio_id="05001", entrada_id="cglu", declarado_en=now(), verificado=True, acto="=Acuerdo 1",
        pagada_hasta=dt.date(2026, 12, 31), verificado_en=dt.date(2026, 5, 6),
    )  # fmt: skip
    Membresia.objects.create(territorio_id="54518", entrada_id="iclei", declarado_en=now(), acto="Reservadísimo")


@pytest.fixture
def bajar(client, tmp_path):
    """Give a function that downloads a table to a file and gives its path."""

    def baja(conjunto: str, formato: str = "csv") -> Path:
        respuesta = client.get(f"/datos/{conjunto}.{formato}")
        assert respuesta.status_code == 200
        ruta = tmp_path / f"{conjunto}.{formato}"
        ruta.write_bytes(respuesta.getvalue())
        return ruta

    return baja


def vaciar() -> None:
    """Leave no directory, calls nor registers."""
    for modelo in (Membresia, Convocatoria, Contraparte, Hermanamiento):
        modelo.objects.all().delete()
    Entrada.objects.update(reemplazada_por=None)
    Entrada.objects.all().delete()


def orden(ruta: Path, *opciones: str) -> str:
    """Load a file as who runs the portal does; give what the command said."""
    salida = StringIO()
    call_command("cargar_datos", str(ruta), *opciones, stdout=salida)
    return salida.getvalue()
