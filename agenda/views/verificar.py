"""Anybody checks a paper: which version a hash is, who approved it, when, and whether a newer one replaced it."""

from __future__ import annotations

import re

from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from agenda.publicado.publicacion import aprobadas, publicar

HUELLA = re.compile(r"[0-9a-f]{64}")
ADORNOS = re.compile(r"[\s:·.\-\u00ad\u200b]+")


def normalizar(texto: str) -> str:
    """Give a hash as stored: no blanks nor marks of printing, lower case; of a pasted address, its hash."""
    limpio = ADORNOS.sub("", texto.strip().rstrip("/").rsplit("/", 1)[-1]).lower()
    return limpio.removeprefix("sha256")


@require_safe
def verificar(request):
    """Ask for the hash; lead to its page."""
    escrita = request.GET.get("huella", "")[:500]
    limpia = normalizar(escrita)
    if HUELLA.fullmatch(limpia):
        return redirect("verificar_huella", limpia)
    return render(request, "agenda/verificar.html", {"escrita": escrita, "error": bool(escrita.strip())})


@require_safe
def verificar_huella(request, huella: str):
    """Say what an approved version is; any other hash gets one same page that explains."""
    limpia = normalizar(huella)
    version = aprobadas().filter(sha256=limpia).order_by("-numero").first() if HUELLA.fullmatch(limpia) else None
    if version is None:
        return render(request, "agenda/verificar_desconocida.html", {"huella": limpia[:64]}, status=404)
    contexto = {
        "publicada": publicar(version),
        "version": version,
        "agenda": version.agenda,
        "territorio": version.agenda.territorio,
        "acta": version.acta,
        "adopcion": getattr(version, "adopcion", None),
    }
    return render(request, "agenda/verificar_huella.html", contexto)
