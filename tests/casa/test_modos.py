"""What each mode refuses, each time in one sentence and without a traceback."""

import os
import secrets
import subprocess
import sys
from pathlib import Path

import pytest

from tests import bases

RAIZ = Path(__file__).resolve().parent.parent.parent
CLAVE = secrets.token_urlsafe(60)
COMPLETO = {
    "SECRET_KEY": CLAVE,
    "PORTAL_DOMINIOS": "portal.ejemplo.co",
    "PORTAL_CONTACTO": "ayuda@ejemplo.co",
    "DATABASE_URL": "postgres://u:c@127.0.0.1:1/p",
}


def correr(*orden: str, **entorno: str) -> subprocess.CompletedProcess:
    limpio = {clave: os.environ[clave] for clave in ("PATH", "HOME") if clave in os.environ}
    return subprocess.run(
        [sys.executable, *orden], cwd=RAIZ, env=limpio | entorno, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    ("entorno", "dice"),
    [
        ({}, "Falta SECRET_KEY"),
        ({"PORTAL_MODO": "otro"}, "puede ser"),
        (COMPLETO | {"DEBUG": "1"}, "no arranca con DEBUG"),
        (COMPLETO | {"SECRET_KEY": "django-insecure-" + CLAVE}, "SECRET_KEY es débil"),
        (COMPLETO | {"SECRET_KEY": "corta"}, "SECRET_KEY es débil"),
        ({**COMPLETO, "DATABASE_URL": ""}, "Falta DATABASE_URL"),
        ({**COMPLETO, "PORTAL_DOMINIOS": ""}, "Falta PORTAL_DOMINIOS"),
        ({**COMPLETO, "PORTAL_CONTACTO": ""}, "Falta PORTAL_CONTACTO"),
    ],
)
def test_production_refuses_in_one_sentence(entorno, dice):
    proceso = correr("manage.py", "check", **entorno)
    assert proceso.returncode != 0
    assert dice in proceso.stderr
    assert "Traceback" not in proceso.stderr
    assert len(proceso.stderr.strip().splitlines()) == 1


def test_complete_production_passes_its_checks_without_touching_the_database():
    proceso = correr("manage.py", "check", **COMPLETO)
    assert proceso.returncode == 0, proceso.stderr


@pytest.mark.parametrize("modelo", ["cuentas.Usuario"])
def test_production_does_not_start_with_a_demonstration_record(modelo):
    base = bases.clonar("nada")
    try:
        entorno = COMPLETO | {"DATABASE_URL": bases.direccion(base)}
        arranque = ("-c", "import fcm_portal.wsgi")
        limpio = correr(*arranque, **entorno)
        assert limpio.returncode == 0, limpio.stderr
        crear = "from cuentas.models import Usuario as U; U.objects.create(email='x@x.co', es_demostracion=True)"
        bases.manage(base, "shell", "-c", crear)
        sucio = correr(*arranque, **entorno)
        assert sucio.returncode != 0
        assert "registros de demostración (cuentas.Usuario)" in sucio.stderr
        revision = correr("manage.py", "check", "--deploy", **entorno)
        assert "fcm_portal.E001" in revision.stderr
    finally:
        bases.borrar(base)


def test_no_session_without_password_in_production():
    base = bases.clonar("nada")
    try:
        proceso = correr("manage.py", "sesion", "x@x.co", **COMPLETO | {"DATABASE_URL": bases.direccion(base)})
        assert proceso.returncode != 0
        assert "no abre sesiones sin clave" in proceso.stderr
    finally:
        bases.borrar(base)
