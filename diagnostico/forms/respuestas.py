"""Forms that keep: answers, modalities, conditions, themes and motivations."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from diagnostico.cierre import numero
from diagnostico.cuestionario import CondicionDelProceso, Contenido, Modalidad, Opcion, Pregunta
from diagnostico.models import Condicion, Diagnostico, EstadoModalidad, Motivacion, Respuesta, Valor, ValorCondicion
from guardado.formularios import FormularioGuardado


def _texto(filas: int) -> forms.Textarea:
    """Give a text box that starts small."""
    return forms.Textarea(attrs={"rows": filas})


class FormularioRespuesta(FormularioGuardado):
    """The answer to one question. ``con_nota`` False: whoever reads it is not of the territory."""

    class Meta:
        model = Respuesta
        fields = ["valor", "razon_no_aplica", "observacion", "nota_privada"]
        widgets = {"razon_no_aplica": _texto(2), "observacion": _texto(3), "nota_privada": _texto(2)}

    valor = forms.ChoiceField(choices=Valor.choices, widget=forms.RadioSelect, required=False)

    def __init__(self, *args, pregunta: Pregunta, con_nota: bool, **kwargs):
        super().__init__(*args, prefix=pregunta.clave, **kwargs)
        self.pregunta = pregunta
        self.numero = numero(pregunta.clave)
        if not con_nota:
            del self.fields["nota_privada"]
        etiquetas = {
            "valor": _("Respuesta a %s"),
            "razon_no_aplica": _("Por qué no aplica (%s)"),
            "observacion": _("Observación sobre %s"),
            "nota_privada": _("Nota privada sobre %s"),
        }
        for nombre, campo in self.fields.items():
            campo.label = str(etiquetas[nombre]) % self.numero
            campo.required = False
        self.fields["razon_no_aplica"].help_text = _("Escríbalo solo si respondió «No aplica». La Federación lo leerá.")
        self.fields["observacion"].help_text = _("La leen su territorio y la Federación.")
        if con_nota:
            self.fields["nota_privada"].help_text = _("Solo la ven las personas de su territorio. Nunca sale de aquí.")

    @property
    def evidencias(self) -> list:
        """Give the evidence of the answer (prefetched)."""
        return list(self.instance.evidencias.all())

    @property
    def pide_razon(self) -> bool:
        """Say whether the reason for «no aplica» should be in sight."""
        return self.instance.valor == Valor.NO_APLICA or self._ocupado("razon_no_aplica")

    @property
    def con_detalle(self) -> bool:
        """Say whether observation or note hold something to show."""
        return self._ocupado("observacion") or ("nota_privada" in self.fields and self._ocupado("nota_privada"))

    def _ocupado(self, nombre: str) -> bool:
        return bool(self[nombre].value() or nombre in self.errors or self.desencuentros.get(nombre))


class FormularioModalidad(FormularioGuardado):
    """Level, instruments and advantages of one modality (or of governance)."""

    class Meta:
        model = EstadoModalidad
        fields = ["nivel", "instrumentos", "ventajas", "observacion"]
        widgets = {"ventajas": _texto(4), "observacion": _texto(3)}

    nivel = forms.TypedChoiceField(
        label=_("¿En qué nivel está hoy?"), coerce=int, empty_value=None, widget=forms.RadioSelect, required=False
    )
    instrumentos = forms.MultipleChoiceField(
        label=_("Instrumentos que ya usa"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args, modalidad: Modalidad, **kwargs):
        super().__init__(*args, **kwargs)
        nivel, instrumentos = self.fields["nivel"], self.fields["instrumentos"]
        nivel.choices = [(str(n.nivel), f"{n.nivel}. {n.nombre}") for n in modalidad.niveles] + [
            ("", _("Todavía no lo sabemos"))
        ]
        nivel.descripciones = {str(n.nivel): n.texto for n in modalidad.niveles}
        nivel.help_text = _("Escoja el peldaño más alto que se cumple por completo.")
        instrumentos.choices = [(i.slug, i.nombre) for i in modalidad.instrumentos]
        instrumentos.descripciones = {i.slug: i.texto for i in modalidad.instrumentos}
        bloque = "gobernanza" if modalidad.transversal else "modalidades"
        self.en_la_guia = dict.fromkeys(("nivel", "instrumentos", "ventajas"), f"{bloque}#{modalidad.slug}")
        ventajas = self.fields["ventajas"]
        ventajas.label = modalidad.pregunta_ventajas or ventajas.label
        ventajas.help_text = modalidad.ayuda_ventajas
        self.fields["observacion"].help_text = _("La leen su territorio y la Federación.")


class FormularioCondicion(FormularioGuardado):
    """One of the eight conditions of the process."""

    class Meta:
        model = Condicion
        fields = ["valor", "observacion"]
        widgets = {"observacion": _texto(2)}

    valor = forms.ChoiceField(choices=ValorCondicion.choices, widget=forms.RadioSelect, required=False)

    def __init__(self, *args, condicion: CondicionDelProceso, **kwargs):
        super().__init__(*args, prefix=condicion.clave, **kwargs)
        self.condicion = condicion
        self.fields["valor"].label = _("¿Se cumple «%s»?") % condicion.nombre
        self.fields["observacion"].label = _("Observación sobre «%s»") % condicion.nombre
        self.fields["observacion"].required = False

    @property
    def con_detalle(self) -> bool:
        """Say whether the observation holds something to show."""
        return bool(
            self["observacion"].value() or "observacion" in self.errors or self.desencuentros.get("observacion")
        )


class FormularioTemas(FormularioGuardado):
    """The themes that the town puts first."""

    en_la_guia = {"temas": "temas"}

    class Meta:
        model = Diagnostico
        fields = ["temas"]

    temas = forms.MultipleChoiceField(
        label=_("¿En qué temas quiere trabajar con el mundo?"), widget=forms.CheckboxSelectMultiple, required=False
    )

    def __init__(self, *args, contenido: Contenido, **kwargs):
        super().__init__(*args, prefix="temas", **kwargs)
        campo = self.fields["temas"]
        campo.choices = [(tema.slug, tema.nombre) for tema in contenido.temas]
        campo.descripciones = {tema.slug: tema.texto for tema in contenido.temas}
        campo.help_text = _("Escoja pocos: de tres a cinco dan foco.")


class FormularioMotivacion(FormularioGuardado):
    """The place of one motivation in the ranking."""

    class Meta:
        model = Motivacion
        fields = ["lugar"]

    lugar = forms.TypedChoiceField(coerce=int, empty_value=None, required=False)

    def __init__(self, *args, opcion: Opcion, cuantas: int, **kwargs):
        super().__init__(*args, prefix=opcion.slug, **kwargs)
        self.opcion = opcion
        self.en_la_guia = {"lugar": f"motivaciones#{opcion.slug}"}
        campo = self.fields["lugar"]
        campo.label, campo.help_text = opcion.nombre, opcion.texto
        campo.choices = [("", _("No nos mueve"))] + [(str(n), _("Lugar %d") % n) for n in range(1, cuantas + 1)]
