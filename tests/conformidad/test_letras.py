"""No glyph is missing on paper: what a font has is drawn, what none has is a visible «□», nothing is ``.notdef``."""

import io
import re
import subprocess

import pikepdf
import pytest

from agenda.salidas.pdf import dibujar
from informes.papel import pdf as puerta
from informes.papel.letras import imprimible, sustituir
from tests.conformidad.letras import glifos
from tests.documento.fabricas import hacer_agenda, hacer_version

ESCRITURAS = {
    "spanish": "ÁÉÍÓÚÜÑ áéíóúüñ «¿¡» — – … ª º № § € £ $ ½ ¾ ¼ ² ³ ° ± × ÷",
    "english": "“Curly” ‘quotes’ naïve façade",
    "portuguese and polish": "São João, Łódź, Gdańsk, Čeština, İstanbul, Þingvellir, ẞ, Tiếng Việt",
    "greek": "Ελληνικά Θεσσαλονίκη ΆΈΉ",
    "cyrillic": "Україна Ґґ Россия Ђорђе",
    "arabic": "مرحبا بالعالم ١٢٣",
    "hebrew": "שלום עולם",
    "turned around": "antes \u202eאבג abc\u202c después",
    "devanagari": "नमस्ते दुनिया",
    "thai": "สวัสดีชาวโลก",
    "armenian and georgian": "Բարեւ გამარჯობა",
    "ethiopic": "ሰላም ለዓለም",
    "chinese and japanese": "広島市 漢字かなカナ 北京",
    "emoji": "🌎 🎉 👩🏽‍🌾 🇨🇴 1️⃣ ❤️ ☕",
    "symbols": "→ ← ↔ ≥ ≤ ≠ ≈ ✓ ✗ ★ ☆ ☎ ♻ ∑ √ ∞ ™ © ® • ◦ ▪ ● ■ □",
    "combining": "e\u0301 n\u0303 o\u0323\u0302",
}


def dibujar_texto(monkeypatch, texto: str) -> bytes:
    """Draw a page with a text, through the door, with the typefaces of the agenda."""
    estilo = (
        "@font-face{font-family:F;src:url('portal:/fuentes/SourceSansPro-Regular.otf')}html{font:12pt F,'Noto Sans'}"
    )
    html = f"<html lang=es-CO><head><title>x</title><style>{estilo}</style></head><body><p>{texto}</p></body></html>"
    monkeypatch.setattr(puerta, "render_to_string", lambda *_: html)
    return puerta.a_pdf("x.html", {})[1]


def en_texto(datos: bytes) -> str:
    salida = subprocess.run(["pdftotext", "-", "-"], input=datos, capture_output=True, check=True).stdout.decode()
    return re.sub(r"\s+", "", salida)


def faltantes(datos: bytes) -> list[str]:
    """Give the fonts that show glyph 0, or one that their program does not hold."""
    with pikepdf.open(io.BytesIO(datos)) as documento:
        mostrados = list(glifos(documento))
    assert mostrados
    return [nombre for nombre, programa, codigo in mostrados if not 0 < codigo < programa["maxp"].numGlyphs]


@pytest.mark.parametrize("escritura", ESCRITURAS)
def test_each_script_has_its_letters(monkeypatch, escritura):
    datos = dibujar_texto(monkeypatch, ESCRITURAS[escritura])
    assert faltantes(datos) == []
    assert ("□" in en_texto(datos)) is ("□" in ESCRITURAS[escritura])


def test_what_no_font_has_is_a_visible_box(monkeypatch):
    datos = dibujar_texto(monkeypatch, "uno \U000fabcd dos \U0010ffff tres")
    assert faltantes(datos) == []
    assert en_texto(datos) == "uno□dos□tres"


def test_where_no_font_of_symbols_is_installed_it_is_a_question_mark(monkeypatch):
    monkeypatch.setattr(puerta, "SUSTITUTOS", ("\U000ffff0", "?"))
    assert en_texto(dibujar_texto(monkeypatch, "uno \U000fabcd dos")) == "uno?dos"


def test_control_characters_leave_no_trace():
    assert imprimible("a\x07b\x1b\tc\nd\x85e") == "ab\tc\nde"
    assert sustituir("a\U000e0001b\ue000", {"\U000e0001", "\ue000"}, "□") == "ab□"


@pytest.mark.django_db
@pytest.mark.datos("nada")
def test_a_hostile_agenda_misses_no_letter():
    veneno = " ".join(ESCRITURAS[clave] for clave in ("arabic", "emoji", "greek", "symbols", "hebrew"))
    version = hacer_version(hacer_agenda(2, veneno=f"{veneno} \U000fabcd \x07"))
    datos = dibujar(version)
    assert faltantes(datos) == []
    assert "□□" not in en_texto(datos)
    assert "□" in en_texto(datos).replace("■□", "")  # the one of the symbols, and the one of what has no shape
