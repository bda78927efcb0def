"""The sheets of the three levels: ejes, objetivos, acciones."""

from __future__ import annotations

from functools import cached_property
from typing import Any

from django.forms import ModelChoiceField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agenda.forms.accion import FormularioAccion, FormularioAccionNueva
from agenda.forms.plan import FormularioEje, FormularioEjeNuevo, FormularioObjetivo, FormularioObjetivoNuevo
from agenda.models import Eje, Objetivo
from agenda.planilla.base import TablaDeFilas
from agenda.planilla.columnas import columna_de
from guardado.planilla.descripcion import Columna
from guardado.planilla.opciones import distintas
from guia.catalogo import catalogo


class Ejes(TablaDeFilas):
    """First level."""

    nombre, titulo, tipo = "ejes", gettext_lazy("Ejes"), "eje"
    edita, nueva = FormularioEje, FormularioEjeNuevo
    numerada, en_blanco = True, 12

    @cached_property
    def vivas(self):
        """Give them from the tree."""
        return self.entorno.ejes


class Objetivos(TablaDeFilas):
    """Second level; one may go to another eje."""

    nombre, titulo, tipo = "objetivos", gettext_lazy("Objetivos"), "objetivo"
    edita, nueva = FormularioObjetivo, FormularioObjetivoNuevo
    numerada, muda, en_blanco = True, True, 20
    titulo_padre = gettext_lazy("Eje")

    @cached_property
    def vivas(self):
        """Give them from the tree."""
        return self.entorno.objetivos

    def padre_en_blanco(self) -> Eje:
        """Give an eje that is not stored."""
        return Eje(agenda=self.agenda)


class Acciones(TablaDeFilas):
    """Third level; one may go to another objetivo."""

    nombre, titulo, tipo = "acciones", gettext_lazy("Acciones"), "accion"
    edita, nueva = FormularioAccion, FormularioAccionNueva
    numerada, muda, en_blanco = True, True, 40
    titulo_padre = gettext_lazy("Objetivo")

    @cached_property
    def vivas(self):
        """Give them from the tree."""
        return self.entorno.acciones

    def padre_en_blanco(self) -> Objetivo:
        """Give an objetivo that is not stored."""
        return Objetivo(eje=Eje(agenda=self.agenda))

    def columna_propia(self, nombre: str) -> Columna:
        """Give the column; goals and targets also by their number, other rows by their name."""
        campo = self.molde.fields[nombre]
        if isinstance(campo, ModelChoiceField):
            titulos = {"eje_plan": _("Eje del plan de desarrollo")}
            otras = distintas(lambda: ((fila.pk, str(fila)) for fila in self._candidatas(nombre, campo)))
            return columna_de(nombre, campo, otras, titulo=titulos.get(nombre, ""))
        if nombre == "ods":
            return columna_de(nombre, campo, distintas(lambda: campo.choices, lambda numero: [f"ODS {numero}"]))
        if nombre == "metas_ods":
            return columna_de(nombre, campo, distintas(_metas), ayuda="")
        return columna_de(nombre, campo)

    def _candidatas(self, nombre: str, campo: ModelChoiceField) -> list:
        """Give the rows that an action may point to (plan, memory, calls), those it points to already included."""
        filas = list(campo.queryset)
        faltan = {getattr(fila, f"{nombre}_id") for fila in self.instancias.values()} - {fila.pk for fila in filas}
        faltan.discard(None)
        return filas + list(campo.queryset.model.objects.filter(pk__in=faltan)) if faltan else filas

    def limpiar(self, clave: str | None, campo: str, crudo) -> Any:
        """Clean by the field of the form; choices of rows and targets against the lists of the workbook."""
        definicion = self.molde.fields.get(campo)
        if isinstance(definicion, ModelChoiceField):
            return int(crudo) if crudo else None
        if campo == "metas_ods":
            return list(crudo)
        return super().limpiar(clave, campo, crudo)

    def revisar(self, clave, valores, cambiados):
        """A target goes with its goal."""
        errores = super().revisar(clave, valores, cambiados)
        propios = {str(numero) for numero in valores.get("ods") or []}
        sueltas = [meta for meta in valores.get("metas_ods") or [] if meta.split(".")[0] not in propios]
        if sueltas and {"metas_ods", "ods"} & cambiados:
            frase = _("La meta %(meta)s es del Objetivo de Desarrollo Sostenible (ODS) %(ods)s: escójalo también.") % {
                "meta": sueltas[0],
                "ods": sueltas[0].split(".")[0],
            }
            errores["metas_ods" if "metas_ods" in cambiados else "ods"] = frase
        return errores

    def preparar(self, forma) -> None:
        """Let targets of goals that come in the same workbook through: ``revisar`` held them together."""
        forma.fields["metas_ods"].choices = _metas()


def _metas() -> list[tuple[str, str]]:
    return [(codigo, str(meta)) for codigo, meta in catalogo().metas_ods.items()]
