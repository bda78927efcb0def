"""The sheets that say what the agenda is and whose: its own texts, the territory, its networks and twinnings."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agenda.impresion.lectura import con_hora, dia, mayuscula
from agenda.legible import SECCIONES, legible
from agenda.salidas.hoja.tabla import Campo, clave, numero, tabla
from informes.hojas.escritas import Columna, Hoja

GRUPOS = ("textos", "ingles", "gobernanza", "seguimiento", "firmas", "niveles")


def agenda(c: dict, sha256: str, acta: dict | None) -> Hoja:
    """Give what identifies this version and the texts of the agenda, those that are not empty."""
    titulos = {
        "textos": _("La agenda"),
        "ingles": _("En inglés"),
        "gobernanza": _("Gobernanza"),
        "seguimiento": _("Seguimiento"),
        "firmas": _("Firmas"),
        "niveles": _("Nombres de los niveles"),
    }
    filas = [[_("Documento"), *fila] for fila in _identidad(c, sha256, acta) if fila[1]]
    for grupo in GRUPOS:
        filas += [
            [titulos[grupo], str(etiqueta), texto]
            for campo, etiqueta in SECCIONES[grupo].items()
            if (texto := legible(campo, c[grupo].get(campo)))
        ]
    filas += [
        [_("Consejos de la guía"), uno["texto"], _("revisado") if uno["revisado"] else _("sin revisar")]
        for uno in c["consejos"]
    ]
    columnas = [Columna(_("Apartado"), 22), Columna(_("Dato"), 34), Columna(_("Texto"), 100)]
    return Hoja(_("Agenda"), columnas, filas)


def _identidad(c: dict, sha256: str, acta: dict | None) -> list[list]:
    acta = acta or {}
    demostracion = c["demostracion"] or acta.get("demostracion")
    return [
        [_("Territorio"), c["territorio"]["nombre_completo"]],
        [_("Código"), c["territorio"]["codigo"]],
        [_("Período"), c["periodo"]["texto"]],
        [_("Versión"), c["version"] if sha256 else _("en borrador")],
        [_("Compuesta el"), con_hora(c["compuesta_en"])],
        [_("Enviada"), _quien(acta.get("enviada"))],
        [_("Aprobada"), _quien(acta.get("aprobada"))],
        ["SHA-256", sha256],
        [_("Marca"), _("DEMOSTRACIÓN") if demostracion else ""],
    ]


def _quien(dato: dict | None) -> str:
    """Give who did it and when: office and post."""
    return " · ".join(filter(None, (con_hora(dato["cuando"]), dato["cargo"], dato["dependencia"]))) if dato else ""


def territorio(c: dict) -> Hoja:
    """Give the profile of the territory: numbers as numbers."""
    t = c["territorio"]
    filas = [
        [_("Nombre"), t["nombre_completo"]],
        [_("Sigla"), t["sigla"]],
        [_("Código"), t["codigo"]],
        [_("Clase"), mayuscula(t["tipo"]["texto"])],
        [_("Clase de esquema asociativo"), t["clase_asociacion"]],
        [_("Departamento"), t["departamento"]["nombre"] if t["departamento"] else ""],
        [_("Región"), t["region_natural"]],
        [_("Población"), t["poblacion"]],
        [_("Población de la cabecera"), t["poblacion_cabecera"]],
        [_("Población rural"), t["poblacion_rural"]],
        [_("Año de la proyección de población"), t["poblacion_anio"]],
        [_("Categoría (Ley 617)"), t["categoria"]],
        [_("Año de la categoría"), t["categoria_vigencia"]],
        [_("Desarrollo con enfoque territorial (PDET)"), "" if t["pdet"] is None else legible("pdet", t["pdet"])],
        [_("Subregión del programa"), t["subregion_pdet"]],
        [_("Limita con"), legible("limita_con", t["limita_con"])],
        [_("Latitud"), numero(t["latitud"])],
        [_("Longitud"), numero(t["longitud"])],
        *([_("Vecino"), otro["nombre"]] for otro in t["vecinos"]),
        *([_("Asociación a la que pertenece"), otro["nombre"]] for otro in t["asociaciones"]),
        *([_("Integrante"), otro["nombre"]] for otro in t["integrantes"]),
    ]
    filas = [fila for fila in filas if fila[1] not in ("", None)]
    return Hoja(_("Territorio"), [Columna(_("Dato"), 34), Columna(_("Valor"), 60)], filas)


def redes(c: dict) -> Hoja:
    """Give the networks it belongs to and its twinnings of the public register."""
    t = c["territorio"]
    membresias = [{"clase": _("Red"), "fila": fila} for fila in t["membresias"]]
    hermanas = [{"clase": _("Hermanamiento"), "fila": fila} for fila in t["hermanamientos"]]
    campos = [
        Campo(_("Clase"), 16, lambda f: f["clase"]),
        Campo(_("Red o ciudad"), 44, lambda f: f["fila"].get("red") or f["fila"].get("ciudad", "")),
        Campo(_("País"), 20, lambda f: f["fila"].get("pais", {}).get("texto", "")),
        Campo(_("Año"), 8, lambda f: f["fila"].get("anio"), "entero"),
        Campo(_("Acuerdo"), 30, lambda f: f["fila"].get("tipo_acuerdo", "")),
        Campo(_("Verificado"), 12, lambda f: f["fila"].get("verificado")),
        Campo(_("Desde"), 13, lambda f: dia(f["fila"].get("desde")), "fecha"),
        Campo(_("Cuota pagada hasta"), 13, lambda f: dia(f["fila"].get("pagada_hasta")), "fecha"),
        Campo(_("Acto"), 30, lambda f: f["fila"].get("acto", "")),
        clave(lambda f: f["fila"].get("clave", "")),
    ]
    return tabla(_("Redes y hermanamientos"), campos, [*membresias, *hermanas])
