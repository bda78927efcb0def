"""The first chapters: summary, what is offered and sought, the territory, its purpose, its people, its other plan."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agenda.documento.plan_congelado import acciones_de
from agenda.impresion.lectura import VACIO, termino
from agenda.salidas.word.estilos import LENGUAS
from agenda.salidas.word.piezas import Papel, Trozo


def fuente(papel: Papel, texto: str) -> None:
    """Put where the facts of the table above come from."""
    papel.parrafo(_("Fuente: %(de)s") % {"de": texto}, estilo="Nota")


def suave(texto: str, suyo: bool = True) -> Trozo:
    """Give a piece of text in a lighter colour, the town's unless told otherwise."""
    return Trozo(texto, suyo=suyo, estilo="Suave")


def resumen(papel: Papel, x: dict) -> None:
    """Put the summary, the agenda in figures and its ejes."""
    if x["sin_ingles"]:
        papel.parrafo(x["sin_ingles"], estilo="Nota")
    propio(papel, x["t"]["resumen"])
    datos = x["ejecutivo"]
    if x["hay_acciones"]:
        papel.leyenda(_("Tabla"), _("La agenda en cifras"))
        papel.tabla(
            [nombre for _cifra, nombre in datos["cifras"]],
            [[cifra for cifra, _nombre in datos["cifras"]]],
            [1] * len(datos["cifras"]),
        )


def presentacion(papel: Papel, x: dict) -> None:
    """Put what the town wrote of its agenda in the other language of the document."""
    otra = x["otra_lengua"]
    if not otra["hay"]:
        return
    papel.titulo(otra["titulo"], 2)
    textos, lengua = otra["textos"], LENGUAS[otra["lang"]]
    if textos.get("titulo"):
        papel.parrafo(Trozo(textos["titulo"], negrita=True, lengua=lengua))
    papel.textos(textos.get("resumen", ""), lengua=lengua)
    for campo in ("ofrecemos", "buscamos"):
        if textos.get(campo):
            papel.titulo(otra[f"{campo}_dice"], 3, lengua=lengua)
            papel.textos(textos[campo], lengua=lengua)


def propio(papel: Papel, elegido: dict, estilo: str = "") -> None:
    """Put one of the texts that a town may have in English: ``{"texto", "lengua"}``."""
    papel.textos(elegido["texto"], estilo, suyo=bool(elegido["lengua"]))


def ofrecemos(papel: Papel, x: dict) -> None:
    """Put what is offered and sought, and with whom."""
    titulos = {"ofrecemos": _("Lo que ofrecemos"), "buscamos": _("Lo que buscamos")}
    for campo, titulo in titulos.items():
        if x["t"][campo]["texto"]:
            papel.titulo(titulo, 2)
            propio(papel, x["t"][campo], "Destacado")
    if x["socios"]:
        papel.titulo(_("Aliados de las acciones"), 2)
        papel.leyenda(_("Tabla"), _("Países, ciudades y aliados de las acciones"))
        papel.tabla(
            (_("Aliado"), _("Ciudad"), _("País"), _("Papel"), _("Etapa"), _("Acciones")),
            [
                [
                    [Trozo(s["nombre"], suyo=True), *_sin_verificar(s["verificada"])],
                    s["ciudad"] or VACIO,
                    s["pais"],
                    s["rol"],
                    s["etapa"],
                    s["acciones"],
                ]
                for s in x["socios"]
            ],
            (30, 14, 13, 15, 16, 12),
        )
        fuente(papel, x["fuentes"]["agenda"])


def _sin_verificar(verificada: bool) -> list[Trozo]:
    return [] if verificada else [suave(f" {_('(sin verificar)')}", suyo=False)]


def perfil(papel: Papel, x: dict) -> None:
    """Put the facts of the territory, its memory and its twinnings."""
    papel.titulo(_("El territorio en datos"), 2)
    papel.hechos(x["perfil"])
    fuente(papel, x["fuentes"]["territorio"])
    if x["memoria"]:
        papel.titulo(_("Memoria institucional"), 2)
        papel.leyenda(_("Tabla"), _("Lo que ya se ha hecho"))
        papel.tabla(
            (_("Experiencia"), _("Tipo"), _("Fecha"), _("Hoy")),
            [
                [
                    [
                        [Trozo(" · ".join(filter(None, (a["titulo"], a["con"]))), negrita=True, suyo=True)],
                        *([[suave(a["detalle"])]] if a["detalle"] else []),
                    ],
                    a["tipo"],
                    a["fecha"],
                    a["etapa"],
                ]
                for a in x["memoria"]
            ],
            (52, 18, 14, 16),
            titulos_de_fila=False,
        )
        fuente(papel, x["fuentes"]["registro"])
    if x["hermanamientos"]:
        papel.titulo(_("Hermanamientos del registro público"), 2)
        papel.leyenda(_("Tabla"), _("Hermanamientos y acuerdos del registro público"))
        papel.tabla(
            (_("Ciudad"), _("País"), _("Año"), _("Acuerdo")),
            [
                [
                    h["ciudad"],
                    h["lugar"],
                    VACIO if h["anio"] is None else str(h["anio"]),
                    [Trozo(h["acuerdo"]), *_sin_verificar(h["verificado"])],
                ]
                for h in x["hermanamientos"]
            ],
            (30, 24, 10, 36),
        )
        fuente(papel, x["fuentes"]["publico"])


def proposito(papel: Papel, x: dict) -> None:
    """Put the general objective, the vision and the scope."""
    textos, s = x["c"]["textos"], x["s"]
    for campo, clave, estilo in (
        ("objetivo_general", "proposito_general", "Destacado"),
        ("vision", "proposito_vision", ""),
        ("alcance", "proposito_alcance", ""),
    ):
        if textos[campo]:
            papel.titulo(s[clave].titulo, 2)
            papel.textos(textos[campo], estilo)


def actores(papel: Papel, x: dict) -> None:
    """Put what moves the town, its themes and its people."""
    d = x["diagnostico"] or {}
    if d.get("motivaciones") or d.get("temas"):
        papel.titulo(x["s"]["actores_motivos"].titulo, 2)
        papel.lista(d["motivaciones"], numerada=True)
        if d["temas"]:
            papel.parrafo(Trozo(_("Temas prioritarios:"), negrita=True), f" {' · '.join(d['temas'])}")
    if x["actores"]:
        papel.titulo(_("Actores locales"), 2)
        papel.leyenda(_("Tabla"), _("Actores locales"))
        papel.tabla(
            (_("Organización"), _("Grupo"), _("Papel"), _("Compromiso")),
            [
                [
                    [
                        [Trozo(a["organizacion"], negrita=True, suyo=True)],
                        *([[suave(a["quien"])]] if a["quien"] else []),
                    ],
                    a["grupo"],
                    [Trozo(a["rol"], suyo=True)],
                    [Trozo(a["compromiso"], suyo=True)],
                ]
                for a in x["actores"]
            ],
            (30, 22, 20, 28),
            titulos_de_fila=False,
        )
        fuente(papel, x["fuentes"]["registro"])


def articulacion(papel: Papel, x: dict) -> None:
    """Put the development plan and the goals against the actions."""
    plan = x["articulacion"]
    if plan["plan"]:
        papel.titulo(_("Articulación con el plan de desarrollo"), 2)
        papel.leyenda(_("Tabla"), _("Plan de desarrollo"))
        papel.tabla(
            (_("Eje"), _("Programa y meta"), _("Modalidades posibles"), _("Acciones")),
            [[f["eje"], [Trozo(f["programa"], suyo=True)], f["modalidades"], f["acciones"]] for f in plan["plan"]],
            (26, 36, 24, 14),
            suyas=(0,),
        )
        if plan["propuestas"]:
            papel.parrafo(
                _("Propuestas sin meta en el plan de desarrollo: %(propuestas)s.") % {"propuestas": plan["propuestas"]},
                estilo="Nota",
            )
        fuente(papel, x["fuentes"]["plan"])
    if ods := _ods(x["c"]):
        papel.titulo(_("Objetivos de Desarrollo Sostenible"), 2)
        papel.leyenda(_("Tabla"), _("Objetivos de Desarrollo Sostenible"))
        papel.tabla(
            (_("Objetivo"), _("Acciones que aportan")),
            ods,
            (60, 40),
        )
        fuente(papel, x["fuentes"]["agenda"])


def _ods(c: dict) -> list[tuple[str, str]]:
    """Give each goal that some action serves, with the numbers of those actions."""
    sirven: dict[int, list[str]] = {}
    for accion in acciones_de(c):
        for uno in accion["ods"]:
            sirven.setdefault(uno["numero"], []).append(accion["numero"])
    return [
        (f"{uno['numero']}. {termino(uno['texto'])}", ", ".join(sirven[uno["numero"]]))
        for uno in c["ods"]
        if uno["numero"] in sirven
    ]
