"""The button of the worklist that writes the new address of a link that moved for good."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from cuentas.permisos import solo_fcm
from redes.cosas import Cosa, nombre_de
from redes.edicion.mudanza import Mudanza, mudar, se_puede
from redes.models import Enlace

NOMBRADAS = 3  # things said by name in a message
LLEVADAS = ("q", "clase", "pagina")


@solo_fcm
@require_POST
def enlace_mudar(request: HttpRequest, numero: int) -> HttpResponse:
    """Use the address that the person saw (``nueva``) in place of the old one, and say where."""
    enlace = Enlace.objects.filter(pk=numero).first()
    if enlace is None:
        messages.info(request, _("Ese enlace ya no está en la lista: otra persona lo atendió. No se cambió nada."))
    elif not se_puede(enlace) or request.POST.get("nueva", "") != enlace.destino:
        messages.warning(request, _("Ese enlace se probó otra vez mientras usted miraba. Lea lo que dice ahora."))
    else:
        _decir(request, enlace, mudar(enlace, request.user))
    suyo = {clave: request.GET[clave] for clave in LLEVADAS if request.GET.get(clave)}
    return redirect(f"{reverse('edicion_directorio')}?{urlencode({'ver': 'enlaces'} | suyo)}")


def _decir(request: HttpRequest, enlace: Enlace, mudanza: Mudanza) -> None:
    valores = {"vieja": enlace.url, "nueva": enlace.destino}
    if mudanza.hechas:
        frase = _("%(quien)s: ahora dice %(nueva)s. Antes decía %(vieja)s; puede volver atrás en su historia.")
        messages.success(request, frase % (valores | _quien(mudanza.hechas)))
    if mudanza.chocadas:
        frase = _("%(quien)s cambió mientras usted miraba. Ningún texto se perdió: escoja en «Dos textos por escoger».")
        messages.warning(request, frase % _quien(mudanza.chocadas))
    if mudanza.ajenas:
        frase = _("%(quien)s: lo registró un municipio y solo su gente cambia el enlace. Pídale que use %(nueva)s.")
        messages.info(request, frase % (valores | _quien(mudanza.ajenas)))
    for fila, error in mudanza.negadas:
        frase = _("%(quien)s no se cambió: %(error)s Ábrala y corríjala allí.")
        messages.error(request, frase % (_quien([fila]) | {"error": error}))
    if not (mudanza.hechas or mudanza.chocadas or mudanza.ajenas or mudanza.negadas):
        messages.info(request, _("Nadie usa ya %(vieja)s: otra persona lo cambió. No se cambió nada.") % valores)


def _quien(filas: list[Cosa]) -> dict[str, str]:
    nombres = [f"«{nombre_de(fila)}»" for fila in filas[:NOMBRADAS]]
    sobran = len(filas) - NOMBRADAS
    return {"quien": ", ".join([*nombres, _("y %s más") % sobran] if sobran > 0 else nombres)}
