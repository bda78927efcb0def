"""The questionnaire as data, read from ``Cuestionario.contenido``, and which questions apply to whom."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property, lru_cache

CORTA = "corta"
GOBERNANZA = "programas-de-gobernanza"


@dataclass(frozen=True)
class Alcance:
    """What of a territory decides which questions apply: kind and Ley 617 category (empty: unknown)."""

    es_asociacion: bool = False
    categoria: str = ""

    @classmethod
    def de(cls, territorio) -> Alcance:
        """Read it from a Territorio (with its categories prefetched, no query)."""
        return cls(territorio.es_asociacion, "" if territorio.es_asociacion else territorio.categoria_actual)

    def incluye(self, aplica_a: str, categorias: tuple[str, ...] = ()) -> bool:
        """Say whether something meant for ``aplica_a`` is meant for this territory.

        A municipality of unknown category is asked (it may answer «no aplica»): better one question too many.
        """
        if aplica_a == "municipio":
            return not self.es_asociacion
        if aplica_a == "asociacion":
            return self.es_asociacion
        if aplica_a == "categorias":
            return not self.es_asociacion and (not self.categoria or self.categoria in categorias)
        return True


@dataclass(frozen=True)
class Pregunta:
    """One statement that a town answers. ``si_no``: slug of the action suggested when the answer is not «sí»."""

    clave: str
    paso: str
    orden: int
    texto: str
    ayuda: str
    evidencia: str
    peso: int
    ruta_corta: bool
    aplica_a: str
    categorias: tuple[str, ...]
    si_no: str

    def aplica(self, alcance: Alcance, ruta: str) -> bool:
        """Say whether it is asked to this territory on this route."""
        return (ruta != CORTA or self.ruta_corta) and alcance.incluye(self.aplica_a, self.categorias)


@dataclass(frozen=True)
class Paso:
    """One of the seven steps of the guide and its questions."""

    slug: str
    orden: int
    verbo: str
    nombre: str
    texto: str
    preguntas: tuple[Pregunta, ...]

    @property
    def titulo(self) -> str:
        """Give the step as the guide says it: verb and object in one phrase."""
        return f"{self.verbo} {self.nombre[:1].lower()}{self.nombre[1:]}"

    def aplicables(self, alcance: Alcance, ruta: str) -> list[Pregunta]:
        """Give its questions for a territory and a route."""
        return [pregunta for pregunta in self.preguntas if pregunta.aplica(alcance, ruta)]


@dataclass(frozen=True)
class Opcion:
    """Something to choose: a theme, a motivation, a group of actors, an instrument."""

    slug: str
    nombre: str
    texto: str = ""
    ods: tuple[int, ...] = ()


@dataclass(frozen=True)
class Nivel:
    """A rung of a ladder, described."""

    nivel: int
    nombre: str
    texto: str


@dataclass(frozen=True)
class Modalidad:
    """A modality of the guide, or the transversal block of governance, with its ladder and instruments."""

    slug: str
    nombre: str
    texto: str
    transversal: bool
    niveles: tuple[Nivel, ...]
    instrumentos: tuple[Opcion, ...]
    pregunta_ventajas: str
    ayuda_ventajas: str
    ejemplos_ventajas: tuple[str, ...]


@dataclass(frozen=True)
class CondicionDelProceso:
    """One of the eight conditions that the guide asks of the process."""

    clave: str
    nombre: str
    texto: str
    ayuda: str
    evidencia: str
    si_no: str
    aplica_a: str


@dataclass(frozen=True)
class NivelTotal:
    """A level of the total score, by the integer shown."""

    slug: str
    nombre: str
    desde: int
    hasta: int
    texto: str


@dataclass(frozen=True)
class Contenido:
    """A whole version of the questionnaire."""

    version: str
    valores: dict[str, Fraction | None]
    niveles: tuple[NivelTotal, ...]
    pasos: tuple[Paso, ...]
    modalidades: tuple[Modalidad, ...]
    condiciones: tuple[CondicionDelProceso, ...]
    motivaciones: tuple[Opcion, ...]
    temas: tuple[Opcion, ...]
    grupos_actores: tuple[Opcion, ...]

    @cached_property
    def preguntas(self) -> dict[str, Pregunta]:
        """Give every question by its key, in the order of the guide."""
        return {pregunta.clave: pregunta for paso in self.pasos for pregunta in paso.preguntas}

    def aplicables(self, alcance: Alcance, ruta: str) -> list[Pregunta]:
        """Give the questions asked to a territory on a route: their number is never a constant."""
        return [pregunta for paso in self.pasos for pregunta in paso.aplicables(alcance, ruta)]

    def paso(self, slug: str) -> Paso | None:
        """Give a step by its slug, or None."""
        return next((paso for paso in self.pasos if paso.slug == slug), None)

    def modalidad(self, slug: str) -> Modalidad | None:
        """Give a modality by its slug, or None."""
        return next((modalidad for modalidad in self.modalidades if modalidad.slug == slug), None)


def leer(contenido: dict, version: str = "") -> Contenido:
    """Read ``Cuestionario.contenido``: the blocks of ``guia.yaml`` as they stood."""
    puntaje = contenido["puntaje"]
    return Contenido(
        version=str(contenido.get("version") or version),
        valores={valor: None if v is None else Fraction(str(v)) for valor, v in puntaje["valores"].items()},
        niveles=tuple(
            NivelTotal(n["slug"], n["nombre"], n["desde"], n["hasta"], n["texto"]) for n in puntaje["niveles"]
        ),
        pasos=tuple(_paso(paso) for paso in _en_orden(contenido["pasos"])),
        modalidades=tuple(_modalidad(modalidad) for modalidad in contenido["modalidades"]),
        condiciones=tuple(_condicion(condicion) for condicion in _en_orden(contenido["condiciones"])),
        motivaciones=_opciones(contenido["motivaciones"]),
        temas=_opciones(contenido["temas"]),
        grupos_actores=_opciones(contenido["grupos_actores"]),
    )


@lru_cache(maxsize=8)
def _leido(version: str) -> Contenido:
    """Read a stored version once a process: a stored version never changes."""
    from diagnostico.models import Cuestionario

    return leer(Cuestionario.objects.get(pk=version).contenido, version)


def contenido_de(diagnostico) -> Contenido:
    """Give the content that a diagnostic answers: that of its own version, whatever was published later."""
    return _leido(diagnostico.cuestionario_id)


def publicado(version: str = "") -> Contenido | None:
    """Give a published version (the newest one when none is named), or None when there is no such version."""
    from diagnostico.models import Cuestionario

    filas = Cuestionario.objects.filter(pk=version) if version else Cuestionario.objects.order_by("-version")
    hallada = filas.values_list("pk", flat=True).first()
    return _leido(hallada) if hallada else None


def olvidar() -> None:
    """Forget the versions read (tests load several under one name)."""
    _leido.cache_clear()


def _en_orden(fichas: list[dict]) -> list[dict]:
    """Sort the cards of a block by the order in which the guide has them."""
    return sorted(fichas, key=lambda ficha: ficha.get("orden", 0))


def _nombre(ficha: dict) -> str:
    """Give the official name, or our title where the guide has none."""
    return ficha.get("nombre") or ficha.get("titulo") or ""


def _opciones(fichas: list[dict]) -> tuple[Opcion, ...]:
    """Read a list of things to choose."""
    return tuple(
        Opcion(f["slug"], _nombre(f), f.get("texto") or "", tuple(_dato(f, "ods_propuesta") or ()))
        for f in _en_orden(fichas)
    )


def _dato(ficha: dict, nombre: str):
    """Give a field of a card, also when it was kept inside ``datos``."""
    return ficha.get(nombre) or (ficha.get("datos") or {}).get(nombre)


def _paso(ficha: dict) -> Paso:
    """Read a step with its questions."""
    preguntas = tuple(
        Pregunta(
            clave=p["clave"],
            paso=ficha["slug"],
            orden=p["orden"],
            texto=p["texto"],
            ayuda=p.get("ayuda") or "",
            evidencia=p.get("evidencia") or "",
            peso=int(p["peso"]),
            ruta_corta=bool(p["ruta_corta"]),
            aplica_a=p.get("aplica_a") or "todos",
            categorias=tuple(str(categoria) for categoria in p.get("categorias") or ()),
            si_no=p.get("si_no") or "",
        )
        for p in _en_orden(_dato(ficha, "preguntas") or [])
    )
    return Paso(ficha["slug"], ficha["orden"], _dato(ficha, "verbo") or "", _nombre(ficha), ficha["texto"], preguntas)


def _modalidad(ficha: dict) -> Modalidad:
    """Read a modality or the block of governance."""
    ventajas = _dato(ficha, "pregunta_ventajas") or {}
    return Modalidad(
        slug=ficha["slug"],
        nombre=_nombre(ficha),
        texto=ficha.get("texto") or "",
        transversal=bool(ficha.get("transversal", ficha["slug"] == GOBERNANZA)),
        niveles=tuple(Nivel(n["nivel"], n["nombre"], n["texto"]) for n in _dato(ficha, "niveles") or []),
        instrumentos=_opciones(_dato(ficha, "instrumentos") or []),
        pregunta_ventajas=ventajas.get("texto", ""),
        ayuda_ventajas=ventajas.get("ayuda", ""),
        ejemplos_ventajas=tuple(ventajas.get("ejemplos", ())),
    )


def _condicion(ficha: dict) -> CondicionDelProceso:
    """Read a condition."""
    return CondicionDelProceso(
        clave=ficha["clave"],
        nombre=_nombre(ficha),
        texto=ficha["texto"],
        ayuda=ficha.get("ayuda") or "",
        evidencia=ficha.get("evidencia") or "",
        si_no=ficha.get("si_no") or "",
        aplica_a=ficha.get("aplica_a") or "todos",
    )
