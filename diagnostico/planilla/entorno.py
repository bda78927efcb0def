"""What the sheets of one diagnostic share: its questionnaire and its rows, each fetched once."""

from __future__ import annotations

from functools import cached_property

from django.urls import reverse

from diagnostico.cuestionario import Alcance, Contenido, contenido_de
from diagnostico.models import Condicion, Diagnostico, EstadoModalidad, Motivacion, Respuesta


class Entorno:
    """One diagnostic while its workbook is written or compared. ``diagnostico.territorio`` is loaded.

    ``toda``: the questions of both routes. A workbook is written with those of its route and read with all, so that
    a change of route in between loses nothing.
    """

    def __init__(self, diagnostico: Diagnostico, *, toda: bool):
        self.diagnostico = diagnostico
        self.toda = toda
        self.contenido: Contenido = contenido_de(diagnostico)
        self.alcance = Alcance.de(diagnostico.territorio)

    def pagina(self, nombre: str, *argumentos: str) -> str:
        """Give the address of the page on which something is answered."""
        return reverse(nombre, args=[self.diagnostico.territorio_id, *argumentos])

    def _suyas(self, filas) -> list:
        """Give rows that know their diagnostic without asking."""
        lista = list(filas)
        for fila in lista:
            fila.diagnostico = self.diagnostico
        return lista

    @cached_property
    def respuestas(self) -> dict[str, Respuesta]:
        """Give the answers by key of question."""
        return {fila.clave: fila for fila in self._suyas(self.diagnostico.respuestas.all())}

    @cached_property
    def modalidades(self) -> dict[str, EstadoModalidad]:
        """Give the states of the modalities by slug."""
        return {fila.modalidad: fila for fila in self._suyas(self.diagnostico.modalidades.all())}

    @cached_property
    def condiciones(self) -> dict[str, Condicion]:
        """Give the conditions by key."""
        return {fila.clave: fila for fila in self._suyas(self.diagnostico.condiciones.all())}

    @cached_property
    def motivaciones(self) -> dict[str, Motivacion]:
        """Give the motivations by slug."""
        return {fila.motivacion: fila for fila in self._suyas(self.diagnostico.motivaciones.all())}
