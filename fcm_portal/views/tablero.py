"""``/tablero/``: the coordination's table of all territories, and the same as a sheet."""

from __future__ import annotations

from types import SimpleNamespace

from django import forms
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localdate
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from agenda.models import Impreso
from cuentas.models import Acompanamiento, EstadoSolicitud, RolFcm, Solicitud, Usuario
from cuentas.permisos import solo_coordinacion
from fcm_portal.tablero import AGENDAS, DIAGNOSTICOS, SIN, con_asesores, cuentas_por, filas, filtrar
from informes.hojas.separadas import a_csv
from redes.models import EstadoReporte, Reporte
from territorio.models import Periodo, Territorio

POR_PAGINA = 50
COLUMNAS = (  # of the sheet; a thousand rows are read as they are, without making a model of each
    "codigo", "nombre", "departamento_id", "departamento__nombre", "tipo", "categoria", "pdet", "poblacion",
    "estado_diagnostico", "estado_agenda", "publicada", "movimiento",
)  # fmt: skip
TODOS = ("", gettext_lazy("Todos"))
CATEGORIAS = [("ESP", gettext_lazy("Especial")), *((str(numero), str(numero)) for numero in range(1, 7))]


class FormularioTablero(forms.Form):
    """The filters, all optional, in the address."""

    q = forms.CharField(label=gettext_lazy("Buscar"), required=False, max_length=100)
    departamento = forms.ChoiceField(label=gettext_lazy("Departamento"), required=False)
    diagnostico = forms.ChoiceField(
        label=gettext_lazy("Diagnóstico"), required=False, choices=[TODOS, *DIAGNOSTICOS.items()]
    )
    agenda = forms.ChoiceField(label=gettext_lazy("Agenda"), required=False, choices=[TODOS, *AGENDAS.items()])
    categoria = forms.ChoiceField(label=gettext_lazy("Categoría"), required=False, choices=[TODOS, *CATEGORIAS])
    pdet = forms.ChoiceField(
        label="PDET", required=False, choices=[TODOS, ("si", gettext_lazy("Sí")), ("no", gettext_lazy("No"))]
    )
    asesor = forms.ChoiceField(label=gettext_lazy("Asesoría"), required=False)
    orden = forms.ChoiceField(
        label=gettext_lazy("Ordenar por"),
        required=False,
        choices=[
            ("", gettext_lazy("Nombre, o parecido a lo buscado")),
            ("departamento", gettext_lazy("Departamento")),
            ("movimiento", gettext_lazy("Lo último que se movió")),
            ("quietud", gettext_lazy("Lo que lleva más tiempo quieto")),
            ("poblacion", gettext_lazy("Población")),
            ("categoria", gettext_lazy("Categoría")),
            ("diagnostico", gettext_lazy("Diagnóstico")),
            ("agenda", gettext_lazy("Agenda")),
        ],
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        departamentos = Territorio.objects.departamentos().values_list("pk", "nombre")
        self.fields["departamento"].choices = [TODOS, *departamentos]
        asesores = Usuario.objects.filter(is_active=True, rol_fcm=RolFcm.ASESOR).order_by("nombre", "email")
        self.fields["asesor"].choices = [
            TODOS, (SIN, _("Sin asesoría")), *((str(uno.pk), f"{uno} ({uno.email})") for uno in asesores)
        ]  # fmt: skip


def _filtradas(request: HttpRequest):
    formulario = FormularioTablero(request.GET)
    formulario.is_valid()
    periodo = Periodo.objects.en_vigor()
    return formulario, periodo, filtrar(filas(periodo), formulario.cleaned_data)


@solo_coordinacion
@require_safe
def tablero(request: HttpRequest) -> HttpResponse:
    """Draw the table, its counts by state and what failed."""
    formulario, periodo, territorios = _filtradas(request)
    pagina = Paginator(territorios, POR_PAGINA).get_page(request.GET.get("pagina"))
    pagina.object_list = con_asesores(pagina.object_list)
    diagnosticos, agendas = cuentas_por(territorios, "estado_diagnostico"), cuentas_por(territorios, "estado_agenda")
    fallidos = Impreso.objects.fallidos().select_related("version__agenda__territorio__departamento")
    contexto = {
        "formulario": formulario,
        "periodo": periodo,
        "pagina": pagina,
        "diagnosticos": [(nombre, diagnosticos.get(clave, 0)) for clave, nombre in DIAGNOSTICOS.items()],
        "agendas": [(nombre, agendas.get(clave, 0)) for clave, nombre in AGENDAS.items()],
        "fallidos": fallidos.defer("version__contenido")[:20],
        "solicitudes": Solicitud.objects.filter(estado=EstadoSolicitud.PENDIENTE).count(),
        "acompanamientos": Acompanamiento.objects.sin_responder().count(),
        "reportes": Reporte.objects.filter(estado=EstadoReporte.ABIERTO).count(),
        "consulta": request.GET.urlencode(),
        "primera_visita": not request.GET and {*diagnosticos, *agendas} <= {SIN},
    }
    return render(request, "fcm_portal/tablero.html", contexto)


@solo_coordinacion
@require_safe
def tablero_csv(request: HttpRequest) -> HttpResponse:
    """Give the filtered table as CSV: UTF-8 with its mark and semicolons, as spreadsheets in Spanish open it."""
    _formulario, _periodo, territorios = _filtradas(request)
    encabezado = [
        _("Código"), _("Territorio"), _("Departamento"), _("Tipo"), _("Categoría"), "PDET", _("Población"),
        _("Diagnóstico"), _("Agenda"), _("Publicada"), _("Asesoría"), _("Último movimiento"),
    ]  # fmt: skip
    tipos = {clave: str(nombre) for clave, nombre in Territorio._meta.get_field("tipo").choices}
    si_no = {True: _("sí"), False: _("no"), None: ""}
    renglones = [
        [
            fila.codigo, fila.nombre, fila.departamento__nombre or "", tipos[fila.tipo],
            fila.categoria, si_no[fila.pdet], fila.poblacion, fila.nombre_diagnostico, fila.nombre_agenda,
            si_no[fila.publicada], ", ".join(fila.asesores), localdate(fila.movimiento) if fila.movimiento else "",
        ]
        for fila in con_asesores(SimpleNamespace(**datos) for datos in territorios.values(*COLUMNAS))
    ]  # fmt: skip
    return HttpResponse(
        a_csv(encabezado, renglones, separador=";"),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="tablero-{localdate():%Y-%m-%d}.csv"'},
    )
