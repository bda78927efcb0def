"""The ten tips, marked one by one."""

from django.utils.translation import gettext_lazy as _

from agenda.forms.base import FormularioDeFila, MetaEsCo, varias_de
from agenda.models import Agenda


class FormularioConsejos(FormularioDeFila):
    """Which tips the town has looked at in its draft."""

    en_la_guia = {"consejos": "consejos"}

    class Meta(MetaEsCo):
        model = Agenda
        fields = ["consejos"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["consejos"] = varias_de("consejos", _("Marque los que su agenda ya cumple"))
