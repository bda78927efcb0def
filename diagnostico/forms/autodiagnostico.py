"""The questions of one step of the self-check. Sent by GET: the answers live in the address."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from diagnostico.autodiagnostico.expres import DE_VALOR
from diagnostico.cuestionario import Pregunta
from diagnostico.models import Valor

OPCIONES = [(valor, Valor(valor).label) for valor in DE_VALOR]


class FormularioTramo(forms.Form):
    """One field a question, called by its key. ``desde``: how many questions come before this step."""

    def __init__(self, datos=None, *, preguntas: list[Pregunta], desde: int, **otros):
        super().__init__(datos, **otros)
        self.preguntas = preguntas
        for numero, pregunta in enumerate(preguntas, desde + 1):
            self.fields[pregunta.clave] = forms.ChoiceField(
                label=_("Pregunta %d") % numero,
                choices=OPCIONES,
                widget=forms.RadioSelect,
                error_messages={
                    "required": _("Escoja una respuesta. Si no está seguro, marque «No sabe»."),
                    "invalid_choice": _("Escoja una de las cuatro respuestas."),
                },
            )

    def tarjetas(self) -> list[tuple]:
        """Give each question with its field, to be drawn."""
        return [(pregunta, self[pregunta.clave]) for pregunta in self.preguntas]

    def dadas(self) -> dict[str, str]:
        """Give the good answers, also when others lack."""
        self.is_valid()
        return dict(self.cleaned_data)
