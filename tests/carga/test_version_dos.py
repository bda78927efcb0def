"""Version 2 of the questionnaire is published while diagnostics are half answered, by the command that loads."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
import yaml
from django.core.management import call_command
from django.urls import reverse

from agenda.models import Agenda
from agenda.salidas.pdf import dibujar_borrador
from cuentas.models import Rol, Usuario, Vinculacion
from diagnostico.apertura import abrir
from diagnostico.cierre import cerrar
from diagnostico.comparacion import comparar
from diagnostico.cuestionario import contenido_de
from territorio.models import Territorio

RAIZ = Path(__file__).resolve().parent.parent.parent
PUEBLO, OTRO, PERIODO = "54261", "54518", "2024-2027"
NUEVA = "2027-03-01"
pytestmark = [pytest.mark.datos("referencia"), pytest.mark.django_db]


@pytest.fixture
def enlace() -> Usuario:
    persona = Usuario.objects.create_user("enlace@dos.test", nombre="E")
    for codigo in (PUEBLO, OTRO):
        Vinculacion.objects.create(usuario=persona, territorio_id=codigo, rol=Rol.RESPONSABLE)
    return persona


@pytest.fixture
def version_dos(tmp_path):
    """Publish: one question says other words, one is gone, one is new, one moved out of the short route."""
    carpeta = tmp_path / "fixtures"
    shutil.copytree(RAIZ / "fixtures", carpeta)
    guia = yaml.safe_load((carpeta / "guia.yaml").read_text())
    guia["meta"]["version_del_contenido"] = NUEVA
    paso = next(bloque for bloque in guia["bloques"] if bloque["slug"] == "pasos")["items"][0]
    preguntas = paso["preguntas"]
    preguntas[0]["texto"] = "Un enunciado nuevo para la primera pregunta."
    quitada = preguntas.pop(1)
    preguntas.append(quitada | {"clave": "p1-9", "orden": 9, "texto": "Una pregunta que antes no existía."})

    def publicar() -> None:
        (carpeta / "guia.yaml").write_text(yaml.safe_dump(guia, allow_unicode=True, sort_keys=False))
        call_command("cargar_referencia", "--carpeta", str(carpeta), verbosity=0)

    return publicar


def paginas(codigo: str) -> list[str]:
    pasos = [reverse("diagnostico_paso", args=[codigo, slug]) for slug in ("construya", "pida")]
    otras = ("diagnostico", "diagnostico_revisar", "diagnostico_condiciones", "diagnostico_temas", "diagnostico_ruta")
    return [*pasos, *(reverse(nombre, args=[codigo]) for nombre in (*otras, "panel"))]


def test_half_answered_diagnostics_keep_their_version_and_new_ones_take_the_new(client, enlace, version_dos):
    pueblo, otro = Territorio.objects.get(pk=PUEBLO), Territorio.objects.get(pk=OTRO)
    abierto = abrir(pueblo, enlace, "completa")
    abierto.respuestas.filter(clave__in=["p1-1", "p1-2"]).update(valor="si", observacion="Está en el archivo.")
    version_dos()
    client.force_login(enlace)

    # the open one: same questions and words, every page served
    pagina = client.get(reverse("diagnostico_paso", args=[PUEBLO, contenido_de(abierto).pasos[0].slug]))
    assert "Un enunciado nuevo" not in pagina.text
    assert "antes no existía" not in pagina.text
    assert contenido_de(abierto).version != NUEVA
    for ruta in paginas(PUEBLO):
        assert client.get(ruta, follow=True).status_code in (200, 404), ruta
    assert client.post(reverse("diagnostico_revisar", args=[PUEBLO])).status_code == 302
    abierto.refresh_from_db()
    primero = abierto.resultado
    assert primero["cuestionario"] != NUEVA
    assert client.get(reverse("diagnostico_resultado", args=[PUEBLO, 1])).status_code == 200

    # the next one: the new version, with what was answered under the same key, to be confirmed
    segundo = abrir(pueblo, enlace, "completa")
    assert segundo.cuestionario_id == NUEVA
    assert segundo.respuestas.get(clave="p1-1").valor == "si"
    assert segundo.respuestas.get(clave="p1-1").por_confirmar
    assert segundo.respuestas.get(clave="p1-9").valor == ""
    assert not segundo.respuestas.filter(clave="p1-2").exists()
    pagina = client.get(reverse("diagnostico_paso", args=[PUEBLO, contenido_de(segundo).pasos[0].slug])).text
    assert "Un enunciado nuevo" in pagina
    assert "antes no existía" in pagina
    segundo.respuestas.filter(clave="p1-1").update(valor="no", por_confirmar=False)
    segundo.respuestas.filter(clave="p1-9").update(valor="si")
    cerrar(segundo, enlace)
    comparacion = comparar(primero, segundo.resultado, contenido_de(segundo).valores)
    assert [cambio.clave for cambio in comparacion.bajaron] == ["p1-1"]
    assert not comparacion.mejoraron
    assert client.get(reverse("diagnostico_resultado", args=[PUEBLO, 2])).status_code == 200
    assert client.get(reverse("diagnostico_resultado", args=[PUEBLO, 1])).status_code == 200

    # who had not begun: the new version at once
    assert abrir(otro, enlace).cuestionario_id == NUEVA


def test_the_agenda_and_its_paper_stand_on_either_version(client, enlace, version_dos):
    pueblo = Territorio.objects.get(pk=PUEBLO)
    viejo = abrir(pueblo, enlace, "completa")
    viejo.respuestas.update(valor="no")
    cerrar(viejo, enlace)
    agenda = Agenda.objects.create(territorio=pueblo, periodo_id=PERIODO)
    client.force_login(enlace)
    version_dos()
    for nombre in ("agenda", "agenda_sugerencias", "agenda_enviar"):
        assert client.get(reverse(nombre, args=[PUEBLO, PERIODO])).status_code == 200
    assert dibujar_borrador(agenda)
    nuevo = abrir(pueblo, enlace, "completa")
    cerrar_con = nuevo.respuestas.filter(clave="p1-9")
    cerrar_con.update(valor="no")
    cerrar(nuevo, enlace)
    assert client.get(reverse("agenda_sugerencias", args=[PUEBLO, PERIODO])).status_code == 200
    assert dibujar_borrador(agenda)
