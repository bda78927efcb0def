"""What somebody uploads as a workbook is read as plain values, or refused with a sentence; never at a high price."""

import contextlib
import datetime as dt
import io
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from informes.hojas.entrantes import LIMITE_BYTES, PlanillaIlegible, bytes_de, leer
from informes.hojas.escritas import Columna, Hoja, a_xlsx
from tests.informes import planillas_hostiles as hostiles
from tests.informes.planillas_hostiles import PRINCIPAL, comprimir, hoja, libro

TEXTO = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)
VALOR = st.one_of(
    st.none(),
    TEXTO,
    st.sampled_from(["=1+1", "@x", "-2", "a\nb", " blancos ", "_x0041_", "_x005F_", "007", "سلام", "👩🏽‍🌾"]),
    st.integers(-(10**13), 10**13),
    st.decimals(-(10**7), 10**7, places=4).map(lambda d: int(d) if d == d.to_integral_value() else d.normalize()),
    st.dates(dt.date(1900, 3, 1), dt.date(9999, 12, 31)),
)


def celdas(datos: bytes, titulo: str = "H1") -> dict[str, object]:
    """Give value by place of the first sheet."""
    return {celda.lugar: celda.valor for fila in leer(datos).hojas[titulo] for celda in fila.celdas}


def una(xml: str, **otros):
    """Give the only cell of a sheet."""
    (fila,) = leer(libro(f'<row r="1">{xml}</row>', **otros)).hojas["H1"]
    (celda,) = fila.celdas
    return celda


def frase(datos: bytes) -> str:
    """Give the refusal of a file."""
    with pytest.raises(PlanillaIlegible) as refusado:
        leer(datos)
    return str(refusado.value)


@given(st.lists(st.tuples(VALOR, VALOR, VALOR), max_size=6))
def test_what_we_write_is_read_back_equal(filas):
    columnas = [Columna("A"), Columna("B", formato="fecha"), Columna("C", formato="pesos")]
    filas = [[a, b if isinstance(b, dt.date) else None, None if isinstance(c, dt.date) else c] for a, b, c in filas]
    leidas = {fila.numero: fila for fila in leer(a_xlsx([Hoja("Uno", columnas, filas)], titulo="t")).hojas["Uno"]}
    for numero, fila in enumerate(filas, start=2):
        for columna, valor in enumerate(fila, start=1):
            if numero in leidas:
                celda = leidas[numero].en(columna)
                assert (celda.valor, celda.formula, celda.error) == (valor, False, False)
                assert type(celda.valor) is type(valor)
            else:
                assert valor is None


@settings(deadline=None, max_examples=25)
@given(st.lists(VALOR, min_size=1, max_size=5))
def test_openpyxl_reads_the_same(valores):
    valores = [None if isinstance(valor, str) and "_x" in valor else valor for valor in valores]  # it reads it raw
    datos = a_xlsx([Hoja("Uno", [Columna("A")] * len(valores), [valores])], titulo="t")
    pagina = openpyxl.load_workbook(io.BytesIO(datos))["Uno"]
    mias = {celda.lugar: celda.valor for fila in leer(datos).hojas["Uno"] for celda in fila.celdas}
    for celda in pagina[2]:
        suya = celda.value.date() if isinstance(celda.value, dt.datetime) else celda.value
        mia = mias.get(celda.coordinate)
        assert float(mia) == pytest.approx(float(suya)) if isinstance(mia, Decimal) else mia == suya


@pytest.mark.parametrize(
    ("escrito", "leido"),
    [
        ("0.30000000000000004", Decimal("0.3")),
        ("1.1000000000000001", Decimal("1.1")),
        ("5.0", 5),
        ("9999999999999", 9_999_999_999_999),
        ("4.5E+7", 45_000_000),
        ("1E-3", Decimal("0.001")),
        ("-0.5", Decimal("-0.5")),
        (" 7 ", 7),
        ("12345678.9", Decimal("12345678.9")),
    ],
)
def test_numbers_are_as_excel_shows_them(escrito, leido):
    celda = una(f'<c r="A1"><v>{escrito}</v></c>')
    assert celda.valor == leido
    assert type(celda.valor) is type(leido)


@pytest.mark.parametrize("escrito", ["1E400", "INF", "NaN", "1E-400", "-1E99"])
def test_numbers_that_are_none_are_errors(escrito):
    assert una(f'<c r="A1"><v>{escrito}</v></c>').error


@pytest.mark.parametrize("escrito", ["doce", "1,5", "--1", "0x10", "1_000"])
def test_nonsense_for_a_number_means_a_damaged_file(escrito):
    assert "dañado" in frase(libro(f'<row r="1"><c r="A1"><v>{escrito}</v></c></row>'))


@pytest.mark.parametrize(
    ("xml", "leido"),
    [
        ('<c r="A1" s="1"><v>46349</v></c>', dt.date(2026, 11, 23)),
        ('<c r="A1" s="2"><v>46349.75</v></c>', dt.date(2026, 11, 23)),
        ('<c r="A1" s="1"><v>1</v></c>', dt.date(1900, 1, 1)),
        ('<c r="A1" s="1"><v>0.4375</v></c>', "10:30"),
        ('<c r="A1" s="3"><v>1.5</v></c>', "36:00"),
        ('<c r="A1" t="d"><v>2026-11-23</v></c>', dt.date(2026, 11, 23)),
        ('<c r="A1" t="d"><v>2026-11-23T10:00:00</v></c>', dt.date(2026, 11, 23)),
        ('<c r="A1" s="1" t="str"><v>23/11/2026</v></c>', "23/11/2026"),
        ('<c r="A1" t="b"><v>1</v></c>', True),
        ('<c r="A1" t="b"><v>0</v></c>', False),
    ],
)
def test_dates_and_booleans(xml, leido):
    celda = una(xml)
    assert (celda.valor, celda.error) == (leido, False)


def test_the_calendar_of_1904():
    celda = una('<c r="A1" s="1"><v>44887</v></c>', propiedades='<workbookPr date1904="1"/>')
    assert celda.valor == dt.date(2026, 11, 23)


@pytest.mark.parametrize("dias", ["-3", "2958466", "9e9"])
def test_impossible_dates_are_errors(dias):
    assert una(f'<c r="A1" s="1"><v>{dias}</v></c>').error


def test_formulas_keep_their_last_result_and_say_so():
    celda = una('<c r="A1"><f>HYPERLINK("http://malo.example","x")</f><v>12</v></c>')
    assert (celda.valor, celda.formula) == (12, True)
    vacia = una('<c r="A1"><f t="shared" si="0"/></c>')
    assert (vacia.valor, vacia.formula) == (None, True)
    dde = una('<c r="A1" t="str"><f>cmd|\' /C calc\'!A0</f><v>hola</v></c>')
    assert (dde.valor, dde.formula) == ("hola", True)


def test_errors_say_so():
    celda = una('<c r="A1" t="e"><v>#DIV/0!</v></c>')
    assert (celda.valor, celda.error) == ("#DIV/0!", True)


def test_rich_text_without_its_phonetic_hints():
    textos = (
        f'<sst xmlns="{PRINCIPAL}"><si><r><rPr><b/></rPr><t>Pam</t></r><r><t xml:space="preserve">plona </t></r>'
        "<rPh><t>no</t></rPh></si></sst>"
    )
    assert una('<c r="B1" t="s"><v>0</v></c>', textos=textos).valor == "Pamplona "
    en_linea = '<c r="B1" t="inlineStr"><is><r><t>a</t></r><rPh><t>no</t></rPh><r><t>b_x000D_\nc</t></r></is></c>'
    assert una(en_linea).valor == "ab\nc"


def test_text_never_carries_what_a_database_refuses():
    assert una('<c r="A1" t="str"><v>a_x0000_b_xD83D_c_x0007_</v></c>').valor == "ab_xD83D_c"


def test_hidden_rows_and_sheets_are_read_and_empty_ones_are_not():
    datos = libro('<row r="2" hidden="1"><c r="C2"><v>1</v></c></row><row r="9"><c r="A9" s="1"/></row>')
    (fila,) = leer(datos).hojas["H1"]
    assert (fila.numero, fila.oculta, [c.lugar for c in fila.celdas]) == (2, True, ["C2"])
    assert fila.en(1).valor is None
    assert fila.en(28).lugar == "AB2"


def test_cells_without_a_place_follow_one_another():
    datos = libro("<row><c><v>1</v></c><c/><c><v>3</v></c></row><row><c><v>4</v></c></row>")
    assert celdas(datos) == {"A1": 1, "C1": 3, "A2": 4}


def test_merged_cells_hide_without_erasing():
    filas = '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row><row r="2"><c r="C2"><v>3</v></c></row>'
    datos = libro(hoja(filas, despues='<mergeCells><mergeCell ref="A1:B2"/></mergeCells>'))
    primera, segunda = leer(datos).hojas["H1"]
    assert [c.valor for c in primera.celdas] == [1]
    assert primera.en(2).combinada
    assert segunda.en(1).combinada
    assert not segunda.en(3).combinada


def test_sheets_by_title_hidden_ones_marked():
    libro_ = openpyxl.Workbook()
    libro_.active.title = "Uno"
    libro_.active["A1"] = 1
    libro_.create_sheet("_portal").sheet_state = "veryHidden"
    salida = io.BytesIO()
    libro_.save(salida)
    leido = leer(salida.getvalue())
    assert list(leido.hojas) == ["Uno", "_portal"]
    assert leido.ocultas == {"_portal"}


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)


@pytest.mark.parametrize(
    ("datos", "dice"),
    [
        (b"", "vacío"),
        (b"hola", "no es una hoja de cálculo"),
        (b"%PDF-1.7", "no es una hoja de cálculo"),
        (b"a;b;c\n1;2;3", "no es una hoja de cálculo"),
        (b"<html><table></table></html>", "no es una hoja de cálculo"),
        (OLE + "Workbook".encode("utf-16-le"), ".xls"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "contraseña"),
        (comprimir({"word/document.xml": "x", "[Content_Types].xml": "x"}), "no es una hoja de cálculo"),
        (comprimir({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""}), "Guardar como"),
        (libro(otras={"xl/vbaProject.bin": b"x"}), "macros"),
        (
            libro(otras={"[Content_Types].xml": hostiles.TIPOS.replace("sheet.main", "sheet.macroEnabled.main")}),
            "macros",
        ),
        (libro(otras={"xl/workbook.bin": b"x"}), ".xlsb"),
        (libro()[:-40], "dañado"),
        (libro()[:300], "dañado"),
        (b"PK\x03\x04" + bytes(500), "dañado"),
        (libro("<row><c></row>"), "dañado"),
        (libro('<row r="0"><c><v>1</v></c></row>'), "dañado"),
        (libro('<row r="1048577"><c><v>1</v></c></row>'), "dañado"),
        (libro('<row r="1"><c r="XFE1"><v>1</v></c></row>'), "dañado"),
        (libro('<row r="1"><c r="../etc"><v>1</v></c></row>'), "dañado"),
        (libro('<row r="1"><c r="A1" t="s"><v>5</v></c></row>'), "dañado"),
        (libro('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>'), "dañado"),
        (libro(destino="../../../etc/passwd"), "dañado"),
        (libro(destino="http://malo.example/x", modo=' TargetMode="External"'), "no es una hoja de cálculo"),
        (libro(otras={"xl/workbook.xml": f'<workbook xmlns="{PRINCIPAL}"/>'}), "no es una hoja de cálculo"),
        (libro(hojas=61), "demasiado contenido"),
        (hostiles.mentir_tamano(libro(" " * 5000), "xl/worksheets/sheet1.xml", 100), "dañado"),
    ],
)
def test_a_refusal_is_a_sentence(datos, dice):
    assert dice in frase(datos)


def test_thirty_megabytes_are_refused_before_reading():
    class Subido:
        size = 30 * 1024 * 1024

        def read(self):
            raise AssertionError("se leyó")

    with pytest.raises(PlanillaIlegible, match="más de 5 MB"):
        bytes_de(Subido())
    with pytest.raises(PlanillaIlegible, match="más de 5 MB"):
        leer(bytes(LIMITE_BYTES + 1))


def test_encrypted_entries_ask_for_the_password():
    datos = bytearray(libro())
    desde = datos.find(b"PK\x01\x02")
    datos[desde + 8] |= 1
    assert "contraseña" in frase(bytes(datos))


def test_links_to_other_files_are_never_opened(monkeypatch):
    def nadie(*_nada, **_mas):
        raise AssertionError("salió a la red")

    monkeypatch.setattr("socket.socket.connect", nadie)
    datos = libro(
        '<row r="1"><c r="A1"><f>[1]Otro!A1</f><v>3</v></c></row>',
        otras={
            "xl/externalLinks/externalLink1.xml": "<x/>",
            "xl/externalLinks/_rels/externalLink1.xml.rels": '<Relationships><Relationship Target="http://malo"/>',
        },
    )
    assert leer(datos).hojas["H1"][0].en(1).formula


def test_a_dtd_is_refused_whatever_its_encoding():
    externa = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    cuerpo = hoja('<row r="1"><c r="A1" t="inlineStr"><is><t>&x;</t></is></c></row>')
    assert "dañado" in frase(libro(f'<?xml version="1.0"?>{externa}{cuerpo}'))
    en_16 = f'<?xml version="1.0" encoding="UTF-16"?>{externa}{cuerpo}'.encode("utf-16")
    assert "dañado" in frase(libro(otras={"xl/worksheets/sheet1.xml": en_16}))
    assert "dañado" in frase(libro(otras={"xl/styles.xml": f"{externa}<styleSheet/>"}))


def test_utf_16_is_read():
    xml = '<?xml version="1.0" encoding="UTF-16"?>' + hoja('<row r="1"><c r="A1" t="str"><v>ñ</v></c></row>')
    assert celdas(libro(otras={"xl/worksheets/sheet1.xml": xml.encode("utf-16")})) == {"A1": "ñ"}


def test_a_long_honest_workbook_is_read():
    filas = [[f"fila {n}", n, Decimal("1.5")] for n in range(2_000)]
    datos = a_xlsx([Hoja("Uno", [Columna("A"), Columna("B"), Columna("C")], filas)], titulo="t")
    leidas = leer(datos).hojas["Uno"]
    assert [[celda.valor for celda in fila.celdas] for fila in leidas[1:]] == filas


def test_styled_rows_to_the_last_column_are_read():
    """LibreOffice writes 16,384 empty cells in a row that was coloured whole."""
    vacias = "".join('<c s="0"/>' for _ in range(16_384))
    datos = libro("".join(f'<row r="{n}">{vacias}</row>' for n in range(1, 21)) + '<row r="30"><c><v>7</v></c></row>')
    assert celdas(datos) == {"A30": 7}


@settings(deadline=None, max_examples=150)
@given(st.data())
def test_a_broken_byte_is_never_more_than_a_refusal(data):
    datos = bytearray(
        a_xlsx([Hoja("Uno", [Columna("A"), Columna("B")], [["x", 1], [None, Decimal("2.5")]])], titulo="t")
    )
    for _vez in range(data.draw(st.integers(1, 6))):
        datos[data.draw(st.integers(0, len(datos) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(PlanillaIlegible):  # nothing else may come out
        assert leer(bytes(datos)).hojas


@pytest.mark.parametrize(
    ("formato", "escrito", "leido"),
    [
        ("0%", "0.25", "25 %"),
        ("0.00%", "0.125", "12,5 %"),
        ("0%", "1", "100 %"),
        ("0%;[Red]-0%", "-0.05", "-5 %"),
        ("0%", "0.28999999999999998", "29 %"),
        ('0" %"', "25", 25),  # the sign is only a letter of the format: people typed 25
        ("0\\%", "25", 25),
    ],
)
def test_a_percentage_is_what_people_see(formato, escrito, leido):
    libro = openpyxl.Workbook()
    libro.active["A1"] = float(escrito)
    libro.active["A1"].number_format = formato
    salida = io.BytesIO()
    libro.save(salida)
    assert leer(salida.getvalue()).hojas["Sheet"][0].en(1).valor == leido
