"""New things of the directory: an address that was never used before, and a warning when one like it is there."""

from __future__ import annotations

from difflib import SequenceMatcher

from django import forms
from django.db import IntegrityError, models, transaction
from django.db.models import Q
from django.utils.text import slugify
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from formato.texto import sin_acentos
from guardado.autoria import FEDERACION, modelo_de_eventos
from redes.edicion import campos as propios
from redes.edicion.base import AYUDA_FUENTE
from redes.edicion.formularios import campos_de_convocatoria, revisar_convocatoria
from redes.models import Convocatoria, Entrada, EstadoEntrada

RESERVADAS = {
    "edicion", "convocatorias", "hermanamientos", "como-recomendamos", "nueva", "registros", "reportes", "enlaces",
    "entrada", "convocatoria", "hermanamiento", "mapa", "buscar",
}  # fmt: skip
VACIAS = {"de", "del", "la", "las", "los", "el", "y", "e", "para", "por", "en", "con", "red", "the", "of", "and", "for"}
PARECIDO = 0.82
CANDIDATAS = 400


def direccion_nueva(modelo: type[models.Model], nombre: str) -> str:
    """Give a slug that no row has or ever had: the audit remembers those that were deleted."""
    largo = modelo._meta.get_field("slug").max_length - 4
    base = slugify(sin_acentos(nombre))[:largo].strip("-") or "sin-nombre"
    eventos = modelo_de_eventos(modelo)
    usadas = set(RESERVADAS)
    for conocidas in (modelo, eventos):
        usadas |= set(conocidas.objects.filter(slug__startswith=base).order_by().values_list("slug", flat=True))
    if base not in usadas:
        return base
    return next(f"{base}-{n}" for n in range(2, len(usadas) + 3) if f"{base}-{n}" not in usadas)


def parecidas(modelo: type[models.Model], *nombres: str) -> list[models.Model]:
    """Give the rows whose name looks like one of some names, the most alike first. One query."""
    pedidos = [sin_acentos(nombre).strip() for nombre in nombres if nombre.strip()]
    palabras = {palabra for uno in pedidos for palabra in uno.split()} - VACIAS
    comienzos = {palabra[:5] for palabra in palabras if len(palabra) > 2}
    condicion = Q()
    for comienzo in comienzos:
        condicion |= Q(clave_busqueda__contains=comienzo)
    if not comienzos:
        return []
    halladas = []
    for fila in modelo.objects.filter(condicion)[:CANDIDATAS]:
        suyos = [sin_acentos(str(valor)) for valor in _nombres(fila) if valor]
        parecido = max((_parecido(uno, suyo) for uno in pedidos for suyo in suyos), default=0)
        if parecido >= PARECIDO:
            halladas.append((-parecido, str(fila), fila))
    return [fila for *_orden, fila in sorted(halladas, key=lambda una: una[:2])][:5]


def _nombres(fila) -> tuple:
    if isinstance(fila, Convocatoria):
        return (fila.titulo,)
    return (fila.nombre, fila.sigla, fila.nombre_en, *fila.otros_nombres)


def _parecido(uno: str, otro: str) -> float:
    """Give how alike two names are, 0 to 1: letter by letter, or all the words of the shorter in the longer."""
    propias, ajenas = ({p for p in texto.split() if p not in VACIAS} for texto in (uno, otro))
    corta = min(propias, ajenas, key=len)
    if len(corta) > 1 and (propias <= ajenas or ajenas <= propias):
        return 0.95
    return SequenceMatcher(None, uno, otro).ratio()


class Alta(forms.ModelForm):
    """A new thing. ``parecidas`` is filled when the form was held back because of rows that look like it.

    ``mirados``: the slugs of those that the person was shown. What was made meanwhile, by a colleague or by a first
    click, is not among them and holds the form back again.
    """

    confirmo = forms.BooleanField(
        label=gettext_lazy("No es ninguna de estas: crearla de todas maneras"), required=False
    )
    mirados = forms.CharField(required=False, widget=forms.HiddenInput)
    verificada = forms.BooleanField(label=gettext_lazy("La verifiqué hoy en esa fuente"), required=False)
    nombrado_por: tuple[str, ...] = ()
    marca_opcionales = True

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.parecidas: list[models.Model] = []
        self.fields["fuente"].required = True
        self.fields["fuente"].help_text = AYUDA_FUENTE
        self.fields["fuente"].widget.attrs["rows"] = 3
        propios.con_limites(self.fields, self.instance)

    @property
    def visibles(self) -> list:
        """Give the fields to draw; the confirmation only when there is something to confirm."""
        return [campo for campo in self.visible_fields() if campo.name != "confirmo"]

    def clean(self):
        """Hold the form back while what looks like it was not discarded."""
        datos = super().clean()
        if self.errors:
            return datos
        halladas = parecidas(self._meta.model, *(datos.get(campo) or "" for campo in self.nombrado_por))
        descartadas = set(datos["mirados"].split()) if datos["confirmo"] else set()
        if not {fila.slug for fila in halladas} <= descartadas:
            self.parecidas = halladas
            self.data = self.data.copy()
            self.data["mirados"] = " ".join(fila.slug for fila in halladas)
            self.data.pop("confirmo", None)
            self.add_error(None, _("Ya hay algo con un nombre parecido. Mírelo antes de crear otro."))
        return datos

    def crear(self) -> models.Model:
        """Write it with its new address. Two people who create the same at once get two addresses."""
        fila = self.save(commit=False)
        if self.cleaned_data["verificada"]:
            fila.verificado, fila.verificado_en, fila.verificado_por = True, localdate(), FEDERACION
        for _intento in range(3):
            fila.slug = direccion_nueva(type(fila), getattr(fila, self.nombrado_por[0]))
            try:
                with transaction.atomic():
                    fila.save(force_insert=True)
                return fila
            except IntegrityError:
                continue
        raise IntegrityError(fila.slug)


class EntradaNueva(Alta):
    """The first facts of an entry; the rest is written on its own page."""

    nombrado_por = ("nombre", "sigla", "nombre_en")

    class Meta:
        model = Entrada
        fields = ["clase", "nombre", "sigla", "nombre_en", "sitio_web", "estado", "descripcion", "fuente"]
        labels = {
            "clase": gettext_lazy("Clase"),
            "nombre": gettext_lazy("Nombre"),
            "sigla": gettext_lazy("Sigla"),
            "nombre_en": gettext_lazy("Nombre en inglés"),
            "estado": gettext_lazy("¿Funciona hoy?"),
            "fuente": gettext_lazy("Fuente"),
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["sitio_web"] = propios.enlace(_("Sitio web"))
        self.fields["estado"].initial = EstadoEntrada.ACTIVA


class ConvocatoriaNueva(Alta):
    """The first facts of a call."""

    nombrado_por = ("titulo",)

    class Meta:
        model = Convocatoria
        fields = ["titulo", "entrada", "convoca", "abre", "cierra", "enlace", "descripcion", "fuente"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        campos_de_convocatoria(self.fields, self.instance)

    def clean(self):
        """Refuse days the wrong way round and a call that nobody makes."""
        datos = super().clean()
        if not self.errors or self.parecidas:
            pedidos = {"abre": None, "cierra": None, "entrada": None, "convoca": ""} | datos
            for campo, frase in revisar_convocatoria(pedidos).items():
                self.add_error(campo, frase)
        return datos
