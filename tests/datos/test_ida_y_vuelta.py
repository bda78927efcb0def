"""What is downloaded can be loaded again: the same bytes after everything was lost, and after a spreadsheet."""

from __future__ import annotations

import csv
import io
import json

import pytest
from django.core.management import CommandError

from redes.models import Entrada, Hermanamiento, Membresia
from tests.datos.conftest import orden, vaciar

pytestmark = [pytest.mark.django_db, pytest.mark.datos("referencia"), pytest.mark.usefixtures("dificiles")]
CARGADAS = ("directorio", "convocatorias", "hermanamientos", "membresias")


@pytest.mark.parametrize("formato", ["csv", "json", "excel.csv"])
def test_download_wipe_load_download_gives_the_same(bajar, formato):
    antes = {conjunto: bajar(conjunto, formato).read_bytes() for conjunto in CARGADAS}
    rutas = {conjunto: bajar(conjunto, formato) for conjunto in CARGADAS}
    vaciar()
    for conjunto in CARGADAS:
        assert "Rechazadas: 0" in orden(rutas[conjunto])
    despues = {conjunto: bajar(conjunto, formato).read_bytes() for conjunto in CARGADAS}
    if formato == "json":  # its head says when it last changed
        antes = {conjunto: json.loads(dato)["filas"] for conjunto, dato in antes.items()}
        despues = {conjunto: json.loads(dato)["filas"] for conjunto, dato in despues.items()}
    assert despues == antes
    assert Entrada.objects.get(pk="dificil").otros_nombres == ["a;b", "c\\d", "=e", "'f"]
    assert Entrada.objects.get(pk="dificil").clave_busqueda
    assert Membresia.objects.get(territorio="05001").acto == "=Acuerdo 1"


def como_lo_deja_excel(texto: str, conjunto: str) -> bytes:
    """Give a CSV as a person saves it: semicolons, days of Colombia, codes without zeros, columns elsewhere."""
    filas = list(csv.DictReader(io.StringIO(texto.removeprefix("\ufeff"))))
    columnas = list(reversed(filas[0]))
    salida = io.StringIO()
    escritor = csv.writer(salida, delimiter=";", lineterminator="\r\n")
    escritor.writerow([*(columna.replace("_", " ").upper() for columna in columnas), "", ""])
    for fila in filas:
        for columna, celda in fila.items():
            if columna == "codigo_dane":
                fila[columna] = celda.lstrip("0")
            elif len(celda) == 10 and celda[4] == celda[7] == "-":
                fila[columna] = f"{celda[8:]}/{celda[5:7]}/{celda[:4]}"
            elif columna in ("monto", "poblacion_maxima") and celda:
                fila[columna] = f"{int(celda):,}".replace(",", ".")
            elif celda in ("si", "no") and columna.startswith("verificado"):
                fila[columna] = {"si": "VERDADERO", "no": "Falso"}[celda]
        escritor.writerow([*(fila[columna] for columna in columnas), "", ""])
    escritor.writerow([""] * 5)
    # what Windows-1252 lacks is only in the directory, which is saved in UTF-8 without its mark
    return salida.getvalue().encode("utf-8" if conjunto == "directorio" else "cp1252")


@pytest.mark.parametrize("conjunto", CARGADAS)
def test_what_a_spreadsheet_did_is_forgiven(bajar, conjunto):
    ruta = bajar(conjunto)
    filas = len(list(csv.reader(io.StringIO(ruta.read_text(encoding="utf-8-sig"))))) - 1
    ruta.write_bytes(como_lo_deja_excel(ruta.read_text(encoding="utf-8"), conjunto))
    dicho = orden(ruta)
    assert f"Nuevas: 0 · Cambiadas: 0 · Iguales: {filas} · Conservadas: 0 · Rechazadas: 0" in dicho


def editar(ruta, antes: str, despues: str):
    """Change a text of a file; it must be there."""
    texto = ruta.read_bytes().decode()
    assert antes in texto
    ruta.write_bytes(texto.replace(antes, despues, 1).encode())
    return ruta


def test_a_correction_is_shown_first_and_then_written(bajar):
    ruta = editar(bajar("directorio"), "2004,Barcelona,ES,https://www.uclg", "2005,Sevilla,ES,https://www.uclg")
    ensayo = orden(ruta, "--ensayo")
    assert "sede_ciudad: antes «Barcelona»; ahora «Sevilla»" in ensayo
    assert "no se escribió nada" in ensayo
    assert Entrada.objects.get(pk="cglu").sede_ciudad == "Barcelona"
    orden(ruta)
    assert (Entrada.objects.get(pk="cglu").sede_ciudad, Entrada.objects.get(pk="cglu").anio_fundacion) == (
        "Sevilla",
        2005,
    )
    assert Entrada.objects.get(pk="cglu").events.last().pgh_context.metadata["orden"] == "cargar_datos"


def test_of_three_cells_with_a_bad_one_the_preview_tells_two_changes_and_one_refusal(bajar):
    ruta = editar(bajar("directorio"), "2004,Barcelona,ES,https://www.uclg", "2004,Sevilla,ES,https://www.uclg")
    editar(ruta, "1990,Bonn,DE,", "1991,Bonn,DE,")
    editar(ruta, "descentralizacion-autonomia-local;gobernabilidad;d", "descentralizacion-autonomia-local;magia;d")
    with pytest.raises(CommandError, match="hay 1 problema") as error:
        orden(ruta, "--ensayo")
    assert "columna «temas»: «magia» no es un tema de la guía." in str(error.value)


def test_a_row_edited_after_the_download_is_kept_unless_told(bajar):
    ruta = editar(bajar("directorio"), "2004,Barcelona,ES,https://www.uclg", "2004,Sevilla,ES,https://www.uclg")
    Entrada.objects.filter(pk="cglu").update(cuota="no")
    dicho = orden(ruta)
    assert "Conservadas: 1" in dicho
    assert "sede_ciudad: en el portal «Barcelona»; en el archivo «Sevilla»" in dicho
    assert Entrada.objects.get(pk="cglu").sede_ciudad == "Barcelona"
    orden(ruta, "--sobrescribir")
    assert Entrada.objects.values_list("sede_ciudad", "cuota").get(pk="cglu") == ("Sevilla", "si")


def test_a_file_without_marks_follows_the_rule_of_the_reference_load(tmp_path):
    Entrada.objects.filter(pk="iclei").update(sede_ciudad="Editada")
    ruta = tmp_path / "sin.csv"
    ruta.write_text("slug,sede_ciudad\ncglu,Sevilla\niclei,Roma\ndificil,Lima\n")
    dicho = orden(ruta, "--conjunto", "directorio")
    assert "Cambiadas: 1" in dicho
    assert "Conservadas: 2" in dicho
    ciudades = dict(Entrada.objects.values_list("pk", "sede_ciudad"))
    assert (ciudades["cglu"], ciudades["iclei"], ciudades["dificil"]) == ("Sevilla", "Editada", "")


def test_what_waits_for_the_federation_is_not_touched(bajar, tmp_path):
    ruta = tmp_path / "h.csv"
    ruta.write_text(
        "slug,codigo_dane,ciudad,pais,tipo_acuerdo,verificado,demostracion\npendiente,5001,Turín,IT,memorando,si,no\n"
    )
    with pytest.raises(CommandError, match="no es público"):
        orden(ruta, "--sobrescribir")
    assert Hermanamiento.objects.get(pk="pendiente").verificado is False


ENCABEZADO = "slug,clase,nombre,estado,verificado,temas,sede_pais,poblacion_minima,poblacion_maxima,reemplazada_por"


@pytest.mark.parametrize(
    ("renglon", "dice"),
    [
        ("x,red,X,activa,quizá,,,,,", "línea 2, columna «verificado»: «quizá» no es «si» ni «no»."),
        ("x,red,X,activa,,,,,,", "columna «verificado»: está vacía: escriba «si» o «no»."),
        (",red,X,activa,no,,,,,", "columna «slug»: está vacía, y dice qué fila es."),
        ("x,red,X,activa,no,magia,,,,", "columna «temas»: «magia» no es un tema de la guía."),
        ("x,red,X,activa,no,,XX,,,", "columna «sede_pais»: «XX» no es un código de país ISO de dos letras."),
        ("x,red,X,activa,no,,,muchos,,", "columna «poblacion_minima»: «muchos» no es un número entero."),
        ("x,red,X,activa,no,,,9,8,", "columna «poblacion_maxima»: la población mínima pasa de la máxima."),
        ("x,red,X,activa,no,,,,,x", "columna «reemplazada_por»: una entrada no se reemplaza a sí misma."),
        ("x,red,X,activa,no,,,,,nadie", "columna «reemplazada_por»: «nadie» no es una entrada del directorio."),
        ("x,banda,X,activa,no,,,,,", "columna «clase»: Valor 'banda' no es una opción válida."),
        ("x,red,,activa,no,,,,,", "columna «nombre»: Este campo no puede estar en blanco."),
        ("mal slug,red,X,activa,no,,,,,", "columna «slug»: "),
        ("cglu,red,X,activa,no,,,,,\ncglu,red,X,activa,no,,,,,", "línea 3, columna «slug»: «cglu» está repetida"),
    ],
)
def test_a_bad_row_is_refused_with_its_place_and_nothing_is_loaded(tmp_path, renglon, dice):
    ruta = tmp_path / "malo.csv"
    ruta.write_text(f"{ENCABEZADO}\n{renglon}\nbueno,red,Bueno,activa,no,,,,,\n")
    with pytest.raises(CommandError) as error:
        orden(ruta)
    assert dice in str(error.value)
    assert "No se cargó nada" in str(error.value)
    assert not Entrada.objects.filter(pk="bueno").exists()


@pytest.mark.parametrize(
    ("contenido", "dice"),
    [
        (b"", "vacío"),
        (b"PK\x03\x04libro", "libro de hojas de cálculo"),
        (b"\x00\x81\x8d\xff\xfe", "No es un texto que se pueda leer"),
        (b'slug,clase\n"sin cerrar', "línea 2 está mal escrita"),
        (b"slug,clase\na,b,c,d\n", "más celdas que columnas"),
        (b"slug,slug\na,b\n", "columnas repetidas: slug"),
        (b"uno,dos\n1,2\n", "No se reconoce qué tabla es"),
        (b'{"filas": 3}', "lista de objetos"),
        (b'{"filas": [{"slug": ', "JSON está mal escrito"),
        (b"[]", "no tiene filas"),
        (b'[{"slug": {"a": 1}, "clase": 3, "estado": null, "ambito": ""}]', "columna «slug»: debe ser un texto"),
        (b"codigo_dane,periodo,version,titulo,vision\n54518,2024-2027,1,a,b\n", "documentos congelados"),
        (b"slug,termino,definicion\na,b,c\n", "glosario no se carga"),
    ],
)
def test_a_bad_file_gets_a_sentence(tmp_path, contenido, dice):
    ruta = tmp_path / "malo"
    ruta.write_bytes(contenido)
    with pytest.raises(CommandError, match=dice):
        orden(ruta)


def test_a_file_that_is_not_there_gets_a_sentence(tmp_path):
    with pytest.raises(CommandError, match="compruebe el nombre"):
        orden(tmp_path / "no-esta.csv")
