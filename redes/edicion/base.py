"""The forms of the directory: saved only with the button, with the source it was read in and who verified it."""

from __future__ import annotations

from django import forms
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ValidationError
from django.db import transaction
from django.forms.utils import ErrorDict, ErrorList
from django.utils.timezone import localdate
from django.utils.translation import gettext_lazy

from guardado.autoria import FEDERACION
from guardado.formularios import FormularioGuardado
from guardado.guardar import Cambio, Estado, guardar_varios
from guardado.huella import huella
from guardado.models import Desencuentro
from redes.edicion.campos import con_limites

IGUAL, HOY, QUITAR = "igual", "hoy", "quitar"
SIN_FUENTE = gettext_lazy("Escriba dónde lo leyó: el documento o la página, y su fecha. Nada se ha guardado todavía.")
AYUDA_FUENTE = gettext_lazy(
    "Dónde leyó lo que escribe hoy: la página, el documento o con quién habló, y su fecha. Cada cambio la pide."
)


class Verificacion(forms.Form):
    """What the editor says of the verification with this save."""

    verificacion = forms.ChoiceField(
        label=gettext_lazy("¿La verificó?"),
        widget=forms.RadioSelect,
        choices=[
            (IGUAL, gettext_lazy("No: la marca de verificación sigue como estaba")),
            (HOY, gettext_lazy("Sí, la verifiqué hoy en la fuente de arriba")),
            (QUITAR, gettext_lazy("Quitar la marca: lo publicado ya no es seguro")),
        ],
        initial=IGUAL,
        required=False,
    )


class FormularioDirectorio(FormularioGuardado):
    """A thing of the directory. ``grupos``: (title, its fields); the last group is the source and the verification.

    Nothing is written while a change comes without its source. A save that verifies does so only when all of it was
    kept: a field that clashed was not verified.
    """

    autoguardado = False
    de_la_federacion = True
    grupos: tuple[tuple[str, tuple[str, ...]], ...] = ()
    primero = 1  # how many groups are open from the beginning

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.pedida = IGUAL
        self.sin_marcar = False
        self.fields["fuente"].help_text = AYUDA_FUENTE
        self.fields["fuente"].widget.attrs["rows"] = 3
        con_limites(self.fields, self.instance)

    @property
    def partes(self) -> list[dict]:
        """Give the groups as the page draws them, open when something of theirs needs the eye."""
        atentos = {*self.errors, *self.vistos, *self.desencuentros}
        return [
            {
                "titulo": titulo,
                "campos": [self[nombre] for nombre in nombres],
                "abierto": numero < self.primero or bool(atentos & set(nombres)),
                "llenos": sum(bool(self.initial.get(nombre)) for nombre in nombres),
                "total": len(nombres),
            }
            for numero, (titulo, nombres) in enumerate(self.grupos)
        ]

    @property
    def verificacion(self) -> Verificacion:
        """Give the choice of verification, as it was asked for."""
        return Verificacion(initial={"verificacion": self.pedida})

    def mostrar_sin_guardar(self, datos) -> None:
        """Show again also what was said of the verification."""
        super().mostrar_sin_guardar(datos)
        self._leer_pedida(datos)

    def guardar_enviados(self, datos, *, excepto: str = "") -> list[str]:
        """Save what was posted, and the verification when everything was kept."""
        self._leer_pedida(datos)
        enviados = self.enviados(datos)
        fuente = datos.get(self.add_prefix("fuente"), "") if "fuente" in enviados else self.instance.fuente
        vacia = not fuente.strip()
        if vacia and (self.pedida == HOY or any(self._cambia(nombre, datos) for nombre in enviados)):
            for nombre in enviados:
                self._conservar(nombre, datos)
            return self._sin_fuente("fuente")
        guardados = super().guardar_enviados(datos, excepto=excepto)
        return guardados + self._verificar()

    def guardar_valor(self, nombre: str, datos) -> list[str]:
        """Save one side of a clash, or an old value: neither leaves the row without its source."""
        fuente = datos.get(self.add_prefix("fuente"), "") if nombre == "fuente" else self.instance.fuente
        return super().guardar_valor(nombre, datos) if fuente.strip() else self._sin_fuente(nombre)

    def _sin_fuente(self, nombre: str) -> list[str]:
        self._errors = ErrorDict({nombre: ErrorList([str(SIN_FUENTE)], renderer=self.renderer)})
        return []

    def _leer_pedida(self, datos) -> None:
        pedida = datos.get("verificacion", IGUAL)
        self.pedida = pedida if pedida in (IGUAL, HOY, QUITAR) else IGUAL

    def _cambia(self, nombre: str, datos) -> bool:
        try:
            cambio = self._cambio(nombre, datos)
        except ValidationError:
            return True
        return huella(cambio.valor) != cambio.visto

    def _por_escoger(self) -> bool:
        """Say whether two texts of this row still wait for a choice: what is not settled was not verified."""
        tipo = ContentType.objects.get_for_model(type(self.instance))
        return Desencuentro.objects.abiertos().filter(tipo_fila=tipo, id_fila=str(self.instance.pk)).exists()

    def _verificar(self) -> list[str]:
        if self.pedida == IGUAL:
            return []
        bien = {Estado.GUARDADO, Estado.SIN_CAMBIO}
        fallidos = any(resultado.estado not in bien for resultado in self.resultados.values())
        if self.errors or fallidos or (self.pedida == HOY and self._por_escoger()):
            self.sin_marcar = True
            return []
        valores = {"verificado": False, "verificado_en": None, "verificado_por": ""}
        if self.pedida == HOY:
            valores = {"verificado": True, "verificado_en": localdate(), "verificado_por": FEDERACION}
        cambios = {c: Cambio(valor, huella(getattr(self.instance, c))) for c, valor in valores.items()}
        with transaction.atomic():
            resultados = guardar_varios(
                self.instance, cambios, self.usuario, direccion=self.direccion, de_la_federacion=True
            )
        self.pedida = IGUAL
        return [campo for campo, resultado in resultados.items() if resultado.estado == Estado.GUARDADO]
