"""No acronym goes unexplained: each one in a text of the portal is everyday, or its own file says what it means."""

import csv
import re
from pathlib import Path

from babel.messages.extract import extract_from_file
from django.utils.translation.template import templatize

RAIZ = Path(__file__).resolve().parent.parent.parent
PAQUETES = sorted(ruta.parent for ruta in RAIZ.glob("*/__init__.py") if ruta.parent.name != "tests")
SIGLA = re.compile(r"(?<![\w-])(?=[A-ZÁÉÍÓÚÑ]*[A-ZÑ]{2})[A-ZÁÉÍÓÚÑ]{2,}(?:-\d+)?(?![\w])")
# Known to whoever uses a telephone or works in a town hall; nobody reads them better spelt out.
CORRIENTES = {
    "PDF": "the kind of document, on every button that downloads one",
    "MB": "how big a file is",
    "PNG": "a kind of picture, in the list of what may be sent",
    "JPG": "a kind of picture, in the list of what may be sent",
    "QR": "the square that a telephone reads",
    "AA": "a level of the accessibility guidelines, not an acronym",
    "UA-1": "part of the name of a standard: PDF/UA-1, which its sentence explains",
    "MIT": "the name of a licence, which its sentence explains",
    "NVDA": "the name of a screen reader",
    "JAWS": "the name of a screen reader",
    "CSV": "a kind of file, on every link that downloads one; the page of open data says what it is for",
    "JSON": "a kind of file, as CSV",
    "FCM": "the footer of every page says whose acronym it is; a test below looks",
}
# Words of a cover or a mark, in capitals for effect.
GRITADAS = {"BORRADOR", "DEMOSTRACIÓN", "FEDERACIÓN", "COLOMBIANA", "MUNICIPIOS", "DE"}
# Names of fields in the database: people read them under the titles of the forms, which do explain them.
SOLO_NOMBRES = "models"
CADENA = r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')"""
LLAMADA = re.compile(rf"(?:gettext|\b_)\(\s*((?:u?{CADENA}|[\s,])+)")


def textos(ruta: Path) -> list[str]:
    """Give the sentences of a file that people read: those of its translation tags or calls."""
    if ruta.suffix == ".py":
        claves = ("_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "N_")
        hallados = extract_from_file("python", ruta, keywords=dict.fromkeys(claves))
        return [
            parte for _linea, frase, *_resto in hallados for parte in ([frase] if isinstance(frase, str) else frase)
        ]
    return LLAMADA.findall(templatize(ruta.read_text(), origin=str(ruta)))


def glosario() -> dict[str, tuple[str, str]]:
    """Give what each acronym of the glossary stands for, and its slug."""
    with open(RAIZ / "fixtures" / "glosario.csv", newline="", encoding="utf-8") as archivo:
        return {fila["sigla"]: (fila["termino"], fila["slug"]) for fila in csv.DictReader(archivo) if fila["sigla"]}


def explicada(sigla: str, fuente: str, conocidas: dict[str, tuple[str, str]]) -> bool:
    """Say whether a file explains an acronym: in brackets after its name, by its name, or by its glossary tag."""
    termino, slug = conocidas.get(sigla, ("", ""))
    entre_parentesis = re.search(rf"[\wáéíóúñ]\s\((?:[A-Z\d. -]*\b)?{re.escape(sigla)}\b[A-Z\d. -]*\)", fuente)
    por_nombre = termino and termino.lower() in fuente.lower()
    marcada = slug and re.search(rf"""{{%\s*termino\s+["']{slug}["']""", fuente)
    return bool(entre_parentesis or por_nombre or marcada)


def sin_explicar(ruta: Path, conocidas: dict[str, tuple[str, str]]) -> list[str]:
    """Give the acronyms that a file leaves unexplained."""
    fuente = ruta.read_text()
    usadas = {sigla for texto in textos(ruta) for sigla in SIGLA.findall(texto)} - set(CORRIENTES) - GRITADAS
    return sorted(sigla for sigla in usadas if not explicada(sigla, fuente, conocidas))


def test_an_unexplained_acronym_is_found(tmp_path):
    conocidas = {"ODS": ("Objetivos de Desarrollo Sostenible", "ods")}
    pagina = tmp_path / "una.html"
    for texto, falta in (
        ('{% translate "Aporta a los ODS" %}', ["ODS"]),
        ('{% translate "Aporta a los ODS" %} {% termino "ods" %}', []),
        ('{% translate "Objetivos de Desarrollo Sostenible" %} {% blocktranslate %}Los ODS{% endblocktranslate %}', []),
        ('{% translate "Hay un plan del XYZ" %}', ["XYZ"]),
        ('{% translate "El Equis Ye Zeta (XYZ) y otro XYZ" %}', []),
        ('{% translate "El PDF y el mundo" %}', []),
    ):
        pagina.write_text(texto)
        assert sin_explicar(pagina, conocidas) == falta, texto
    modulo = tmp_path / "otro.py"
    modulo.write_text('from django.utils.translation import gettext as _\nx = _("Pida el BPIN")\n')
    assert sin_explicar(modulo, conocidas) == ["BPIN"]


def test_every_acronym_is_everyday_or_explained_in_its_file():
    conocidas = glosario()
    rutas = [*(RAIZ / "templates").rglob("*.html"), *(RAIZ / "templates").rglob("*.txt")]
    rutas += [ruta for paquete in PAQUETES for ruta in paquete.rglob("*.py")]
    fuera = {"migrations", "management", "carga", "demostracion", SOLO_NOMBRES}
    halladas = {
        ruta.relative_to(RAIZ).as_posix(): siglas
        for ruta in sorted(rutas)
        if not fuera & {*ruta.relative_to(RAIZ).parts, ruta.stem} and (siglas := sin_explicar(ruta, conocidas))
    }
    assert halladas == {}


def test_the_footer_says_whose_acronym_fcm_is():
    pie = (RAIZ / "templates" / "components" / "pie.html").read_text()
    assert "Federación Colombiana de Municipios (FCM)" in pie
    assert 'include "components/pie.html"' in (RAIZ / "templates" / "layouts" / "base.html").read_text()
