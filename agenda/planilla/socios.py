"""The sheet of partners: who a new one is, and role and stage of all of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agenda.aliados import crear_aliado
from agenda.forms.filas import FormularioAliado, FormularioAliadoNuevo
from agenda.models import Aliado
from agenda.planilla.colgadas import DeAccion
from agenda.planilla.columnas import columna_de, planas
from guardado.planilla.descripcion import Clase, Columna, Opcion
from guardado.planilla.opciones import distintas, una
from redes.directorio.entradas import por_nombre

AL_NACER = ("quien", "tipo", "ciudad", "pais")


class Aliados(DeAccion):
    """Partners. Who one is, is written when it is new: one of the list, or a name with its kind."""

    nombre, titulo, tipo, coleccion = "aliados", gettext_lazy("Aliados"), "aliado", "aliados"
    edita, nueva, en_blanco = FormularioAliado, FormularioAliadoNuevo, 30
    campo_nombre = "quien"

    @cached_property
    def _nueva_vacia(self) -> FormularioAliadoNuevo:
        return FormularioAliadoNuevo(territorio=self.agenda.territorio)

    @cached_property
    def _conocidos(self) -> Sequence[Opcion]:
        """Give the counterparts of the town and the directory."""
        return self._opciones("quien")

    def _opciones(self, nombre: str) -> Sequence[Opcion]:
        return distintas(lambda: planas(self._nueva_vacia.fields[nombre].choices))

    def campos_propios(self) -> list[str]:
        """Give who it is, then role and stage."""
        return [*AL_NACER, *self.molde.fields]

    def columna_propia(self, nombre: str) -> Columna:
        """Give the column; who it is admits names that are not on the list."""
        if nombre == "quien":
            ayuda = _("Escoja de la lista. Si no está, escriba su nombre y llene también «Qué es».")
            return Columna(nombre, _("Quién es"), Clase.TEXTO, self._conocidos, al_nacer=True, ancho=36, ayuda=ayuda)
        if nombre in AL_NACER:
            campo = FormularioAliadoNuevo.base_fields[nombre]  # the form itself, whole, asks for the directory
            return columna_de(
                nombre, campo, self._opciones(nombre) if hasattr(campo, "choices") else None, al_nacer=True
            )
        return super().columna_propia(nombre)

    def valor(self, fila: Aliado, nombre: str) -> Any:
        """Give the stored value; who it is, from its counterpart."""
        if nombre == "quien":
            return str(fila.contraparte)
        return getattr(fila.contraparte, nombre) if nombre in AL_NACER else super().valor(fila, nombre)

    def limpiar(self, clave, campo, crudo):
        """Clean by the field of the form of a new one, or of an existing one."""
        if campo == "quien":
            return str(crudo).strip()
        if campo in AL_NACER:
            return self._nueva_vacia.fields[campo].clean(crudo)
        return super().limpiar(clave, campo, crudo)

    def inicial(self, nombre: str) -> Any:
        """Give what a new partner holds there."""
        return "" if nombre in AL_NACER else super().inicial(nombre)

    def obligatorios(self) -> set[str]:
        """Ask for the action and who it is."""
        return super().obligatorios() | {"quien"}

    def revisar(self, clave, valores, cambiados):
        """A name that is not on the list goes with what it is."""
        if clave is None and valores.get("quien") and not self._conocido(valores["quien"]) and not valores.get("tipo"):
            return {"quien": _("No está en la lista: escriba también qué es (columna «Qué es»), o revise el nombre.")}
        return super().revisar(clave, valores, cambiados)

    def _conocido(self, texto: str) -> str:
        try:
            return una(texto, self._conocidos)
        except ValueError:  # the list of a long directory is not whole
            slug = por_nombre(texto)
            return f"entrada:{slug}" if slug else ""

    def abrir_nueva(self, datos, padre):
        """Give the form of a new one."""
        return FormularioAliadoNuevo(datos, territorio=self.agenda.territorio)

    def forma_nueva(self, clave, crudos, padre):
        """Write who it is where the form asks for it: its list, or the name of a new one."""
        texto = str(crudos.get("quien", ""))
        conocido = self._conocido(texto)
        return super().forma_nueva(clave, crudos | {"quien": conocido, "nombre": "" if conocido else texto}, padre)

    def hacer(self, forma, padre):
        """Make it with its counterpart."""
        return crear_aliado(self.agenda, padre, forma)
