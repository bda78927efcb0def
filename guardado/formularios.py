"""Forms that keep (each field is saved by itself) and forms of a new row (made once, however often posted)."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.core import signing
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.forms.utils import ErrorDict, ErrorList
from django.utils.translation import gettext as _

from guardado.guardar import Cambio, Estado, Resultado, guardar_varios

SAL_AUTOR = "guardado.autor"


def firmar_autor(usuario) -> str:
    """Give the signed mark of who a page was drawn for; an expired session returns text to that person only."""
    return signing.dumps(usuario.pk, salt=SAL_AUTOR) if usuario.is_authenticated else ""


class FormularioGuardado(forms.ModelForm):
    """A form over an existing row whose fields are saved one by one, with or without JavaScript.

    ``direccion`` is the page's own address: where each field is posted. ``autoguardado`` False: saved only with the
    button (fields that make sense together). ``solo_lectura``: drawn as text. A field counts as posted when its
    ``visto-<campo>`` came. Override ``revisar`` for rules between fields. ``de_la_federacion``: only the FCM writes it.
    """

    guarda = True
    autoguardado = True
    de_la_federacion = False

    def __init__(self, data=None, *, instance, usuario, direccion: str, prefix=None, solo_lectura=False, **otros):
        super().__init__(instance=instance, prefix=prefix, **otros)
        self.usuario = usuario
        self.direccion = direccion
        self.solo_lectura = solo_lectura
        self.vistos: dict[str, str] = {}
        self.resultados: dict[str, Resultado] = {}
        self.desencuentros: dict[str, list] = {}
        for campo in self.fields.values():  # a browser that restores old text over new digests would overwrite others
            campo.widget.attrs.setdefault("autocomplete", "off")
        if data is not None:
            self.mostrar_sin_guardar(data)

    @property
    def autor(self) -> str:
        """Give the signed mark of the person the page is drawn for."""
        return firmar_autor(self.usuario)

    def revisar(self, valores: dict[str, Any]) -> dict[str, str]:
        """Give the errors between fields, field → sentence, for the row as it would be. Override."""
        return {}

    def enviados(self, datos) -> list[str]:
        """Give the names of the fields that came in a POST."""
        return [nombre for nombre in self.fields if f"visto-{self.add_prefix(nombre)}" in datos]

    def guardar_enviados(self, datos, *, excepto: str = "") -> list[str]:
        """Save every posted field but ``excepto``; leave results and errors in the form and give the saved names."""
        if self.solo_lectura:
            return []
        cambios: dict[str, Cambio] = {}
        errores: dict[str, list[str]] = {}
        for nombre in self.enviados(datos):
            if nombre == excepto:
                continue
            try:
                cambios[nombre] = self._cambio(nombre, datos)
            except ValidationError as error:
                errores[nombre] = error.messages
                self._conservar(nombre, datos)
        return self._escribir(cambios, errores, datos)

    def guardar_valor(self, nombre: str, datos) -> list[str]:
        """Save one field from the given data (a chosen side of a clash)."""
        try:
            cambios = {nombre: self._cambio(nombre, datos)}
        except ValidationError as error:
            return self._escribir({}, {nombre: error.messages}, datos)
        return self._escribir(cambios, {}, datos)

    def mostrar_sin_guardar(self, datos) -> None:
        """Show posted text as typed, with the digests it came with, saving nothing (after an expired session)."""
        for nombre in self.enviados(datos):
            self._conservar(nombre, datos)

    def _cambio(self, nombre: str, datos) -> Cambio:
        campo = self.fields[nombre]
        clave = self.add_prefix(nombre)
        crudo = campo.widget.value_from_datadict(datos, {}, clave)
        valor = campo.clean(crudo)
        self.cleaned_data = {nombre: valor}
        if hasattr(self, f"clean_{nombre}"):
            valor = getattr(self, f"clean_{nombre}")()
        definicion = self.instance._meta.get_field(nombre)
        valor = definicion.get_default() if valor is None and not definicion.null else valor
        textos = datos.getlist(clave) if hasattr(datos, "getlist") else crudo
        conservado = textos if isinstance(crudo, list) else (textos[0] if textos else "")
        return Cambio(valor, datos.get(f"visto-{clave}", ""), conservado, str(campo.label or definicion.verbose_name))

    def _conservar(self, nombre: str, datos) -> None:
        clave = self.add_prefix(nombre)
        self.initial[nombre] = self.fields[nombre].widget.value_from_datadict(datos, {}, clave)
        self.vistos[nombre] = datos.get(f"visto-{clave}", "")[:16]

    def _escribir(self, cambios, errores, datos) -> list[str]:
        actuales = {nombre: getattr(self.instance, nombre) for nombre in self.fields}
        cruzados = self.revisar(actuales | {nombre: cambio.valor for nombre, cambio in cambios.items()})
        for nombre, frase in cruzados.items():
            if nombre in cambios:
                errores.setdefault(nombre, []).append(frase)
                del cambios[nombre]
                self._conservar(nombre, datos)
        try:
            with transaction.atomic():
                self.resultados = (  # nothing to write: the row may not exist yet (a yearly target with a typing error)
                    guardar_varios(
                        self.instance,
                        cambios,
                        self.usuario,
                        direccion=self.direccion,
                        de_la_federacion=self.de_la_federacion,
                    )
                    if cambios
                    else {}
                )
        except IntegrityError:
            self.instance.refresh_from_db()
            for nombre in cambios:
                errores[nombre] = [_("No se pudo guardar junto con los otros datos. Revise este campo y los vecinos.")]
                self._conservar(nombre, datos)
            self.resultados = {}
        for nombre in self.resultados:
            if nombre not in errores:
                self.initial[nombre] = self.fields[nombre].prepare_value(
                    self.instance._meta.get_field(nombre).value_from_object(self.instance)
                )
        self._errors = ErrorDict({n: ErrorList(f, renderer=self.renderer) for n, f in errores.items()})
        return [n for n, resultado in self.resultados.items() if resultado.estado == Estado.GUARDADO]


class FormularioNuevo(forms.ModelForm):
    """A form of a row that does not exist yet. It carries the ``clave`` made when drawn: see ``guardado.nuevas``."""

    clave = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["clave"].initial = uuid.uuid4
