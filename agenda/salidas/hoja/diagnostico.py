"""The sheets of the diagnostic: its result and rule, steps, answers, modalities and conditions."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agenda.impresion.lectura import larga, mayuscula
from agenda.salidas.hoja.tabla import Campo, tabla
from informes.hojas.escritas import Columna, Hoja


def hojas(d: dict | None) -> list[Hoja]:
    """Give the sheets of a result; none without one, or without steps."""
    if not d or not d.get("pasos"):
        return []
    return [_resultado(d), _pasos(d), _respuestas(d), _modalidades(d), _condiciones(d)]


def _resultado(d: dict) -> Hoja:
    """Give the result in a few lines, what moves the town, its themes, and how the score is computed."""
    nivel, anterior = d["nivel"] or {}, d.get("anterior")
    filas = [
        [_("Diagnóstico n.º"), d["numero"]],
        [_("Profundidad"), mayuscula(d["ruta"]["nombre"])],
        [_("Preguntas que aplican"), d["ruta"]["preguntas"]],
        [_("Cuestionario"), _("versión %(version)s") % {"version": d["cuestionario"]}],
        [_("Cerrado el"), larga(d["cerrado_en"])],
        [_("Puntaje (0 a 100)"), d["total"]],
        [_("Nivel"), nivel.get("nombre", "")],
        [_("Qué quiere decir"), nivel.get("texto", "")],
        [_("Respuestas con evidencia"), d["respaldo"]["texto"]],
        [_("Condiciones del proceso"), d["condiciones"]["texto"]],
        *([_("Motivación %(n)s") % {"n": m["lugar"]}, m["nombre"]] for m in d["motivaciones"]),
        *([_("Tema prioritario"), tema["nombre"]] for tema in d["temas"]),
        *([_("Cómo se calcula"), frase] for frase in d["regla"]),
    ]
    if anterior:
        filas += [
            [_("Diagnóstico anterior"), _("n.º %(n)s, cerrado el %(dia)s") % {
                "n": anterior["numero"], "dia": larga(anterior["cerrado_en"]),
            }],
            [_("Puntaje anterior (0 a 100)"), anterior["total"]],
        ]  # fmt: skip
    filas = [fila for fila in filas if fila[1] not in ("", None)]
    return Hoja(_("Diagnóstico"), [Columna(_("Dato"), 34), Columna(_("Valor"), 100)], filas)


def _pasos(d: dict) -> Hoja:
    """Give the seven steps, with the previous score when there is one."""
    antes = {paso["clave"]: paso["puntaje"] for paso in (d.get("anterior") or {"pasos": []})["pasos"]}
    campos = [
        Campo(_("Paso"), 8, lambda p: p["orden"], "entero"),
        Campo(_("Qué mira"), 70, lambda p: p["titulo"]),
        Campo(_("Puntaje (0 a 100)"), 14, lambda p: _("sin dato") if p["puntaje"] is None else p["puntaje"], "entero"),
        *([Campo(_("Puntaje anterior"), 14, lambda p: antes.get(p["slug"]), "entero")] if antes else []),
        Campo(_("Preguntas que aplican"), 14, lambda p: p["aplican"], "entero"),
        Campo(_("Contestadas"), 14, lambda p: p["contestadas"], "entero"),
    ]
    return tabla(_("Pasos del diagnóstico"), campos, d["pasos"])


def _respuestas(d: dict) -> Hoja:
    """Give each question with its weight and answer."""
    filas = [pregunta | {"paso": paso} for paso in d["pasos"] for pregunta in paso["preguntas"]]
    campos = [
        Campo(_("Paso"), 8, lambda p: p["paso"]["orden"], "entero"),
        Campo(_("Pregunta"), 90, lambda p: p["texto"]),
        Campo(_("Peso"), 8, lambda p: p["peso"], "entero"),
        Campo(_("Respuesta"), 16, lambda p: p["valor_nombre"]),
        Campo(_("Por qué no aplica"), 40, lambda p: p["razon_no_aplica"]),
        Campo(_("Evidencia"), 50, _evidencias),
        Campo("Clave", 10, lambda p: p["clave"]),
    ]
    return tabla(_("Respuestas"), campos, filas)


def _evidencias(pregunta: dict) -> str:
    """Give what backs an answer, one a line."""
    return "\n".join(
        " · ".join(filter(None, (una["titulo"], larga(una["fecha"]), una["enlace"]))) for una in pregunta["evidencias"]
    )


def _modalidades(d: dict) -> Hoja:
    """Give the ladders: the level reached, and the whole scale."""
    campos = [
        Campo(_("Modalidad"), 34, lambda m: m["nombre"]),
        Campo(_("Nivel"), 10, lambda m: _("sin dato") if m["nivel"] is None else m["nivel"], "entero"),
        Campo(_("Nombre del nivel"), 24, lambda m: mayuscula(m["nivel_nombre"])),
        Campo(_("Qué quiere decir"), 60, lambda m: m["nivel_texto"]),
        Campo(_("Instrumentos en uso"), 40, lambda m: "; ".join(i["nombre"] for i in m["instrumentos"])),
        Campo(_("Ventajas"), 40, lambda m: m["ventajas"]),
        Campo(_("La escalera"), 60, lambda m: "\n".join(f"{n['nivel']}. {n['nombre']}" for n in m["escala"])),
    ]
    return tabla(_("Modalidades"), campos, d["modalidades"])


def _condiciones(d: dict) -> Hoja:
    """Give the conditions of the process."""
    campos = [
        Campo(_("Condición"), 34, lambda f: f["nombre"]),
        Campo(_("En qué consiste"), 80, lambda f: f["texto"]),
        Campo(_("Se cumple"), 14, lambda f: f["valor_nombre"]),
    ]
    return tabla(_("Condiciones"), campos, d["condiciones"]["lista"])
