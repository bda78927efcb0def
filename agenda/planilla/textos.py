"""The sheet of the general text, one field a row, and that of the meetings."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agenda.forms.filas import FormularioReunion, FormularioReunionNueva
from agenda.forms.texto import FORMULARIOS, SECCIONES
from agenda.models import Agenda
from agenda.planilla.base import TablaDeFilas
from agenda.planilla.columnas import columna_de, con_mayuscula
from agenda.planilla.contexto import Entorno
from agenda.sitios import donde_se_edita
from guardado.autoria import Autoria, ultimos_cambios
from guardado.formularios import FormularioGuardado
from guardado.planilla.descripcion import Actual, Columna, Crudo, Escrito, Tabla
from guardado.planilla.formas import guardar_celdas, limpio

VALOR = "valor"


class Textos(Tabla):
    """One row a field of the agenda; its key is the name of the field."""

    nombre, titulo = "textos", gettext_lazy("Textos")
    campo_nombre = "dato"

    def __init__(self, entorno: Entorno):
        self.titulo = str(self.titulo)
        self.agenda = entorno.agenda
        self.formas = {slug: self._forma(slug, None) for slug, seccion in SECCIONES.items() if seccion.todos}
        self.secciones = {campo: slug for slug, forma in self.formas.items() for campo in forma.fields}
        self.columnas = [
            Columna("seccion", _("Sección"), editable=False, ancho=22),
            Columna("dato", _("Qué es"), editable=False, ancho=26),
            Columna(VALOR, _("Texto"), ancho=80, ayuda=_("Escriba aquí. Déjelo vacío si todavía no lo sabe.")),
            Columna("ayuda", _("Cómo llenarlo"), editable=False, ancho=44),
        ]

    def _forma(self, seccion: str, usuario, direccion: str = "") -> FormularioGuardado:
        return FORMULARIOS[seccion](instance=self.agenda, usuario=usuario, direccion=direccion)

    def _campo(self, clave: str):
        return self.formas[self.secciones[clave]].fields[clave]

    def filas(self) -> list[Actual]:
        """Give every field, in the order of the pages."""
        return [self._actual(clave, seccion) for clave, seccion in self.secciones.items()]

    def _actual(self, clave: str, seccion: str) -> Actual:
        campo = self._campo(clave)
        etiqueta = con_mayuscula(str(campo.label))
        valores = {
            VALOR: getattr(self.agenda, clave),
            "seccion": str(SECCIONES[seccion].titulo),
            "dato": etiqueta,
            "ayuda": str(campo.help_text or ""),
        }
        return Actual(clave, valores["seccion"], valores)

    @cached_property
    def _de_cada_una(self) -> dict[str, Columna]:
        return {clave: columna_de(VALOR, self._campo(clave)) for clave in self.secciones}

    def columna(self, clave: str, campo: str) -> Columna:
        """Give the kind of each field: some are dates or numbers."""
        return self._de_cada_una[clave] if campo == VALOR else super().columna(clave, campo)

    def limpiar(self, clave: str | None, campo: str, crudo: Crudo) -> Any:
        """Clean by the field of the form."""
        return limpio(self.formas[self.secciones[clave or ""]], clave or "", crudo)

    def guardar(self, clave: str, cambios: dict[str, Escrito], usuario) -> dict[str, str]:
        """Save as the page of its section would."""
        seccion, escrito = self.secciones[clave], cambios[VALOR]
        forma = self._forma(seccion, usuario, donde_se_edita(self.agenda, f"seccion:{seccion}"))
        malos = guardar_celdas(forma, {clave: escrito})
        return {VALOR: malos[clave]} if clave in malos else {}

    def autorias(self, celdas) -> dict[tuple[str, str], Autoria]:
        """Give who last wrote some fields of the agenda."""
        hallados = ultimos_cambios(Agenda, {self.agenda.pk: {clave for clave, _campo in celdas}} if celdas else {})
        return {(clave, campo): hallados[self.agenda.pk, clave] for clave, campo in celdas}


class Reuniones(TablaDeFilas):
    """Meetings in which the agenda was made."""

    nombre, titulo, tipo = "reuniones", gettext_lazy("Reuniones"), "reunion"
    edita, nueva, en_blanco = FormularioReunion, FormularioReunionNueva, 15
    campo_nombre = "tema"

    def direccion(self, fila) -> str:
        """Give the page of the meetings."""
        return donde_se_edita(self.agenda, "seccion:elaboracion")

    def obligatorios(self) -> set[str]:
        """Ask what it was about, as the form of a new one does."""
        return {"tema"}
