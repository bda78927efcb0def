"""Forms of what hangs from an action: milestones, paperwork, partners. And of a meeting."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from agenda.forms.base import SIN_ESCOGER, FormularioDeFila, FormularioNuevoDeFila, MetaEsCo
from agenda.models import Aliado, EtapaAliado, Hito, Reunion, RolAliado, Tramite
from formato.paises import opciones_paises
from redes.directorio.entradas import para_escoger
from redes.models import Contraparte, Entrada, TipoContraparte


class FormularioHito(FormularioDeFila):
    """A dated step."""

    class Meta(MetaEsCo):
        model = Hito
        fields = ["nombre", "fecha"]


class FormularioHitoNuevo(FormularioNuevoDeFila):
    """A new dated step."""

    class Meta(FormularioHito.Meta):
        pass


class FormularioTramite(FormularioDeFila):
    """A piece of paperwork."""

    class Meta(MetaEsCo):
        model = Tramite
        fields = ["nombre", "entidad", "estado", "documento"]
        help_texts = {
            "entidad": _("Por ejemplo: Concejo, Cancillería, una agencia nacional."),
            "documento": _("Número y fecha del documento, cuando lo tenga."),
        }


class FormularioTramiteNuevo(FormularioNuevoDeFila):
    """A new piece of paperwork."""

    class Meta(FormularioTramite.Meta):
        fields = ["nombre", "entidad", "estado"]


class FormularioAliado(FormularioDeFila):
    """The role and the stage of a partner."""

    class Meta(MetaEsCo):
        model = Aliado
        fields = ["rol", "etapa"]


class CampoQuien(forms.ChoiceField):
    """A counterpart or an entry of the directory; any entry is accepted, also one that the list does not show."""

    def valid_value(self, value: str) -> bool:
        """Accept what is on the list, and any entry that exists."""
        clase, _dos, clave = str(value).partition(":")
        return super().valid_value(value) or (clase == "entrada" and Entrada.objects.filter(pk=clave).exists())


class FormularioAliadoNuevo(FormularioNuevoDeFila):
    """A partner: one the town already wrote, one of the directory, or a new one written here."""

    ANCHOS = ("quien",)
    SECUNDARIOS = ("nombre", "tipo", "ciudad", "pais")
    secundarios_titulo = _("No está en la lista: escribir uno nuevo")

    quien = CampoQuien(
        label=_("Quién es"), required=False, help_text=_("Búsquelo en la lista; si no está, puede escribirlo.")
    )
    nombre = forms.CharField(label=_("Nombre del aliado nuevo"), max_length=250, required=False)
    tipo = forms.ChoiceField(label=_("Qué es"), choices=[("", SIN_ESCOGER), *TipoContraparte.choices], required=False)
    ciudad = forms.CharField(label=_("Ciudad"), max_length=120, required=False)
    pais = forms.ChoiceField(label=_("País"), required=False)

    class Meta(MetaEsCo):
        model = Aliado
        fields = ["rol", "etapa"]

    def __init__(self, *args, territorio, **kwargs):
        super().__init__(*args, **kwargs)
        propias = Contraparte.objects.filter(territorio=territorio)
        self.fields["quien"].choices = [
            ("", SIN_ESCOGER),
            (_("Contrapartes del territorio"), [(f"contraparte:{fila.clave}", str(fila)) for fila in propias]),
            (
                _("Directorio de redes y agencias"),
                [(f"entrada:{slug}", nombre) for slug, nombre in para_escoger()],
            ),
        ]
        self.fields["pais"].choices = [("", SIN_ESCOGER), *opciones_paises()]
        self.fields["rol"].initial, self.fields["etapa"].initial = RolAliado.PAR, EtapaAliado.IDENTIFICADA
        self.order_fields(["clave", "quien", "nombre", "tipo", "ciudad", "pais", "rol", "etapa"])

    def clean(self):
        """Ask for one of the list, or for the name and kind of a new one."""
        datos = super().clean()
        if datos.get("quien"):
            return datos
        if not datos.get("nombre"):
            self.add_error("quien", _("Escoja un aliado de la lista, o escriba abajo el nombre de uno nuevo."))
        elif not datos.get("tipo"):
            self.add_error("tipo", _("Diga qué es: un gobierno local, una red, una universidad…"))
        return datos


class FormularioReunion(FormularioDeFila):
    """A meeting in which the agenda was made."""

    class Meta(MetaEsCo):
        model = Reunion
        fields = ["fecha", "tema", "asistentes", "memoria"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["asistentes"] = forms.IntegerField(
            label=_("Cuántas personas asistieron"), min_value=0, max_value=100_000, required=False
        )


class FormularioReunionNueva(FormularioNuevoDeFila):
    """A new meeting."""

    class Meta(FormularioReunion.Meta):
        fields = ["fecha", "tema", "asistentes"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["tema"].required = True
        self.fields["asistentes"] = forms.IntegerField(
            label=_("Cuántas personas asistieron"), min_value=0, max_value=100_000, required=False
        )
