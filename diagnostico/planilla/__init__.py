"""The diagnostic as a workbook that a town fills in without a line and brings back (engine: ``guardado.planilla``)."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from diagnostico.models import Diagnostico
from diagnostico.planilla.conjuntos import Instrumentos, Temas
from diagnostico.planilla.entorno import Entorno
from diagnostico.planilla.hojas import Condiciones, Modalidades, Motivaciones, Preguntas
from guardado.planilla.descripcion import Planilla

TIPO = "diagnostico"
ESQUEMA = 1


def planilla_de(diagnostico: Diagnostico, *, para_llenar: bool = False) -> Planilla:
    """Describe the workbook of a diagnostic. Asking for its rows takes a constant number of queries.

    ``para_llenar``: the one that is downloaded, with the questions of the route only.
    """
    entorno = Entorno(diagnostico, toda=not para_llenar)
    territorio = diagnostico.territorio
    return Planilla(
        tipo=TIPO,
        territorio=territorio,
        ambito=_("diagnóstico %d") % diagnostico.numero,
        titulo=_("Diagnóstico %(numero)d de %(territorio)s")
        % {"numero": diagnostico.numero, "territorio": territorio.nombre_completo},
        archivo=f"planilla-diagnostico-{territorio.pk}-{diagnostico.numero}",
        tablas=[tabla(entorno) for tabla in (Preguntas, Modalidades, Instrumentos, Condiciones, Temas, Motivaciones)],
        instrucciones=instrucciones(diagnostico),
        esquema=ESQUEMA,
        direccion=reverse("diagnostico_planilla", args=[territorio.pk, diagnostico.numero]),
    )


def instrucciones(diagnostico: Diagnostico) -> list[str]:
    """Give the paragraphs of the first sheet."""
    comunes = [
        _("# Qué hay en cada hoja"),
        _("Preguntas: las que aplican a su territorio en la %s. Si responde «No aplica», escriba por qué.")
        % diagnostico.get_ruta_display(),
        _("Modalidades: el nivel de cada una, con lo que quiere decir cada peldaño. Instrumentos: los que ya usan."),
        _("Condiciones del proceso, temas en los que quieren trabajar y motivaciones, ordenadas de 1 en adelante."),
        _("Las evidencias y la nota privada no van en este libro: agréguelas en el portal."),
    ]
    if not diagnostico.abierto:
        return [_("Este diagnóstico ya está cerrado: este libro es para leer e imprimir."), *comunes]
    return [
        _(
            "Llene lo que pueda, sin conexión, y suba este libro en la página de donde lo descargó. Antes de cambiar "
            "nada, el portal le muestra qué cambiaría y usted acepta todo o una parte."
        ),
        _("# Cómo se llena"),
        _("Escriba en lo blanco; lo gris es para leer. No borre la columna «Clave»: dice cuál es cada fila."),
        _("En las celdas con lista, escoja de ella. Una celda vacía es una pregunta sin contestar."),
        _("No use fórmulas ni celdas combinadas: el portal solo lee valores escritos."),
        *comunes,
        _("# Si otra persona responde mientras tanto"),
        _("El portal le mostrará las dos respuestas, de quién es la otra y de cuándo, y usted escoge."),
    ]
