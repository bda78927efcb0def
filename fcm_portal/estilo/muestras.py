"""Invented samples that ``/estilo/`` draws with the real components: nothing of it is about anybody."""

from __future__ import annotations

import datetime as dt
from types import SimpleNamespace

from django import forms
from django.core.paginator import Paginator
from django.utils.timezone import make_aware
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from formato.campos import CampoPesos

DIA = make_aware(dt.datetime(2026, 11, 22, 10, 42))
NOMBRE_LARGO = gettext_lazy(
    "Asociación de Municipios, Distritos y Territorios Indígenas de la Cuenca Alta del Río que Nace en la Laguna Grande"
)
RESPUESTAS = [("si", gettext_lazy("Sí")), ("en_proceso", gettext_lazy("En proceso")), ("no", gettext_lazy("No"))]
TEMAS = [("cafe", gettext_lazy("Café")), ("agua", gettext_lazy("Agua")), ("turismo", gettext_lazy("Turismo"))]


class Muestra(forms.Form):
    """One field of each kind, empty."""

    nombre = forms.CharField(
        label=gettext_lazy("Nombre de la acción"), help_text=gettext_lazy("Comience con un verbo.")
    )
    inicia = forms.DateField(label=gettext_lazy("Empieza"), widget=forms.DateInput(attrs={"type": "date"}))
    tema = forms.ChoiceField(label=gettext_lazy("Tema"), choices=TEMAS)
    respuesta = forms.ChoiceField(
        label=gettext_lazy("Hay un inventario de convenios"), choices=RESPUESTAS, widget=forms.RadioSelect
    )
    temas = forms.MultipleChoiceField(
        label=gettext_lazy("Temas que le interesan"), choices=TEMAS, widget=forms.CheckboxSelectMultiple
    )
    bloqueante = forms.BooleanField(label=gettext_lazy("Bloquea la aprobación"))
    relato = forms.CharField(label=gettext_lazy("Cuente qué cambió"), widget=forms.Textarea)
    soporte = forms.FileField(label=gettext_lazy("Soporte"), help_text=gettext_lazy("PDF o imagen, hasta 10 MB."))
    codigo = forms.CharField(label=gettext_lazy("Código"), initial="54518", disabled=True)


Muestra.base_fields["respuesta"].descripciones = {"en_proceso": gettext_lazy("Alguien lo está haciendo.")}


class MuestraConErrores(forms.Form):
    """Fields that were sent wrong."""

    correo = forms.EmailField(label=gettext_lazy("Correo electrónico"))
    monto = CampoPesos(label=gettext_lazy("Costo"), help_text=gettext_lazy("En pesos, sin decimales."))


def con_errores() -> MuestraConErrores:
    """Give the form as it comes back: what the person typed, with how to fix it."""
    return MuestraConErrores({"errado-correo": "planeacion.pereira", "errado-monto": "1,25"}, prefix="errado")


def tareas() -> list[dict]:
    """Give a task list: done, current, waiting, missing, one with a button and one that cannot begin."""
    return [
        {"texto": _("Mesa de actores"), "url": "#listas", "ayuda": _("3 actores registrados"), "etiqueta": _("Hecho"),
         "tono": "exito"},
        {"texto": _("Objetivo general"), "url": "#listas", "etiqueta": _("Siguiente")},
        {"texto": NOMBRE_LARGO, "url": "#listas", "etiqueta": _("En espera"), "tono": "alerta"},
        {"texto": _("Indicadores"), "url": "#listas", "etiqueta": _("Falta"), "tono": "peligro"},
        {"texto": _("Un enlace que se mudó"), "url": "#listas", "ayuda": "http://ejemplo.org → https://ejemplo.org/es",
         "etiqueta": _("se mudó"), "tono": "neutra",
         "accion": {"url": "#listas", "texto": _("Usar la dirección nueva"), "nombre": "nueva", "valor": ""}},
        {"texto": _("Adopción"), "ayuda": _("Se abre cuando la agenda se aprueba."), "etiqueta": _("Sin empezar"),
         "tono": "neutra"},
    ]  # fmt: skip


def pasos() -> list[dict]:
    """Give a step line with a step done, one current and the rest to do."""
    return [
        {"verbo": _("Construya"), "texto": _("la memoria"), "estado": "hecho", "url": "#navegacion"},
        {"verbo": _("Tome"), "texto": _("la iniciativa"), "estado": "actual", "nota": _("4 de 5 respuestas")},
        {"verbo": _("Coordine"), "texto": _("con el plan"), "estado": "pendiente"},
    ]


def pestanas() -> list[tuple]:
    """Give many sections, the current one in the middle."""
    textos = [_("Plan"), _("Textos"), _("Sugerencias"), _("Consejos"), _("Comentarios (12)"), _("Historia"), _("PDF")]
    return [(texto, "#navegacion", numero == 3) for numero, texto in enumerate(textos)]


def comentarios() -> list[SimpleNamespace]:
    """Give a thread: one open, one attended with its answer, one resolved."""
    comun = {"vigente": False, "lugar": _("Acción 1.2"), "autor": _("Asesoría"), "escrito_en": DIA,
             "entregado_en": DIA, "version": SimpleNamespace(numero=2), "respuesta": "", "atendido_en": None,
             "bloqueante": False}  # fmt: skip
    return [
        SimpleNamespace(**comun | datos)
        for datos in (
            {"pk": "m1", "estado": "abierto", "get_estado_display": _("abierto"), "bloqueante": True,
             "texto": _("La misión no tiene responsable en la alcaldía.")},
            {"pk": "m2", "estado": "atendido", "get_estado_display": _("atendido"), "atendido_en": DIA,
             "texto": _("¿De dónde sale la línea base?"), "respuesta": _("Del censo cafetero de 2025.")},
            {"pk": "m3", "estado": "resuelto", "get_estado_display": _("resuelto"),
             "texto": _("Falta una meta que se pueda medir.")},
        )
    ]  # fmt: skip


def desencuentro() -> SimpleNamespace:
    """Give two texts of one field."""
    quien = _("Luz Marina")
    return SimpleNamespace(
        clave="muestra", huella_actual="", usuario=quien, creado_en=DIA, texto=_("Vender café en tres ciudades."),
        texto_actual=_("Vender café."), autoria=SimpleNamespace(usuario=quien, cuando=DIA),
    )  # fmt: skip


def muestras(ruta: str) -> dict:
    """Give everything the page draws; ``ruta`` is its own address, where its forms lead to."""
    territorio = SimpleNamespace(
        codigo="54518", nombre="Pamplona", departamento="Norte de Santander",
        nombre_completo="Pamplona, Norte de Santander",
    )  # fmt: skip
    return {
        "ruta": ruta, "formulario": Muestra(prefix="m"), "errado": con_errores(),
        "guardado": {"automatico": True, "estado": "guardado"}, "tareas": tareas(), "pasos": pasos(),
        "pestanas": pestanas(), "comentarios": comentarios(), "desencuentros": [desencuentro()], "dia": DIA,
        "huella": "9f2c1e77" * 8,
        "nombre_largo": NOMBRE_LARGO, "pagina": Paginator(range(90), 10).page(4), "territorio": territorio,
        "periodo": SimpleNamespace(pk="2024-2027"), "agenda": SimpleNamespace(territorio=territorio),
        "filas": [(_("Responsable"), _("Secretaría de Planeación")), (_("Plazo"), _("marzo a diciembre de 2026"))],
        "sigue": [_("Una asesora la lee."), _("Le llega un correo con lo que ella diga.")],
    }  # fmt: skip
