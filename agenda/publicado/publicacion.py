"""What anybody may see of an agenda: approved versions, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from django.db.models import F, Func, JSONField, QuerySet, Value
from django.db.models.fields.json import KeyTextTransform, KeyTransform

from agenda.models import Agenda, Transicion, Version

ACCIONES = "$.ejes[*].objetivos[*].acciones[*]"


@dataclass(frozen=True)
class Publicacion:
    """An approved version before the public: in force, replaced (``nueva`` says by which) or withdrawn (why)."""

    version: Version
    vigente: bool
    retiro: Transicion | None = None
    nueva: Version | None = None

    @property
    def retirada(self) -> bool:
        """Say whether it was withdrawn from the public."""
        return self.retiro is not None


def retiro_de(version: Version) -> Transicion | None:
    """Give the withdrawal that covers a version, unless undone. It covers the version in force then and those before.

    A withdrawn version stays so when a newer one is approved.
    """
    hechos = Transicion.objects.filter(
        agenda=version.agenda_id,
        movimiento__in=["retirar_publicacion", "restituir_publicacion"],
        version__numero__gte=version.numero,
    )
    return retiro_en_pie(hechos.order_by("cuando", "pk"))


def retiro_en_pie(hechos: Iterable[Transicion]) -> Transicion | None:
    """Give the withdrawal that stands after some withdrawals and restorations, in the order they happened."""
    en_pie: dict[int, Transicion] = {}
    for hecho in hechos:
        if hecho.movimiento == "retirar_publicacion":
            en_pie[hecho.version_id] = hecho
        else:
            en_pie.pop(hecho.version_id, None)
    return next(reversed(en_pie.values()), None)


def publicar(version: Version) -> Publicacion:
    """Say how an approved version stands before the public."""
    agenda = version.agenda
    vigente = agenda.publicada_id == version.pk and not agenda.retirada_publico_en
    hay_nueva = agenda.publicada_id not in (None, version.pk) and not agenda.retirada_publico_en
    return Publicacion(version, vigente, retiro_de(version), agenda.publicada if hay_nueva else None)


def aprobadas() -> QuerySet[Version]:
    """Give the versions anybody may ask for, with what their pages need."""
    return (
        Version.objects.aprobadas()
        .select_related("agenda__territorio__departamento", "agenda__periodo", "agenda__publicada", "adopcion")
        .defer("agenda__publicada__contenido")
    )


def buscar(texto: str = "", departamento: str = "", tema: str = "", modalidad: str = "") -> QuerySet[Agenda]:
    """Give the published agendas, newest first. Themes and modalities are those of the frozen document."""
    agendas = Agenda.objects.publicadas().del_lugar(texto, departamento)
    if tema:
        agendas = agendas.filter(publicada__contenido__contains=_con_accion({"temas": [{"slug": tema}]}))
    if modalidad:
        agendas = agendas.filter(publicada__contenido__contains=_con_accion({"modalidad": {"slug": modalidad}}))
    return agendas.order_by("-publicada__aprobada_en", "pk")


def _con_accion(accion: dict) -> dict:
    return {"ejes": [{"objetivos": [{"acciones": [accion]}]}]}


def para_la_lista(agendas: QuerySet[Agenda]) -> QuerySet[Agenda]:
    """Bring what a card shows, read inside the database: the documents themselves stay there."""
    return (
        agendas.select_related("territorio__departamento", "periodo", "publicada__adopcion")
        .defer("publicada__contenido")
        .annotate(
            titulo_publico=_texto("titulo"),
            resumen_publico=_texto("resumen"),
            objetivo_publico=_texto("objetivo_general"),
            modalidades_publicas=_trozo(f"{ACCIONES}.modalidad.texto"),
            temas_publicos=_trozo(f"{ACCIONES}.temas[*].texto"),
        )
    )


def temas_publicados(codigos: list[str]) -> dict[str, set[str]]:
    """Give the themes (slugs) of the published agenda of each territory that has one, as its frozen document says."""
    agendas = (
        Agenda.objects.publicadas()
        .filter(territorio__in=codigos)
        .annotate(slugs=_trozo(f"{ACCIONES}.temas[*].slug"))
        .values_list("territorio_id", "slugs")
    )
    publicados: dict[str, set[str]] = {}
    for codigo, slugs in agendas:
        publicados.setdefault(codigo, set()).update(slugs)
    return publicados


def para_buscar(versiones: list[int]) -> dict[int, tuple[str, str]]:
    """Give the title and the words of some versions, as their frozen documents say: one query, by primary key.

    The words: general texts, names of ejes and actions, themes, and who is on the other side with city and country.
    """
    filas = (
        Version.objects.filter(pk__in=versiones)
        .annotate(
            textos=_trozo("$.textos.*", "contenido"),
            nombres=_trozo("$.ejes[*].**{0 to 5}.nombre", "contenido"),
            temas=_trozo(f"{ACCIONES}.temas[*].texto", "contenido"),
            socios=_trozo('$.socios[*].keyvalue() ? (@.key == "nombre" || @.key == "ciudad").value', "contenido"),
            paises=_trozo("$.socios[*].pais.texto", "contenido"),
            titulo=KeyTextTransform("titulo", KeyTransform("textos", "contenido")),
        )
        .values_list("pk", "titulo", "textos", "temas", "socios", "paises", "nombres")
    )
    return {
        pk: (titulo or "", ". ".join(dict.fromkeys(uno.rstrip(". ") for uno in chain(*partes) if _dice(uno))))
        for pk, titulo, *partes in filas
    }


def _dice(valor) -> bool:
    """Say whether a value of a document is words (not a year, nor nothing)."""
    return isinstance(valor, str) and not valor.isdigit() and bool(valor.strip())


def _texto(campo: str) -> KeyTextTransform:
    """Give a general text of the frozen document."""
    return KeyTextTransform(campo, KeyTransform("textos", "publicada__contenido"))


def _trozo(ruta: str, documento: str = "publicada__contenido") -> Func:
    """Give every value at a path of the frozen document, as a list."""
    return Func(
        F(documento),
        Value(ruta),
        function="jsonb_path_query_array",
        template="%(function)s(%(expressions)s::jsonpath)",
        output_field=JSONField(),
    )
