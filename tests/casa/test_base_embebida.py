"""The embedded PostgreSQL: long paths, blanks, a kill -9, two starts at once, and a clean end."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

RAIZ = Path(__file__).resolve().parent.parent.parent
GUION = """
import sys, psycopg2
from pathlib import Path
from fcm_portal import base_de_datos as b
uri = b.encender(Path(sys.argv[1]), sin_fsync=True)
c = psycopg2.connect(uri); cur = c.cursor(); cur.execute("show server_encoding"); print(cur.fetchone()[0]); c.close()
if "apagar" in sys.argv: print(b.apagar(Path(sys.argv[1])))
"""


def abrir(carpeta: Path, *mas: str, **entorno: str) -> subprocess.Popen:
    limpio = {clave: valor for clave, valor in os.environ.items() if clave != "DATABASE_URL"}
    return subprocess.Popen(
        [sys.executable, "-c", GUION, str(carpeta), *mas],
        cwd=RAIZ,
        env=limpio | entorno,
        stdout=-1,
        stderr=-1,
        text=True,
    )


def correr(carpeta: Path, *mas: str, **entorno: str) -> str:
    salida, error = abrir(carpeta, *mas, **entorno).communicate(timeout=60)
    assert salida, error
    return salida


@pytest.mark.parametrize("nombre", ["corta", "con blanco y eñe", "larga/" * 25])
def test_starts_twice_at_once_survives_a_kill_and_ends(tmp_path, nombre):
    carpeta = tmp_path / nombre / "postgres"
    dos = [abrir(carpeta), abrir(carpeta, LC_ALL="es_CO.ISO-8859-1")]
    assert [proceso.communicate(timeout=60)[0] for proceso in dos] == ["UTF8\n", "UTF8\n"]
    os.kill(int((carpeta / "postmaster.pid").read_text().split()[0]), signal.SIGKILL)
    assert correr(carpeta) == "UTF8\n"
    assert correr(carpeta, "apagar") == "UTF8\nTrue\n"
    assert not (carpeta / "postmaster.pid").exists()


def test_a_dead_pid_file_of_another_process_does_not_stop_it(tmp_path):
    carpeta = tmp_path / "postgres"
    correr(carpeta, "apagar")
    (carpeta / "postmaster.pid").write_text(f"{os.getpid()}\n{carpeta}\n1\n5432\n{carpeta}\n\n1 1\nready\n")
    assert correr(carpeta, "apagar") == "UTF8\nTrue\n"
