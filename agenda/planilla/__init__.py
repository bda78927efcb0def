"""The agenda as a workbook that a town fills in without a line and brings back (engine: ``guardado.planilla``)."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from agenda.models import Agenda
from agenda.planilla.colgadas import Hitos, Indicadores, Partidas, Tramites
from agenda.planilla.contexto import Entorno
from agenda.planilla.niveles import Acciones, Ejes, Objetivos
from agenda.planilla.socios import Aliados
from agenda.planilla.textos import Reuniones, Textos
from guardado.planilla.descripcion import Planilla

TIPO = "agenda"
ESQUEMA = 1


def planilla_de(agenda: Agenda) -> Planilla:
    """Describe the workbook of an agenda. Asking for its rows takes a constant number of queries."""
    entorno = Entorno(agenda)
    periodo = agenda.periodo_id
    return Planilla(
        tipo=TIPO,
        territorio=agenda.territorio,
        ambito=periodo,
        titulo=_("Agenda Estratégica %(periodo)s de %(territorio)s") % {
            "periodo": periodo,
            "territorio": agenda.territorio.nombre_completo,
        },
        archivo=f"planilla-agenda-{agenda.territorio_id}-{periodo}",
        tablas=[
            tabla(entorno)
            for tabla in (
                Textos, Ejes, Objetivos, Acciones, Hitos, Tramites, Aliados, Partidas, Indicadores, Reuniones,
            )
        ],
        instrucciones=instrucciones(),
        esquema=ESQUEMA,
        direccion=reverse("agenda_planilla", args=[agenda.territorio_id, periodo]),
    )  # fmt: skip


def instrucciones() -> list[str]:
    """Give the paragraphs of the first sheet."""
    return [
        _("Llene lo que pueda, sin conexión, y suba este libro en la página de donde lo descargó. Antes de cambiar nada"
          " el portal le muestra qué cambiaría, y usted acepta todo o una parte."),
        _("# Cómo se llena"),
        _("Escriba en lo blanco. Lo gris es solo para leer: no borre la columna «Clave», dice cuál es cada fila."),
        _("Para agregar una fila, use una de las que están en blanco al final de cada hoja. Si faltan, inserte más."),
        _("Para decir de qué objetivo es una acción, escójalo en la lista de la celda, o escriba su nombre o su "
          "número. Igual en las demás hojas. Una fila nueva puede llevar en «N.º» un número que usted invente: E3."),
        _("Empiece por «Ejes», siga con «Objetivos» y «Acciones», y después lo que cuelga de cada acción."),
        _("# Cómo se escribe"),
        _("Fechas: 22/11/2026. Pesos: enteros, sin centavos: 1.250.000. Decimales con coma: 12,5. Para varias opciones "
          "en una celda, sepárelas con punto y coma: «Agua; Turismo»."),
        _("No use fórmulas ni celdas combinadas: el portal solo lee valores escritos."),
        _("# Para quitar una fila"),
        _("Bórrela de la hoja. El portal le preguntará si de verdad se retira; nada se pierde y se puede restaurar."),
        _("# Si otra persona escribe mientras tanto"),
        _("El portal le mostrará los dos textos, de quién es el otro y de cuándo, y usted escoge."),
    ]  # fmt: skip
