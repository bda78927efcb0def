"""Where a row of a register stands and what it lacks to be sent. Pure: it looks at the row it is given."""

from __future__ import annotations

import json
from enum import StrEnum

from django.utils.text import capfirst
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from guardado.huella import huella, normal

PRIMER_ANIO = 1800
CAMPOS = {
    "hermanamiento": (
        "ciudad", "pais", "tipo_acuerdo", "fecha", "anio", "vigente_hasta", "temas", "enlace", "nota", "archivo",
    ),
    "membresia": ("entrada", "desde", "pagada_hasta", "acto", "archivo"),
}  # fmt: skip
SIN_CONFIRMAR = frozenset({"pagada_hasta"})  # the town's own bookkeeping: renewing the dues asks nobody


class Situacion(StrEnum):
    """Where a row stands."""

    CARGADO = "cargado"
    VERIFICADO = "verificado"
    POR_CONFIRMAR = "por-confirmar"
    DEVUELTO = "devuelto"
    CONFIRMADO = "confirmado"
    RETIRADO = "retirado"

    @property
    def texto(self) -> str:
        """Give the words the town reads."""
        return {
            Situacion.CARGADO: _("sin verificar"),
            Situacion.VERIFICADO: _("verificado"),
            Situacion.POR_CONFIRMAR: _("por confirmar"),
            Situacion.DEVUELTO: _("devuelto"),
            Situacion.CONFIRMADO: _("confirmado"),
            Situacion.RETIRADO: _("retirado"),
        }[self]

    @property
    def tono(self) -> str:
        """Give the tone of its tag."""
        return TONOS[self]

    @property
    def en_publico(self) -> bool:
        """Say whether anyone may read it: the same rule as ``RegistroQuerySet.publicos``."""
        return self in (Situacion.CARGADO, Situacion.VERIFICADO, Situacion.CONFIRMADO)


TONOS = {
    Situacion.CARGADO: "neutra",
    Situacion.VERIFICADO: "exito",
    Situacion.POR_CONFIRMAR: "alerta",
    Situacion.DEVUELTO: "peligro",
    Situacion.CONFIRMADO: "exito",
    Situacion.RETIRADO: "neutra",
}


def situacion(fila) -> Situacion:
    """Give where a row stands."""
    if fila.retirado_en is not None:
        return Situacion.RETIRADO
    if fila.declarado_en is None:
        return Situacion.VERIFICADO if fila.verificado else Situacion.CARGADO
    if fila.verificado:
        return Situacion.CONFIRMADO
    return Situacion.DEVUELTO if fila.devuelto else Situacion.POR_CONFIRMAR


def campos_de(fila) -> tuple[str, ...]:
    """Give the fields that a town writes and the FCM confirms."""
    return CAMPOS[fila._meta.model_name]


def huella_de(fila) -> str:
    """Give the digest of all that decides a confirmation: the advisor confirms what was read, nothing newer."""
    otros = ("declarado_en", "verificado", "devuelto", "retirado_en")
    valores = {c: normal(getattr(fila, fila._meta.get_field(c).attname)) for c in (*campos_de(fila), *otros)}
    return huella(json.dumps(valores, ensure_ascii=False, sort_keys=True))


def errores_hermanamiento(valores: dict, con_documento: bool) -> dict[str, str]:
    """Give what a twinning lacks or contradicts, field → sentence, for the values it would have."""
    errores: dict[str, str] = {}
    hoy, fecha, anio = localdate(), valores.get("fecha"), valores.get("anio")
    if not fecha and not anio:
        errores["fecha"] = _("Escriba la fecha de la firma o, si no la conoce, el año.")
    if fecha and fecha > hoy:
        errores["fecha"] = _("La firma no puede ser posterior a hoy. Registre el acuerdo cuando esté firmado.")
    elif fecha and fecha.year < PRIMER_ANIO:
        errores["fecha"] = _("Escriba el año con cuatro cifras, desde %s.") % PRIMER_ANIO
    if anio and not PRIMER_ANIO <= anio <= hoy.year:
        errores["anio"] = _("Escriba un año entre %(desde)s y %(hasta)s.") % {"desde": PRIMER_ANIO, "hasta": hoy.year}
    elif fecha and anio and fecha.year != anio:
        errores["anio"] = _("El año no es el de la fecha de la firma. Corrija uno o deje el año en blanco.")
    hasta = valores.get("vigente_hasta")
    if hasta and ((fecha and hasta < fecha) or (not fecha and anio and hasta.year < anio)):
        errores["vigente_hasta"] = _("La vigencia no puede terminar antes de la firma.")
    if not con_documento and not valores.get("enlace"):
        errores["archivo"] = _("Adjunte el documento o escriba el enlace donde se puede leer.")
    return errores


def errores_membresia(valores: dict, con_documento: bool) -> dict[str, str]:
    """Give what a membership lacks or contradicts, field → sentence, for the values it would have."""
    errores: dict[str, str] = {}
    desde, pagada = valores.get("desde"), valores.get("pagada_hasta")
    if not desde:
        errores["desde"] = _("Escriba desde qué día pertenece.")
    elif desde > localdate():
        errores["desde"] = _("El ingreso no puede ser posterior a hoy. Registre la membresía cuando ya pertenezca.")
    elif desde.year < PRIMER_ANIO:
        errores["desde"] = _("Escriba el año con cuatro cifras, desde %s.") % PRIMER_ANIO
    if desde and pagada and pagada < desde:
        errores["pagada_hasta"] = _("La cuota no puede vencer antes del ingreso.")
    if not con_documento:
        errores["archivo"] = _("Adjunte el acto de adhesión o la carta de la red que lo prueba.")
    return errores


ERRORES = {"hermanamiento": errores_hermanamiento, "membresia": errores_membresia}


def cuota_vencida(fila) -> bool:
    """Say whether the dues of a membership were paid until a day that has passed."""
    pagada = getattr(fila, "pagada_hasta", None)
    return pagada is not None and pagada < localdate()


def nombre_de(fila) -> str:
    """Give how a row is called in a sentence: the city and its country, or the network."""
    return capfirst(fila.lugar) if fila._meta.model_name == "hermanamiento" else str(fila.entrada)
