"""The dearest workbooks that we could make, each under 5 MB: read in another process, its time and memory measured."""

import subprocess
import sys
from pathlib import Path

import pytest

RAIZ = Path(__file__).resolve().parents[2]
CAROS = {
    "risas": "hostiles.risas()",
    "un texto, cien mil veces": "hostiles.textos_repetidos()",
    "textos que nadie usa": "hostiles.muchos_textos(900_000)",
    "filas con formato hasta el final": "hostiles.filas_de_libreoffice()",
    "doce mil entradas": "hostiles.directorio_enorme(12_000)",
    "celdas vacías": "hostiles.libro('<row r=\"1\">' + '<c/>' * 20_000_000 + '</row>')",
    "etiquetas sin cerrar": "hostiles.libro('<row>' * 3_000_000)",
    "una etiqueta enorme": "hostiles.libro('<row ' + ' '.join(f'a{n}=\"\"' for n in range(1_500_000)) + '/>')",
    "nombres de atributos": 'hostiles.libro(\'\'.join(f\'<row a{n}="" b{n}="" c{n}=""/>\' for n in range(400_000)))',
    "nombres de etiquetas": "hostiles.libro(''.join(f'<a{n}/>' for n in range(690_000)))",
    "un comentario enorme": "hostiles.libro('<!--' + 'x' * 60_000_000 + '-->')",
    "una celda enorme": "hostiles.libro('<row r=\"1\"><c><v>' + 'x' * 60_000_000 + '</v></c></row>')",
    "solo saltos": "hostiles.libro('\\n' * 300_000_000)",
    "combinaciones": "hostiles.libro(hostiles.hoja(''.join(f'<row r=\"{n}\"><c><v>1</v></c></row>' for n in "
    "range(1, 90_000)), despues='<mergeCells>' + '<mergeCell ref=\"A1:XFD1048576\"/>' * 19_000 + '</mergeCells>'))",
    "la misma hoja sesenta veces": "hostiles.libro(''.join(f'<row r=\"{n}\"><c><v>1</v></c></row>' for n in "
    "range(1, 60_000)), hojas=60)",
    "formatos de fecha": "hostiles.libro('', otras={'xl/styles.xml': '<styleSheet xmlns=\"' + hostiles.PRINCIPAL + "
    '\'"><numFmts>\' + \'\'.join(f\'<numFmt numFmtId="{n}" formatCode="{"[a" * 120}"/>\' for n in range(99_000)) + '
    "'</numFmts></styleSheet>'})",
    "códigos de carácter": "hostiles.libro(''.join(f'<row r=\"{n}\"><c t=\"str\"><v>' + '_x0041_' * 4600 + "
    "'</v></c></row>' for n in range(1, 999)))",
}
MEDIDO = """
import sys, time
from tests.informes import planillas_hostiles as hostiles
from informes.hojas.entrantes import PlanillaIlegible, leer
import django; from django.conf import settings; settings.configure(); django.setup()
datos = {caso}
assert len(datos) < 5 * 1024 * 1024, len(datos)
memoria = lambda: next(int(l.split()[1]) for l in open("/proc/self/status") if l.startswith("VmHWM"))
open("/proc/self/clear_refs", "w").write("5")
antes, reloj, dijo = memoria(), time.process_time(), ""
try:
    leer(datos)
except PlanillaIlegible as refusada:
    dijo = str(refusada)
print(time.process_time() - reloj, memoria() - antes, dijo)
"""


@pytest.mark.a_solas
@pytest.mark.parametrize("caso", CAROS.values(), ids=CAROS)
def test_a_hostile_file_costs_little(caso):
    """Less than 5 seconds of CPU and 200 MiB, and it is refused."""
    hecho = subprocess.run(
        [sys.executable, "-c", MEDIDO.format(caso=caso)], cwd=RAIZ, capture_output=True, text=True, check=True
    )
    segundos, kibibytes, *dijo = hecho.stdout.split()
    assert float(segundos) < 5
    assert int(kibibytes) < 200 * 1024
    assert "contenido," in dijo or "dañado" in dijo
