"""A sheet whose rows are rows of the plan: read, cleaned, saved and made by the forms of the screen."""

from __future__ import annotations

from copy import copy
from functools import cached_property
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.urls import reverse
from django.utils.translation import gettext as _

from agenda.filas import CLASES, crear, fila_de
from agenda.models.fila import Fila
from agenda.orden import cambiar_padre, restaurar, retirar
from agenda.planilla.columnas import columna_de
from agenda.planilla.contexto import TABLAS, Entorno
from agenda.sitios import donde_se_edita
from formato.fechas import fecha_hora
from guardado.autoria import Autoria, ultimos_cambios
from guardado.formularios import FormularioGuardado
from guardado.huella import huella
from guardado.planilla.descripcion import Actual, Clase, Columna, Crudo, Escrito, TablaAbierta, Valores
from guardado.planilla.formas import como_enviado, guardar_celdas, limpio


class TablaDeFilas(TablaAbierta):
    """Rows of one kind. Subclasses say the kind, its two forms, and which columns it has."""

    tipo = ""
    edita: type[FormularioGuardado]
    nueva: type[forms.ModelForm]
    numerada = False
    muda = False  # a row may go to another parent
    titulo_padre = ""
    coleccion = ""  # word of the page where the rows of an action are edited

    def __init__(self, entorno: Entorno):
        self.titulo = str(self.titulo)
        self.entorno = entorno
        self.agenda = entorno.agenda
        self.clase = CLASES[self.tipo]
        self.padre = "" if self.clase.padre == "agenda" else self.clase.padre
        self.campo_codigo = "codigo" if self.numerada else ""

    # what it holds

    @cached_property
    def columnas(self) -> list[Columna]:
        """Give its columns: the number, the parent, the fields of the form."""
        columnas = [Columna("codigo", _("N.º"), ancho=7)] if self.numerada else []
        if self.padre:
            columnas.append(
                Columna(self.padre, str(self.titulo_padre), Clase.REFERENCIA, a=TABLAS[self.padre], ancho=34)
            )
        return columnas + [self.columna_propia(nombre) for nombre in self.campos_propios()]

    def campos_propios(self) -> list[str]:
        """Give the fields of the form that have a column."""
        return list(self.molde.fields)

    def columna_propia(self, nombre: str) -> Columna:
        """Give the column of a field of the form."""
        return columna_de(nombre, self.molde.fields[nombre])

    @cached_property
    def molde(self) -> FormularioGuardado:
        """Give a form over a row that does not exist: its fields clean what is typed in any row."""
        return self._forma(self.fila_en_blanco(), None)

    def fila_en_blanco(self) -> Fila:
        """Give a row that is not stored, with the way up to the agenda."""
        return self.clase.modelo(**({self.clase.padre: self.padre_en_blanco()}))

    def padre_en_blanco(self):
        """Give the parent of the row in blank."""
        return self.agenda

    @cached_property
    def vivas(self) -> list[tuple[Fila, str]]:
        """Give the rows in force in the order of the document, with their numbers."""
        propias = [fila for fila in self.entorno.todas(self.tipo) if self.entorno.viva(fila, self.tipo)]
        if self.padre == "accion":
            lugares = {pk: n for n, pk in enumerate(self.entorno.acciones_vivas)}
            propias.sort(key=lambda fila: lugares[fila.accion_id])  # stable: their own order stays
        return [(fila, "") for fila in propias]

    @cached_property
    def instancias(self) -> dict[str, Fila]:
        """Give every row by its key, removed ones too."""
        return {str(fila.clave): fila for fila in self.entorno.todas(self.tipo)} | {
            str(fila.clave): fila for fila, _numero in self.vivas
        }

    def filas(self) -> list[Actual]:
        """Give the rows in force."""
        return self._actuales

    @cached_property
    def _actuales(self) -> list[Actual]:
        return [self._actual(fila, numero) for fila, numero in self.vivas]

    def retiradas(self) -> list[Actual]:
        """Give the rows that are removed, or hang from one that is."""
        vivas = {fila.pk for fila, _numero in self.vivas}
        return [self._actual(fila, "", viva=False) for fila in self.entorno.todas(self.tipo) if fila.pk not in vivas]

    def _actual(self, fila: Fila, numero: str, *, viva: bool = True) -> Actual:
        nombre = self.nombre_de_fila(fila)
        return Actual(str(fila.clave), nombre, self.valores(fila), numero, not viva, "" if viva else _como(fila))

    def nombre_de_fila(self, fila: Fila) -> str:
        """Give how a row is called in the preview, and in other sheets."""
        return str(fila)

    def valores(self, fila: Fila) -> Valores:
        """Give the stored values of a row by column."""
        return Valores(self._con_valor, lambda nombre: self.valor(fila, nombre))

    @cached_property
    def _con_valor(self) -> list[str]:
        return [*self.campos_propios(), *filter(None, [self.padre])]

    def valor(self, fila: Fila, nombre: str) -> Any:
        """Give the stored value of one field; of another row its primary key, of what it hangs from its ``clave``."""
        if nombre == self.padre:
            return str(getattr(fila, nombre).clave)
        return getattr(fila, fila._meta.get_field(nombre).attname)

    def ajenas(self, claves: set[str]) -> set[str]:
        """Give which keys belong to a row of another agenda."""
        existentes = self.clase.modelo.objects.filter(clave__in=claves).order_by()
        return {str(clave) for clave in existentes.values_list("clave", flat=True)}

    def nombre_de(self, tabla: str, clave) -> str:
        """Give number and name of a row of the plan."""
        return self.entorno.nombre(tabla, clave)

    # what it admits

    def limpiar(self, clave: str | None, campo: str, crudo: Crudo) -> Any:
        """Clean by the field of the form."""
        if campo == self.padre:
            return self._limpiar_padre(clave, str(crudo))
        if campo == self.campo_codigo:
            return crudo
        return limpio(self.molde, campo, crudo)

    def _limpiar_padre(self, clave: str | None, crudo: str) -> str:
        if clave and not self.muda and crudo != str(getattr(self.instancias[clave], self.padre).clave):
            raise ValidationError(_("Esta fila no cambia de acción: bórrela aquí y escríbala como nueva en la otra."))
        return crudo

    def obligatorios(self) -> set[str]:
        """Give what a new row needs: its parent, and what its form asks for that has no default."""
        pide = {nombre for nombre, campo in self.molde.fields.items() if campo.required}
        con_valor = {nombre for nombre in pide if self.inicial(nombre) not in (None, "")}
        return (pide - con_valor) | ({self.padre} if self.padre else set())

    def inicial(self, nombre: str) -> Any:
        """Give what a new row holds in a field that nobody filled in."""
        return self.clase.modelo._meta.get_field(nombre).get_default()

    def revisar(self, clave: str | None, valores: dict[str, Any], cambiados: set[str]) -> dict[str, str]:
        """Check fields against each other by the rule of the form."""
        forma = copy(self.molde)  # to make a form for each row that changes would cost more than all its checks
        if clave:
            forma.instance = self.instancias[clave]
        completos = {nombre: self.inicial(nombre) for nombre in self.campos_propios()} if clave is None else {}
        return {campo: str(frase) for campo, frase in forma.revisar({**completos, **valores}).items()}

    # what it writes

    def _forma(self, fila: Fila, usuario) -> FormularioGuardado:
        return self.edita(instance=fila, usuario=usuario, direccion=self.direccion(fila) if fila.pk else "")

    def direccion(self, fila: Fila) -> str:
        """Give the page where a row is edited: where a clash would be settled."""
        if self.coleccion:
            args = [self.agenda.territorio_id, self.agenda.periodo_id, fila.accion.clave, self.coleccion]
            return reverse("agenda_filas", args=args)
        return donde_se_edita(self.agenda, f"{self.tipo}:{fila.clave}")

    def guardar(self, clave: str, cambios: dict[str, Escrito], usuario) -> dict[str, str]:
        """Save cells as the page of the row would, posted whole."""
        fila = self.instancias[clave]
        if self.padre in cambios:
            self._mudar(fila, str(cambios.pop(self.padre).crudo))
        cambios.pop(self.campo_codigo, None)
        if not cambios:
            return {}
        forma = self._forma(fila, usuario)
        self.preparar(forma)
        fallos = guardar_celdas(forma, cambios)
        self.tras_guardar(fila)
        return fallos

    def preparar(self, forma: FormularioGuardado) -> None:
        """Adjust a form before it saves. Override."""

    def tras_guardar(self, fila: Fila) -> None:
        """Do what the page does after saving. Override."""

    def _mudar(self, fila: Fila, clave: str) -> None:
        cambiar_padre(fila, fila_de(self.agenda, self.padre, clave))

    def crear(self, clave: str, crudos: dict[str, Crudo], usuario) -> dict[str, str]:
        """Make a row by the form of a new one, then save what that form does not ask for."""
        padre = fila_de(self.agenda, self.padre, crudos[self.padre]) if self.padre else self.agenda
        forma = self.forma_nueva(clave, crudos, padre)
        if not forma.is_valid():
            return {"": " ".join(frase for frases in forma.errors.values() for frase in frases)}
        fila, hecha = self.hacer(forma, padre)
        if not hecha:
            return {}
        self.instancias[clave] = fila
        resto = {
            campo: Escrito(crudo, huella(self.valor(fila, campo)))
            for campo, crudo in crudos.items()
            if campo not in forma.fields and campo in self.campos_propios()
        }
        self.tras_guardar(fila)
        return self.guardar(clave, resto, usuario) if resto else {}

    def forma_nueva(self, clave: str, crudos: dict[str, Crudo], padre):
        """Give the form of a new row with what was typed; the rest as the form draws it."""
        forma = self.abrir_nueva(None, padre)
        datos = {}
        for nombre, campo in forma.fields.items():
            inicial = forma.get_initial_for_field(campo, nombre)
            datos[nombre] = crudos.get(nombre, "false" if inicial is False else "" if inicial is None else inicial)
        return self.abrir_nueva(como_enviado(datos | {"clave": clave}), padre)

    def abrir_nueva(self, datos, padre):
        """Give the form of a new row. Override where it asks for more."""
        return self.nueva(datos)

    def hacer(self, forma, padre) -> tuple[Fila, bool]:
        """Make the row of a valid form, once. Override where it is made otherwise."""
        return crear(self.agenda, self.tipo, forma, padre)

    def retirar(self, clave: str, usuario) -> None:
        """Mark as removed."""
        retirar(self.instancias[clave], usuario)

    def restaurar(self, clave: str) -> None:
        """Bring back, and what it hangs from."""
        restaurar(self.instancias[clave])

    def autorias(self, celdas: list[tuple[str, str]]) -> dict[tuple[str, str], Autoria]:
        """Give who last wrote some cells."""
        pedidos: dict[int, set[str]] = {}
        numeros = {}
        for clave, campo in celdas:
            if clave in self.instancias and campo in self.molde.fields:
                pk = numeros[clave] = self.instancias[clave].pk
                pedidos.setdefault(pk, set()).add(campo)
        hallados = ultimos_cambios(self.clase.modelo, pedidos)
        return {
            (clave, campo): hallados[numeros[clave], campo]
            for clave, campo in celdas
            if clave in numeros and (numeros[clave], campo) in hallados
        }


def _como(fila: Fila) -> str:
    """Say when and by whom a row was removed."""
    if fila.retirada_en is None:
        return _("Está dentro de algo que se retiró en el portal: al aceptarla vuelve también eso.")
    return _("Se retiró en el portal el %(cuando)s (%(quien)s): al aceptarla vuelve, con lo que aquí escribió.") % {
        "cuando": fecha_hora(fila.retirada_en),
        "quien": fila.retirada_por or "—",
    }
