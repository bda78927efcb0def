"""The cover, the table of contents and what runs on each page."""

from __future__ import annotations

from django.utils.translation import gettext as _

from agenda.publicado.tarjeta import componer_tarjeta
from agenda.salidas.word.cierre import copia_editable
from agenda.salidas.word.piezas import Papel, Trozo, campo, corrida, nodo
from informes.tarjeta import dibujar_mapa


def nombre(x: dict) -> str:
    """Give the name of the document."""
    c = x["c"]
    titulo = _("Agenda Estratégica de internacionalización")
    return f"{titulo} · {x['lugar_completo']} · {c['periodo']['texto']}"


def portada(papel: Papel, x: dict) -> None:
    """Put the cover: where it is, whose, for when, which version."""
    c, e = x["c"], x["e"]
    tarjeta = componer_tarjeta(c, demostracion=False)
    papel.imagen(dibujar_mapa(tarjeta), 17.59, x["mapa_portada"].titulo)
    papel.parrafo(_("FEDERACIÓN COLOMBIANA DE MUNICIPIOS"), estilo="Nota")
    papel.parrafo(_("Agenda Estratégica de internacionalización"), estilo="Title")
    papel.parrafo(x["lugar_completo"], estilo="Subtitle")
    if x["t"]["titulo"]["texto"]:
        papel.parrafo(Trozo(x["t"]["titulo"]["texto"], suyo=bool(x["t"]["titulo"]["lengua"])), estilo="Subtitle")
    version = (
        f"{_('Borrador')} · {x['momento']}" if e.borrador else f"{_('Versión')} {c['version']} · {x['fecha']}"
    )  # what is still being written has no version
    papel.parrafo(Trozo(c["periodo"]["texto"], negrita=True), f" · {version}")
    if e.adopcion:
        papel.parrafo(e.adopcion)
    if x["demostracion"]:
        papel.parrafo(Trozo(_("DEMOSTRACIÓN: los datos son de ejemplo."), negrita=True))
    papel.parrafo(copia_editable(), estilo="Nota")
    papel.salto()


def lugar_del_indice(papel: Papel):
    """Put the heading of the contents and a mark after it; the list is written when every heading is known."""
    papel.parrafo(_("Contenido"), estilo="SinNumero")
    lugar = papel.poner(nodo("p"))
    papel.parrafo(
        _("Para poner los números de página: clic derecho sobre la lista y «Actualizar campos»."), estilo="Nota"
    )
    papel.salto()
    return lugar


def indice(papel: Papel, lugar) -> None:
    """Write the table of contents as a field that a person updates, already with its list: links, without pages.

    Only who lays the pages out knows their numbers; a document that asks to be updated on opening would alarm.
    """
    entradas = [marca for marca in papel.marcas if marca[0] <= 2]
    numeros = [0, 0]
    for orden, (nivel, texto, marca) in enumerate(entradas):
        numeros = [numeros[0] + 1, 0] if nivel == 1 else [numeros[0], numeros[1] + 1]
        numero = f"{numeros[0]}. " if nivel == 1 else f"{numeros[0]}.{numeros[1]}. "
        parrafo = nodo("p", nodo("pPr", nodo("pStyle", val=f"TOC{nivel}")))
        if orden == 0:
            parrafo.extend(campo(r'TOC \o "1-2" \h \z \u')[:-1])
        enlace = nodo("hyperlink", anchor=marca, history="1")
        enlace.append(corrida(Trozo(f"{numero}{texto}"), False))
        parrafo.append(enlace)
        if orden == len(entradas) - 1:
            parrafo.append(nodo("r", nodo("fldChar", fldCharType="end")))
        lugar.addprevious(parrafo)
    lugar.getparent().remove(lugar)


def orillas(papel: Papel, x: dict) -> None:
    """Write what runs on each page but the cover: whose it is above; version, digest and page below."""
    c, e = x["c"], x["e"]
    seccion = papel.documento.sections[0]
    arriba = seccion.header.paragraphs[0]._p
    titulo = f"{c['territorio']['nombre']} · {_('Agenda Estratégica')} {c['periodo']['texto']}"
    marca = f" · {_('DEMOSTRACIÓN')}" if x["demostracion"] else ""
    arriba.append(corrida(Trozo(titulo + marca), False))
    abajo = seccion.footer.paragraphs[0]._p
    pie = (
        f"{_('Borrador')} · {x['momento']}"
        if e.borrador
        else f"{_('Versión')} {c['version']} · SHA-256 {x['huella_corta']} · {_('copia editable')}"
    )
    abajo.append(corrida(Trozo(f"{pie}\t"), False))
    antes, _x, resto = _("página %(x)s de %(y)s").partition("%(x)s")
    medio, _y, despues = resto.partition("%(y)s")
    for texto, instruccion in ((antes, "PAGE"), (medio, "NUMPAGES")):
        abajo.append(corrida(Trozo(texto), False))
        abajo.extend(campo(instruccion, "1"))
    if despues:
        abajo.append(corrida(Trozo(despues), False))
