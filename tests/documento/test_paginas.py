"""The document as a book: its pages, numbers, captions and editions, whatever the town wrote."""

import io
import re
import shutil
import subprocess
from copy import deepcopy

import pikepdf
import pytest
from django.template.loader import render_to_string
from django.utils.translation import override
from PIL import Image

from agenda.documento import acciones_de, componer
from agenda.impresion import Emision, contexto, plantilla
from agenda.models import Agenda
from informes.papel.pdf import a_pdf
from tests.documento.fabricas import hacer_agenda, hacer_version

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not shutil.which("pdftotext"), reason="poppler-utils is missing"),
]
HUELLA = "ab12" * 16
VERIFICAR = f"https://decaraalmundo.co/verificar/{HUELLA}/"
TEXTOS = (
    "W" * 300,
    "مرحبا بالعالم ‮אבג‬ ",
    "🌎🎉 fiesta 👩‍👩‍👧 ",
    "日本語のとても長い名前" * 9,
    "<b>&amp; " * 40,
    "i" * 300,
)


def dibujar(contenido: dict, **emision) -> tuple[str, bytes]:
    """Draw a frozen document, verifiable unless it is a draft."""
    una = Emision(**({} if emision.get("borrador") else {"sha256": HUELLA, "verificar": VERIFICAR}), **emision)
    with override("en" if una.idioma == "en" else "es-co"):
        return a_pdf(plantilla(una.edicion), contexto(contenido, una))


def html_de(contenido: dict, **emision) -> str:
    """Give the HTML alone."""
    una = Emision(sha256=HUELLA, verificar=VERIFICAR, **emision)
    with override("es-co"):
        return render_to_string(plantilla(una.edicion), contexto(contenido, una))


def texto(datos: bytes, *opciones: str) -> str:
    """Give the text of a PDF, or of a part of it, as pdftotext reads it."""
    orden = ["pdftotext", *opciones, "-", "-"]
    return subprocess.run(orden, input=datos, capture_output=True, check=True).stdout.decode()


def junto(dicho: str) -> str:
    return re.sub(r"\s+", "", dicho)


def cuantas(datos: bytes) -> int:
    with pikepdf.open(io.BytesIO(datos)) as pdf:
        return len(pdf.pages)


def enlaces(datos: bytes) -> set[str]:
    """Give the addresses to which the pages of a PDF lead."""
    with pikepdf.open(io.BytesIO(datos)) as pdf:
        notas = [nota for hoja in pdf.pages for nota in hoja.get("/Annots", [])]
        return {str(nota.A.URI) for nota in notas if "/A" in nota and "/URI" in nota.A}


def blancos(datos: bytes, carpeta) -> list[float]:
    """Give, for each page, the share of its text area that is empty below the last ink."""
    (carpeta / "x.pdf").write_bytes(datos)
    subprocess.run(["pdftoppm", "-r", "36", "-gray", "-png", carpeta / "x.pdf", carpeta / "hoja"], check=True)
    partes = []
    for camino in sorted(carpeta.glob("hoja-*.png")):
        with Image.open(camino) as hoja:
            area = hoja.convert("L").crop((0, 34, hoja.width, 369)).point(lambda gris: 255 if gris < 245 else 0)
        caja = area.getbbox()
        partes.append(1 - (caja[3] if caja else 0) / area.height)
    return partes


@pytest.fixture
def contenido() -> dict:
    """Give a frozen document with five actions and every section."""
    return hacer_version(hacer_agenda(5)).contenido


@pytest.fixture
def pamplona() -> dict:
    """Give the document of Pamplona as it stands."""
    return componer(Agenda.objects.select_related("territorio__departamento", "periodo").get(territorio="54518"))


def hostil(contenido: dict, acciones: int = 40) -> dict:
    """Give a document as hard to print as it gets: forty actions, twelve ejes, endless words, thirteen-digit pesos."""
    c = deepcopy(contenido)
    eje = c["ejes"][0]
    todas = acciones_de(c)
    eje["objetivos"][0]["acciones"] = [deepcopy(todas[n % len(todas)]) for n in range(acciones)]
    c["ejes"] = [eje, *(deepcopy(c["ejes"][0]) | {"clave": f"eje-{n}"} for n in range(11))]
    for otro in c["ejes"][1:]:
        otro["objetivos"][0]["acciones"] = []
    for n, eje in enumerate(c["ejes"]):
        eje["nombre"], eje["descripcion"] = TEXTOS[n % 6][:200], TEXTOS[(n + 1) % 6] * 3
    for n, accion in enumerate(acciones_de(c)):
        accion["clave"] = f"accion-{n}"
        accion["nombre"], accion["responsable"] = (TEXTOS[n % 6] * 6)[:300], (TEXTOS[(n + 1) % 6] * 6)[:200]
        accion["totales"]["efectivo"] = 9_999_999_999_999
    for n, campo in enumerate(("titulo", "resumen", "ofrecemos", "buscamos")):
        c["textos"][campo], c["ingles"][campo] = TEXTOS[n] * 6, ""
    for campo in ("equipo_oficina", "equipo_cargo", "equipo_idiomas"):
        c["gobernanza"][campo] = "Oficina de " + "W" * 180
    c["firmas"] = dict.fromkeys(c["firmas"], "Cargo de " + "W" * 180)
    c["totales"] |= dict.fromkeys(("efectivo", "asegurado", "por_conseguir", "especie"), 9_999_999_999_999)
    return c


@pytest.mark.datos("nada")
def test_contents_numbers_and_bookmarks_name_the_real_pages(contenido):
    _html, datos = dibujar(contenido)
    lineas = []
    for columna in ("0", "306"):  # the two columns of the page, in points
        hoja = texto(
            datos, "-f", "2", "-l", "2", "-layout", "-x", columna, "-y", "60", "-W", "306", "-H", "660", "-r", "72"
        )
        lineas += re.findall(r"^\s*(\d+(?:\.\d+)?)\s+(.+?)\s+(\d+)\s*$", hoja, re.M)
    assert [numero for numero, _titulo, _pagina in lineas if "." not in numero] == [str(n) for n in range(1, 17)]
    assert len(lineas) > 30
    for numero, titulo, pagina in lineas:
        assert junto(numero + titulo) in junto(texto(datos, "-f", pagina, "-l", pagina)), (numero, titulo, pagina)
    with pikepdf.open(io.BytesIO(datos)) as pdf, pdf.open_outline() as marcas:
        titulos = [marca.title for marca in marcas.root]
    assert [t for t in titulos if t[:1].isdigit()] == [f"{n} {t}" for n, t, _p in lineas if "." not in n]


@pytest.mark.datos("nada")
def test_tables_and_figures_are_numbered_without_gaps_and_say_their_source(contenido):
    html = html_de(contenido)
    for clase, cuantos in (("Tabla", 20), ("Figura", 6)):
        numeros = [int(n) for n in re.findall(rf"<b>{clase} (\d+)\.</b>", html)]
        assert numeros == list(range(1, len(numeros) + 1))
        assert len(numeros) >= cuantos
    rotulos = re.findall(r"<(?:caption|figcaption)>(.*?)</(?:caption|figcaption)>", html, re.S)
    assert all("Fuente:" in rotulo for rotulo in rotulos)
    for figura in re.findall(r"<svg.*?</svg>", html, re.S):
        assert re.search(r"<title>[^<]+</title>", figura)


@pytest.mark.datos("nada")
@pytest.mark.parametrize("emision", [{}, {"idioma": "en"}, {"borrador": True}], ids=["es", "en", "borrador"])
def test_short_editions_have_their_pages_whatever_the_town_wrote(contenido, emision):
    for caso in (contenido, hostil(contenido)):
        for edicion, paginas in (("minima", 2), ("resumen", 1)):
            _html, datos = dibujar(caso, edicion=edicion, **emision)
            assert cuantas(datos) == paginas
            if not emision and caso is not contenido:
                assert re.search(r"Y \d+ acciones más, en la agenda completa", texto(datos))
                assert VERIFICAR in enlaces(datos)


@pytest.mark.datos("nada")
def test_executive_summary_takes_one_page(contenido):
    for caso in (contenido, hostil(contenido, 6)):
        _html, datos = dibujar(caso)
        with pikepdf.open(io.BytesIO(datos)) as pdf:
            hojas = [texto(datos, "-f", str(n), "-l", str(n)) for n in range(1, min(8, len(pdf.pages)) + 1)]
        cabezas = [n for n, hoja in enumerate(hojas) if "1 Resumen ejecutivo" in hoja and "Contenido" not in hoja[:300]]
        assert len(cabezas) == 1
        assert re.search(r"^2 \S", hojas[cabezas[0] + 1], re.M)


@pytest.mark.datos("nada")
@pytest.mark.parametrize("edicion", ["completa", "minima", "resumen"])
def test_every_edition_carries_its_marks(contenido, edicion):
    html = html_de(contenido | {"demostracion": True}, edicion=edicion)
    assert html.count("DEMOSTRACIÓN") >= 2  # on its face and at the foot of each page
    borrador, _datos = dibujar(contenido, edicion=edicion, borrador=True)
    assert "background: url(&quot;data:image/svg" in borrador or 'background: url("data:image/svg' in borrador
    assert "SHA-256" not in borrador
    assert "verificar/" not in borrador


@pytest.mark.datos("nada")
def test_the_diagnostic_before_stands_behind_the_new_one(contenido):
    assert "grafica__antes" not in html_de(contenido)
    pasos = [{"clave": p["slug"], "verbo": p["verbo"], "puntaje": 17} for p in contenido["diagnostico"]["pasos"]]
    anterior = {
        "numero": 1,
        "cerrado_en": "2025-03-01",
        "total": 17,
        "comunes": 34,
        "mismas_preguntas": True,
        "pasos": pasos,
    }
    html = html_de(contenido | {"diagnostico": contenido["diagnostico"] | {"anterior": anterior}})
    assert 'class="grafica__antes"' in html
    assert html.count("(antes 17)") == 7
    assert "Línea a trazos: diagnóstico n.º 1, cerrado el 1 de marzo de 2025." in html


@pytest.mark.datos("nada")
def test_english_edition_says_which_words_are_spanish(contenido):
    contenido["ingles"]["ofrecemos"] = ""
    html, _datos = dibujar(contenido, idioma="en")
    assert '<html lang="en">' in html
    accion = acciones_de(contenido)[0]["nombre"]
    assert f'<span lang="es">{accion}</span>' in html
    assert f'<div lang="es"><p>{contenido["textos"]["ofrecemos"]}</p></div>' in html
    assert f"<div><p>{contenido['ingles']['buscamos']}</p></div>" in html


@pytest.mark.datos("demostracion")
def test_no_page_of_a_real_agenda_is_left_a_third_blank(pamplona, tmp_path):
    _html, datos = dibujar(pamplona)
    partes = blancos(datos, tmp_path)
    assert 20 <= len(partes) <= 26
    medidas = {n: round(parte, 2) for n, parte in enumerate(partes[:-1], 1) if parte > 0.34}
    assert not medidas  # the last one ends where it ends


@pytest.mark.datos("nada")
def test_an_amount_of_fifteen_digits_stays_in_one_line(contenido):
    contenido["totales"] |= {"efectivo": 228_445_354_566_158}
    acciones_de(contenido)[0]["totales"]["efectivo"] = 228_445_354_566_158
    for otra in acciones_de(contenido)[1:]:
        otra["totales"]["efectivo"] = 0
    _html, datos = dibujar(contenido)
    mirada = next(h for h in texto(datos, "-layout").split("\f")[2:] if "El plan de una mirada" in h)
    assert re.search(r"\$\s?228\.445\.354\.566\.158\b", mirada)


@pytest.mark.datos("nada")
def test_what_the_summary_says_whole_is_not_said_again(contenido):
    propio = "Ofrecemos la experiencia de una ciudad de montaña."
    contenido["textos"] |= {"ofrecemos": propio, "buscamos": "Buscamos ciudades pares."}
    assert html_de(contenido).count(propio) == 1
    contenido["textos"]["ofrecemos"] = f"{propio}\n" + "Una línea más de la lista.\n" * 12
    largo = html_de(contenido)
    assert largo.count(propio) == 2
    assert largo.count("Una línea más de la lista.") > 12


@pytest.mark.datos("nada")
@pytest.mark.parametrize("edicion", ["completa", "minima", "resumen"])
def test_a_list_of_the_town_keeps_its_lines(contenido, edicion):
    contenido["textos"]["ofrecemos"] = "Sabemos:\n– urbanismo social;\n– transporte por cable."
    assert "Sabemos:<br>– urbanismo social;<br>– transporte por cable." in html_de(contenido, edicion=edicion)
