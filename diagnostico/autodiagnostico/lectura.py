"""What an address of the self-check says, and the addresses that carry the same answers on."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from diagnostico.autodiagnostico import expres
from diagnostico.cuestionario import Alcance, Contenido, publicado
from territorio.models import Territorio


@dataclass
class Lectura:
    """What an address of the self-check says: questionnaire, answers and, when it was said, territory."""

    contenido: Contenido
    respuestas: dict[str, str]
    territorio: Territorio | None

    @property
    def codigo(self) -> str:
        """Give the code of the answers."""
        return expres.codificar(self.contenido, self.respuestas)

    @property
    def territorio_pk(self) -> str:
        """Give the code of the territory, or nothing."""
        return self.territorio.pk if self.territorio else ""

    @property
    def alcance(self) -> Alcance:
        """Give what decides which questions count."""
        return Alcance.de(self.territorio) if self.territorio else expres.EN_GENERAL

    @property
    def completa(self) -> bool:
        """Say whether every question is answered."""
        return len(self.respuestas) == len(expres.preguntas(self.contenido))

    def url(self, nombre: str, *args: str, **otros: str) -> str:
        """Give an address of the self-check that carries these answers."""
        datos = {"r": self.codigo if self.respuestas else "", "t": self.territorio_pk} | otros
        consulta = urlencode({clave: valor for clave, valor in datos.items() if valor})
        return reverse(nombre, args=args) + (f"?{consulta}" if consulta else "")

    def url_siguiente(self) -> str:
        """Give the first step with something to answer, or the result."""
        for tramo in expres.tramos(self.contenido):
            if any(pregunta.clave not in self.respuestas for pregunta in tramo.preguntas):
                return self.url("autodiagnostico_paso", tramo.paso.slug)
        return self.url("autodiagnostico_resultado")


def leer(datos: Mapping[str, str]) -> Lectura | None:
    """Read an address or a form; None while no questionnaire is loaded. Raises ``CodigoRoto``."""
    codigo = datos.get("r", "")
    contenido = publicado(expres.version_de(codigo)) if codigo else publicado()
    if contenido is None:
        if codigo:
            raise expres.CodigoRoto(codigo)
        return None
    respuestas = expres.descifrar(contenido, codigo) if codigo else {}
    return Lectura(contenido, respuestas, territorio_dicho(datos.get("t", "")))


def territorio_dicho(codigo: str) -> Territorio | None:
    """Give the territory an address names, or None."""
    if not codigo:
        return None
    filas = Territorio.objects.con_agenda().select_related("departamento").prefetch_related("categorias")
    return filas.filter(pk=codigo[:24]).first()
