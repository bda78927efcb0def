"""Forms of the first two levels."""

from django.utils.translation import gettext_lazy as _

from agenda.forms.base import FormularioDeFila, FormularioNuevoDeFila, MetaEsCo
from agenda.models import Eje, Objetivo

AYUDA_EJE = {"nombre": _("Un gran campo de trabajo: «Café con destino», «Territorio de paz».")}
AYUDA_OBJETIVO = {
    "nombre": _("Lo que habrá cambiado al final, con un verbo: «Abrir…», «Fortalecer…»."),
    "situacion": _("Cómo están las cosas hoy, en pocas líneas."),
}


class FormularioEje(FormularioDeFila):
    """An eje."""

    class Meta(MetaEsCo):
        model = Eje
        fields = ["nombre", "descripcion"]
        help_texts = AYUDA_EJE


class FormularioEjeNuevo(FormularioNuevoDeFila):
    """A new eje."""

    class Meta(FormularioEje.Meta):
        pass


class FormularioObjetivo(FormularioDeFila):
    """An objetivo and the present situation."""

    class Meta(MetaEsCo):
        model = Objetivo
        fields = ["nombre", "situacion"]
        help_texts = AYUDA_OBJETIVO


class FormularioObjetivoNuevo(FormularioNuevoDeFila):
    """A new objetivo."""

    class Meta(FormularioObjetivo.Meta):
        pass
