"""Demonstration diagnostics: answers that follow from the territory's code, the same on every machine."""

from __future__ import annotations

import datetime as dt
import hashlib

from diagnostico.apertura import abrir
from diagnostico.cierre import cerrar
from diagnostico.models import Diagnostico, Evidencia, Ruta, Valor, ValorCondicion
from guia.catalogo import catalogo

ESCALAS = {
    "bajo": (Valor.NO, Valor.NO, Valor.NO_SABE, Valor.EN_PROCESO, Valor.NO, Valor.SI),
    "medio": (Valor.EN_PROCESO, Valor.NO, Valor.SI, Valor.EN_PROCESO, Valor.NO_SABE, Valor.SI),
    "alto": (Valor.SI, Valor.EN_PROCESO, Valor.SI, Valor.SI, Valor.NO, Valor.EN_PROCESO),
}
NIVELES = {"bajo": (0, 0, 1), "medio": (1, 1, 2), "alto": (2, 1, 3)}


def suerte(*partes: str) -> int:
    """Give a number that depends only on its arguments."""
    return int(hashlib.sha256("|".join(partes).encode()).hexdigest()[:8], 16)


def responder(
    territorio,
    usuario,
    *,
    madurez: str,
    ruta=Ruta.CORTA,
    hasta: int = 7,
    cerrado: bool = True,
    cuando: dt.datetime | None = None,
) -> Diagnostico:
    """Open a diagnostic and answer its first ``hasta`` steps; close it when asked. ``cuando``: both, in the past."""
    diagnostico = abrir(territorio, usuario, ruta, es_demostracion=True)
    if cuando:
        diagnostico.abierto_en = cuando
        diagnostico.save(update_fields=["abierto_en"])
    escala, niveles = ESCALAS[madurez], NIVELES[madurez]
    for respuesta in diagnostico.respuestas.all():
        if int(respuesta.clave[1]) > hasta:
            continue
        respuesta.valor = escala[suerte(territorio.pk, respuesta.clave) % len(escala)]
        respuesta.por_confirmar = False
        respuesta.save(update_fields=["valor", "por_confirmar"])
    for estado in diagnostico.modalidades.all() if hasta == 7 else []:
        estado.nivel = niveles[suerte(territorio.pk, estado.modalidad) % len(niveles)]
        estado.save(update_fields=["nivel"])
    for condicion in diagnostico.condiciones.all() if hasta == 7 else []:
        si = suerte(territorio.pk, condicion.clave) % 3 < ("bajo", "medio", "alto").index(madurez) + 1
        condicion.valor = ValorCondicion.SI if si else ValorCondicion.NO
        condicion.save(update_fields=["valor"])
    for lugar, motivacion in enumerate(
        sorted(diagnostico.motivaciones.all(), key=lambda fila: suerte(territorio.pk, fila.motivacion)), start=1
    ):
        motivacion.lugar = lugar if lugar <= 3 else None
        motivacion.save(update_fields=["lugar"])
    temas = sorted(catalogo().temas, key=lambda slug: suerte(territorio.pk, slug))
    diagnostico.temas = sorted(temas[:4])
    diagnostico.save(update_fields=["temas"])
    if cerrado:
        cerrar(diagnostico, usuario, cerrado_en=cuando)
    return diagnostico


def detallar_pamplona(diagnostico: Diagnostico) -> None:
    """Add what a careful officer writes: observations, evidence, advantages, a private note."""
    diagnostico.temas = ["desarrollo-economico-local", "educacion", "gobernabilidad", "medio-ambiente-sostenible",
                         "patrimonio-cultural", "promocion-turismo"]  # fmt: skip
    diagnostico.save(update_fields=["temas"])
    textos = {
        "p1-1": (Valor.EN_PROCESO, "La tabla va en 2001; faltan los proyectos de la administración anterior."),
        "p1-2": (Valor.EN_PROCESO, "La copia de la carta la pedimos al ayuntamiento."),
        "p2-2": (Valor.SI, "La mesa se reunió dos veces, con acta."),
        "p3-1": (Valor.SI, "Cuatro programas del plan mencionan acción internacional."),
        "p5-3": (Valor.NO, "Nadie de la Alcaldía ha tomado un curso sobre el tema."),
    }
    respuestas = {fila.clave: fila for fila in diagnostico.respuestas.all()}
    for clave, (valor, observacion) in textos.items():
        respuestas[clave].valor, respuestas[clave].observacion = valor, observacion
        respuestas[clave].save(update_fields=["valor", "observacion"])
    respuestas["p1-1"].nota_privada = "Preguntar también en la antigua oficina de prensa."
    respuestas["p1-1"].save(update_fields=["nota_privada"])
    for clave, titulo, fecha in (
        ("p2-2", "Acta de la mesa de actores", dt.date(2025, 3, 6)),
        ("p3-1", "Plan de desarrollo, parte estratégica", dt.date(2024, 5, 31)),
    ):
        Evidencia.objects.create(
            respuesta=respuestas[clave],
            titulo=titulo,
            enlace="https://www.example.org/demostracion",
            fecha_documento=fecha,
        )
    datos = {
        "cooperacion-descentralizada": (1, ["hermanamientos"], "Hermanamiento de 2001 con una ciudad que responde."),
        "marketing-territorial": (2, ["propuesta-valor", "promocion-territorio"], "Semana Santa, museos y cocina."),
        "integracion": (1, ["camaras-comercio"], "Productos de clima frío y dos asociaciones con empaque."),
        "redes-internacionales": (0, [], "Una universidad con relaciones que la ciudad puede usar."),
        "programas-de-gobernanza": (1, ["instancia-coordinacion"], "Mesa de actores en funcionamiento."),
    }
    for estado in diagnostico.modalidades.all():
        estado.nivel, estado.instrumentos, estado.ventajas = datos[estado.modalidad]
        estado.save(update_fields=["nivel", "instrumentos", "ventajas"])
