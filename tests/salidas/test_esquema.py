"""The published JSON Schema: it holds whatever leaves, it refuses what is wrong, and it stays where it was."""

import copy
import json
from functools import lru_cache

import pytest
from django.urls import reverse
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from agenda.comparacion import comparar
from agenda.documento import ESQUEMA, componer
from agenda.models import Version
from agenda.salidas.esquema import VERSIONES, direccion, esquema
from agenda.versiones import canonico, sobre
from cuentas.models import Rol, Usuario, Vinculacion
from diagnostico.anterior import anterior_de
from fcm_portal.demostracion.diagnosticos import responder
from territorio.models import Territorio
from tests.documento.fabrica_base import hacer_diagnostico
from tests.documento.fabricas import NOCHE, hacer_agenda, hacer_version
from tests.salidas.inventar import documento, documentos

ACTA = {
    "enviada": {"cuando": "2026-11-20T15:00:00.123456+00:00", "cargo": "Alcalde", "dependencia": "Despacho"},
    "aprobada": {"cuando": "2026-11-22T16:05:00-05:00", "cargo": "Asesora", "dependencia": ""},
    "demostracion": False,
}
HUELLA = "0" * 64


@lru_cache
def validador(numero: int) -> Draft202012Validator:
    return Draft202012Validator(esquema(numero))


def quejas(numero: int, dado: dict) -> list[str]:
    return [f"{queja.json_path}: {queja.message[:120]}" for queja in validador(numero).iter_errors(dado)]


def envuelto(contenido: dict, acta=ACTA) -> dict:
    return {"esquema": contenido["esquema"], "sha256": HUELLA, "contenido": contenido, "acta": acta}


def como_antes(contenido: dict) -> dict:
    """Give a document as it was frozen before scheme 2."""
    viejo = copy.deepcopy(contenido) | {"esquema": 1}
    if viejo["diagnostico"]:
        del viejo["diagnostico"]["anterior"]
    return viejo


@pytest.mark.parametrize("numero", [1, 2])
def test_each_is_a_schema_with_titles_and_descriptions(numero):
    dado = esquema(numero)
    Draft202012Validator.check_schema(dado)
    assert dado["$id"].endswith(f"/agendas/esquema/v{numero}.json")
    assert dado["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert "title" in dado
    assert all("title" in una or "description" in una for una in dado["$defs"].values() if una.get("type") == "object")


@pytest.mark.parametrize("numero", [1, 2])
def test_every_object_is_closed_and_asks_for_all_it_names(numero):
    def objetos(valor):
        if isinstance(valor, dict):
            if valor.get("type") == "object":
                yield valor
            for dato in valor.values():
                yield from objetos(dato)
        elif isinstance(valor, list):
            for dato in valor:
                yield from objetos(dato)

    todos = list(objetos(esquema(numero)))
    assert len(todos) > 50
    assert [uno for uno in todos if uno.get("additionalProperties") is not False] == []
    assert [uno for uno in todos if sorted(uno["required"]) != sorted(uno["properties"])] == []


def test_the_newest_is_that_of_what_is_composed_today():
    assert max(VERSIONES) == ESQUEMA == 2


@given(documentos())
@settings(max_examples=12, deadline=None)
def test_invented_documents_are_held(contenido):
    leido = json.loads(canonico(envuelto(contenido)))
    assert quejas(2, leido) == []
    assert quejas(1, envuelto(como_antes(contenido))) == []
    assert quejas(1, leido) != []


@pytest.mark.django_db
def test_every_version_of_the_demonstration_is_held():
    versiones = list(Version.objects.all())
    assert len(versiones) > 10
    for version in versiones:
        assert quejas(2, json.loads(canonico(sobre(version)))) == []


@pytest.mark.django_db
def test_the_demonstration_shows_two_diagnostics_of_pamplona(client):
    version = Version.objects.get(agenda__territorio="54518", numero=2)
    hoy, antes = version.contenido["diagnostico"], version.contenido["diagnostico"]["anterior"]
    assert (antes["numero"], hoy["numero"]) == (1, 2)
    assert antes["cerrado_en"] < hoy["cerrado_en"]
    assert antes["profundidad"] == hoy["ruta"]["slug"] == "completa"
    assert antes["mismas_preguntas"]
    assert [paso["clave"] for paso in antes["pasos"]] == [paso["slug"] for paso in hoy["pasos"]]
    primero = version.agenda.territorio.diagnosticos.get(numero=1).resultado
    assert [paso["puntaje"] for paso in antes["pasos"]] == [paso["puntaje"] for paso in primero["pasos"]]
    respuesta = client.get("/agendas/54518/2024-2027.json")
    assert respuesta["Link"] == f'<{direccion(2)}>; rel="describedby"'
    assert quejas(2, respuesta.json()) == []


@pytest.mark.django_db
@pytest.mark.datos("nada")
def test_the_one_before_is_the_last_of_the_same_depth():
    agenda = hacer_agenda(1)
    assert componer(agenda, NOCHE)["diagnostico"]["anterior"] is None
    corto = hacer_diagnostico(agenda.territorio, agenda.periodo)
    corto.resultado["ruta"]["slug"] = "corta"
    corto.save()
    assert componer(agenda, NOCHE)["diagnostico"]["anterior"] is None
    tercero = hacer_diagnostico(agenda.territorio, agenda.periodo)
    tercero.resultado["numero"] = 3
    tercero.resultado["pasos"][0]["puntaje"] = 88
    tercero.save()
    dado = componer(agenda, NOCHE)["diagnostico"]
    assert (dado["pasos"][0]["puntaje"], dado["anterior"]["pasos"][0]["puntaje"]) == (88, 75)
    assert dado["anterior"]["total"] == 54


@pytest.mark.django_db
@pytest.mark.datos("referencia")
def test_when_the_questions_changed_both_are_scored_over_the_shared_ones():
    territorio = Territorio.objects.get(pk="54518")
    usuario = Usuario.objects.create_user("x@ejemplo.co", "clave-larga-2026")
    Vinculacion.objects.create(usuario=usuario, territorio=territorio, rol=Rol.EDICION)
    uno = responder(territorio, usuario, madurez="bajo")
    dos = responder(territorio, usuario, madurez="alto")
    assert anterior_de(dos)["mismas_preguntas"]
    quitada = uno.resultado["pasos"][0]["preguntas"].pop()
    uno.save()
    dado = anterior_de(dos)
    assert not dado["mismas_preguntas"]
    assert dado["comunes"] == dos.resultado["ruta"]["preguntas"] - 1
    filas = [p for p in uno.resultado["pasos"][0]["preguntas"] if p["valor"] != "no_aplica"]
    valores = {"si": 1, "en_proceso": 0.5}
    puntos = 100 * sum(valores.get(p["valor"], 0) * p["peso"] for p in filas) / sum(p["peso"] for p in filas)
    assert quitada["clave"].startswith("p1-")
    assert dado["pasos"][0]["puntaje"] == int(puntos + 0.5)


@pytest.mark.django_db
@pytest.mark.datos("nada")
@pytest.mark.parametrize(("acciones", "largo"), [(0, False), (3, True), (12, False)])
def test_what_the_editor_freezes_is_held(acciones, largo):
    version = hacer_version(hacer_agenda(acciones, largo=largo, veneno="</script> {{ 7 }}"))
    assert quejas(2, json.loads(canonico(sobre(version)))) == []


DANOS = [
    ("falta una clave", lambda d: d["contenido"].pop("textos")),
    ("sobra una clave", lambda d: d["contenido"].update(extra="x")),
    ("sobra una clave en una acción", lambda d: accion(d).update(nota_privada="secreto")),
    ("otro esquema", lambda d: d.update(esquema=1)),
    ("el documento dice otro esquema", lambda d: d["contenido"].update(esquema=1)),
    ("huella corta", lambda d: d.update(sha256="abc")),
    ("huella en mayúsculas", lambda d: d.update(sha256="A" * 64)),
    ("pesos con decimales", lambda d: partida(d).update(valor=1.5)),
    ("pesos como texto", lambda d: partida(d).update(valor="1000")),
    ("pesos negativos", lambda d: partida(d).update(valor=-1)),
    ("catorce cifras", lambda d: partida(d).update(valor=10**13)),
    ("fuente que no existe", lambda d: partida(d)["fuente"].update(slug="loteria")),
    ("moneda de cuatro letras", lambda d: partida(d).update(moneda="PESO")),
    ("decimal con coma", lambda d: partida(d).update(valor_moneda="10,5")),
    ("decimal con ceros al final", lambda d: partida(d).update(tasa="4650.50")),
    ("decimal como número", lambda d: partida(d).update(tasa=4650.25)),
    ("fecha al revés", lambda d: accion(d).update(inicio="31-12-2026")),
    ("mes trece", lambda d: accion(d).update(fin="2026-13-01")),
    ("estado que no existe", lambda d: accion(d)["estado"].update(slug="perdida")),
    ("identificador que no lo es", lambda d: accion(d).update(clave="1234")),
    ("número sin punto", lambda d: accion(d).update(numero="11")),
    ("ODS 18", lambda d: accion(d)["ods"][0].update(numero=18)),
    ("puntaje de 101", lambda d: d["contenido"]["diagnostico"].update(total=101)),
    ("respuesta que no existe", lambda d: pregunta(d).update(valor="tal vez")),
    ("lo de la asesora", lambda d: pregunta(d).update(observacion="solo para ella")),
    ("el anterior sin número", lambda d: d["contenido"]["diagnostico"].update(anterior={})),
    ("sin decir si hubo anterior", lambda d: d["contenido"]["diagnostico"].pop("anterior")),
    ("momento sin hora", lambda d: d["contenido"].update(compuesta_en="2026-11-22")),
    ("código con minúsculas", lambda d: d["contenido"]["territorio"].update(codigo="asm")),
    ("acta a medias", lambda d: d["acta"].pop("aprobada")),
]  # fmt: skip


def accion(dado: dict) -> dict:
    return next(a for e in dado["contenido"]["ejes"] for o in e["objetivos"] for a in o["acciones"] if a["presupuesto"])


def partida(dado: dict) -> dict:
    return accion(dado)["presupuesto"][0]


def pregunta(dado: dict) -> dict:
    return dado["contenido"]["diagnostico"]["pasos"][0]["preguntas"][0]


@pytest.mark.parametrize("dano", [dano for _nombre, dano in DANOS], ids=[nombre for nombre, _dano in DANOS])
def test_what_is_wrong_is_refused(dano):
    dado = envuelto(documento(7, 12, ["plan"], {"textos", "diagnostico"}), copy.deepcopy(ACTA))
    assert quejas(2, dado) == []
    dano(dado)
    assert quejas(2, dado) != []


@pytest.mark.django_db
@pytest.mark.datos("nada")
def test_an_old_document_and_a_new_one_differ_only_in_what_the_town_changed():
    nuevo = componer(hacer_agenda(3), NOCHE)
    assert comparar(como_antes(nuevo), nuevo) == []
    cambiado = copy.deepcopy(nuevo)
    cambiado["textos"]["alcance"] = "Otro alcance"
    assert [cambio.ancla for cambio in comparar(como_antes(nuevo), cambiado)] == ["seccion:alcance"]


def test_the_envelope_says_the_scheme_of_its_document():
    contenido = como_antes(documento(1, 1, ["plan"], set()))
    dado = sobre(Version(contenido=contenido, sha256=HUELLA, acta=None))
    assert dado["esquema"] == 1
    assert quejas(1, dado) == []


@pytest.mark.django_db
@pytest.mark.datos("nada")
@pytest.mark.parametrize("numero", [1, 2])
def test_it_is_served_for_long_and_to_anybody(client, numero):
    respuesta = client.get(reverse("agenda_esquema", args=[numero]))
    assert respuesta["Content-Type"] == "application/schema+json"
    assert respuesta["Access-Control-Allow-Origin"] == "*"
    assert "max-age=2592000" in respuesta["Cache-Control"]
    assert json.loads(respuesta.content)["$id"] == direccion(numero)
    otra = client.get(reverse("agenda_esquema", args=[numero]), headers={"If-None-Match": respuesta["ETag"]})
    assert otra.status_code == 304


@pytest.mark.django_db
@pytest.mark.datos("nada")
def test_a_schema_that_never_was_is_not_found(client):
    assert client.get(reverse("agenda_esquema", args=[3])).status_code == 404
