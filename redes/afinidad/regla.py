"""Which entries of the directory suit a territory, in which order and why. Pure: it receives all it needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from formato.numeros import miles
from formato.paises import pais
from formato.texto import sin_acentos
from redes.afinidad.condiciones import FUERA, REPARO, Fuera, Lectura, leer
from redes.afinidad.cuentas import Afinidad, Cuentas
from redes.afinidad.perfil import PEQUENAS, Miembro, Perfil
from redes.models import Clase, EstadoEntrada

NOMBRADOS = 3


class Resultado(NamedTuple):
    """What suits, best first; what was left out though it shares a theme; and what the territory already has."""

    afines: list[Afinidad]
    fuera: list[Fuera]
    ya_tiene: list


def afines(
    perfil: Perfil,
    entradas: Iterable,
    nombres: Mapping[str, str] | None = None,
    cuantas: int | None = None,
    miembros: Mapping[str, Sequence[Miembro]] | None = None,
) -> list[Afinidad]:
    """Give the entries that suit, best first: by points, then verified, then name. See ``separar``."""
    return separar(perfil, entradas, nombres, miembros).afines[:cuantas]


def separar(
    perfil: Perfil,
    entradas: Iterable,
    nombres: Mapping[str, str] | None = None,
    miembros: Mapping[str, Sequence[Miembro]] | None = None,
) -> Resultado:
    """Sort entries into those that suit, those left out with their reason, and those the territory already has.

    ``nombres``: slug of a theme or modality → name. ``miembros``: slug of an entry → known Colombian members.
    """
    dado = Resultado([], [], [])
    for entrada in entradas:
        suyos = (miembros or {}).get(entrada.slug, ())
        if entrada.slug in perfil.ya_tiene or (perfil.codigo and any(m.codigo == perfil.codigo for m in suyos)):
            dado.ya_tiene.append(entrada)
        elif entrada.estado != EstadoEntrada.INACTIVA and _toca(perfil, entrada, suyos):
            if razon := motivo_de_exclusion(perfil, entrada):
                dado.fuera.append(Fuera(entrada, razon))
            else:
                dado.afines.append(medir(perfil, entrada, nombres or {}, suyos))
    dado.afines.sort(key=lambda a: (-a.puntos, not a.entrada.verificado, a.entrada.clave_busqueda, a.entrada.slug))
    return dado


def _toca(perfil: Perfil, entrada, suyos: Sequence[Miembro]) -> bool:
    """Say whether there is anything to tell: a theme shared; without themes, a modality, or who is near and for whom.

    With themes a modality alone says little: every network serves «redes internacionales».
    """
    if perfil.temas:
        return not perfil.temas.isdisjoint(entrada.temas)
    if not perfil.modalidades.isdisjoint(entrada.modalidades):
        return True
    cerca = any(m.departamento == (perfil.departamento or None) or m.codigo in perfil.vecinos for m in suyos)
    dice = leer(entrada.descripcion, entrada.requisitos, entrada.convocatorias_nota)
    return perfil.sin_temas and (cerca or bool(dice.frontera) or any(c.si for c in dice.condiciones))


def motivo_de_exclusion(perfil: Perfil, entrada) -> str:
    """Give the sentence that leaves an entry out for a territory, or nothing. Only what the entry itself states."""
    dice = leer(entrada.descripcion, entrada.requisitos, entrada.convocatorias_nota)
    if not perfil.admitido(entrada.categorias):
        return _("admite categorías %(lista)s") % {"lista": ", ".join(entrada.categorias)}
    minima, maxima = entrada.poblacion_minima or dice.minima, entrada.poblacion_maxima or dice.maxima
    if perfil.poblacion is not None and minima and perfil.poblacion < minima:
        return _("pide %(cifra)s habitantes o más") % {"cifra": miles(minima)}
    if perfil.poblacion is not None and maxima and perfil.poblacion > maxima:
        return _("pide tener hasta %(cifra)s habitantes") % {"cifra": miles(maxima)}
    for una in dice.condiciones:
        if una.efecto == FUERA and not (una.cumple and una.cumple(perfil)):
            return str(una.si_no)
    if dice.frontera and (perfil.frontera | perfil.frontera_departamento).isdisjoint(dice.frontera):
        return _("es para municipios de frontera con %(lista)s") % {"lista": _paises(dice.frontera)}
    if dice.de_alla and entrada.sede_pais not in perfil.hermanados:
        return _("es para quienes ya tienen una contraparte en %(pais)s") % {"pais": pais(entrada.sede_pais)}
    if entrada.clase == Clase.AGENCIA and perfil.nombre and _es_la_propia(perfil, entrada):
        return _("es de su propio territorio")
    return ""


def _es_la_propia(perfil: Perfil, entrada) -> bool:
    nombre = sin_acentos(perfil.nombre).partition(",")[0]
    return nombre == sin_acentos(entrada.sede_ciudad).partition(",")[0] and nombre in sin_acentos(entrada.nombre)


def medir(perfil: Perfil, entrada, nombres: Mapping[str, str], suyos: Sequence[Miembro] = ()) -> Afinidad:
    """Add up the points of one entry with its reasons and warnings, by the table ``pesos.PESOS``."""
    cuentas = Cuentas()
    dice = leer(entrada.descripcion, entrada.requisitos, entrada.convocatorias_nota)
    lo_compartido(cuentas, perfil, entrada, nombres)
    _lugar(cuentas, perfil, entrada, dice)
    if entrada.clase == Clase.RED:
        _quienes_estan(cuentas, perfil, entrada, suyos, dice)
    _costo_y_lengua(cuentas, perfil, entrada, dice)
    for una in dice.condiciones:
        if una.efecto == REPARO and not (una.cumple and una.cumple(perfil)):
            cuentas.dar(una.hecho, aviso=str(una.si_no))
    if entrada.estado != EstadoEntrada.ACTIVA:
        cuentas.dar("sin_actividad", aviso=_("no consta actividad reciente"))
    if entrada.verificado:
        cuentas.dar("verificada")
    else:
        cuentas.dar("verificada", veces=0, aviso=_("sin verificar"))
    return cuentas.cerrar(entrada)


def lo_compartido(cuentas: Cuentas, perfil: Perfil, entrada, nombres: Mapping[str, str]) -> None:
    """Count themes, modalities and ODS in common (entries and calls alike)."""
    temas = [tema for tema in entrada.temas if tema in perfil.temas]
    modalidades = [una for una in entrada.modalidades if una in perfil.modalidades]
    if temas:
        cuentas.dar("tema", lambda: _que_temas(_nombrar(temas, nombres), len(temas)), len(temas))
        if entrada.temas[0] in perfil.temas:
            cuentas.dar("primer_tema")
        if len(temas) == len(entrada.temas):
            cuentas.dar("solo_sus_temas")
    if modalidades:
        cuentas.dar(
            "modalidad",
            lambda: _("sirve para %(lista)s") % {"lista": _nombrar(modalidades, nombres)},
            len(modalidades),
        )
    # an ODS alone says little: almost every entry points at the 11 or the 17
    if temas and (comunes := sum(numero in perfil.ods for numero in entrada.ods)):
        cuentas.dar("ods", lambda: _cuantos_ods(comunes), comunes)


def _que_temas(lista: str, cuantos: int) -> str:
    frase = ngettext("comparte un tema: %(lista)s", "comparte %(n)d temas: %(lista)s", cuantos)
    return frase % {"n": cuantos, "lista": lista}


def _cuantos_ods(cuantos: int) -> str:
    frase = ngettext(
        "apunta a uno de sus Objetivos de Desarrollo Sostenible",
        "apunta a %(n)d de sus Objetivos de Desarrollo Sostenible",
        cuantos,
    )
    return frase % {"n": cuantos}


def _lugar(cuentas: Cuentas, perfil: Perfil, entrada, dice: Lectura) -> None:
    for una in dice.condiciones:
        if una.si and una.cumple and una.cumple(perfil):
            cuentas.dar("lugar", str(una.si))
    if comunes := perfil.frontera & dice.frontera:
        cuentas.dar(
            "lugar", _("es para municipios de frontera con %(lista)s, como el suyo") % {"lista": _paises(comunes)}
        )
    elif comunes := perfil.frontera_departamento & dice.frontera:
        cuentas.dar("frontera", _("es para la frontera de su departamento con %(lista)s") % {"lista": _paises(comunes)})
    elif entrada.tipo == "bilateral" and entrada.sede_pais in perfil.frontera:
        frase = _("es la cooperación de %(pais)s, país con el que usted limita")
        cuentas.dar("frontera", frase % {"pais": pais(entrada.sede_pais)})
    ciudades = perfil.hermanados.get(entrada.sede_pais)
    if ciudades and (dice.de_alla or entrada.tipo == "bilateral"):
        hecho = {"ciudad": ciudades[0], "pais": pais(entrada.sede_pais)}
        cuentas.dar("hermanado", _("usted ya está hermanado con %(ciudad)s, de %(pais)s") % hecho)
    if dice.de_alla:
        cuentas.dar(
            "reparo", aviso=_("entran municipios de allá: usted participa como contraparte si la suya es miembro")
        )


def _quienes_estan(cuentas: Cuentas, perfil: Perfil, entrada, suyos: Sequence[Miembro], dice: Lectura) -> None:
    vecinos = [m for m in suyos if m.codigo in perfil.vecinos]
    del_departamento = [
        m for m in suyos if perfil.departamento and m.departamento == perfil.departamento and m not in vecinos
    ]
    iguales = sum(bool(perfil.categoria) and m.categoria == perfil.categoria for m in suyos)
    if vecinos:
        frase = ngettext("su vecino %(quienes)s ya está", "sus vecinos %(quienes)s ya están", len(vecinos))
        cuentas.dar("vecino", frase % {"quienes": _quienes(vecinos)}, len(vecinos))
    if del_departamento:
        varios = ngettext(
            "%(quienes)s, de su departamento, ya está",
            "%(n)d municipios de su departamento ya están: %(quienes)s",
            len(del_departamento),
        )
        otros = ngettext(
            "%(quienes)s, también de su departamento, ya está",
            "otros %(n)d municipios de su departamento ya están: %(quienes)s",
            len(del_departamento),
        )
        cercanos = any(m.departamento == perfil.departamento for m in vecinos)
        frase = otros if cercanos else varios
        hecho = {"n": len(del_departamento), "quienes": _quienes(del_departamento)}
        cuentas.dar("departamento", frase % hecho, len(del_departamento))
    if iguales:
        frase = ngettext("ya está uno de su misma categoría", "ya están %(n)d de su misma categoría", iguales)
        cuentas.dar("categoria", frase % {"n": iguales}, iguales)
    sin_lugar = len(entrada.miembros_colombia) > len(suyos)  # a name that is of no one town may be of this department
    if suyos and not (vecinos or del_departamento or sin_lugar):
        cuentas.avisos.append(_("no conocemos a nadie de su departamento que esté"))
    elif not suyos:
        cuentas.avisos.append(_("no sabemos qué territorios de Colombia están"))
    if perfil.pequeno and len(suyos) > 1 and all(m.categoria and m.categoria not in PEQUENAS for m in suyos):
        cuentas.dar("mas_grandes", aviso=_("los que conocemos son de categorías mayores que la suya"))
    if perfil.es_asociacion and not dice.nombra_esquemas:
        cuentas.avisos.append(_("su ficha no habla de asociaciones de municipios: pregunte si las admite"))
    propio = sin_acentos(perfil.nombre).partition(",")[0]
    if propio and any(sin_acentos(nombre).partition(",")[0] == propio for nombre in entrada.miembros_colombia):
        cuentas.avisos.append(
            _("el directorio nombra a «%(nombre)s»: compruebe si es usted") % {"nombre": perfil.nombre}
        )


def _costo_y_lengua(cuentas: Cuentas, perfil: Perfil, entrada, dice: Lectura) -> None:
    if entrada.sede_pais == "CO":
        cuentas.dar("en_colombia", _("tiene sede en Colombia"))
    if dice.por_asociacion:
        cuentas.dar("por_la_fcm", _("también se llega por la Federación Colombiana de Municipios"))
    if entrada.cuota == "no" and entrada.clase == Clase.RED:
        cuentas.dar("sin_cuota", _("no cobra cuota, según el directorio: confírmelo"))
    elif entrada.cuota == "si":
        cuentas.dar("cuota", aviso=_("cobra cuota"))
        if perfil.pequeno:
            cuentas.dar("cuota_pequeno")
    if "es" in entrada.idiomas:
        cuentas.dar("espanol")
    elif entrada.idiomas:
        cuentas.dar("otra_lengua", aviso=_("no consta que trabaje en español"))


def _nombrar(slugs: list[str], nombres: Mapping[str, str]) -> str:
    return ", ".join(nombres.get(slug, slug) for slug in slugs)


def _quienes(grupo: Sequence[Miembro]) -> str:
    vistos = [m.nombre for m in grupo]
    if len(vistos) > NOMBRADOS + 1:
        return _("%(lista)s y otros %(n)d") % {"lista": ", ".join(vistos[:NOMBRADOS]), "n": len(vistos) - NOMBRADOS}
    return _(" y ").join(filter(None, [", ".join(vistos[:-1]), vistos[-1]]))


def _paises(codigos: frozenset[str]) -> str:
    return _(" y ").join(pais(codigo) for codigo in sorted(codigos))
