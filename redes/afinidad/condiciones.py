"""What the own text of an entry asks of whoever wants to enter, read by a published list of phrases.

Nothing is known of an entry but what its file says: «por invitación», «grandes ciudades», «miembros catalanes». Each
condition says which words it looks for, what they mean for a territory and how that is told to its mayor.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from formato.paises import pais
from formato.texto import sin_acentos
from redes.afinidad.perfil import Perfil
from redes.afinidad.pesos import GRAN_CIUDAD, INTERMEDIA, PUEBLO

FUERA, REPARO, RAZON = "fuera", "reparo", "razon"


class Fuera(NamedTuple):
    """An entry that does not suit, with the sentence that says why."""

    entrada: object
    razon: str


@dataclass(frozen=True)
class Condicion:
    """``palabras``: pattern over the text without accents. ``cumple``: what a territory must be (None: nobody is).

    ``dice``: the words as the page prints them. ``si_no``: what is told to whom does not meet it; ``si``: to whom does.
    ``hecho``: what of the table of weights it takes from who does not meet it, when it leaves nobody out.
    """

    clave: str
    palabras: str
    dice: str
    efecto: str
    si_no: str
    cumple: Callable[[Perfil], bool] | None = None
    si: str = ""
    hecho: str = "reparo"

    @property
    def para_algunos(self) -> bool:
        """Say whether some territories meet it."""
        return self.cumple is not None


EJE_CAFETERO = ("17", "63", "66")  # Caldas, Quindío, Risaralda (DANE)
AJENOS = (
    r"miembros (andaluces|catalanes)|membresia europea|para colectividades francesas|(de|a) colectividades francesas"
    r"|para entidades (vascas|catalanas|andaluzas)|entes territoriales italianos|las solicita el municipio aleman"
    r"|con municipios andaluces|membresia de la ciudad estadounidense"
)

CONDICIONES: tuple[Condicion, ...] = (
    Condicion(
        "ajena", r"colombia no puede ser miembro|mas que red accesible para colombia",
        _("«Colombia no puede ser miembro»"), FUERA, _("no admite municipios colombianos"),
    ),
    Condicion(
        "indirecta", r"no admite municipios directamente|no es una red de gobiernos|integrada por los fondos"
        r"|gremio de las gobernaciones|consulta abierta de publicaciones",
        _("«no admite municipios directamente», «no es una red de gobiernos», «gremio de las gobernaciones»"),
        FUERA, _("una alcaldía no puede ingresar"),
    ),
    Condicion(
        "propia", r"por derecho propio todos los municipios", _("«por derecho propio todos los municipios»"),
        FUERA, _("su territorio ya pertenece por derecho propio"),
    ),
    Condicion(
        "otra_ciudad", r"^no aplica$", _("convocatorias: «no aplica»"),
        FUERA, _("trabaja para su propia ciudad y no ofrece apoyo a otras"),
    ),
    Condicion(
        "otra_red", r"ser miembro de la red mundial", _("«ser miembro de la red mundial …»"),
        FUERA, _("pide ser antes miembro de la red mundial"),
    ),
    Condicion(
        "patrimonio_mundial", r"tener tejido urbano vivo inscrito en la lista del patrimonio mundial",
        _("«tener tejido urbano … inscrito en la Lista del Patrimonio Mundial»"), FUERA,
        _("pide estar en la Lista del Patrimonio Mundial y el directorio no sabe si su territorio lo está"),
    ),
    Condicion(
        "gran_ciudad", r"grandes ciudades|gran ciudad", _("«grandes ciudades»"), FUERA, _("es para grandes ciudades"),
        lambda p: (p.poblacion or 0) >= GRAN_CIUDAD or p.es_area_metropolitana,
        _("es para grandes ciudades, como la suya"),
    ),
    Condicion(
        "pueblo", r"pueblos rurales|municipios pequenos", _("«pueblos rurales», «municipios pequeños»"),
        FUERA, _("es para pueblos y municipios pequeños"),
        lambda p: p.poblacion is not None and p.poblacion <= PUEBLO, _("es para municipios pequeños, como el suyo"),
    ),
    Condicion(
        "vocacion", r"vocacion patrimonial o natural", _("«vocación patrimonial o natural»"),
        FUERA, _("pide vocación turística o patrimonial, y no está entre sus temas"),
        lambda p: p.sin_temas or not p.temas.isdisjoint(("promocion-turismo", "patrimonio-cultural")),
    ),
    Condicion(
        "capital", r"a las ciudades capitales", _("«a las ciudades capitales»"), FUERA,
        _("reúne a las capitales de departamento"), lambda p: p.es_capital,
        _("reúne a las capitales de departamento, como la suya"),
    ),
    Condicion(
        "intermedia", r"ciudades intermedias no capitales", _("«ciudades intermedias no capitales»"), FUERA,
        _("reúne a ciudades intermedias que no son capitales"),
        lambda p: not p.es_capital and (p.poblacion or 0) >= INTERMEDIA and not p.es_asociacion,
        _("reúne a ciudades intermedias que no son capitales, como la suya"),
    ),
    Condicion(
        "area", r"coordina a las areas metropolitanas", _("«coordina a las áreas metropolitanas»"), FUERA,
        _("reúne a las áreas metropolitanas"), lambda p: p.es_area_metropolitana,
        _("reúne a las áreas metropolitanas, como la suya"),
    ),
    Condicion(
        "pdet", r"\bpdet\b", _("«PDET»"), FUERA,
        _("trabaja con los municipios del Programa de Desarrollo con Enfoque Territorial (PDET)"),
        lambda p: bool(p.pdet), _("trabaja con los municipios PDET, y el suyo lo es"),
    ),
    Condicion(
        "amazonia", r"\bamazonic", _("«amazónicos»"), FUERA, _("es para la Amazonía"),
        lambda p: sin_acentos(p.region).startswith("amazon"), _("es para la Amazonía, su región"),
    ),
    Condicion(
        "eje_cafetero", r"departamentos del eje cafetero", _("«departamentos del Eje Cafetero»"), FUERA,
        _("es del Eje Cafetero"), lambda p: p.departamento in EJE_CAFETERO, _("es de su región, el Eje Cafetero"),
    ),
    Condicion(
        "paisaje_cafetero", r"municipios de caldas, quindio, risaralda y valle del cauca",
        _("«municipios de Caldas, Quindío, Risaralda y Valle del Cauca»"), FUERA,
        _("es para municipios de Caldas, Quindío, Risaralda y Valle del Cauca"),
        lambda p: p.departamento in (*EJE_CAFETERO, "76"), _("es para municipios de su departamento"),
    ),
    Condicion(
        "invitacion", r"por invitacion|invitadas", _("«por invitación»"), REPARO, _("se entra por invitación"),
    ),
    Condicion(
        "gobiernos", r"comision mixta|acordado con el gobierno|por programa acordado|con garantia de la nacion"
        r"|operaciones negociadas|via apc-colombia|con apc-colombia",
        _("«comisión mixta», «acordado con el Gobierno», «con garantía de la Nación», «vía APC-Colombia»"),
        REPARO,
        _("se acuerda entre gobiernos: pregunte primero a la Agencia Presidencial de Cooperación Internacional (APC)"),
    ),
    Condicion(
        "ejecutores", r"socios ejecutores|convocatorias a ong|organizaciones de base",
        _("«socios ejecutores», «convocatorias a ONG», «organizaciones de base»"),
        REPARO, _("su dinero llega por organizaciones no gubernamentales (ONG) o de base, no por la alcaldía"),
    ),
    Condicion(
        "prestamo", r"prestamos|puede prestar|creditos? y|lineas de credito",
        _("«préstamos», «líneas de crédito»"), REPARO,
        _("lo principal que ofrece es crédito: revise primero su capacidad de endeudamiento"),
        lambda p: not p.pequeno,
    ),
    Condicion(
        "experiencia", r"no aplica; intercambio de experiencias", _("«intercambio de experiencias»"),
        REPARO, _("es la agencia de otra ciudad: comparte su método, no financia"),
    ),
    Condicion(
        "poblacion", r"segun poblacion minima", _("«según población mínima»"),
        REPARO, _("pide una población mínima que el directorio no conoce"),
        lambda p: (p.poblacion or 0) >= GRAN_CIUDAD,
    ),
    Condicion(
        "oficina", r"con oficina internacional", _("«con oficina internacional»"),
        REPARO, _("pide tener oficina de asuntos internacionales"), lambda p: p.categoria in ("ESP", "1"),
    ),
    Condicion(
        "declaratoria", r"declaratoria de bien de interes|pertenecer al area declarada",
        _("«declaratoria de bien de interés cultural», «pertenecer al área declarada»"),
        REPARO, _("pide una declaratoria: confirme si su territorio la tiene"), hecho="declaratoria",
    ),
)  # fmt: skip

FRONTERA = re.compile(r"municipios de frontera con ([a-z ]+)")
CON_NUMERO = re.compile(r"\b(menos|mas) de ([0-9]{1,3}(?:\.[0-9]{3})+|[0-9]+) habitantes")
ASOCIACION = re.compile(r"asociacion nacional")
ESQUEMAS = re.compile(r"asociaci|mancomunidad|areas? metropolitana|esquemas? asociativo")
HERMANA = re.compile(AJENOS)
_PATRONES = tuple((una, re.compile(una.palabras)) for una in CONDICIONES)
PAISES_DE_FRONTERA = ("BR", "EC", "NI", "PA", "PE", "VE")


class Lectura(NamedTuple):
    """What the text of an entry says, whoever asks: conditions, border countries, limits, who it is for.

    ``nombra_esquemas``: it names associations of municipalities.
    """

    condiciones: tuple[Condicion, ...]
    frontera: frozenset[str]
    minima: int | None
    maxima: int | None
    por_asociacion: bool
    de_alla: bool
    nombra_esquemas: bool


@lru_cache(maxsize=4096)
def leer(descripcion: str, requisitos: str, convocatorias: str) -> Lectura:
    """Read the three texts of an entry. Pure; kept, because the same entries are read for every territory."""
    textos = [sin_acentos(texto).rstrip(".") for texto in (requisitos, descripcion, convocatorias)]
    halladas = tuple(una for una, patron in _PATRONES if any(map(patron.search, textos)))
    junto = " | ".join(textos)
    frontera = FRONTERA.search(junto)
    nombrados = frontera[1] if frontera else ""
    limites = {cual: int(cifra.replace(".", "")) for cual, cifra in CON_NUMERO.findall(textos[0])}
    return Lectura(
        halladas,
        frozenset(c for c in PAISES_DE_FRONTERA if sin_acentos(pais(c)) in nombrados),
        limites["mas"] + 1 if "mas" in limites else None,
        limites["menos"] - 1 if "menos" in limites else None,
        bool(ASOCIACION.search(textos[0])),
        bool(HERMANA.search(junto)),
        bool(ESQUEMAS.search(junto)),
    )
