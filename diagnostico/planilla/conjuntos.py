"""Sheets of yes or no over a set stored in one field: the themes, and the instruments in use of each modality.

Each row is compared by itself: two people who mark different themes do not clash.
"""

from __future__ import annotations

import abc
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from diagnostico.models import Diagnostico
from diagnostico.permisos import sigue_abierto
from diagnostico.planilla.base import TablaDelDiagnostico, cerrado, solo_leida
from guardado.autoria import Autoria, ultimos_cambios
from guardado.guardar import Estado, guardar
from guardado.huella import huella
from guardado.planilla.descripcion import Actual, Clase, Columna, Crudo, Escrito

ESCOGIDO = "escogido"


class TablaDeConjunto(TablaDelDiagnostico):
    """One row a member. Subclasses say which members there are and in which field of which row each is kept."""

    campo = ""

    @abc.abstractmethod
    def miembros(self) -> list[tuple[str, Any, str, dict]]:
        """Give key of the row, stored row, member and what stands beside, in order."""

    @abc.abstractmethod
    def pagina(self, fila) -> str:
        """Give the address where the set is chosen."""

    def _de(self, clave: str) -> tuple[Any, str]:
        return next((fila, miembro) for suya, fila, miembro, _al_lado in self.miembros() if suya == clave)

    def filas(self) -> list[Actual]:
        """Give the members."""
        return [
            Actual(clave, al_lado["nombre"], al_lado | {ESCOGIDO: miembro in getattr(fila, self.campo)})
            for clave, fila, miembro, al_lado in self.miembros()
        ]

    def limpiar(self, clave: str | None, campo: str, crudo: Crudo) -> bool:
        """Give yes or no."""
        if crudo not in ("true", "false"):
            raise ValidationError(_("Escriba «Sí» o «No»."))
        return crudo == "true"

    def guardar(self, clave: str, cambios: dict[str, Escrito], usuario) -> dict[str, str]:
        """Put a member in the set, or take it out, over the set as it is now."""
        if not sigue_abierto(self.entorno.diagnostico):
            return cerrado(cambios)
        fila, miembro = self._de(clave)
        escrito = cambios[ESCOGIDO]
        actual = type(fila)._base_manager.select_for_update(of=("self",)).get(pk=fila.pk)
        guardados = getattr(actual, self.campo)
        if huella(miembro in guardados) != escrito.visto:
            return {ESCOGIDO: _("Otra persona lo cambió a la vez: revise cómo quedó.")}
        nuevos = [uno for uno in guardados if uno != miembro] + ([miembro] if escrito.crudo == "true" else [])
        orden = {suyo: n for n, (_clave, _fila, suyo, _al_lado) in enumerate(self.miembros())}
        nuevos.sort(key=lambda uno: orden.get(uno, len(orden)))
        hecho = guardar(fila, self.campo, nuevos, huella(guardados), usuario, direccion=self.pagina(fila))
        if hecho.estado not in (Estado.GUARDADO, Estado.SIN_CAMBIO):
            return {ESCOGIDO: _("Otra persona lo cambió a la vez: revise cómo quedó.")}
        return {}

    def autorias(self, celdas: list[tuple[str, str]]) -> dict[tuple[str, str], Autoria]:
        """Give who last wrote the set of each row."""
        numeros = {clave: fila.pk for clave, fila, _miembro, _al_lado in self.miembros()}
        modelo = next((type(fila) for _clave, fila, _miembro, _al_lado in self.miembros()), Diagnostico)
        pedidos = {numeros[clave]: {self.campo} for clave, _campo in celdas if clave in numeros}
        hallados = ultimos_cambios(modelo, pedidos)
        return {
            (clave, campo): hallados[numeros[clave], self.campo]
            for clave, campo in celdas
            if clave in numeros and (numeros[clave], self.campo) in hallados
        }


class Temas(TablaDeConjunto):
    """The themes that the town puts first."""

    nombre, titulo = "temas", gettext_lazy("Temas")
    campo = "temas"

    def _columnas(self) -> list[Columna]:
        return [
            solo_leida("nombre", _("Tema"), 34),
            solo_leida("texto", _("De qué trata"), 70),
            Columna(ESCOGIDO, _("¿Trabajar en él?"), Clase.SI_NO, ancho=14, ayuda=_("De tres a cinco temas dan foco.")),
        ]

    def miembros(self):
        """Give the themes of the guide."""
        return [
            (tema.slug, self.entorno.diagnostico, tema.slug, {"nombre": tema.nombre, "texto": tema.texto})
            for tema in self.entorno.contenido.temas
        ]

    def pagina(self, fila) -> str:
        """Give the page of themes."""
        return self.entorno.pagina("diagnostico_temas")


class Instrumentos(TablaDeConjunto):
    """The instruments that each modality already uses."""

    nombre, titulo = "instrumentos", gettext_lazy("Instrumentos")
    campo = "instrumentos"

    def _columnas(self) -> list[Columna]:
        return [
            solo_leida("modalidad", _("Modalidad"), 24),
            solo_leida("nombre", _("Instrumento"), 36),
            solo_leida("texto", _("Qué es"), 60),
            Columna(ESCOGIDO, _("¿Ya lo usa?"), Clase.SI_NO, ancho=12),
        ]

    def miembros(self):
        """Give the instruments of each modality."""
        return [
            (
                f"{modalidad.slug}.{instrumento.slug}",
                self.entorno.modalidades[modalidad.slug],
                instrumento.slug,
                {"modalidad": modalidad.nombre, "nombre": instrumento.nombre, "texto": instrumento.texto},
            )
            for modalidad in self.entorno.contenido.modalidades
            if modalidad.slug in self.entorno.modalidades
            for instrumento in modalidad.instrumentos
        ]

    def pagina(self, fila) -> str:
        """Give the page of the modality."""
        return self.entorno.pagina("diagnostico_modalidad", fila.modalidad)
