"""What drawing the document costs: beside headless Chromium and bare WeasyPrint on equal HTML, by page, in memory.

What is measured is what the worker does: the tagged PDF/A-3a and PDF/UA-1 of the demonstration. Runs are taken in
turns and the best of each is kept: whatever else the machine does only ever adds.
"""

from __future__ import annotations

import io
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.medidas.renglon import renglon, titulo

VUELTAS = 3
CHROMIUM, PELADO, POR_PAGINA = 1.0, 1.2, 1.25  # limits: of each ratio
MEMORIA_MIB, PAGINAS = 250, 50
PAMPLONA = "54518"


def medir() -> bool:
    """Compare on a clone of the demonstration; ``False`` when some limit was passed."""
    from django.db import connection

    from tests import bases

    clon = bases.clonar("demostracion")
    connection.close()
    connection.settings_dict["NAME"] = clon
    try:
        return _medir()
    finally:
        connection.close()
        bases.borrar(clon)


def _medir() -> bool:
    from informes.papel.pdf import escribir

    documento = _html()

    def nuestro():
        return escribir(documento)

    with tempfile.TemporaryDirectory() as carpeta:
        pagina = _para_chromium(documento, Path(carpeta))
        de_pared = _mejores({"nuestro": nuestro, "chromium": lambda: _chromium(pagina)}, time.perf_counter)
        suya = _mejores({"chromium": lambda: _chromium(pagina)}, _cpu_de_los_hijos)["chromium"]
        suyas = _hojas(pagina.with_suffix(".pdf").read_bytes())
    cpu = _mejores({"nuestro": nuestro}) | {"pelado": float(_aparte("pelado", documento))}
    titulo(f"Drawing the document of {_hojas(nuestro()[0])} pages, equal HTML", "other", "ours")
    bien = [
        renglon("headless Chromium, wall clock", de_pared["chromium"], de_pared["nuestro"], CHROMIUM),
        renglon("bare WeasyPrint, CPU", cpu["pelado"], cpu["nuestro"], PELADO),
    ]
    print(f"  headless Chromium: {suyas} pages, tagged, not PDF/A; {suya:.0f} ms of CPU; ours: {cpu['nuestro']:.0f} ms")
    return all([*bien, _por_pagina(), _memoria()])


def _por_pagina() -> bool:
    """Say whether a page costs about the same in a long document as in a short one."""
    from informes.papel.pdf import escribir

    titulo("One page of a document with so many actions, CPU", "with 10", "this one")
    primera, bien = 0.0, True
    for acciones in (10, 20, 40):
        documento = _html(acciones)
        hojas = _hojas(escribir(documento)[0])
        una = _mejores({"puerta": lambda documento=documento: escribir(documento)})["puerta"] / hojas
        primera = primera or una
        bien &= renglon(f"{acciones} actions, {hojas} pages", primera, una, POR_PAGINA)
    return bien


def _memoria() -> bool:
    """Say whether a long document fits, in a process of its own."""
    hojas, mib = _aparte("memoria", _html(60)).split()
    bien = int(mib) <= MEMORIA_MIB and int(hojas) >= PAGINAS
    veredicto = "holds" if bien else "OVER THE LIMIT"
    print(f"  {hojas} pages in a new process: {mib} MiB at most, limit {MEMORIA_MIB}   {veredicto}")
    return bien


def _aparte(que: str, html: str) -> str:
    """Give what a new process prints last after measuring a document."""
    with tempfile.NamedTemporaryFile("w", suffix=".html", encoding="utf-8") as archivo:
        archivo.write(html)
        archivo.flush()
        orden = [sys.executable, "-m", "tests.medidas.pdf", que, archivo.name]
        return subprocess.run(orden, capture_output=True, text=True, check=True).stdout.strip().rpartition("\n")[-1]


def _html(acciones: int | None = None) -> str:
    """Give the HTML of the demonstration's document, its plan grown to so many actions when asked."""
    from django.db import transaction

    from agenda.documento import componer
    from agenda.models import Agenda, Impreso, Version
    from agenda.salidas.pdf import html_y_pdf
    from tests.rendimiento.crecer import crecer_plan

    with transaction.atomic():
        if acciones:
            crecer_plan(PAMPLONA, acciones)
        agenda = Agenda.objects.select_related("territorio__departamento", "periodo").get(territorio=PAMPLONA)
        version = Version(agenda=agenda, numero=1, contenido=componer(agenda), sha256="0" * 64)
        html = html_y_pdf(version, impreso=Impreso(version=version))[0]
        transaction.set_rollback(True)
    return html


def _mejores(ordenes: dict[str, Callable[[], object]], reloj=time.process_time) -> dict[str, float]:
    """Give the best time of each, in ms, taken in turns: CPU of this process unless another clock is given."""
    tiempos: dict[str, list[float]] = {nombre: [] for nombre in ordenes}
    for _vuelta in range(VUELTAS):
        for nombre, hacer in ordenes.items():
            inicio = reloj()
            hacer()
            tiempos[nombre].append((reloj() - inicio) * 1000)
    return {nombre: min(lista) for nombre, lista in tiempos.items()}


def _cpu_de_los_hijos() -> float:
    """Give the CPU, in seconds, of the processes that this one started and waited for, and of theirs."""
    uso = resource.getrusage(resource.RUSAGE_CHILDREN)
    return uso.ru_utime + uso.ru_stime


def _pelado(html: str) -> bytes:
    """Draw as WeasyPrint does when nobody asks it for anything: no tags, no norm, nothing put on it."""
    from weasyprint import HTML

    from informes.papel.pdf import BASE, lector

    return HTML(string=html, base_url=BASE, url_fetcher=lector()).write_pdf()


def _para_chromium(html: str, carpeta: Path) -> Path:
    """Write the same HTML where Chromium can read it, with its typefaces."""
    from informes.papel.pdf import BASE, FUENTES

    pagina = carpeta / "agenda.html"
    pagina.write_text(html.replace(f"{BASE}fuentes/", f"{FUENTES.as_uri()}/"), encoding="utf-8")
    return pagina


def _chromium(pagina: Path) -> None:
    salida = pagina.with_suffix(".pdf")
    programa = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
    orden = [programa, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    subprocess.run([*orden, f"--print-to-pdf={salida}", pagina.as_uri()], capture_output=True, check=True)


def _hojas(datos: bytes) -> int:
    """Count the pages of a PDF. ``ValueError`` when it is not tagged: it would not be the same work."""
    import pikepdf

    with pikepdf.open(io.BytesIO(datos)) as documento:
        if "/StructTreeRoot" not in documento.Root:
            raise ValueError("A PDF without tags.")
        return len(documento.pages)


def _dibujar_y_decir(que: str, ruta: str) -> None:
    """Draw a file in this process and print the CPU of the bare engine, or the pages and the most memory, in MiB."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.ajustes"
    import django

    django.setup()
    html = Path(ruta).read_text(encoding="utf-8")
    if que == "pelado":
        print(_mejores({"pelado": lambda: _pelado(html)})["pelado"])
        return
    from informes.papel.pdf import escribir

    hojas = _hojas(escribir(html)[0])
    print(hojas, _lo_mas_que_ocupo())


def _lo_mas_que_ocupo() -> int:
    """Give the most memory this program has held, in MiB.

    Linux hands ``ru_maxrss`` down from the process that started this one; ``VmHWM`` begins with the program.
    """
    estado = Path("/proc/self/status")
    if estado.exists():
        return next(int(linea.split()[1]) for linea in estado.read_text().splitlines() if "VmHWM" in linea) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 * 1024)


if __name__ == "__main__":
    _dibujar_y_decir(*sys.argv[1:])
