"""The floors of the house: imports, foreign keys by string, and templates go only down."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

from django.apps import apps

RAIZ = Path(__file__).resolve().parent.parent.parent
PISOS = {
    "fcm_portal": 7,
    "agenda": 6,
    "diagnostico": 5,
    "redes": 4,
    "guardado": 3,
    "cuentas": 2,
    "territorio": 1,
    "guia": 1,
    "informes": 1,
    "formato": 0,
}
LIBRES = {"layouts", "components"}
PROHIBIDOS = {"utils", "helpers", "common", "core", "mixins", "signals", "misc"}
ETIQUETA = re.compile(r"{%\s*(?:include|extends)\s+[\"']([^\"']+)[\"']")
CARGA = re.compile(r"{%\s*load\s+([^%]+)%}")


def paquetes() -> set[str]:
    """Give the packages at the top of the checkout."""
    return {ruta.parent.name for ruta in RAIZ.glob("*/__init__.py")} - {"tests"}


def plantillas() -> list[Path]:
    """Give every template of ours."""
    return sorted((RAIZ / "templates").rglob("*.*"))


def test_every_package_has_a_floor():
    assert paquetes() == set(PISOS)


def test_import_contract_names_every_package():
    contrato = tomllib.loads((RAIZ / "pyproject.toml").read_text())["tool"]["importlinter"]
    capas = [nombre.strip() for capa in contrato["contracts"][0]["layers"] for nombre in capa.split("|")]
    assert set(capas) == set(PISOS) == set(contrato["root_packages"])
    assert capas == sorted(capas, key=lambda nombre: -PISOS[nombre])


def test_imports_go_only_down():
    proceso = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache"],
        cwd=RAIZ,
        capture_output=True,
        text=True,
        check=False,
    )
    assert proceso.returncode == 0, proceso.stdout


def test_foreign_keys_go_only_down():
    subidas = []
    for modelo in apps.get_models(include_auto_created=True):
        origen = modelo._meta.app_label
        if origen not in PISOS:
            continue
        for campo in modelo._meta.get_fields():
            if not getattr(campo, "remote_field", None) or campo.auto_created:
                continue
            destino = campo.related_model._meta.app_label
            if destino != origen and PISOS.get(destino, -1) >= PISOS[origen]:
                subidas.append(f"{modelo._meta.label}.{campo.name} → {campo.related_model._meta.label}")
    assert subidas == []


def piso(nombre: str, propio: str | None) -> int | None:
    """Give the floor of a template by its folder; None for what anybody may use (or a library's)."""
    carpeta = nombre.split("/")[0]
    if carpeta in PISOS and carpeta != propio:
        return PISOS[carpeta]
    return None


def test_templates_include_and_extend_only_down():
    subidas = []
    for archivo in plantillas():
        relativa = archivo.relative_to(RAIZ / "templates").as_posix()
        carpeta = relativa.split("/")[0]
        texto = archivo.read_text()
        for destino in ETIQUETA.findall(texto):
            ajena = destino.split("/")[0] not in LIBRES
            if ajena and (carpeta in LIBRES or (piso(destino, carpeta) or -1) >= PISOS.get(carpeta, 8)):
                subidas.append(f"{relativa} → {destino}")
    assert subidas == []


def test_templates_load_only_from_below():
    etiquetas = {
        ruta.stem: ruta.relative_to(RAIZ).parts[0]
        for ruta in RAIZ.glob("*/templatetags/*.py")
        if ruta.stem != "__init__"
    }
    subidas = []
    for archivo in plantillas():
        carpeta = archivo.relative_to(RAIZ / "templates").parts[0]
        for nombres in CARGA.findall(archivo.read_text()):
            for nombre in nombres.replace("from", " ").split():
                dueno = etiquetas.get(nombre)
                if dueno and dueno != carpeta and carpeta in PISOS and PISOS[dueno] >= PISOS[carpeta]:
                    subidas.append(f"{archivo.name} → {nombre}")
    assert subidas == []


def test_no_room_without_a_noun():
    nombres = {ruta.stem for paquete in PISOS for ruta in (RAIZ / paquete).rglob("*.py")}
    nombres |= {ruta.name for paquete in PISOS for ruta in (RAIZ / paquete).rglob("*") if ruta.is_dir()}
    assert nombres & PROHIBIDOS == set()
