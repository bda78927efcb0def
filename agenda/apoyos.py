"""What of the draft supports each of the ten tips of the guide: a computed hint, never a judgement."""

from __future__ import annotations

from django.db.models import Count, Q
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from agenda.filas import en_arbol_vivo, filas_de
from agenda.models import Agenda, Aliado, Indicador, Tramite


def apoyos(agenda: Agenda) -> dict[str, str]:
    """Give, for each tip, a sentence with what the draft has. Three queries, however many actions."""
    vivas = en_arbol_vivo(filas_de(agenda, "accion")).select_related(None).order_by()
    cuenta = vivas.aggregate(
        acciones=Count("pk"),
        ofrece=Count("pk", filter=Q(direccion__in=["ofrece", "doble"])),
        con_responsable=Count("pk", filter=~Q(responsable="")),
        oficinas=Count("responsable", distinct=True, filter=~Q(responsable="")),
        despues=Count("pk", filter=Q(fin__gt=agenda.periodo.hasta)),
        futuras=Count("pk", filter=Q(inicio__gt=localdate())),
    )
    acciones = vivas.values("pk")
    conversan = (
        Aliado.objects.filter(accion__in=acciones, retirada_en=None).exclude(etapa="identificada").order_by()
    ).aggregate(n=Count("pk"))["n"]
    tramites = Tramite.objects.filter(accion__in=acciones, retirada_en=None).order_by()
    pasos = tramites.aggregate(todos=Count("pk"), listos=Count("pk", filter=Q(estado__in=["hecho", "no-requiere"])))
    indicadores = (
        Indicador.objects.filter(accion__in=acciones, retirada_en=None).order_by().aggregate(
            n=Count("pk", distinct=True), con_meta=Count("pk", filter=Q(metas__isnull=False), distinct=True)
        )
    )  # fmt: skip
    n = cuenta["acciones"]
    return {
        "iniciativa": _("En su agenda, aliados con quienes ya se conversa: %(n)s.") % {"n": conversan},
        "recibir": _("En su agenda: «lo que ofrecemos» está escrito.")
        if agenda.ofrecemos.strip()
        else _("En su agenda falta «lo que ofrecemos»."),
        "relacion-de-pares": _("En su agenda, acciones que ofrecen algo o son de doble vía: %(n)s de %(total)s.")
        % {"n": cuenta["ofrece"], "total": n},
        "foco": _("En su agenda, acciones: %(n)s; horas de equipo a la semana: %(horas)s.")
        % {"n": n, "horas": agenda.equipo_horas}
        if agenda.equipo_horas
        else _("En su agenda, acciones: %(n)s. Falta decir cuántas horas les dedica el equipo.") % {"n": n},
        "respaldo": _("En su agenda preside: %(quien)s.") % {"quien": agenda.preside}
        if agenda.preside.strip()
        else _("En su agenda falta decir quién preside."),
        "capacidades": _("En su agenda, idiomas del equipo: %(cuales)s.") % {"cuales": agenda.equipo_idiomas}
        if agenda.equipo_idiomas.strip()
        else _("En su agenda falta decir qué idiomas habla el equipo."),
        "coordinacion": _("En su agenda, dependencias que responden: %(oficinas)s, por %(n)s acciones.")
        % {"oficinas": cuenta["oficinas"], "n": cuenta["con_responsable"]},
        "menos-tramites": _("En su agenda, trámites resueltos: %(listos)s de %(todos)s.") % pasos,
        "resultados": _("En su agenda, indicadores con meta: %(con_meta)s de %(n)s.") % indicadores,
        "anticipacion": _(
            "En su agenda, acciones por empezar: %(futuras)s; que siguen después del período: %(despues)s."
        )
        % cuenta,
    }
