"""Makes a machine able to run or test the portal, then runs a command. Standard library only: nothing is installed yet.

Usage: ``python3.11 fcm_portal/arranque/instalacion.py run|test [-- arguments of the environment's Python]``
"""

from __future__ import annotations

import ctypes.util
import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

RAIZ = Path(__file__).resolve().parents[2]
VENV = RAIZ / ".venv"
# Debian package → what tells that it is there: a library, or a program.
BIBLIOTECAS = {
    "libpango-1.0-0": "pango-1.0",
    "libpangoft2-1.0-0": "pangoft2-1.0",
    "libharfbuzz-subset0": "harfbuzz-subset",
}
FUENTES = ["fonts-noto-core", "fonts-noto-color-emoji", "fonts-droid-fallback"]  # the last one: Chinese, Japanese
PROGRAMAS = {"chromium": "chromium", "poppler-utils": "pdftoppm", "default-jdk-headless": "javac"}
JAVA = {"libjaxb-java": Path("/usr/share/java/jaxb-runtime.jar")}  # with the JDK, what veraPDF needs


def faltan(para: str) -> list[str]:
    """Give the Debian packages that this machine lacks."""
    programas = PROGRAMAS if para == "test" else {}
    faltan = [paquete for paquete, programa in programas.items() if not shutil.which(programa)]
    faltan += [paquete for paquete, archivo in JAVA.items() if para == "test" and not archivo.exists()]
    if shutil.which("dpkg-query"):
        faltan += [paquete for paquete in [*BIBLIOTECAS, *FUENTES] if not _en_debian(paquete)]
    else:
        faltan += [paquete for paquete, nombre in BIBLIOTECAS.items() if not ctypes.util.find_library(nombre)]
    return faltan


def _en_debian(paquete: str) -> bool:
    orden = ["dpkg-query", "-W", "-f=${Status}", paquete]
    return subprocess.run(orden, capture_output=True, text=True, check=False).stdout == "install ok installed"


def paquetes_del_sistema(para: str) -> None:
    """Install what lacks (Debian, root), or say in one sentence what to install."""
    lista = faltan(para)
    if not lista:
        return
    if not _instalar(lista):
        sys.exit(
            f"Falta instalar en el sistema: {' '.join(lista)}. En Debian o Ubuntu: sudo apt-get install "
            f"{' '.join(lista)} (System packages are missing; install those and run again.)"
        )


def _instalar(lista: list[str]) -> bool:
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        return False
    print(f"Instalando {' '.join(lista)} …", flush=True)
    entorno = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for orden in (["update"], ["install", "-y", "--no-install-recommends", *lista]):
        if subprocess.run(["apt-get", "-qq", *orden], env=entorno, stdout=subprocess.DEVNULL, check=False).returncode:
            return False
    return True


def entorno_de_python(para: str) -> None:
    """Make ``.venv`` and install the pinned dependencies, only when the digest of their lists changed."""
    listas = [RAIZ / "constraints.txt", RAIZ / "pyproject.toml"]
    huella = hashlib.sha256(sys.version.encode() + b"".join(lista.read_bytes() for lista in listas)).hexdigest()
    marca = VENV / f"instalado-{para}"
    if marca.exists() and marca.read_text() == huella:
        return
    python = VENV / "bin" / "python"
    if not _sirve(python):
        _crear(python)
    proyecto = tomllib.loads(listas[1].read_text())
    paquetes = list(proyecto["project"]["dependencies"])
    if para == "test":
        paquetes += proyecto["dependency-groups"]["dev"]
    print("Instalando las dependencias de Python …", flush=True)
    orden = [python, "-m", "pip", "install", "-q", "--disable-pip-version-check", "-c", listas[0], *paquetes]
    if subprocess.run(orden, check=False).returncode:
        sys.exit("No se pudieron instalar las dependencias de Python: revise la conexión. (pip install failed.)")
    for cada in {para, "run"}:
        (VENV / f"instalado-{cada}").write_text(huella)


def _sirve(python: Path) -> bool:
    """Say whether the environment is of this Python and has pip: a copied or half-made one does not."""
    if not python.exists():
        return False
    orden = [python, "-c", "import pip, sys; print(end=sys.version)"]
    suya = subprocess.run(orden, capture_output=True, text=True, check=False)
    return suya.returncode == 0 and suya.stdout == sys.version


def _crear(python: Path) -> None:
    orden = [sys.executable, "-m", "venv", "--clear", VENV]
    subprocess.run(orden, capture_output=True, check=False)
    if not _sirve(python):
        _instalar([f"python3.{sys.version_info.minor}-venv"])
        subprocess.run(orden, capture_output=True, check=False)
    if not _sirve(python):
        sys.exit("Falta el módulo venv de Python: instale python3-venv. (Python's venv module is missing.)")


def main(argumentos: list[str]) -> None:
    """Prepare, then become the command after ``--``."""
    if sys.version_info < (3, 11):  # noqa: UP036 - any Python may be the one that starts this file
        sys.exit("El portal necesita Python 3.11 o más nuevo. (Python 3.11 or newer is needed.)")
    para, *resto = argumentos
    (RAIZ / "var").mkdir(exist_ok=True)
    with open(RAIZ / "var" / "instalacion.turno", "w") as turno:
        fcntl.flock(turno, fcntl.LOCK_EX)
        paquetes_del_sistema(para)
        entorno_de_python(para)
    if resto:
        python = VENV / "bin" / "python"
        os.chdir(RAIZ)
        os.execv(python, [str(python), *resto[1:]])


if __name__ == "__main__":
    main(sys.argv[1:])
