"""Form fields of the directory: lists written one a line, another entry named by its name, addresses of the web."""

from __future__ import annotations

import re

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxLengthValidator
from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from formato.campos import CampoPesos
from formato.enlaces import revisar_enlace
from formato.idiomas import idioma
from formato.paises import opciones_paises
from formato.texto import sin_acentos
from guia.catalogo import catalogo
from redes.directorio.entradas import halladas, por_nombre
from redes.models import Entrada

IDIOMAS = ("es", "en", "pt", "fr", "it", "de", "ca", "ja", "ko", "zh", "ar", "ru")
CATEGORIAS = [("ESP", gettext_lazy("especial")), *((str(n), str(n)) for n in range(1, 7))]
SUGERIDAS = 3
TOPE = 5000  # characters of a long text
INVISIBLES = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")


class CampoLineas(forms.CharField):
    """Several short texts, one a line, kept as a list without repeats."""

    def __init__(self, *, largo: int, **opciones):
        self.largo = MaxLengthValidator(largo)
        super().__init__(**{"widget": forms.Textarea(attrs={"rows": 3}), "required": False, **opciones})

    def to_python(self, value) -> list[str]:
        """Read the lines; blanks and repeats are left out."""
        lineas = [" ".join(linea.split()) for linea in str(value or "").splitlines()]
        return list(dict.fromkeys(linea for linea in lineas if linea))

    def validate(self, value) -> None:
        """Refuse a line that does not fit."""
        super().validate(value)
        largas = sum(len(linea) > self.largo.limit_value for linea in value)
        if largas:
            frase = ngettext(
                "Una línea tiene más de %(largo)s letras: acórtela.",
                "%(n)s líneas tienen más de %(largo)s letras: acórtelas.",
                largas,
            )
            raise ValidationError(frase % {"n": largas, "largo": self.largo.limit_value})

    def run_validators(self, value) -> None:
        """Look at each line by itself."""
        for linea in value:
            super().run_validators(linea)

    def prepare_value(self, value):
        """Show a stored list one a line; what was typed stays as typed."""
        return "\n".join(value) if isinstance(value, list | tuple) else value


class CampoEntrada(forms.CharField):
    """Another entry of the directory, by its name, its acronym or the end of its address."""

    def to_python(self, value) -> Entrada | None:
        """Find it. An unknown or an ambiguous name is refused with those that look like it."""
        texto = str(value or "").strip().rstrip("/").rpartition("/")[2]
        if not texto:
            return None
        hallada = Entrada.objects.filter(pk__in={texto, por_nombre(texto)} - {""}).first()
        if hallada is not None:
            return hallada
        clave = sin_acentos(texto)
        parecidas = list(Entrada.objects.filter(clave_busqueda__contains=clave)[:50])
        iguales = [
            una
            for una in parecidas
            if clave in {sin_acentos(una.nombre), sin_acentos(una.sigla), sin_acentos(str(una))}
        ]
        if len(iguales) == 1:
            return iguales[0]
        cercanas = iguales or halladas(texto, SUGERIDAS) or parecidas
        sugeridas = ", ".join(f"{una} ({una.pk})" for una in cercanas[:SUGERIDAS])
        if iguales:
            raise ValidationError(_("Hay varias con ese nombre. Escriba una de estas: %s.") % sugeridas)
        if sugeridas:
            raise ValidationError(_("No está en el directorio con ese nombre. ¿Es una de estas? %s.") % sugeridas)
        raise ValidationError(_("No está en el directorio. Escriba su nombre completo o su sigla."))

    def validate(self, value) -> None:
        """Ask for it only when it is required."""
        if self.required and value is None:
            raise ValidationError(self.error_messages["required"], code="required")

    def run_validators(self, value) -> None:
        """Nothing more to look at: it is an entry."""

    def prepare_value(self, value):
        """Show a stored entry by its name; what was typed stays as typed."""
        if isinstance(value, Entrada):
            return value.nombre
        hallada = Entrada.objects.filter(pk=value).only("nombre", "pk").first() if value else None
        if hallada is None:
            return value
        repetido = Entrada.objects.filter(nombre=hallada.nombre).exclude(pk=hallada.pk).exists()
        return hallada.pk if repetido else hallada.nombre


class CampoHabitantes(CampoPesos):
    """A number of people: «100.000»; empty when it is not known."""

    def __init__(self, **opciones):
        super().__init__(**{"required": False, "max_value": 2_000_000_000, **opciones})


def enlace(etiqueta, **opciones) -> forms.URLField:
    """Give the field of an address of the web."""
    return forms.URLField(
        label=etiqueta,
        required=False,
        max_length=200,
        validators=[revisar_enlace],
        widget=forms.URLInput(attrs={"inputmode": "url", "placeholder": "https://"}),
        **opciones,
    )


def en_una_linea(texto: str) -> None:
    """Refuse line breaks and marks that turn letters around, in what is drawn on one line. ``ValidationError``."""
    if INVISIBLES.search(texto):
        raise ValidationError(_("Escríbalo en una sola línea y sin signos invisibles."))


def con_limites(campos: dict, fila) -> None:
    """Give short texts one line and long ones a limit that a page can bear; what is stored fits, however long."""
    for definicion in fila._meta.concrete_fields:
        if isinstance(definicion, models.TextField) and definicion.name in campos:
            tope = max(TOPE, len(getattr(fila, definicion.name)))
            campos[definicion.name].validators.append(MaxLengthValidator(tope))
        elif isinstance(campos.get(definicion.name), forms.CharField) and isinstance(definicion, models.CharField):
            campos[definicion.name].validators.append(en_una_linea)


def varias(etiqueta, opciones, guardadas=(), *, entero=False, ayuda="") -> forms.MultipleChoiceField:
    """Give a field of boxes; a stored value that the guide no longer has keeps its box, so that no save drops it."""
    conocidas = {str(clave) for clave, _nombre in opciones}
    perdidas = [(valor, str(valor)) for valor in guardadas or () if str(valor) not in conocidas]
    clase = forms.TypedMultipleChoiceField if entero else forms.MultipleChoiceField
    propias = {"coerce": int, "empty_value": []} if entero else {}
    return clase(
        label=etiqueta,
        choices=[*opciones, *perdidas],
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=ayuda,
        **propias,
    )


def una(etiqueta, opciones, guardada="", *, vacia="", obligatoria=False, ayuda="") -> forms.ChoiceField:
    """Give a field of one choice, the stored value among them."""
    propias = [(clave, nombre) for clave, nombre in opciones]
    if guardada and guardada not in {clave for clave, _nombre in propias}:
        propias.append((guardada, guardada))
    if vacia:
        propias.insert(0, ("", vacia))
    return forms.ChoiceField(label=etiqueta, choices=propias, required=obligatoria, help_text=ayuda)


def pais(guardado="", *, obligatorio=False, etiqueta="") -> forms.ChoiceField:
    """Give the field of a country."""
    return una(etiqueta or _("País"), opciones_paises(), guardado, vacia=_("Escoja un país"), obligatoria=obligatorio)


def de_la_guia(campos: dict, fila) -> None:
    """Put the fields that classify: themes, modalities, goals, languages, categories, those the model has."""
    guia = catalogo()
    for nombre, campo in {
        "temas": lambda: varias(_("Temas"), guia.opciones("temas"), fila.temas),
        "modalidades": lambda: varias(_("Modalidades"), guia.opciones("modalidades_y_gobernanza"), fila.modalidades),
        "ods": lambda: varias("ODS", [(n, str(ods)) for n, ods in guia.ods.items()], fila.ods, entero=True),
        "idiomas": lambda: varias(_("Idiomas"), [(c, idioma(c).capitalize()) for c in IDIOMAS], fila.idiomas),
        "categorias": lambda: varias(
            _("Categorías de municipio que admite"),
            CATEGORIAS,
            fila.categorias,
            ayuda=_("Ley 617 de 2000. Sin marcar ninguna: cualquiera, hasta donde se sabe."),
        ),
    }.items():
        if nombre in campos:
            campos[nombre] = campo()
