"""The parts of the JSON of a result, each built from the rows of the diagnostic and its questionnaire."""

from __future__ import annotations

from django.utils.translation import gettext as _

from diagnostico.cuestionario import Alcance, Contenido
from diagnostico.models import Diagnostico, Respuesta, Valor, ValorCondicion
from diagnostico.puntaje import NO_APLICA, Contestada, Puntaje


def contestadas(filas: dict[str, Respuesta]) -> dict[str, Contestada]:
    """Give what the score needs of the rows (evidence prefetched)."""
    return {clave: Contestada(fila.valor, bool(fila.evidencias.all())) for clave, fila in filas.items()}


def contestadas_al_cerrar(contenido: Contenido, filas: dict[str, Respuesta]) -> dict[str, Contestada]:
    """Give the same when closing: what is missing counts as «no sabe»."""
    dadas = contestadas(filas)
    sin_valor = Contestada(Valor.NO_SABE.value)
    vacia = Contestada()
    return {clave: dada if (dada := dadas.get(clave, vacia)).valor else sin_valor for clave in contenido.preguntas}


def respaldo(puntaje: Puntaje) -> dict:
    """Give the backing and its sentence."""
    dado = puntaje.respaldo
    texto = (
        _("%(con)d de %(de)d, %(porcentaje)d %%")
        % {"con": dado.con_evidencia, "de": dado.de, "porcentaje": dado.porcentaje}
        if dado.de
        else _("sin respuestas que respaldar")
    )
    return {
        "con_evidencia": dado.con_evidencia,
        "de": dado.de,
        "porcentaje": dado.porcentaje,
        "texto": texto,
    }


def pasos(contenido, alcance, ruta, filas, puntaje: Puntaje, cerrando: bool) -> list[dict]:
    """Give the steps with their questions and answers."""
    return [
        {
            "slug": paso.slug,
            "orden": paso.orden,
            "verbo": paso.verbo,
            "nombre": paso.nombre,
            "titulo": paso.titulo,
            "puntaje": puntos.mostrado,
            "puntaje_exacto": "" if puntos.exacto is None else str(puntos.exacto),
            "aplican": puntos.aplican,
            "contestadas": puntos.contestadas,
            "no_aplican": puntos.no_aplican,
            "preguntas": [
                _pregunta(pregunta, filas.get(pregunta.clave), cerrando) for pregunta in paso.aplicables(alcance, ruta)
            ],
        }
        for paso, puntos in zip(contenido.pasos, puntaje.pasos, strict=True)
    ]


def _pregunta(pregunta, fila: Respuesta | None, cerrando: bool) -> dict:
    """Give a question with what was answered. The private note stays out."""
    dado = fila.valor if fila else ""
    valor = dado or (Valor.NO_SABE.value if cerrando else "")
    return {
        "clave": pregunta.clave,
        "orden": pregunta.orden,
        "texto": pregunta.texto,
        "peso": pregunta.peso,
        "valor": valor,
        "valor_nombre": str(Valor(valor).label) if valor else _("Sin contestar"),
        "sin_contestar": not dado,
        "por_confirmar": bool(fila and fila.por_confirmar),
        "razon_no_aplica": fila.razon_no_aplica if fila and valor == NO_APLICA else "",
        "observacion": fila.observacion if fila else "",
        "evidencias": [
            {
                "titulo": evidencia.titulo,
                "tipo": "archivo" if evidencia.archivo_id else "enlace",
                "enlace": evidencia.enlace,
                "fecha": evidencia.fecha_documento.isoformat() if evidencia.fecha_documento else "",
            }
            for evidencia in (fila.evidencias.all() if fila else [])
        ],
    }


def modalidades(contenido: Contenido, diagnostico: Diagnostico) -> list[dict]:
    """Give the four modalities and governance with level, instruments and advantages."""
    filas = {fila.modalidad: fila for fila in diagnostico.modalidades.all()}
    lista = []
    for modalidad in contenido.modalidades:
        fila = filas.get(modalidad.slug)
        escogido = next((n for n in modalidad.niveles if fila and n.nivel == fila.nivel), None)
        en_uso = set(fila.instrumentos) if fila else set()
        lista.append(
            {
                "slug": modalidad.slug,
                "nombre": modalidad.nombre,
                "transversal": modalidad.transversal,
                "nivel": escogido.nivel if escogido else None,
                "nivel_nombre": escogido.nombre if escogido else "",
                "nivel_texto": escogido.texto if escogido else "",
                "escala": [{"nivel": n.nivel, "nombre": n.nombre, "texto": n.texto} for n in modalidad.niveles],
                "instrumentos": [
                    {"slug": i.slug, "nombre": i.nombre} for i in modalidad.instrumentos if i.slug in en_uso
                ],
                "ventajas": fila.ventajas if fila else "",
                "observacion": fila.observacion if fila else "",
            }
        )
    return lista


def condiciones(contenido: Contenido, alcance: Alcance, diagnostico: Diagnostico, cerrando: bool) -> dict:
    """Give the checklist of conditions as «5 de 8»."""
    filas = {fila.clave: fila for fila in diagnostico.condiciones.all()}
    lista = []
    for condicion in contenido.condiciones:
        if not alcance.incluye(condicion.aplica_a):
            continue
        fila = filas.get(condicion.clave)
        dado = fila.valor if fila else ""
        valor = dado or (ValorCondicion.NO_SABE.value if cerrando else "")
        lista.append(
            {
                "clave": condicion.clave,
                "nombre": condicion.nombre,
                "texto": condicion.texto,
                "valor": valor,
                "valor_nombre": str(ValorCondicion(valor).label) if valor else _("Sin contestar"),
                "sin_contestar": not dado,
                "observacion": fila.observacion if fila else "",
            }
        )
    cumplidas = sum(1 for condicion in lista if condicion["valor"] == ValorCondicion.SI)
    texto = _("%(cumplidas)d de %(de)d") % {"cumplidas": cumplidas, "de": len(lista)}
    return {"cumplidas": cumplidas, "de": len(lista), "texto": texto, "lista": lista}


def motivaciones(contenido: Contenido, diagnostico: Diagnostico) -> list[dict]:
    """Give the motivations that have a place, in their order (ties in the order of the guide)."""
    nombres = {opcion.slug: (orden, opcion.nombre) for orden, opcion in enumerate(contenido.motivaciones)}
    con_lugar = [fila for fila in diagnostico.motivaciones.all() if fila.lugar and fila.motivacion in nombres]
    con_lugar.sort(key=lambda fila: (fila.lugar, nombres[fila.motivacion][0]))
    return [{"slug": f.motivacion, "nombre": nombres[f.motivacion][1], "lugar": f.lugar} for f in con_lugar]
