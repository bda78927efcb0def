"""The diagnostic on paper: scores with what they are made of, the one before, and the published rule. Pure."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from agenda.impresion.lectura import cumplidas, de_la_regla, larga, mayuscula, numero, respaldo, termino
from informes import graficas

NO_CUENTA = "no_aplica"


def diagnostico(resultado: dict | None) -> dict | None:
    """Give the frozen result as the annex reads it; None without one."""
    if not resultado or not resultado.get("pasos"):
        return None
    antes = resultado.get("anterior")
    previos = _previos(antes)
    nivel = resultado["nivel"]
    return {
        "numero": resultado["numero"],
        "cerrado": larga(resultado["cerrado_en"]),
        "ruta": termino(resultado["ruta"]["nombre"]),
        "preguntas": resultado["ruta"]["preguntas"],
        "total": resultado["total"],
        "nivel": termino(nivel["nombre"]) if nivel else "",
        "nivel_texto": termino(nivel["texto"]) if nivel else "",
        "respaldo": {**resultado["respaldo"], "texto": respaldo(resultado["respaldo"])},
        "antes": _("diagnóstico n.º %(n)s, cerrado el %(fecha)s")
        % {"n": antes["numero"], "fecha": larga(antes["cerrado_en"])}
        if antes
        else "",
        "comunes": antes["comunes"] if antes and not antes.get("mismas_preguntas", True) else None,
        "pasos": [_paso(paso, previos.get(paso["slug"])) for paso in resultado["pasos"]],
        "modalidades": [_modalidad(m) for m in resultado["modalidades"]],
        "condiciones": [
            {"nombre": termino(c["nombre"]), "texto": termino(c["texto"]), "valor": termino(c["valor_nombre"])}
            for c in resultado["condiciones"]["lista"]
        ],
        "cumplidas": {**resultado["condiciones"], "texto": cumplidas(resultado["condiciones"])},
        "motivaciones": [termino(m["nombre"]) for m in resultado["motivaciones"]],
        "temas": [termino(t["nombre"]) for t in resultado["temas"]],
        "regla": [de_la_regla(frase) for frase in resultado["regla"]],
        "ejemplo": _ejemplo(resultado),
        "radar": radar(resultado),
    }


def radar(resultado: dict):
    """Give the radar of the steps, with the previous diagnostic behind when it is frozen with this one."""
    antes = resultado.get("anterior")
    pasos = [(termino(paso["verbo"]), paso["puntaje"]) for paso in resultado["pasos"]]
    lista = "; ".join(f"{verbo}: {_('sin dato') if puntaje is None else puntaje}" for verbo, puntaje in pasos)
    titulo = _("Puntaje de 0 a 100 de cada paso. %(lista)s.") % {"lista": lista}
    if not antes:
        return graficas.radar(pasos, titulo, sin_dato=_("sin dato"))
    previos = _previos(antes)
    viejos = [previos.get(paso["slug"]) for paso in resultado["pasos"]]
    dichos = "; ".join(
        f"{verbo}: {_('sin dato') if viejo is None else viejo}"
        for (verbo, _p), viejo in zip(pasos, viejos, strict=True)
    )
    titulo = f"{titulo} {_('En el diagnóstico anterior: %(lista)s.') % {'lista': dichos}}"
    return graficas.radar(pasos, titulo, viejos, sin_dato=_("sin dato"), antes_dice=_("(antes %s)"))


def _previos(antes: dict | None) -> dict[str, int | None]:
    """Give the scores of an earlier diagnostic by step."""
    return {paso["clave"]: paso["puntaje"] for paso in antes["pasos"]} if antes else {}


def _paso(paso: dict, previo: int | None) -> dict:
    """Give a step with the points that made its score: the exact score times the weights that count."""
    cuentan = [p for p in paso["preguntas"] if p["valor"] != NO_CUENTA]
    posibles = sum(p["peso"] for p in cuentan)
    exacto = Fraction(paso["puntaje_exacto"]) if paso["puntaje_exacto"] else None
    return {
        "orden": paso["orden"],
        "titulo": termino(paso["titulo"]),
        "verbo": termino(paso["verbo"]),
        "cuentan": len(cuentan),
        "posibles": posibles,
        "obtenidos": "" if exacto is None else numero(Decimal(round(exacto * posibles / 10)) / 10),
        "puntaje": paso["puntaje"],
        "antes": previo,
    }


def _ejemplo(resultado: dict) -> str:
    """Work one score out with the frozen figures; nothing when the result does not carry them."""
    for paso in (_paso(uno, None) for uno in resultado["pasos"]):
        if paso["obtenidos"] and paso["posibles"]:
            return _(
                "Por ejemplo, en el paso %(orden)s cuentan %(n)s preguntas que suman %(posibles)s puntos; "
                "se obtuvieron %(obtenidos)s: 100 × %(obtenidos)s ÷ %(posibles)s = %(puntaje)s."
            ) % {**paso, "n": paso["cuentan"]}
    return ""


def _modalidad(m: dict) -> dict:
    """Give a modality with its ladder."""
    nombres = [termino(nivel["nombre"]) for nivel in m["escala"]]
    nombre, sabido = termino(m["nombre"]), m["nivel"] is not None
    dicho = (
        _("nivel %(n)s de %(de)s, %(nombre)s")
        % {"n": m["nivel"], "de": len(nombres) - 1, "nombre": nombres[m["nivel"]]}
        if sabido
        else _("sin dato")
    )
    return {
        "nombre": nombre,
        "nivel": f"{m['nivel']}. {mayuscula(nombres[m['nivel']])}" if sabido else _("Sin dato"),
        "texto": termino(m["escala"][m["nivel"]]["texto"]) if sabido else "",
        "instrumentos": ", ".join(termino(i["nombre"]) for i in m["instrumentos"]),
        "grafica": graficas.escalera(nombre, m["nivel"], nombres, dicho),
    }
