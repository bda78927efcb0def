"""What follows up: state, progress, responsible office, milestones met, money spent. No new version is needed."""

from django.utils.translation import gettext_lazy as _

from agenda.forms.base import FormularioDeFila, MetaEsCo
from agenda.models import Accion, Hito, Partida


class FormularioAvance(FormularioDeFila):
    """How an action goes."""

    class Meta(MetaEsCo):
        model = Accion
        fields = ["estado", "avance", "responsable"]


class FormularioHitoCumplido(FormularioDeFila):
    """When a milestone was met."""

    class Meta(MetaEsCo):
        model = Hito
        fields = ["cumplido_en"]


class FormularioEjecutado(FormularioDeFila):
    """How much of a budget row was spent."""

    class Meta(MetaEsCo):
        model = Partida
        fields = ["ejecutado"]
        help_texts = {"ejecutado": _("Sin decimales: 1.250.000 o 1250000.")}
