"""Opening a diagnostic: all its rows are made at once, so that a save always finds its row."""

from __future__ import annotations

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from diagnostico.cuestionario import Contenido, contenido_de
from diagnostico.models import (
    Autodiagnostico,
    Condicion,
    Cuestionario,
    Diagnostico,
    EstadoModalidad,
    Evidencia,
    Motivacion,
    Respuesta,
    Ruta,
)
from territorio.models import Periodo, Territorio


class NoSePuedeAbrir(Exception):
    """Why a diagnostic cannot be opened, as a sentence."""


def abrir(
    territorio: Territorio,
    usuario,
    ruta: str = Ruta.CORTA,
    *,
    desde: Autodiagnostico | None = None,
    es_demostracion: bool = False,
) -> Diagnostico:
    """Give the open diagnostic of a territory, making it when there is none: two clicks give the same one.

    It uses the newest questionnaire and starts from the last closed diagnostic: its answers are copied and marked
    «por confirmar». So are those of ``desde``, a self-check that served nowhere yet; they go before.
    Raises ``NoSePuedeAbrir`` when there is no questionnaire or no Periodo in force.
    """
    abierto = territorio.diagnosticos.abiertos().first()
    if abierto is not None:
        return abierto
    cuestionario = Cuestionario.objects.vigente()
    periodo = Periodo.objects.en_vigor()
    if cuestionario is None:
        raise NoSePuedeAbrir(_("Todavía no se ha cargado el cuestionario. Avise a la coordinación."))
    if periodo is None:
        raise NoSePuedeAbrir(_("No hay un período de gobierno en vigor. Avise a la coordinación."))
    try:
        with transaction.atomic():
            anterior = territorio.diagnosticos.cerrados().first()
            diagnostico = Diagnostico.objects.create(
                territorio=territorio,
                periodo=periodo,
                numero=anterior.numero + 1 if anterior else 1,
                cuestionario=cuestionario,
                ruta=ruta,
                anterior=anterior,
                abierto_por=usuario,
                es_demostracion=es_demostracion,
            )
            _crear_filas(diagnostico, contenido_de(diagnostico), anterior, _tomar(desde, diagnostico))
    except IntegrityError:  # somebody opened it between our look and our write
        return territorio.diagnosticos.abiertos().get()
    return diagnostico


def _tomar(desde: Autodiagnostico | None, diagnostico: Diagnostico) -> dict[str, str]:
    """Give the answers of a self-check and mark it as used here; nothing when there is none or it served already."""
    if desde is None:
        return {}
    libre = Autodiagnostico.objects.filter(pk=desde.pk, usado_en=None)
    return desde.respuestas if libre.update(usado_en=diagnostico) else {}


def _crear_filas(
    diagnostico: Diagnostico, contenido: Contenido, anterior: Diagnostico | None, dadas: dict[str, str]
) -> None:
    """Make every row, copying what the self-check or the previous diagnostic answered under the same key."""
    respuestas = {fila.clave: fila for fila in anterior.respuestas.all()} if anterior else {}
    modalidades = {fila.modalidad: fila for fila in anterior.modalidades.all()} if anterior else {}
    condiciones = {fila.clave: fila for fila in anterior.condiciones.all()} if anterior else {}
    motivaciones = {fila.motivacion: fila for fila in anterior.motivaciones.all()} if anterior else {}
    Respuesta.objects.bulk_create(
        Respuesta(diagnostico=diagnostico, clave=clave, **_respuesta(respuestas.get(clave), dadas.get(clave, "")))
        for clave in contenido.preguntas
    )
    EstadoModalidad.objects.bulk_create(
        EstadoModalidad(
            diagnostico=diagnostico,
            modalidad=modalidad.slug,
            **_copia(modalidades.get(modalidad.slug), ("nivel", "instrumentos", "ventajas", "observacion")),
        )
        for modalidad in contenido.modalidades
    )
    Condicion.objects.bulk_create(
        Condicion(
            diagnostico=diagnostico,
            clave=condicion.clave,
            **_copia(condiciones.get(condicion.clave), ("valor", "observacion")),
        )
        for condicion in contenido.condiciones
    )
    Motivacion.objects.bulk_create(
        Motivacion(diagnostico=diagnostico, motivacion=opcion.slug, **_copia(motivaciones.get(opcion.slug), ("lugar",)))
        for opcion in contenido.motivaciones
    )
    if anterior:
        vigentes = {tema.slug for tema in contenido.temas}
        diagnostico.temas = [tema for tema in anterior.temas if tema in vigentes]
        diagnostico.save(update_fields=["temas"])
        _copiar_evidencias(diagnostico, anterior)


def _respuesta(previa: Respuesta | None, dada: str = "") -> dict:
    """Give the fields of an answer copied from the previous one, to be confirmed; nothing when it was unanswered.

    ``dada``: what a self-check answered, which takes the place of the previous value and of its reason.
    """
    copiada = _copia(previa, ("valor", "razon_no_aplica", "observacion", "nota_privada"))
    if dada:
        copiada |= {"valor": dada, "razon_no_aplica": ""}
    return copiada | {"por_confirmar": bool(copiada.get("valor"))}


def _copia(fila, campos: tuple[str, ...]) -> dict:
    """Give the named fields of a row, or nothing."""
    return {campo: getattr(fila, campo) for campo in campos} if fila is not None else {}


def _copiar_evidencias(diagnostico: Diagnostico, anterior: Diagnostico) -> None:
    """Carry the evidence along: the same file or link, with the date of its document."""
    nuevas = {fila.clave: fila for fila in diagnostico.respuestas.all()}
    previas = Evidencia.objects.filter(respuesta__diagnostico=anterior).select_related("respuesta")
    Evidencia.objects.bulk_create(
        Evidencia(
            respuesta=nuevas[previa.respuesta.clave],
            titulo=previa.titulo,
            archivo_id=previa.archivo_id,
            enlace=previa.enlace,
            fecha_documento=previa.fecha_documento,
        )
        for previa in previas
        if previa.respuesta.clave in nuevas
    )
