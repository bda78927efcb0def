"""The load: idempotent, atomic, respectful of what somebody edited, clear about what is wrong."""

import shutil
from io import StringIO

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from diagnostico.models import Cuestionario
from fcm_portal.carga.referencia import DatosMalos, cargar
from guia.catalogo import catalogo, olvidar
from guia.models import Ficha, Termino
from redes.models import Entrada
from territorio.models import Territorio

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia")]


@pytest.fixture
def carpeta(tmp_path):
    """Give a copy of the fixtures that a test may spoil."""
    return shutil.copytree(settings.BASE_DIR / "fixtures", tmp_path / "fixtures")


def cambiar(carpeta, archivo, antes, despues, veces=1):
    """Change a text of one file; it must be there."""
    ruta = carpeta / archivo
    texto = ruta.read_text(encoding="utf-8")
    assert antes in texto
    ruta.write_text(texto.replace(antes, despues, veces), encoding="utf-8")


def por_nombre(resultados):
    """Give the results by table."""
    return {resultado.nombre: resultado for resultado in resultados}


def test_a_second_load_changes_nothing(carpeta):
    resultados = cargar(carpeta)
    assert [(r.nuevas, r.cambiadas, r.conservadas, r.faltantes) for r in resultados] == [(0, 0, [], [])] * len(
        resultados
    )
    assert sum(r.iguales for r in resultados) == 7537


@pytest.mark.datos("nada")
def test_an_empty_base_gets_everything(carpeta):
    assert not Territorio.objects.exists()
    assert sum(r.nuevas for r in cargar(carpeta)) == 7537


def test_a_changed_file_updates_the_row_and_its_search_key(carpeta):
    cambiar(carpeta, "redes.csv", "Ciudades y Gobiernos Locales Unidos", "Ciudades Unidas de Ñemby")
    resultado = por_nombre(cargar(carpeta))["Directorio"]
    assert [resultado.nuevas, resultado.cambiadas, resultado.iguales] == [0, 1, 172]
    assert Entrada.objects.get(pk="cglu").clave_busqueda.startswith("ciudades unidas de nemby")


def test_a_new_row_is_added(carpeta):
    cambiar(carpeta, "glosario.csv", "adel,", "aaa-nuevo,Nuevo,,Una palabra nueva.,memoria,no\nadel,")
    assert por_nombre(cargar(carpeta))["Glosario"].nuevas == 1
    assert Termino.objects.get(pk="aaa-nuevo").verificado is False


def test_a_row_edited_here_is_left_alone_while_the_file_does_not_change(carpeta):
    Entrada.objects.filter(pk="cglu").update(cuota="no")
    assert por_nombre(cargar(carpeta))["Directorio"].conservadas == []
    assert Entrada.objects.get(pk="cglu").cuota == "no"


def test_a_row_edited_here_and_in_the_file_is_kept_and_reported_with_both_values(carpeta):
    Entrada.objects.filter(pk="cglu").update(sede_ciudad="Madrid")
    cambiar(carpeta, "redes.csv", "mundial,2004,Barcelona,ES", "mundial,2004,Sevilla,ES")
    conservada = por_nombre(cargar(carpeta))["Directorio"].conservadas[0]
    assert conservada.clave == "cglu"
    assert conservada.diferencias == [("sede_ciudad", "Madrid", "Sevilla")]
    assert Entrada.objects.get(pk="cglu").sede_ciudad == "Madrid"


def test_an_edit_that_the_file_later_brings_too_is_not_a_conflict(carpeta):
    Entrada.objects.filter(pk="cglu").update(sede_ciudad="Sevilla")
    cambiar(carpeta, "redes.csv", "mundial,2004,Barcelona,ES", "mundial,2004,Sevilla,ES")
    assert por_nombre(cargar(carpeta))["Directorio"].conservadas == []
    cambiar(carpeta, "redes.csv", "mundial,2004,Sevilla,ES", "mundial,2004,Lisboa,PT")
    assert por_nombre(cargar(carpeta))["Directorio"].cambiadas == 1


def test_members_of_an_association_are_replaced(carpeta):
    cambiar(carpeta, "asociaciones.csv", "68001;68276;68307;68547,,4,", "68001;68276;68307,,3,")
    assert por_nombre(cargar(carpeta))["Esquemas asociativos"].cambiadas == 1
    assert Territorio.objects.get(pk="AM-AMB").integrantes.count() == 3


def test_members_edited_here_are_kept(carpeta):
    Territorio.objects.get(pk="AM-AMB").integrantes.add("54518")
    cambiar(carpeta, "asociaciones.csv", "68001;68276;68307;68547,,4,", "68001;68276;68307,,3,")
    conservada = por_nombre(cargar(carpeta))["Esquemas asociativos"].conservadas[0]
    assert conservada.diferencias == [
        ("integrantes", ["54518", "68001", "68276", "68307", "68547"], ["68001", "68276", "68307"])
    ]


def test_a_row_gone_from_the_file_is_reported_and_not_deleted(carpeta):
    ruta = carpeta / "glosario.csv"
    lineas = ruta.read_text(encoding="utf-8").splitlines(keepends=True)
    ruta.write_text("".join(linea for linea in lineas if not linea.startswith("adel,")), encoding="utf-8")
    assert por_nombre(cargar(carpeta))["Glosario"].faltantes == ["adel"]
    assert Termino.objects.filter(pk="adel").exists()


def test_a_row_added_by_hand_is_not_missing(carpeta):
    Termino.objects.create(slug="propio", termino="Propio", definicion="Lo escribió la coordinación.")
    assert por_nombre(cargar(carpeta))["Glosario"].faltantes == []


def test_every_bad_row_is_said_and_nothing_is_loaded(carpeta):
    cambiar(carpeta, "glosario.csv", "Agencia de desarrollo local,", "Agencia cambiada,")
    cambiar(carpeta, "municipios.csv", "05002,Abejorral,05,municipio,", "5002,Abejorral,05,ciudad,")
    cambiar(carpeta, "redes.csv", "\nmetropolis,", "\ncglu,")
    cambiar(carpeta, "redes.csv", "americadosul.iclei.org; territoriossostenibles.com; acim", "x", 1)
    cambiar(carpeta, "hermanamientos.csv", ",08001,Atlántico,Tampa,US,", ",99999,Atlántico,Tampa,XX,")
    cambiar(carpeta, "guia.yaml", "aplica_a: todos", "aplica_a: nadie")
    cambiar(carpeta, "acciones_sugeridas.yaml", "- cancilleria", "- cancilleria-vieja")
    cambiar(carpeta, "agencias.csv", "https://www.apccolombia.gov.co", "esto no es una dirección")
    with pytest.raises(DatosMalos) as error:
        cargar(carpeta)
    razones = [str(problema) for problema in error.value.problemas]
    for dicho in (
        "municipios.csv, línea 3: Columna «codigo_dane»: «5002» no es un código DANE de cinco cifras.",
        "municipios.csv, línea 3: Columna «tipo»: «ciudad» no es ninguno de: municipio, distrito, área",
        "redes.csv, línea 3: «cglu» está repetido (ya en redes.csv, línea 2).",
        "hermanamientos.csv, línea 3: Columna «pais»: «XX» no es un código de país ISO de dos letras.",
        "El aliado «cancilleria-vieja» no existe.",
        "aplica a uno de: todos, municipio, asociacion, categorias.",
        "agencias.csv, línea 2: Campo «sitio_web» con «esto no es una dirección»",
    ):
        assert any(dicho in razon for razon in razones), (dicho, razones)
    assert Termino.objects.get(pk="adel").termino == "Agencia de desarrollo local"


def test_a_reference_that_does_not_exist_is_said(carpeta):
    cambiar(carpeta, "vecindades.csv", "05001,05036,", "05001,05999,")
    cambiar(carpeta, "hermanamientos.csv", ",08001,Atlántico,Tampa", ",08999,Atlántico,Tampa")
    with pytest.raises(DatosMalos) as error:
        cargar(carpeta)
    assert [str(problema) for problema in error.value.problemas] == [
        "hermanamientos.csv, línea 3: El municipio «08999» no existe.",
        "vecindades.csv, línea 2: El municipio «05999» no existe.",
    ]


def test_totals_that_do_not_add_up_are_said(carpeta):
    cambiar(carpeta, "departamentos.csv", "125,6963990", "126,6963990")
    with pytest.raises(DatosMalos, match="1 problemas") as error:
        cargar(carpeta)
    assert "125 municipios y áreas, 6963990 habitantes" in str(error.value.problemas[0])


@pytest.mark.parametrize(
    ("archivo", "contenido", "dice"),
    [
        ("glosario.csv", b"slug;termino\n", "Falta la columna"),
        ("glosario.csv", b"\xff\xfe\x00", "No está escrito en UTF-8."),
        ("guia.yaml", b"meta: [1,", "El YAML está mal escrito"),
        ("guia.yaml", b"meta: 1\nmeta: 2\n", "la clave «meta» está repetida"),
        ("guia.yaml", b"- uno\n", "Se esperaba un mapa"),
        ("ods.csv", None, "Falta el archivo."),
    ],
)
def test_a_broken_file_is_said_and_nothing_breaks(carpeta, archivo, contenido, dice):
    if contenido is None:
        (carpeta / archivo).unlink()
    else:
        (carpeta / archivo).write_bytes(contenido)
    with pytest.raises(DatosMalos) as error:
        cargar(carpeta)
    assert any(problema.archivo == archivo and dice in problema.razon for problema in error.value.problemas)


def test_the_same_version_of_the_questionnaire_with_other_text_is_an_error(carpeta):
    cambiar(carpeta, "guia.yaml", "Sin memoria se repiten errores", "Sin memoria se repiten los errores")
    with pytest.raises(DatosMalos) as error:
        cargar(carpeta)
    assert "ya está publicado con otro texto" in error.value.problemas[0].razon
    assert error.value.problemas[0].archivo == "guia.yaml"


def test_a_new_version_of_the_questionnaire_goes_beside_the_old_one(carpeta):
    antes = Cuestionario.objects.get(pk="2026-11-22").contenido
    cambiar(carpeta, "guia.yaml", "Sin memoria se repiten errores", "Sin memoria se repiten los errores")
    cambiar(carpeta, "guia.yaml", "version_del_contenido: '2026-11-22'", "version_del_contenido: '2027-02-01'")
    resultados = por_nombre(cargar(carpeta))
    assert resultados["Cuestionario"].nuevas == 1
    assert Cuestionario.objects.vigente().version == "2027-02-01"
    assert Cuestionario.objects.get(pk="2026-11-22").contenido == antes


def test_a_text_outside_the_questionnaire_changes_without_a_new_version(carpeta):
    cambiar(carpeta, "guia.yaml", "No espere la invitación: busque", "No espere una invitación: busque")
    assert por_nombre(cargar(carpeta))["Fichas de la guía"].cambiadas == 1
    assert Ficha.objects.get(bloque__slug="consejos", slug="iniciativa").texto.startswith("No espere una")


def test_the_catalogue_in_memory_is_read_again_after_a_load(carpeta, django_capture_on_commit_callbacks):
    olvidar()
    assert catalogo().consejos["iniciativa"].texto.startswith("No espere la")
    cambiar(carpeta, "guia.yaml", "No espere la invitación: busque", "No espere una invitación: busque")
    with django_capture_on_commit_callbacks(execute=True):
        cargar(carpeta)
    assert catalogo().consejos["iniciativa"].texto.startswith("No espere una")
    olvidar()


def test_the_command_prints_the_report(carpeta):
    Entrada.objects.filter(pk="cglu").update(sede_ciudad="Madrid")
    cambiar(carpeta, "redes.csv", "mundial,2004,Barcelona,ES", "mundial,2004,Sevilla,ES")
    salida = StringIO()
    call_command("cargar_referencia", carpeta=carpeta, stdout=salida)
    assert "sede_ciudad: en el portal «Madrid»; en el archivo «Sevilla»" in salida.getvalue()
    assert "Vecindades" in salida.getvalue()


def test_the_command_fails_with_the_problems(carpeta):
    (carpeta / "ods.csv").unlink()
    with pytest.raises(CommandError, match="ods.csv, línea 1: Falta el archivo.") as error:
        call_command("cargar_referencia", carpeta=carpeta)
    assert error.value.returncode == 1
