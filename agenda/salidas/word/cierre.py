"""The last chapters: who governs, the diagnostic and how its score is computed, who signs, how it is verified."""

from __future__ import annotations

import io

import segno
from django.utils.translation import gettext as _

from agenda.impresion.lectura import VACIO
from agenda.salidas.word.entorno import fuente, suave
from agenda.salidas.word.piezas import Papel, Trozo, corrida


def gobernanza(papel: Papel, x: dict) -> None:
    """Put who governs and follows up, the conditions, the meetings and the advice that was looked at."""
    d = x["diagnostico"] or {}
    if x["gobernanza"]:
        papel.titulo(x["s"]["gobernanza_quien"].titulo, 2)
        papel.hechos(x["gobernanza"])
    if d.get("condiciones"):
        papel.titulo(_("Condiciones del proceso"), 2)
        papel.leyenda(_("Tabla"), f"{_('Condiciones del proceso:')} {d['cumplidas']['texto']}")
        papel.tabla(
            (_("Condición"), _("En qué consiste"), _("Se cumple")),
            [[f["nombre"], f["texto"], f["valor"]] for f in d["condiciones"]],
            (22, 62, 16),
        )
        fuente(papel, x["fuentes"]["diagnostico"])
    if x["reuniones"] or x["revisados"]:
        papel.titulo(_("Cómo se hizo esta agenda"), 2)
    if x["reuniones"]:
        papel.leyenda(_("Tabla"), _("Reuniones"))
        papel.tabla(
            (_("Reunión"), _("Fecha"), _("Asistentes")),
            [
                [
                    [
                        [Trozo(r["tema"], negrita=True, suyo=True)],
                        *([[suave(r["memoria"])]] if r["memoria"] else []),
                    ],
                    r["fecha"] or VACIO,
                    VACIO if r["asistentes"] is None else str(r["asistentes"]),
                ]
                for r in x["reuniones"]
            ],
            (62, 24, 14),
            numeros=(2,),
            titulos_de_fila=False,
        )
        fuente(papel, x["fuentes"]["registro"])
    if x["revisados"]:
        papel.parrafo(
            Trozo(f"{_('Consejos de la guía que se revisaron antes de enviar')}: ", negrita=True),
            " · ".join(x["revisados"]),
        )


def diagnostico(papel: Papel, x: dict) -> None:
    """Put the result: its score, the seven steps beside the previous ones, and the ladders."""
    d = x["diagnostico"]
    frases = [
        _("Diagnóstico n.º %(n)s, %(ruta)s (%(preguntas)s preguntas).")
        % {"n": d["numero"], "ruta": d["ruta"], "preguntas": d["preguntas"]}
    ]
    if d["total"] is not None:
        frases.append(_("Puntaje: %(total)s de 100.") % {"total": d["total"]})
    if d["nivel"]:
        frases.append(_("Nivel: %(nivel)s. %(texto)s") % {"nivel": d["nivel"], "texto": d["nivel_texto"]})
    frases.append(_("Respaldado con evidencia: %(respaldo)s.") % {"respaldo": d["respaldo"]["texto"]})
    papel.parrafo(" ".join(frases))
    papel.titulo(_("Los siete pasos"), 2)
    papel.leyenda(_("Tabla"), _("Los siete pasos"))
    antes = [_("Antes")] if d["antes"] else []
    papel.tabla(
        (_("Paso"), _("Qué mira"), *antes, _("Puntaje")),
        [
            [str(p["orden"]), p["titulo"], *([_puntos(p["antes"])] if antes else []), _puntos(p["puntaje"])]
            for p in d["pasos"]
        ],
        (10, 90 - 14 * (1 + len(antes)), *[14] * (1 + len(antes))),
        numeros=range(2, 4),
        titulos_de_fila=False,
    )
    if d["antes"]:
        frases = [_("Antes: %(antes)s.") % {"antes": d["antes"]}]
        if d["comunes"]:
            frases.append(
                _("El cuestionario cambió: los puntajes de antes se calculan sobre las %(n)s preguntas comunes.")
                % {"n": d["comunes"]}
            )
        papel.parrafo(" ".join(frases), estilo="Nota")
    fuente(papel, x["fuentes"]["diagnostico"])
    papel.titulo(_("Las modalidades"), 2)
    papel.leyenda(_("Tabla"), _("Las modalidades"))
    papel.tabla(
        (_("Modalidad"), _("Nivel alcanzado"), _("Instrumentos en uso")),
        [
            [
                m["nombre"],
                [[Trozo(m["nivel"], negrita=True)], *([[suave(m["texto"], suyo=False)]] if m["texto"] else [])],
                m["instrumentos"] or VACIO,
            ]
            for m in d["modalidades"]
        ],
        (26, 48, 26),
    )
    fuente(papel, x["fuentes"]["diagnostico"])


def _puntos(puntaje: int | None) -> str:
    return _("sin dato") if puntaje is None else str(puntaje)


def metodo(papel: Papel, x: dict) -> None:
    """Put the published rule of the score, and one worked out."""
    d, resultado = x["diagnostico"], x["c"]["diagnostico"]
    version = resultado["cuestionario"]
    papel.parrafo(_("Cuestionario y pesos de la versión %(version)s.") % {"version": version})
    papel.lista(d["regla"])
    if d["ejemplo"]:
        papel.parrafo(d["ejemplo"], estilo="Nota")
    papel.leyenda(_("Tabla"), _("De dónde sale cada puntaje"))
    papel.tabla(
        (_("Paso"), _("Preguntas que cuentan"), _("Puntos posibles"), _("Puntos obtenidos"), _("Puntaje")),
        [
            [
                f"{p['orden']}. {p['titulo']}",
                str(p["cuentan"]),
                str(p["posibles"]),
                p["obtenidos"] or VACIO,
                _puntos(p["puntaje"]),
            ]
            for p in d["pasos"]
        ],
        (44, 14, 14, 14, 14),
        numeros=(1, 2, 3, 4),
    )
    fuente(papel, x["fuentes"]["diagnostico"])


def cierre(papel: Papel, x: dict) -> None:
    """Put room for the signatures, and where the original is verified."""
    papel.tabla(
        ("", _("Proyectó"), _("Revisó"), _("Aprobó")),
        [
            [_("Cargo"), *(cargo or VACIO for _papel, cargo in x["firmas"])],
            *([titulo, "", "", ""] for titulo in (_("Nombre"), _("Fecha"))),
            [[[Trozo(_("Firma"))], [], []], "", "", ""],
        ],
        (13, 29, 29, 29),
        suyas=(1, 2, 3),
    )
    e = x["e"]
    if e.adopcion:
        papel.parrafo(f"{e.adopcion}.")
    if e.borrador:
        papel.parrafo(
            _("Este documento es un borrador del %(momento)s: no ha sido revisado y puede cambiar.")
            % {"momento": x["momento"]},
            estilo="Nota",
        )
        return
    papel.titulo(_("Cómo se verifica este documento"), 2)
    papel.parrafo(copia_editable(), estilo="Destacado")
    c = x["c"]
    papel.parrafo(
        _("Versión %(n)s de la Agenda Estratégica %(p)s de %(t)s.")
        % {"n": c["version"], "p": c["periodo"]["texto"], "t": x["lugar_completo"]}
    )
    for titulo, cuando, quien in x["acta"]:
        papel.parrafo(Trozo(f"{titulo}: ", negrita=True), f"{cuando}{f' · {quien}' if quien else ''}.")
    papel.parrafo(Trozo(f"{_('Huella del contenido (SHA-256):')} ", negrita=True), e.sha256)
    parrafo = papel.parrafo(Trozo(f"{_('La página que lo verifica:')} ", negrita=True))
    parrafo.append(papel.enlace(e.verificar))
    parrafo.append(corrida(Trozo("."), False))
    codigo = io.BytesIO()
    segno.make(e.verificar, error="m", micro=False).save(codigo, kind="png", scale=8, border=4)
    papel.imagen(codigo.getvalue(), 3.2, x["qr"].titulo)


def copia_editable() -> str:
    """Say what this file is and which is the original."""
    return _("Esta es una copia editable. El original es el PDF del portal: lo que cambie aquí no cambia la agenda.")
