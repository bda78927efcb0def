"""The sheets of what hangs from an action: milestones, paperwork, budget, indicators with their yearly targets."""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from agenda.forms.filas import FormularioHito, FormularioHitoNuevo, FormularioTramite, FormularioTramiteNuevo
from agenda.forms.indicador import FormularioIndicador, FormularioIndicadorNuevo, FormularioMeta
from agenda.forms.presupuesto import FormularioPartida, FormularioPartidaNueva, convertir
from agenda.models import Accion, Eje, Indicador, MetaAnual, Objetivo, Partida
from agenda.planilla.base import TablaDeFilas
from agenda.planilla.columnas import columna_de
from agenda.sitios import donde_se_edita
from formato.texto import sin_acentos
from guardado.autoria import Autoria, ultimos_cambios
from guardado.planilla.descripcion import Clase, Columna, Escrito
from guardado.planilla.formas import guardar_celdas

META = "meta_"
MAXIMO_ANIOS = 12
DE_PORCENTAJE = re.compile(r"%|porcen|puntos|\btasa|proporcion|\bpct\b")


class DeAccion(TablaDeFilas):
    """Rows of an action; one does not go to another action."""

    titulo_padre = gettext_lazy("Acción")

    def padre_en_blanco(self) -> Accion:
        """Give an action that is not stored."""
        return Accion(objetivo=Objetivo(eje=Eje(agenda=self.agenda)))


class Hitos(DeAccion):
    """Dated steps."""

    nombre, titulo, tipo, coleccion = "hitos", gettext_lazy("Hitos"), "hito", "hitos"
    edita, nueva, en_blanco = FormularioHito, FormularioHitoNuevo, 60


class Tramites(DeAccion):
    """Paperwork."""

    nombre, titulo, tipo, coleccion = "tramites", gettext_lazy("Trámites"), "tramite", "tramites"
    edita, nueva, en_blanco = FormularioTramite, FormularioTramiteNuevo, 20


class Partidas(DeAccion):
    """Budget rows."""

    nombre, titulo, tipo, coleccion = "presupuesto", gettext_lazy("Presupuesto"), "partida", "presupuesto"
    edita, nueva, en_blanco = FormularioPartida, FormularioPartidaNueva, 60
    campo_nombre = "fuente"

    def nombre_de_fila(self, fila) -> str:
        """Give its action, year and source: it has no name."""
        return f"{fila.accion.nombre} · {fila.anio} · {self._fuentes[fila.fuente]}"

    @cached_property
    def _fuentes(self) -> dict[str, str]:
        return {clave: str(etiqueta) for clave, etiqueta in Partida._meta.get_field("fuente").flatchoices}

    def columna_propia(self, nombre: str) -> Columna:
        """Give the column; pesos are whole, and their hint does not speak of the page."""
        if nombre == "valor":
            return columna_de(nombre, self.molde.fields[nombre], ayuda=_("En pesos, sin decimales: 1.250.000."))
        return super().columna_propia(nombre)

    def revisar(self, clave, valores, cambiados):
        """The pesos of another currency come from amount × rate; a new row with half of them is not added."""
        errores = super().revisar(clave, valores, cambiados)
        if clave is None:
            return {"": " ".join(dict.fromkeys(errores.values()))} if errores else {}
        if "valor" in cambiados and (valores.get("moneda") or "COP") != "COP":
            errores["valor"] = _("Los pesos salen de multiplicar el valor en esa moneda por la tasa: cambie esos dos.")
        return errores

    def tras_guardar(self, fila) -> None:
        """Keep the pesos equal to amount × rate."""
        convertir(fila)


class Indicadores(DeAccion):
    """Indicators, with a column for the target of each year."""

    nombre, titulo, tipo, coleccion = "indicadores", gettext_lazy("Indicadores"), "indicador", "indicadores"
    edita, nueva, en_blanco = FormularioIndicador, FormularioIndicadorNuevo, 30

    @cached_property
    def anios(self) -> list[int]:
        """Give the years with a column: of the term, with a target, and those of the actions that end later."""
        propios = set(self.agenda.periodo.anios)
        con_meta = {anio for suyas in self.entorno.metas.values() for anio in suyas}
        ultimo = max(propios)
        fines = {accion.fin.year for accion in self.entorno.acciones_vivas.values() if accion.fin}
        largos = set(range(ultimo + 1, min(max(fines, default=ultimo), ultimo + 8) + 1))
        return sorted(propios | con_meta | largos)[: max(MAXIMO_ANIOS, len(propios | con_meta))]

    @cached_property
    def _campo_meta(self):
        """Give the form field of a target."""
        forma = FormularioMeta(instance=MetaAnual(indicador=self.fila_en_blanco(), anio=0), usuario=None, direccion="")
        return forma.fields["valor"]

    def campos_propios(self) -> list[str]:
        """Give the fields of the form and a target for each year."""
        return [*self.molde.fields, *(f"{META}{anio}" for anio in self.anios)]

    def columna_propia(self, nombre: str) -> Columna:
        """Give the column of a field or of the target of a year."""
        if nombre.startswith(META):
            titulo = _("Meta %(anio)s") % {"anio": nombre.removeprefix(META)}
            return Columna(nombre, titulo, Clase.NUMERO, ancho=12)
        return super().columna_propia(nombre)

    def valor(self, fila: Indicador, nombre: str) -> Any:
        """Give the stored value; of a year without target, None."""
        if nombre.startswith(META):
            meta = self._meta(fila, nombre)
            return meta.valor if meta else None
        return super().valor(fila, nombre)

    def _meta(self, fila: Indicador, nombre: str) -> MetaAnual | None:
        return self.entorno.metas.get(fila.pk, {}).get(int(nombre.removeprefix(META)))

    def limpiar(self, clave, campo, crudo):
        """Clean by the form of the indicator, or by that of the target."""
        return self._campo_meta.clean(crudo) if campo.startswith(META) else super().limpiar(clave, campo, crudo)

    def porcentaje(self, clave, campo, celdas) -> str:
        """Let «25 %» through, as 25, where the unit is a percentage, or is not said yet."""
        clase, escrita = celdas.get("unidad", ("", ""))
        unidad = escrita if clase == "t" else self.instancias[clave].unidad if clave else ""
        if not unidad or DE_PORCENTAJE.search(sin_acentos(unidad)):
            return ""
        frase = _("La celda dice un porcentaje y la unidad de medida es «%s»: escriba solo el número, sin el signo %%.")
        return frase % unidad[:60]

    def inicial(self, nombre: str) -> Any:
        """Give what a new indicator holds there."""
        return None if nombre.startswith(META) else super().inicial(nombre)

    def guardar(self, clave: str, cambios: dict[str, Escrito], usuario) -> dict[str, str]:
        """Save the indicator by its form and each year by its own."""
        de_anios = {campo: cambios.pop(campo) for campo in list(cambios) if campo.startswith(META)}
        fallos = super().guardar(clave, cambios, usuario) if cambios else {}
        fila = self.instancias[clave]
        for campo, escrito in de_anios.items():
            meta = self._meta(fila, campo) or MetaAnual(indicador=fila, anio=int(campo.removeprefix(META)))
            forma = FormularioMeta(instance=meta, usuario=usuario, direccion=self.direccion(fila))
            if malos := guardar_celdas(forma, {"valor": escrito}):
                fallos[campo] = malos["valor"]
        return fallos

    def abrir_nueva(self, datos, padre):
        """Give the form of a new one under its action."""
        return FormularioIndicadorNuevo(datos, accion=padre)

    def direccion(self, fila) -> str:
        """Give the page of the indicator."""
        return donde_se_edita(self.agenda, f"indicador:{fila.clave}")

    def autorias(self, celdas) -> dict[tuple[str, str], Autoria]:
        """Give who last wrote some cells; of a target, from its own history."""
        de_anios = [(clave, campo) for clave, campo in celdas if campo.startswith(META) and clave in self.instancias]
        metas = {
            lugar: meta for lugar in de_anios if (meta := self._meta(self.instancias[lugar[0]], lugar[1])) is not None
        }
        hallados = ultimos_cambios(MetaAnual, {meta.pk: {"valor"} for meta in metas.values()})
        suyas = {lugar: hallados[meta.pk, "valor"] for lugar, meta in metas.items() if (meta.pk, "valor") in hallados}
        return super().autorias([celda for celda in celdas if not celda[1].startswith(META)]) | suyas
