"""Forms of the directory and of the counterparts."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from formato.paises import opciones_paises
from formato.texto import sin_acentos
from guardado.formularios import FormularioGuardado, FormularioNuevo
from guia.catalogo import catalogo
from redes.models import Clase, Contraparte, Entrada, EstadoEntrada

CAMPOS = ["nombre", "tipo", "ciudad", "pais", "entrada"]
VERIFICADO = [("si", _("verificadas")), ("no", _("sin verificar"))]


class FiltroDirectorio(forms.Form):
    """What the directory may be narrowed by. Values that are not choices are ignored."""

    q = forms.CharField(
        label=_("Nombre o sigla"), required=False, max_length=80, widget=forms.TextInput(attrs={"type": "search"})
    )
    clase = forms.ChoiceField(label=_("Clase"), required=False)
    tema = forms.ChoiceField(label=_("Tema"), required=False)
    modalidad = forms.ChoiceField(label=_("Modalidad"), required=False)
    estado = forms.ChoiceField(label=_("Estado"), required=False)
    verificado = forms.ChoiceField(label=_("Verificación"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        guia = catalogo()
        for campo, opciones in {
            "clase": Clase.choices,
            "tema": guia.opciones("temas"),
            "modalidad": guia.opciones("modalidades_y_gobernanza"),
            "estado": EstadoEntrada.choices,
            "verificado": VERIFICADO,
        }.items():
            self.fields[campo].choices = [("", _("todas") if campo != "tema" else _("todos")), *opciones]

    def filtrar(self, entradas):
        """Narrow a QuerySet of Entrada."""
        self.full_clean()
        pedido = getattr(self, "cleaned_data", {})
        if pedido.get("q"):
            entradas = entradas.buscar(sin_acentos(pedido["q"]))
        for campo in ("clase", "estado"):
            if pedido.get(campo):
                entradas = entradas.filter(**{campo: pedido[campo]})
        for campo, columna in (("tema", "temas"), ("modalidad", "modalidades")):
            if pedido.get(campo):
                entradas = entradas.filter(**{f"{columna}__contains": [pedido[campo]]})
        if pedido.get("verificado"):
            entradas = entradas.filter(verificado=pedido["verificado"] == "si")
        return entradas

    @property
    def activo(self) -> bool:
        """Say whether anything is asked."""
        return any(getattr(self, "cleaned_data", {}).values())


def preparar_campos(formulario: forms.ModelForm) -> None:
    """Give the fields of a counterpart their hints and choices."""
    campos = formulario.fields
    campos["nombre"].help_text = _("Como aparece en sus documentos oficiales.")
    campos["pais"] = forms.ChoiceField(
        label=_("País"),
        choices=[("", _("Escoja un país")), *opciones_paises()],
        required=False,
        help_text=_("Compruebe que el país existe y que la ciudad queda en él."),
    )
    campos["entrada"] = forms.ModelChoiceField(
        Entrada.objects.only("slug", "nombre", "sigla"),
        label=_("Entrada del directorio"),
        required=False,
        empty_label=_("No está en el directorio"),
        help_text=_("Si es una red o agencia del directorio, escójala aquí."),
    )


class ContraparteNueva(FormularioNuevo):
    """A counterpart that does not exist yet."""

    class Meta:
        model = Contraparte
        fields = CAMPOS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        preparar_campos(self)


class ContraparteGuardada(FormularioGuardado):
    """A counterpart of a town, field by field."""

    class Meta:
        model = Contraparte
        fields = CAMPOS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        preparar_campos(self)


class Verificacion(forms.Form):
    """How the FCM confirmed that a counterpart exists."""

    como = forms.CharField(
        label=_("Cómo se verificó"),
        max_length=250,
        help_text=_("Por ejemplo: sitio oficial de la ciudad, embajada, Cancillería."),
    )
