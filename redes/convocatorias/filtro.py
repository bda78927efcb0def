"""What the list of calls may be narrowed by."""

from __future__ import annotations

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from formato.paises import pais
from formato.texto import sin_acentos
from guia.catalogo import catalogo
from redes.models import Convocatoria

OPCIONES = 200
ENTRADA, LIBRE = "e", "c"


class FiltroConvocatorias(forms.Form):
    """Theme, who calls and its country. Values that are not choices are ignored."""

    tema = forms.ChoiceField(label=_("Tema"), required=False)
    quien = forms.ChoiceField(label=_("Quién convoca"), required=False)
    pais = forms.ChoiceField(label=_("País de quien convoca"), required=False)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        dadas = list(
            Convocatoria.objects.order_by()
            .values_list("entrada_id", "entrada__nombre", "entrada__sede_pais", "convoca")
            .distinct()[:OPCIONES]
        )
        quienes = {f"{ENTRADA}:{slug}" if slug else f"{LIBRE}:{convoca}": nombre or convoca
                   for slug, nombre, _pais, convoca in dadas if slug or convoca}  # fmt: skip
        paises = {codigo: pais(codigo) for _slug, _nombre, codigo, _convoca in dadas if codigo}
        for campo, opciones in {
            "tema": catalogo().opciones("temas"),
            "quien": sorted(quienes.items(), key=lambda par: sin_acentos(par[1])),
            "pais": sorted(paises.items(), key=lambda par: sin_acentos(par[1])),
        }.items():
            self.fields[campo].choices = [("", _("todos")), *opciones]

    def filtrar(self, filas: QuerySet[Convocatoria]) -> QuerySet[Convocatoria]:
        """Narrow a QuerySet of calls."""
        self.full_clean()
        pedido = getattr(self, "cleaned_data", {})
        if pedido.get("tema"):
            filas = filas.filter(temas__contains=[pedido["tema"]])
        if pedido.get("pais"):
            filas = filas.filter(entrada__sede_pais=pedido["pais"])
        clase, _dos, valor = pedido.get("quien", "").partition(":")
        if clase == ENTRADA:
            filas = filas.filter(entrada=valor)
        elif clase == LIBRE:
            filas = filas.filter(entrada=None, convoca=valor)
        return filas

    @property
    def tema_pedido(self) -> str:
        """Give the theme that is asked, or nothing."""
        return getattr(self, "cleaned_data", {}).get("tema", "")

    @property
    def activo(self) -> bool:
        """Say whether anything is asked."""
        return any(getattr(self, "cleaned_data", {}).values())
