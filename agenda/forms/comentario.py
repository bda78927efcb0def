"""Forms of the review: a comment, its answer, the words of a move."""

from django import forms
from django.utils.translation import gettext_lazy as _

from agenda.models import Comentario
from guardado.formularios import FormularioGuardado, FormularioNuevo


class MetaComentario:
    """What the advisor writes of a comment."""

    model = Comentario
    fields = ["texto", "bloqueante"]
    labels = {"texto": _("Comentario"), "bloqueante": _("Bloquea la aprobación hasta que se resuelva")}
    widgets = {"texto": forms.Textarea(attrs={"rows": 3})}


class ComentarioForm(FormularioNuevo):
    """A new comment of the FCM on one place of the text (``ancla``)."""

    ancla = forms.CharField(widget=forms.HiddenInput, max_length=80)

    class Meta(MetaComentario):
        pass


class ComentarioCambioForm(forms.ModelForm):
    """A comment that was not delivered yet."""

    class Meta(MetaComentario):
        pass


class RespuestaForm(FormularioGuardado):
    """The answer of the town to a comment: it saves itself."""

    class Meta:
        model = Comentario
        fields = ["respuesta"]
        labels = {"respuesta": _("Su respuesta")}
        widgets = {"respuesta": forms.Textarea(attrs={"rows": 3})}


class MovimientoForm(forms.Form):
    """The words that go with a move: required to return and to withdraw, welcome to approve."""

    comentario = forms.CharField(label=_("Comentario"), max_length=4000, widget=forms.Textarea(attrs={"rows": 6}))

    def __init__(self, *args, obligatorio: bool, ayuda: str = "", **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["comentario"].required = obligatorio
        self.fields["comentario"].help_text = ayuda
        self.fields["comentario"].error_messages["required"] = ayuda
