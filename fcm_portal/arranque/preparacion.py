"""What must be ready before the portal serves, each step skipped when its inputs have not changed."""

from __future__ import annotations

import fcntl
import hashlib
import io
from collections.abc import Callable, Iterable
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings
from django.core.management import call_command, get_commands
from django.db import connection

from fcm_portal.arranque.traducciones import compilar

RAIZ = settings.BASE_DIR


def preparar(decir: Callable[[str], None]) -> None:
    """Bring translations, static files, tables, reference and demonstration data up to date. One process at a time."""
    with _turno():
        compilar(RAIZ / "locale")
        _estaticos(decir)
        _tablas(decir)
        _datos(decir)


@contextmanager
def _turno():
    settings.VAR.mkdir(exist_ok=True)
    with open(settings.VAR / "preparacion.turno", "w") as archivo:
        fcntl.flock(archivo, fcntl.LOCK_EX)
        yield


def huella(archivos: Iterable[Path]) -> str:
    """Give the digest of some files, by name and content."""
    suma = hashlib.sha256()
    for archivo in sorted(archivos):
        if archivo.is_file():
            suma.update(archivo.relative_to(RAIZ).as_posix().encode() + b"\0" + archivo.read_bytes())
    return suma.hexdigest()


def _estaticos(decir) -> None:
    if not settings.MODO.estaticos_con_huella:
        return
    destino = Path(settings.STATIC_ROOT)
    marca = settings.VAR / "estaticos.huella"
    actual = huella([*(RAIZ / "static").rglob("*"), RAIZ / "constraints.txt"])
    if (destino / "staticfiles.json").exists() and marca.exists() and marca.read_text() == actual:
        return
    decir("Reuniendo los archivos estáticos …")
    call_command("collectstatic", interactive=False, verbosity=0)
    marca.write_text(actual)


def _tablas(decir) -> None:
    # The triggers live in the models, not in the migrations, and `migrate` installs them.
    patrones = ("*/migrations/*.py", "*/models.py", "*/models/*.py")
    actual = huella([*(ruta for patron in patrones for ruta in RAIZ.glob(patron)), RAIZ / "constraints.txt"])
    if _hecho("tablas") == actual:
        return
    decir("Poniendo al día las tablas …")
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    _anotar("tablas", actual)


def _datos(decir) -> None:
    actual = huella([*(RAIZ / "fixtures").rglob("*"), *RAIZ.glob("*/management/commands/cargar_referencia.py")])
    if "cargar_referencia" in get_commands() and _hecho("referencia") != actual:
        decir("Cargando los datos de referencia …")
        call_command("cargar_referencia", verbosity=0)
        _anotar("referencia", actual)
    admite = settings.PORTAL_DEMOSTRACION and "cargar_demostracion" in get_commands()
    if admite and _hecho("demostracion") is None:
        decir("Cargando la demostración (solo la primera vez) …")
        call_command("cargar_demostracion", verbosity=0)
        _anotar("demostracion", "hecha")
    if "completar_impresos" in get_commands():
        call_command("completar_impresos", stdout=io.StringIO())


def _hecho(paso: str) -> str | None:
    """Give the digest with which a step was done in this database, or None.

    A table by hand and not a model: it is asked before the migrations, to know whether they are needed.
    """
    with connection.cursor() as cursor:
        cursor.execute("create table if not exists portal_preparacion (paso text primary key, huella text not null)")
        cursor.execute("select huella from portal_preparacion where paso = %s", [paso])
        fila = cursor.fetchone()
    return fila[0] if fila else None


def _anotar(paso: str, valor: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into portal_preparacion values (%s, %s) on conflict (paso) do update set huella = excluded.huella",
            [paso, valor],
        )
