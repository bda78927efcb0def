"""The sections of a diagnostic in their order: what the task list shows and what previous and next mean."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from diagnostico.cuestionario import Alcance, contenido_de
from diagnostico.models import Diagnostico


@dataclass(frozen=True)
class Seccion:
    """A page of the diagnostic and how far it is. ``grupo``: ``pasos``, ``modalidades`` or ``contexto``."""

    grupo: str
    slug: str
    texto: str
    url: str
    hechas: int
    total: int
    por_confirmar: int = 0

    @property
    def completa(self) -> bool:
        """Say whether nothing in it is missing."""
        return self.hechas >= self.total

    @property
    def etiqueta(self) -> str:
        """Give its state in a few words."""
        if self.por_confirmar:
            return _("%d por confirmar") % self.por_confirmar
        if self.completa:
            return _("Completa")
        return (
            _("%(hechas)d de %(total)d") % {"hechas": self.hechas, "total": self.total}
            if self.hechas
            else (_("Sin empezar"))
        )

    @property
    def tono(self) -> str:
        """Give the tone of its tag."""
        if self.por_confirmar:
            return "alerta"
        return "exito" if self.completa else ("neutra" if not self.hechas else "")


def secciones(diagnostico: Diagnostico) -> list[Seccion]:
    """Give every section with its progress: five queries, whatever the number of questions."""
    contenido = contenido_de(diagnostico)
    codigo = diagnostico.territorio_id
    alcance = Alcance.de(diagnostico.territorio)
    respuestas = {fila.clave: fila for fila in diagnostico.respuestas.all()}
    lista = []
    for paso in contenido.pasos:
        filas = [respuestas.get(pregunta.clave) for pregunta in paso.aplicables(alcance, diagnostico.ruta)]
        dadas = [fila for fila in filas if fila and fila.valor]
        lista.append(
            Seccion(
                "pasos",
                paso.slug,
                f"{paso.orden}. {paso.titulo}",
                reverse("diagnostico_paso", args=[codigo, paso.slug]),
                len(dadas),
                len(filas),
                sum(fila.por_confirmar for fila in dadas),
            )
        )
    con_nivel = {fila.modalidad for fila in diagnostico.modalidades.all() if fila.nivel is not None}
    for modalidad in contenido.modalidades:
        url = reverse("diagnostico_modalidad", args=[codigo, modalidad.slug])
        hecha = int(modalidad.slug in con_nivel)
        lista.append(Seccion("modalidades", modalidad.slug, modalidad.nombre, url, hecha, 1))
    contestadas = sum(1 for fila in diagnostico.condiciones.all() if fila.valor)
    con_lugar = any(fila.lugar for fila in diagnostico.motivaciones.all())
    actores = diagnostico.territorio.actores.vigentes().count()
    total = len(contenido.condiciones)
    escogidos = int(bool(diagnostico.temas)) + int(con_lugar)
    condiciones = reverse("diagnostico_condiciones", args=[codigo])
    temas = reverse("diagnostico_temas", args=[codigo])
    url_actores = reverse("actores", args=[codigo])
    lista += [
        Seccion("contexto", "condiciones", _("Condiciones del proceso"), condiciones, contestadas, total),
        Seccion("contexto", "temas", _("Temas y motivaciones"), temas, escogidos, 2),
        Seccion("contexto", "actores", _("Actores del territorio"), url_actores, min(actores, 1), 1),
    ]
    return lista


def alrededor(lista: list[Seccion], slug: str) -> tuple[Seccion | None, Seccion | None]:
    """Give the sections before and after one."""
    lugar = next((n for n, seccion in enumerate(lista) if seccion.slug == slug), None)
    if lugar is None:
        return None, None
    anterior = lista[lugar - 1] if lugar else None
    return anterior, lista[lugar + 1] if lugar + 1 < len(lista) else None


def contestadas(lista: list[Seccion]) -> tuple[int, int]:
    """Give how many questions of the steps are answered, of how many that apply."""
    pasos = [seccion for seccion in lista if seccion.grupo == "pasos"]
    return sum(paso.hechas for paso in pasos), sum(paso.total for paso in pasos)
