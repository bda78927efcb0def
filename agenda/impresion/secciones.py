"""The numbered headings of the document: the table of contents, the bookmarks and the running head read them. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from agenda.documento.plan_congelado import acciones_de
from agenda.impresion.lectura import nivel, plural
from informes.graficas.trazo import partir

CIFRA = "\u2007"  # a blank as wide as a figure
ALTO = 600  # points that the table of contents has in a column of one page


@dataclass
class Seccion:
    """A heading: its anchor, its number («4» or «4.1») and its words. ``suyo``: words of the town, not translated."""

    clave: str
    numero: str
    titulo: str
    suyo: bool = False
    hijas: list[Seccion] = field(default_factory=list)

    @property
    def ancla(self) -> str:
        """Give the fragment of its place."""
        return self.clave.replace("_", "-")

    @property
    def alineado(self) -> str:
        """Give the number as the table of contents has it: padded with figure spaces, so that titles begin in line."""
        ancho, aparte = (4, 2) if "." in self.numero else (2, 3)
        return self.numero.rjust(ancho, CIFRA) + CIFRA * aparte


def secciones(partes: Iterable[tuple], ejes: Iterable[tuple[str, str]] = ()) -> dict[str, Seccion]:
    """Number the parts that exist: ``(key, title, exists, [(key, title, exists), …])``; ``ejes`` hang from «plan»."""
    hechas: dict[str, Seccion] = {}
    cuantas = 0
    for clave, titulo, existe, hijas in partes:
        if not existe:
            continue
        cuantas += 1
        una = hechas[clave] = Seccion(clave, str(cuantas), titulo)
        filas = [(c, t, False) for c, t, hay in hijas if hay]
        if clave == "plan":
            filas += [(c, t, True) for c, t in ejes]
        for orden, (subclave, subtitulo, suyo) in enumerate(filas, 1):
            hija = hechas[subclave] = Seccion(subclave, f"{una.numero}.{orden}", subtitulo, suyo)
            una.hijas.append(hija)
    return hechas


def indice(hechas: dict[str, Seccion]) -> list[list[Seccion]]:
    """Give the chapters, with what hangs from each, in two columns about as long; in one when they do not fit."""
    capitulos = [una for una in hechas.values() if "." not in una.numero]
    largos = [_alto(una, 14, 11.8) + sum(_alto(hija, 4, 10.8) for hija in una.hijas) for una in capitulos]
    total = sum(largos)
    corte = next((i for i in range(len(largos)) if sum(largos[: i + 1]) * 2 >= total), 0) + 1
    if max(sum(largos[:corte]), sum(largos[corte:])) > ALTO or corte >= len(capitulos):
        return [capitulos]
    return [capitulos[:corte], capitulos[corte:]]


def _alto(una: Seccion, aire: float, renglon: float) -> float:
    """Estimate the height of a heading in a column of the table of contents, in points: its blank and its lines."""
    return aire + renglon * max(1, len(partir(una.titulo, 186, 9.4, 9)))


def del_documento(c: dict, dibujos: dict, *, borrador: bool) -> dict[str, Seccion]:
    """Give the headings of the whole document. ``dibujos``: what was drawn, by the names of the context."""
    textos, diagnostico = c["textos"], c["diagnostico"] or {}
    niveles = {clave: nivel(nombre) for clave, nombre in c["niveles"].items()}
    hay_acciones = bool(acciones_de(c))
    ejes = plural(niveles["eje"]), plural(niveles["objetivo"]).lower()
    territorio, gobernanza = c["territorio"], dibujos["gobernanza"]
    condiciones = diagnostico.get("condiciones", {}).get("lista")
    presupuesto, cronograma = dibujos["presupuesto"] or {}, dibujos["cronograma"] or {}
    partes = [
        ("resumen", _("Resumen ejecutivo"), True, []),
        ("presentacion", _("Presentación"), dibujos["presentacion"], [
            ("presentacion_resumen", _("Resumen"), dibujos["resumen_largo"]),
            ("presentacion_otro", dibujos["otra_lengua"]["titulo"], dibujos["otra_lengua"]["hay"]),
        ]),
        ("ofrecemos", _("Lo que ofrecemos y lo que buscamos") if dibujos["ofrece_aparte"]
         else _("Con quién, en el mundo"), dibujos["ofrece_aparte"] or c["socios"] or dibujos["mundo"], [
            ("ofrecemos_mundo", _("Con quién, en el mundo"), dibujos["mundo"] and dibujos["ofrece_aparte"]),
            ("ofrecemos_socios", _("Aliados de las acciones"), c["socios"]),
        ]),
        ("perfil", _("Perfil del territorio"), True, [
            ("perfil_ficha", _("El territorio en datos"), True),
            ("perfil_memoria", _("Memoria institucional"), c["memoria"]),
            ("perfil_hermanamientos", _("Hermanamientos del registro público"), territorio["hermanamientos"]),
        ]),
        ("proposito", _("Propósito y alcance"), textos["objetivo_general"] or textos["alcance"] or textos["vision"], [
            ("proposito_general", _("Objetivo general"), textos["objetivo_general"]),
            ("proposito_vision", _("Visión a %(anio)s") % {"anio": textos["anio_horizonte"]}
             if textos["anio_horizonte"] else _("Visión"), textos["vision"]),
            ("proposito_alcance", _("Alcance"), textos["alcance"]),
        ]),
        ("actores", _("Actores, motivaciones y temas"),
         c["actores"] or diagnostico.get("motivaciones") or diagnostico.get("temas"), [
            ("actores_motivos", _("Lo que nos mueve y los temas prioritarios"),
             diagnostico.get("motivaciones") or diagnostico.get("temas")),
            ("actores_lista", _("Actores locales"), c["actores"]),
        ]),
        ("articulacion", _("Plan de desarrollo y ODS"), dibujos["articulacion"]["plan"] or dibujos["ods"], [
            ("articulacion_plan", _("Articulación con el plan de desarrollo"), dibujos["articulacion"]["plan"]),
            ("articulacion_ods", _("Objetivos de Desarrollo Sostenible"), dibujos["ods"]),
        ]),
        ("plan", _("Plan de acción") if hay_acciones else _("%(ejes)s y %(objetivos)s") % {
            "ejes": ejes[0], "objetivos": ejes[1]}, c["ejes"], [
            ("plan_mirada", _("El plan de una mirada"), hay_acciones),
        ]),
        ("cronograma", _("Cronograma"), cronograma, [
            ("cronograma_barras", _("Acciones por semestre"), cronograma),
            ("cronograma_hitos", _("Hitos por fecha"), cronograma.get("hitos")),
        ]),
        ("presupuesto", _("Presupuesto"), presupuesto, [
            ("presupuesto_anio", _("Por año"), presupuesto),
            ("presupuesto_fuente", _("Por fuente"), presupuesto),
            ("presupuesto_accion", _("Por acción"), presupuesto),
        ]),
        ("indicadores", _("Indicadores y metas"), dibujos["indicadores"], []),
        ("cadena", _("Resultados e impactos esperados"), dibujos["cadena"], []),
        ("gobernanza", _("Gobernanza y condiciones"),
         gobernanza or condiciones or c["reuniones"] or dibujos["revisados"], [
            ("gobernanza_quien", _("Quién gobierna y quién hace seguimiento"), gobernanza),
            ("gobernanza_condiciones", _("Condiciones del proceso"), condiciones),
            ("gobernanza_reuniones", _("Cómo se hizo esta agenda"), c["reuniones"] or dibujos["revisados"]),
        ]),
        ("diagnostico", _("Anexo. Diagnóstico"), diagnostico, [
            ("diagnostico_pasos", _("Los siete pasos"), diagnostico),
            ("diagnostico_modalidades", _("Las modalidades"), diagnostico.get("modalidades")),
        ]),
        ("metodo", _("Anexo. Cómo se calcula el puntaje"), diagnostico, []),
        ("cierre", _("Firmas") if borrador else _("Firmas y verificación"), True, []),
    ]  # fmt: skip
    hijos = [(f"eje-{eje['clave']}", f"{niveles['eje']} {eje['numero']}. {eje['nombre']}") for eje in c["ejes"]]
    return secciones(partes, hijos)
