"""The three registers of a territory (actors, memory, axes of the plan): one description, the same five pages."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext_lazy as _

from diagnostico.forms import registros as forms
from diagnostico.models import Actor, Antecedente, EjePlan


@dataclass(frozen=True)
class Registro:
    """A register: its model, forms, templates, names of its addresses and words. ``relacion``: from the territory."""

    modelo: type[models.Model]
    relacion: str
    unidas: tuple[str, ...]
    nuevo: type
    guardado: type
    lista: str
    nombre: str
    plantilla: str
    titulo: str
    titulo_nuevo: str
    agregada: str
    retirada: str
    restaurada: str


ACTORES = Registro(
    modelo=Actor,
    relacion="actores",
    unidas=(),
    nuevo=forms.ActorNuevo,
    guardado=forms.ActorGuardado,
    lista="actores",
    nombre="actor",
    plantilla="diagnostico/actor_lista.html",
    titulo=_("Actores"),
    titulo_nuevo=_("Agregar un actor"),
    agregada=_("Actor agregado."),
    retirada=_("Actor retirado. Puede restaurarlo al final de esta página."),
    restaurada=_("Actor restaurado."),
)
MEMORIA = Registro(
    modelo=Antecedente,
    relacion="antecedentes",
    unidas=("contraparte__entrada", "archivo"),
    nuevo=forms.AntecedenteNuevo,
    guardado=forms.AntecedenteGuardado,
    lista="memoria",
    nombre="antecedente",
    plantilla="diagnostico/antecedente_lista.html",
    titulo=_("Memoria institucional"),
    titulo_nuevo=_("Agregar un antecedente"),
    agregada=_("Antecedente agregado a la memoria."),
    retirada=_("Antecedente retirado. Puede restaurarlo al final de esta página."),
    restaurada=_("Antecedente restaurado."),
)
EJES_PLAN = Registro(
    modelo=EjePlan,
    relacion="ejes_plan",
    unidas=(),
    nuevo=forms.EjePlanNuevo,
    guardado=forms.EjePlanGuardado,
    lista="ejes_plan",
    nombre="eje_plan",
    plantilla="diagnostico/eje_plan_lista.html",
    titulo=_("Plan de desarrollo"),
    titulo_nuevo=_("Agregar una parte del plan de desarrollo"),
    agregada=_("Agregado a la matriz."),
    retirada=_("Retirado de la matriz. Puede restaurarlo al final de esta página."),
    restaurada=_("Restaurado en la matriz."),
)
