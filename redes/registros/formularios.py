"""Forms of both registers: new and kept, with the document in the same form; and the reason of a return."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress

from django import forms
from django.core.exceptions import ValidationError
from django.forms.utils import ErrorDict, ErrorList
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from formato.texto import sin_acentos
from guardado.archivos import recibir, revisar
from guardado.formularios import FormularioGuardado, FormularioNuevo
from guardado.huella import huella
from redes.models import Hermanamiento, Membresia
from redes.registros.campos import (
    CAMPOS_HERMANAMIENTO,
    CAMPOS_MEMBRESIA,
    preparar_hermanamiento,
    preparar_membresia,
)
from redes.registros.situacion import ERRORES


def errores_de_archivo(subido) -> list[str]:
    """Give what is wrong with an upload, read from its content."""
    try:
        revisar(subido)
    except ValidationError as error:
        return error.messages
    return []


class RegistroNuevo(FormularioNuevo):
    """A row that does not exist yet: it is filed with its document and its date, or not at all."""

    def clean(self):
        """Look at the document by its content and at what is missing."""
        datos = super().clean()
        subido = datos.get("archivo")
        problemas = errores_de_archivo(subido) if subido else []
        for frase in problemas:
            self.add_error("archivo", frase)
        con_documento = bool(subido) or "archivo" in self.errors
        for campo, frase in ERRORES[self._meta.model._meta.model_name](datos, con_documento).items():
            if campo not in self.errors:
                self.add_error(campo, frase)
        return datos


class HermanamientoNuevo(RegistroNuevo):
    """A new twinning."""

    class Meta:
        model = Hermanamiento
        fields = CAMPOS_HERMANAMIENTO

    def __init__(self, *args, territorio, **kwargs):
        super().__init__(*args, **kwargs)
        self.territorio = territorio
        preparar_hermanamiento(self)

    def clean(self):
        """Refuse what is already in the register of the town."""
        datos = super().clean()
        if datos.get("ciudad") and datos.get("pais") and datos.get("tipo_acuerdo"):
            iguales = self.territorio.hermanamientos.filter(
                pais=datos["pais"], tipo_acuerdo=datos["tipo_acuerdo"], retirado_en=None
            ).values_list("ciudad", flat=True)
            if sin_acentos(datos["ciudad"]) in {sin_acentos(ciudad) for ciudad in iguales}:
                self.add_error("ciudad", _("Ese acuerdo ya está en el registro. Ábralo en la lista y complételo."))
        return datos


class MembresiaNueva(RegistroNuevo):
    """A new membership in an entry of the directory, which comes chosen."""

    class Meta:
        model = Membresia
        fields = CAMPOS_MEMBRESIA

    def __init__(self, *args, territorio, **kwargs):
        super().__init__(*args, **kwargs)
        preparar_membresia(self)


class RegistroGuardado(FormularioGuardado):
    """A row that is there, with its document. All or nothing: what is sent to be confirmed is complete.

    ``archivo_visto``: the digest of the document that its writer saw. ``antes``: called with the names of the fields
    about to be written.
    """

    autoguardado = False

    def __init__(self, *args, archivos=None, archivo_visto: str = "", antes: Callable | None = None, **kwargs):
        super().__init__(*args, **kwargs)
        self.subido = (archivos or {}).get("archivo")
        self.archivo_visto = archivo_visto
        self.antes = antes

    def enviados(self, datos) -> list[str]:
        """Give the posted fields; the document is looked at apart."""
        return [nombre for nombre in super().enviados(datos) if nombre != "archivo"]

    def revisar(self, valores: dict) -> dict[str, str]:
        """Ask for what a confirmation needs."""
        con_documento = bool(self.subido or self.instance.archivo_id)
        return ERRORES[self.instance._meta.model_name](valores, con_documento)

    def guardar_enviados(self, datos, *, excepto: str = "") -> list[str]:
        """Save every posted field and the document, or nothing when one of them has an error."""
        if self.solo_lectura:
            return []
        errores = self._errores(datos, excepto)
        if errores:
            self.mostrar_sin_guardar(datos)
            self._errors = ErrorDict({n: ErrorList(f, renderer=self.renderer) for n, f in errores.items()})
            return []
        self._anunciar([n for n in self.enviados(datos) if n != excepto], datos)
        nombres = super().guardar_enviados(datos, excepto=excepto)
        if self.subido:
            self.instance.archivo = recibir(self.subido, self.instance.territorio, self.usuario)
            self.instance.save(update_fields=["archivo"])
            nombres.append("archivo")
        return nombres

    def guardar_valor(self, nombre: str, datos) -> list[str]:
        """Save one side of a clash."""
        with suppress(ValidationError):  # what was kept is no longer among the choices: said beside the field
            self._anunciar([nombre], datos)
        return super().guardar_valor(nombre, datos)

    def _anunciar(self, nombres: list[str], datos) -> None:
        """Call ``antes`` with what is about to be written, so that no public state ever holds what nobody confirmed."""
        if self.antes is None or self.instance.retirado_en is not None:
            return
        escritos = ["archivo"] if self.subido else []
        for nombre in nombres:
            cambio = self._cambio(nombre, datos)
            guardada = huella(getattr(self.instance, self.instance._meta.get_field(nombre).attname))
            if huella(cambio.valor) != cambio.visto == guardada:
                escritos.append(nombre)
        if escritos:
            self.antes(escritos)

    def _errores(self, datos, excepto: str) -> dict[str, list[str]]:
        valores = {nombre: getattr(self.instance, nombre) for nombre in self.fields}
        errores: dict[str, list[str]] = {}
        for nombre in self.enviados(datos):
            if nombre != excepto:
                try:
                    valores[nombre] = self._cambio(nombre, datos).valor
                except ValidationError as error:
                    errores[nombre] = error.messages
        if self.subido:
            errores |= {"archivo": frases} if (frases := self._errores_del_archivo()) else {}
        for nombre, frase in self.revisar(valores).items():
            errores.setdefault(nombre, [frase])
        return errores

    def _errores_del_archivo(self) -> list[str]:
        if self.instance.retirado_en is not None:
            return [_("Está retirado. Restáurelo y escoja otra vez el documento.")]
        if self.archivo_visto and self.archivo_visto != huella(self.instance.archivo_id):
            return [
                _("Otra persona cambió el documento mientras usted escribía. Léalo y, si hace falta, suba el suyo.")
            ]
        return errores_de_archivo(self.subido)


class HermanamientoGuardado(RegistroGuardado):
    """A twinning that is there."""

    class Meta:
        model = Hermanamiento
        fields = CAMPOS_HERMANAMIENTO

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        preparar_hermanamiento(self)


class MembresiaGuardada(RegistroGuardado):
    """A membership that is there."""

    class Meta:
        model = Membresia
        fields = CAMPOS_MEMBRESIA

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        preparar_membresia(self)


class Devolucion(forms.Form):
    """Why the FCM cannot confirm a row."""

    motivo = forms.CharField(
        label=gettext_lazy("Qué debe corregir el territorio"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Lo leen las personas del territorio. Diga qué falta y cómo arreglarlo."),
    )
