"""What anyone downloads: headers, freshness, catalogue and dictionary; and nothing that is not public."""

from __future__ import annotations

import csv
import io
import json
import re
from gzip import decompress

import pytest
from django.urls import reverse
from django.utils.timezone import now
from rdflib import DCAT, DCTERMS, RDF, Graph, URIRef
from rdflib.namespace import FOAF

from agenda.models import Agenda
from cuentas.models import Usuario
from diagnostico.models import Respuesta
from fcm_portal.datos.catalogo import CONJUNTOS
from redes.models import Convocatoria, Entrada, Hermanamiento, Membresia, Motivo, Reporte

pytestmark = pytest.mark.django_db
TABLAS = {
    "directorio", "convocatorias", "hermanamientos", "membresias", "agendas", "acciones", "indicadores",
    "presupuesto", "glosario",
}  # fmt: skip
# What a row holds and no file says: who filed it, its document, what happened to it inside.
CALLADOS = {
    Entrada: {"clave_busqueda", "huella_cargada"},
    Convocatoria: {"id", "clave_busqueda"},
    Hermanamiento: {
        "huella_cargada", "archivo_id", "declarado_por_id", "declarado_en", "devuelto", "retirado_en",
    },
    Membresia: {"id", "archivo_id", "declarado_por_id", "declarado_en", "devuelto", "retirado_en"},
}  # fmt: skip


def leidas(respuesta) -> list[dict]:
    """Give the rows of a CSV that was answered."""
    return list(csv.DictReader(io.StringIO(respuesta.getvalue().decode("utf-8-sig"))))


def todo(client) -> dict[str, str]:
    """Give the text of everything that /datos/ serves."""
    rutas = [f"/datos/{tabla}.{f}" for tabla in TABLAS for f in ("csv", "excel.csv", "json")]
    rutas += [f"/datos/{tabla}/" for tabla in TABLAS]
    rutas += ["/datos/", "/datos/catalogo.jsonld", "/datos/diccionario.csv", "/datos/diccionario.json"]
    respuestas = {ruta: client.get(ruta) for ruta in rutas}
    assert {ruta: r.status_code for ruta, r in respuestas.items() if r.status_code != 200} == {}
    return {ruta: respuesta.getvalue().decode() for ruta, respuesta in respuestas.items()}


def test_nothing_of_a_person_nor_of_what_waits_leaves(client, dificiles, settings):
    cglu = Entrada.objects.get(pk="cglu")
    Reporte.objects.create(entrada=cglu, motivo=Motivo.DATO, texto="Reportadísimo", correo="quien@reporta.test")
    Respuesta.objects.filter(pk=Respuesta.objects.first().pk).update(
        nota_privada="Privadísima", observacion="Calladísima"
    )
    Entrada.objects.filter(pk="giz").update(huella_cargada="huellainterna")
    secretos = {"Secretísima", "Reservadísimo", "Reportadísimo", "Privadísima", "Calladísima", "huellainterna"}
    for persona in Usuario.objects.all():
        secretos |= {persona.email, persona.nombre} - {""}
    textos = todo(client)
    assert {(ruta, s) for ruta, texto in textos.items() for s in secretos if s in texto} == set()
    correos = {c for texto in textos.values() for c in re.findall(r"[\w.+-]+@[\w-]+\.[\w.]+", texto)}
    assert correos <= {settings.PORTAL_CONTACTO}


def test_every_column_of_a_model_is_published_or_kept_on_purpose():
    tablas = {
        Entrada: "directorio",
        Convocatoria: "convocatorias",
        Hermanamiento: "hermanamientos",
        Membresia: "membresias",
    }
    for modelo, tabla in tablas.items():
        publicadas = {columna.ruta for columna in CONJUNTOS[tabla].columnas}
        campos = {campo.attname for campo in modelo._meta.concrete_fields}
        assert campos - publicadas == CALLADOS[modelo], tabla


def test_unverified_rows_say_so_and_verified_ones_say_when_and_by_whom(client):
    for tabla in ("directorio", "hermanamientos"):
        filas = leidas(client.get(f"/datos/{tabla}.csv"))
        assert {fila["verificado"] for fila in filas} == {"si", "no"}
        firmadas = {
            bool(fila["verificado_en"] and fila["verificado_por"]) for fila in filas if fila["verificado"] == "si"
        }
        assert firmadas == {True}
        assert not [fila for fila in filas if fila["verificado"] == "no" and fila["verificado_en"]]
    assert sum(fila["verificado"] == "si" for fila in leidas(client.get("/datos/hermanamientos.csv"))) == 54


def test_agendas_say_what_their_frozen_documents_say(client):
    agenda = Agenda.objects.get(territorio="54518", periodo="2024-2027")
    contenido = agenda.publicada.contenido
    acciones = [a for eje in contenido["ejes"] for objetivo in eje["objetivos"] for a in objetivo["acciones"]]
    mias = {tabla: [f for f in leidas(client.get(f"/datos/{tabla}.csv")) if f["codigo_dane"] == "54518"] for tabla in (
        "agendas", "acciones", "indicadores", "presupuesto"
    )}  # fmt: skip
    assert [fila["sha256"] for fila in mias["agendas"]] == [agenda.publicada.sha256]
    assert [fila["accion"] for fila in mias["acciones"]] == [accion["nombre"].strip() for accion in acciones]
    partidas = [partida["valor"] for accion in acciones for partida in accion["presupuesto"]]
    assert [int(fila["valor"]) for fila in mias["presupuesto"]] == partidas
    metas = [m["valor"] for a in acciones for i in a["indicadores"] for m in i["metas"]]
    assert [fila["meta"] for fila in mias["indicadores"] if fila["anio"]] == metas
    assert {fila["demostracion"] for filas in mias.values() for fila in filas} == {"si"}
    assert client.get(mias["agendas"][0]["pagina"].split("8000")[1]).status_code == 200
    # a draft is in none of them; what is withdrawn leaves all of them
    assert "66001" not in {fila["codigo_dane"] for fila in leidas(client.get("/datos/acciones.csv"))}
    antes = client.get("/datos/acciones.csv")["ETag"]
    Agenda.objects.filter(pk=agenda.pk).update(retirada_publico_en=now(), retirada_publico_razon="Prueba")
    despues = client.get("/datos/acciones.csv", headers={"If-None-Match": antes})
    assert despues.status_code == 200
    assert "54518" not in {fila["codigo_dane"] for fila in leidas(despues)}


def test_who_has_a_file_downloads_it_again_only_when_it_changed(client):
    primera = client.get("/datos/directorio.csv")
    entera = primera.getvalue()
    assert entera.startswith(b"\xef\xbb\xbfslug,")
    assert primera["Content-Type"] == "text/csv; charset=utf-8; header=present"
    assert re.fullmatch(r'attachment; filename="directorio-\d{4}-\d\d-\d\d\.csv"', primera["Content-Disposition"])
    assert "creativecommons.org/licenses/by/4.0/" in primera["Link"]
    assert primera["Access-Control-Allow-Origin"] == "*"
    for cabecera, valor in (("If-None-Match", primera["ETag"]), ("If-Modified-Since", primera["Last-Modified"])):
        assert client.get("/datos/directorio.csv", headers={cabecera: valor}).status_code == 304
    assert client.head("/datos/directorio.csv").getvalue() == b""
    apretada = client.get("/datos/directorio.csv", headers={"Accept-Encoding": "gzip"})
    comprimida = apretada.getvalue()
    assert decompress(comprimida) == entera
    assert len(comprimida) < len(entera) / 2
    for cambio in (lambda: Entrada.objects.filter(pk="giz").update(cuota="no"), Entrada.objects.get(pk="wtcf").delete):
        antes = client.get("/datos/directorio.csv")["ETag"]
        cambio()
        assert client.get("/datos/directorio.csv", headers={"If-None-Match": antes}).status_code == 200
    assert client.get("/datos/no-existe.csv").status_code == 404
    assert client.get("/datos/no-existe/").status_code == 404


def test_the_files_and_the_dictionary_never_differ(client):
    diccionario = client.get("/datos/diccionario.json").json()
    assert {fila["conjunto"] for fila in diccionario["columnas"]} == TABLAS
    assert all(fila["significado"] and fila["fuente"] for fila in diccionario["columnas"])
    assert len(leidas(client.get("/datos/diccionario.csv"))) == len(diccionario["columnas"])
    for tabla in TABLAS:
        dichas = [fila["columna"] for fila in diccionario["columnas"] if fila["conjunto"] == tabla]
        en_csv = client.get(f"/datos/{tabla}.csv").getvalue().decode("utf-8-sig").split("\r\n")[0].split(",")
        datos = json.loads(client.get(f"/datos/{tabla}.json").getvalue())
        assert en_csv == dichas
        assert all(list(fila) == dichas for fila in datos["filas"])
        assert len(datos["filas"]) == len(leidas(client.get(f"/datos/{tabla}.csv")))
        pagina = client.get(f"/datos/{tabla}/").content.decode()
        assert all(f"<code>{columna}</code>" in pagina for columna in dichas)


def test_the_catalogue_is_dcat(client, settings):
    respuesta = client.get("/datos/catalogo.jsonld")
    assert respuesta["Content-Type"] == "application/ld+json"
    grafo = Graph().parse(data=respuesta.content, format="json-ld")
    catalogo = grafo.value(predicate=RDF.type, object=DCAT.Catalog)
    assert str(grafo.value(catalogo, FOAF.homepage)) == settings.PORTAL_DIRECCION + "/datos/"
    conjuntos = set(grafo.objects(catalogo, DCAT.dataset))
    assert {str(grafo.value(uno, DCTERMS.identifier)) for uno in conjuntos} == TABLAS
    for uno in conjuntos:
        for propiedad in (DCTERMS.title, DCTERMS.description, DCTERMS.publisher, DCTERMS.language, DCTERMS.spatial):
            assert grafo.value(uno, propiedad) is not None
        assert grafo.value(uno, DCTERMS.title).language == "es"
        assert grafo.value(uno, DCTERMS.license) == URIRef("https://creativecommons.org/licenses/by/4.0/")
        assert grafo.value(grafo.value(uno, DCTERMS.publisher), FOAF.name) is not None
        archivos = set(grafo.objects(uno, DCAT.distribution))
        assert {str(grafo.value(a, DCAT.mediaType)).split("media-types/")[1] for a in archivos} == {
            "text/csv",
            "application/json",
        }
        for archivo in archivos:
            direccion = str(grafo.value(archivo, DCAT.downloadURL)).removeprefix(settings.PORTAL_DIRECCION)
            bajado = client.get(direccion)
            assert bajado.status_code == 200
            assert grafo.value(archivo, DCAT.byteSize).toPython() == len(bajado.getvalue())
    directorio = next(uno for uno in conjuntos if str(grafo.value(uno, DCTERMS.identifier)) == "directorio")
    assert grafo.value(directorio, DCTERMS.modified).toPython() >= grafo.value(directorio, DCTERMS.issued).toPython()
    pagina = client.get(reverse("datos")).content.decode()
    assert re.search(r'<link rel="alternate" type="application/ld\+json" href="/datos/catalogo.jsonld"', pagina)
