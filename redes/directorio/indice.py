"""The index: for each word and each value of a facet, the set of things that have it, as the bits of an integer.

A thing has a place (a bit). To change it is to give it another place and to switch the old one off, so nothing is ever
taken out of a set. To count a facet is an AND and ``bit_count``: microseconds with 50,000 things.
"""

from __future__ import annotations

from bisect import bisect_left, insort
from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from itertools import compress
from typing import NamedTuple

from formato.erratas import Vocabulario
from redes.cosas import CONVOCATORIA, HERMANAMIENTO
from redes.directorio import frescura
from redes.directorio.fichas import Ficha, rotulos

UNOS = bytes.maketrans(b"01", b"\0\1")
DE_ESTADO = {"abierta": "abierta", "cerrada": "cerrada"}  # words that ask for a state of the calls
DE_RED = {"red", "redes"}  # words that ask for the kind, though a modality is named so too
FINALES = set("dlnrsy")  # consonants in which a noun ends: «café» is no plural of «CAF»
UNO = ord("1")
PREFIJO = 4  # letters from which the beginning of a word is enough
DEMASIADOS = 2_000
DENSA = 64  # a word that one in 64 things has is kept as bits, which take less than the list


class Puesto(NamedTuple):
    """What is remembered of a thing in its place: enough to sort it on any day."""

    grupo: str
    clave: str | int
    orden: str
    estado: str
    verificado: bool
    verificado_en: date | None
    abre: date | None
    cierra: date | None

    def estado_en(self, hoy: date) -> str:
        """Give its state on a day: that of the entry, ``abierta``… of a call, ``activa`` or ``inactiva`` otherwise."""
        if self.grupo == CONVOCATORIA:
            return frescura.plazo(self.abre, self.cierra, hoy)
        if self.grupo == HERMANAMIENTO:
            return "inactiva" if self.cierra is not None and self.cierra < hoy else "activa"
        return self.estado


def lugares(bits: int) -> list[int]:
    """Give the places of a set, in order."""
    unos = bin(bits)[:1:-1].encode().translate(UNOS)
    return list(compress(range(len(unos)), unos))


class Palabras:
    """The places of each word: a list while few have it, bits when many do."""

    def __init__(self):
        """Begin with none."""
        self.donde: dict[str, list[int] | int] = defaultdict(list)

    def anotar(self, palabra: str, lugar: int) -> None:
        """Write that the thing in a place, the last one, has the word."""
        previas = self.donde[palabra]
        if isinstance(previas, int):
            self.donde[palabra] = previas | 1 << lugar
        else:
            previas.append(lugar)

    def apretar(self, cuantas: int) -> None:
        """Turn the long lists into bits."""
        for palabra, previas in self.donde.items():
            if len(previas) * DENSA > cuantas:
                self.donde[palabra] = juntar([previas])

    def bits(self, las: Iterable[str]) -> int:
        """Give the places where any of some words is."""
        halladas = [self.donde[una] for una in las if una in self.donde]
        bits = juntar([una for una in halladas if not isinstance(una, int)])
        for una in halladas:
            if isinstance(una, int):
                bits |= una
        return bits


def juntar(listas: list[list[int]]) -> int:
    """Give the bits of some lists of places."""
    if not listas:
        return 0
    mayor = max(lista[-1] for lista in listas)
    if sum(map(len, listas)) > mayor >> 5:  # so many that writing a digit each and reading them once is less
        digitos = bytearray(b"0") * (mayor + 1)
        for lista in listas:
            for lugar in lista:
                digitos[lugar] = UNO
        digitos.reverse()
        return int(digitos, 2)
    octetos = bytearray((mayor >> 3) + 1)
    for lista in listas:
        for lugar in lista:
            octetos[lugar >> 3] |= 1 << (lugar & 7)
    return int.from_bytes(octetos, "little")


class Indice:
    """Everything of the directory on one day. Not for several threads at once while it changes (``memoria``)."""

    def __init__(self, fichas: Iterable[Ficha], hoy: date):
        """Index some things from nothing."""
        self.hoy = hoy
        self.puestos: list[Puesto] = []
        self.lugar: dict[tuple, int] = {}
        self.vivos = self.hundidos = 0
        self.facetas: dict[str, dict[object, int]] = defaultdict(dict)
        self.nombres, self.texto = Palabras(), Palabras()
        self.rotulos: dict[str, list[tuple[str, object]]] = defaultdict(list)  # word → values of facets it names
        self.llamados: dict[str, int | list[int]] = {}  # key of a name → who has it, or those who do
        facetas: dict[str, dict[object, list[int]]] = defaultdict(lambda: defaultdict(list))
        de_nombres, de_texto = self.nombres.donde, self.texto.donde
        for lugar, ficha in enumerate(fichas):  # read, written and let go one by one: they are heavy
            self._anotar(lugar, ficha)
            for suyos in map(de_nombres.__getitem__, set().union(*ficha.nombres)):
                suyos.append(lugar)
            for suyos in map(de_texto.__getitem__, set(ficha.texto)):
                suyos.append(lugar)
            for faceta, valores in ficha.facetas.items():
                suya = facetas[faceta]
                for valor in valores:
                    if valor:
                        suya[valor].append(lugar)
        self.comienzos = sorted(self.llamados)
        for faceta, valores in facetas.items():
            for valor, suyos in valores.items():
                self._valor(faceta, valor, juntar([suyos]))
        usos: dict[str, int] = defaultdict(int)
        for donde in (de_nombres, de_texto):
            for palabra, suyos in donde.items():
                usos[palabra] += len(suyos)
        self.vocabulario = Vocabulario()
        for palabra, estado in DE_ESTADO.items():
            self.rotulos[palabra].append(("estado", estado))
        for palabra in self.rotulos:
            usos[palabra] += 1
        for palabra, veces in usos.items():
            self.vocabulario.contar(palabra, veces)
        self.ordenadas = sorted(usos)
        for grupo in (self.nombres, self.texto):
            grupo.apretar(len(self.puestos))
        self.vivos = (1 << len(self.puestos)) - 1
        self.amanecer(hoy)

    def _anotar(self, lugar: int, ficha: Ficha) -> None:
        """Remember what is in a place and how its names begin."""
        puesto = Puesto._make(ficha[:8])
        self.puestos.append(puesto)
        self.lugar[puesto[:2]] = lugar
        for nombre in ficha.nombres:
            previo = self.llamados.setdefault(f" {' '.join(nombre)} ", lugar)
            if isinstance(previo, list):
                previo.append(lugar)
            elif previo != lugar:
                self.llamados[f" {' '.join(nombre)} "] = [previo, lugar]

    def _valor(self, faceta: str, valor, bits: int) -> set[str]:
        """Add places to a value of a facet; give the words that name it, when it is new."""
        previos = self.facetas[faceta].get(valor)
        self.facetas[faceta][valor] = (previos or 0) | bits
        if previos is not None:
            return set()
        nuevas = rotulos(faceta, valor)
        for palabra in nuevas:
            self.rotulos[palabra].append((faceta, valor))
        return nuevas

    def cerca(self, las: Iterable[str]) -> int:
        """Give the places that have a value of a facet named by any of some words."""
        bits = 0
        for palabra in las:
            for faceta, valor in self.rotulos.get(palabra, ()):
                if palabra in DE_RED and faceta != "clase":
                    continue
                bits |= self.facetas[faceta].get(valor, 0)
        return bits

    # What changes -----------------------------------------------------------------------------------------------------
    def amanecer(self, hoy: date) -> None:
        """Sort everything as it stands on a day: a call closed, a verification is a year old."""
        self.hoy = hoy
        vivos = lugares(self.vivos)
        self.ordenados = sorted((orden_de(self.puestos[lugar], self.hoy), lugar) for lugar in vivos)
        self.contar_rangos()
        estados, verificados = defaultdict(list), defaultdict(list)
        for lugar in vivos:
            puesto = self.puestos[lugar]
            estados[puesto.estado_en(hoy)].append(lugar)
            verificados[frescura.verificacion(puesto.verificado, puesto.verificado_en, hoy)].append(lugar)
        self.facetas["estado"] = {valor: juntar([suyos]) for valor, suyos in estados.items()}
        self.facetas["verificado"] = {valor: juntar([suyos]) for valor, suyos in verificados.items()}
        self.hundidos = juntar_sueltos(lugar for clave, lugar in self.ordenados if clave[0] == frescura.HUNDIDA)

    def contar_rangos(self) -> None:
        """Give each place its position in the order. After one or more changes."""
        self.en_orden = [lugar for _clave, lugar in self.ordenados]
        rangos = [0] * len(self.puestos)
        for rango, lugar in enumerate(self.en_orden):
            rangos[lugar] = rango
        self.rangos = rangos

    def quitar(self, grupo: str, clave) -> None:
        """Switch a thing off."""
        lugar = self.lugar.pop((grupo, clave), None)
        if lugar is not None:
            self.vivos &= ~(1 << lugar)

    def poner(self, ficha: Ficha) -> None:
        """Write a thing anew, in a place of its own; the one it had is switched off. Then ``contar_rangos``."""
        self.quitar(*ficha[:2])
        lugar = len(self.puestos)
        for nombre in ficha.nombres:
            if (clave := f" {' '.join(nombre)} ") not in self.llamados:
                insort(self.comienzos, clave)
        self._anotar(lugar, ficha)
        nuevas: set[str] = set()
        for donde, dichas in (
            (self.nombres, {una for nombre in ficha.nombres for una in nombre}),
            (self.texto, set(ficha.texto)),
        ):
            nuevas |= dichas
            for palabra in dichas:
                donde.anotar(palabra, lugar)
        for faceta, valores in ficha.facetas.items():
            for valor in valores:
                if valor:
                    nuevas |= self._valor(faceta, valor, 1 << lugar)
        for palabra in nuevas:
            if not self.vocabulario.conoce(palabra):
                insort(self.ordenadas, palabra)
            self.vocabulario.contar(palabra)
        puesto = self.puestos[lugar]
        verificado = frescura.verificacion(puesto.verificado, puesto.verificado_en, self.hoy)
        for faceta, valor in (("estado", puesto.estado_en(self.hoy)), ("verificado", verificado)):
            self.facetas[faceta][valor] = self.facetas[faceta].get(valor, 0) | 1 << lugar
        clave = orden_de(self.puestos[lugar], self.hoy)
        insort(self.ordenados, (clave, lugar))
        if clave[0] == frescura.HUNDIDA:
            self.hundidos |= 1 << lugar
        self.vivos |= 1 << lugar

    # What is asked ----------------------------------------------------------------------------------------------------
    def formas(self, palabra: str) -> set[str]:
        """Give the words in use that are this one, its singular or its plural: «rede», of «redes», is «red»."""
        posibles = {palabra, f"{palabra}s", f"{palabra}es", palabra.removesuffix("s"), palabra.removesuffix("es")}
        if palabra[-1:] == "e" and palabra[-2:-1] in FINALES:
            posibles.add(palabra[:-1])
        return {una for una in posibles if (len(una) > 1 or una == palabra) and una in self.vocabulario.usos}

    def que_empiezan(self, raiz: str) -> list[str]:
        """Give the words in use that begin so; none when it is too short to say anything."""
        if len(raiz) < PREFIJO:
            return []
        return self.ordenadas[bisect_left(self.ordenadas, raiz) : bisect_left(self.ordenadas, f"{raiz}\uffff")]

    def nombres_que_empiezan(self, clave: str) -> int:
        """Give the places where some name begins with a key; none when so many do that it orders nothing."""
        hasta = bisect_left(self.comienzos, f"{clave}\uffff")
        claves = self.comienzos[bisect_left(self.comienzos, clave) : hasta]
        if len(claves) > DEMASIADOS:
            return 0
        return juntar_sueltos(lugar for una in claves for lugar in self._llamados(una))

    def que_se_llaman(self, clave: str) -> int:
        """Give the places where some name is exactly a key."""
        return juntar_sueltos(self._llamados(clave))

    def _llamados(self, clave: str) -> list[int]:
        """Give the places of those called so."""
        dados = self.llamados.get(clave, [])
        return dados if isinstance(dados, list) else [dados]

    def por_orden(self, bits: int) -> list[int]:
        """Give the places of a set, what is to be trusted more first, then by name."""
        if bits.bit_count() * 16 < len(self.puestos):
            return sorted(lugares(bits), key=self.rangos.__getitem__)
        unos = bin(bits)[:1:-1].encode().translate(UNOS).ljust(len(self.puestos), b"\0")
        return [lugar for lugar in self.en_orden if unos[lugar]]  # to walk them all is less than to sort so many


def juntar_sueltos(los: Iterable[int]) -> int:
    """Give the bits of some places in any order."""
    ordenados = sorted(los)
    return juntar([ordenados]) if ordenados else 0


def orden_de(puesto: Puesto | Ficha, hoy: date) -> tuple[int, bool, str]:
    """Give where a thing stands on a day: what is to be trusted more first, twinnings after the rest, then by name."""
    estado = Puesto.estado_en(puesto, hoy)
    calidad = frescura.calidad(estado, puesto.verificado, puesto.verificado_en, hoy)
    return calidad, puesto.grupo == HERMANAMIENTO, puesto.orden
