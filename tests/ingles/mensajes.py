"""What the English edition must translate: sentences of the code, choices, terms of the guide and of the registers."""

from __future__ import annotations

import ast
import io
from pathlib import Path

from babel.messages.extract import extract_python
from babel.messages.pofile import read_po
from django.utils.translation.template import templatize

from agenda import models as agenda
from diagnostico import models as diagnostico
from diagnostico.cuestionario import leer
from guia.catalogo import catalogo
from redes.models import Hermanamiento, TipoContraparte
from territorio.models import CON_AGENDA, Territorio, Tipo

RAIZ = Path(__file__).resolve().parents[2]
CATALOGOS = RAIZ / "locale" / "en" / "LC_MESSAGES"
CODIGO = (
    "agenda/impresion/*.py",
    "agenda/publicado/tarjeta.py",  # the map of the cover that a word processor shows
    "agenda/salidas/impresos.py",
    "agenda/salidas/pdf.py",
    "agenda/salidas/word*.py",
    "agenda/salidas/word/*.py",
    "informes/graficas/*.py",
    "informes/qr.py",
)
PLANTILLAS = ("agenda/pdf/*.html", "agenda/pdf/*.css", "informes/*.svg")
CONGELAN = ("diagnostico/resultado.py", "diagnostico/partes.py")  # sentences that a result freezes in Spanish
PLURAL, CONTEXTO = "\x00", "\x04"
UNIDAD = "unidad de medida"
LLAMADAS = {
    "_": "", "gettext": "", "gettext_lazy": "", "ngettext": PLURAL, "ngettext_lazy": PLURAL, "pgettext": CONTEXTO,
}  # fmt: skip
DE_PLANTILLA = {"_": None, "gettext": None, "ngettext": (1, 2), "pgettext": (1, 2)}
OPCIONES = (
    agenda.Acumulacion,
    agenda.Certeza,
    agenda.Direccion,
    agenda.EstadoAccion,
    agenda.EstadoTramite,
    agenda.EtapaAliado,
    agenda.Fuente,
    agenda.RolAliado,
    agenda.Sentido,
    agenda.TipoActo,
    agenda.VinculoPlan,
    diagnostico.EtapaAntecedente,
    diagnostico.Ruta,
    diagnostico.TipoAntecedente,
    diagnostico.Valor,
    diagnostico.ValorCondicion,
    TipoContraparte,
)


def escritos(nombre: str = "*.po") -> list:
    """Give the messages of our English catalogues, or of one of them."""
    hallados = []
    for ruta in sorted(CATALOGOS.glob(nombre)):
        with open(ruta, "rb") as archivo:
            hallados += [mensaje for mensaje in read_po(archivo) if mensaje.id]
    return hallados


def llave(mensaje) -> str:
    """Give what a message is found by: both forms when it counts, its context first when it has one."""
    texto = PLURAL.join(mensaje.id) if mensaje.pluralizable else mensaje.id
    return f"{mensaje.context}{CONTEXTO}{texto}" if mensaje.context else texto


def _de_python(codigo: str) -> set[str]:
    """Give the sentences of a module, also those inside an f-string."""
    dichos = set()
    for nodo in ast.walk(ast.parse(codigo)):
        union = LLAMADAS.get(getattr(nodo.func, "id", "")) if isinstance(nodo, ast.Call) else None
        if union is not None:
            partes = nodo.args[: 2 if union else 1]
            if all(isinstance(parte, ast.Constant) for parte in partes):
                dichos.add(union.join(parte.value for parte in partes))
    return dichos


def _de_plantilla(texto: str) -> set[str]:
    """Give the sentences of a template."""
    extraidos = extract_python(io.BytesIO(templatize(texto).encode()), DE_PLANTILLA, [], {})
    dichos = set()
    for _linea, llamada, partes, _notas in extraidos:
        if isinstance(partes, str):
            dichos.add(partes)
        elif partes:
            dichos.add(LLAMADAS[llamada].join(parte for parte in partes if parte))
    return dichos


def del_codigo(*extra: str) -> set[str]:
    """Give the sentences that the drawing of a document asks for; ``extra``: other files of Python."""
    rutas = [ruta for patron in (*CODIGO, *extra) for ruta in RAIZ.glob(patron)]
    dichos = set().union(*(_de_python(ruta.read_text()) for ruta in rutas))
    for patron in PLANTILLAS:
        for ruta in (RAIZ / "templates").glob(patron):
            dichos |= _de_plantilla(ruta.read_text())
    return dichos


def de_las_opciones() -> set[str]:
    """Give the labels of the choices that a document freezes."""
    tipos = {str(Tipo(tipo).label) for tipo in CON_AGENDA}
    return tipos | {str(etiqueta) for opciones in OPCIONES for etiqueta in opciones.labels}


def de_la_guia() -> set[str]:
    """Give the terms of the guide, its questionnaire and the registers (reference data loaded)."""
    guia, cuestionario = catalogo(), leer(diagnostico.Cuestionario.objects.vigente().contenido)
    vocabularios = ("modalidades_y_gobernanza", "instrumentos", "temas", "resultados", "impactos", "consejos")
    dichos = {carta.nombre for nombre in vocabularios for carta in getattr(guia, nombre).values()}
    dichos |= {
        carta.nombre for nombre in ("grupos_actores", "motivaciones", "ods") for carta in getattr(guia, nombre).values()
    }
    dichos |= {f"{UNIDAD}{CONTEXTO}{indicador.unidad}" for indicador in guia.indicadores.values()}
    dichos |= {texto for nivel in cuestionario.niveles for texto in (nivel.nombre, nivel.texto)}
    for paso in cuestionario.pasos:
        dichos |= {paso.verbo, paso.nombre, paso.titulo, *(pregunta.texto for pregunta in paso.preguntas)}
    for modalidad in cuestionario.modalidades:
        dichos |= {texto for nivel in modalidad.niveles for texto in (nivel.nombre, nivel.texto)}
    dichos |= {texto for condicion in cuestionario.condiciones for texto in (condicion.nombre, condicion.texto)}
    dichos |= set(Hermanamiento.objects.values_list("tipo_acuerdo", flat=True))
    for campo in ("region_natural", "clase_asociacion"):
        dichos |= set(Territorio.objects.values_list(campo, flat=True))
    return dichos - {""}
