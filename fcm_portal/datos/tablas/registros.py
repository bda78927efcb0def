"""The two registers, as anyone may read them: loaded twinnings with their mark, and what the FCM confirmed."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from fcm_portal.datos.columna import DIRECCION, ENTERO, FECHA, LISTA, SI_NO, TEXTO, Columna
from fcm_portal.datos.consultas import columna_demostracion, columna_huella, conjunto_de
from redes.models import Entrada, Hermanamiento, Membresia

DANE = "DANE, DIVIPOLA"
POR = _("Oficina que lo verificó; nunca una persona.")
CODIGO = Columna(
    "codigo_dane", TEXTO, _("Código del territorio; los ceros cuentan."), fuente=DANE, campo="territorio_id"
)
TERRITORIO = Columna(
    "territorio", TEXTO, _("Nombre del territorio. Al cargar no se lee: manda el código."), fuente=DANE,
    campo="territorio__nombre", ayuda=True,
)  # fmt: skip
DEPARTAMENTO = Columna(
    "departamento", TEXTO, _("Departamento. Al cargar no se lee."), fuente=DANE,
    campo="territorio__departamento__nombre", ayuda=True,
)  # fmt: skip
HERMANAMIENTOS = (
    Columna("slug", TEXTO, _("Identificador del acuerdo.")),
    CODIGO,
    TERRITORIO,
    DEPARTAMENTO,
    Columna("ciudad", TEXTO, _("Ciudad o gobierno con quien se firmó.")),
    Columna("pais", TEXTO, _("País: código de dos letras (ISO 3166-1)."), fuente="ISO 3166-1"),
    Columna("pais_nombre", TEXTO, _("Nombre del país. Al cargar no se lee."), fuente="Unicode CLDR", ayuda=True),
    Columna("anio", ENTERO, _("Año en que se firmó."), _("año")),
    Columna("fecha", FECHA, _("Día en que se firmó.")),
    Columna("vigente_hasta", FECHA, _("Último día del acuerdo, si lo tiene.")),
    Columna("tipo_acuerdo", TEXTO, _("Hermanamiento, memorando, carta de intención u otro: no todo es hermanamiento.")),
    Columna("temas", LISTA, _("Temas de la guía que trata.")),
    Columna("enlace", DIRECCION, _("Página que lo cuenta.")),
    Columna("fuente", TEXTO, _("Documento o sitio que se leyó.")),
    Columna("nota", TEXTO, _("Aclaración.")),
    Columna("verificado", SI_NO, _("Si se leyó una fuente que lo respalda o la Federación lo confirmó.")),
    Columna("verificado_en", FECHA, _("Día en que se verificó.")),
    Columna("verificado_por", TEXTO, POR),
    columna_demostracion(_("«si» cuando es un ejemplo y no existe.")),
    columna_huella(),
)
MEMBRESIAS = (
    Columna("clave", TEXTO, _("Identificador de la membresía (UUID).")),
    CODIGO,
    TERRITORIO,
    DEPARTAMENTO,
    Columna("entrada", TEXTO, _("Red a que pertenece: su identificador en el directorio."), campo="entrada_id"),
    Columna("entrada_nombre", TEXTO, _("Nombre de la red. Al cargar no se lee."), campo="entrada__nombre", ayuda=True),
    Columna("desde", FECHA, _("Desde cuándo pertenece.")),
    Columna("pagada_hasta", FECHA, _("Hasta cuándo está pagada la cuota.")),
    Columna("acto", TEXTO, _("Acto con que se adhirió.")),
    Columna("verificado", SI_NO, _("Si la Federación la confirmó.")),
    Columna("verificado_en", FECHA, _("Día en que se confirmó.")),
    Columna("verificado_por", TEXTO, POR),
    columna_demostracion(_("«si» cuando es un ejemplo y no existe.")),
    columna_huella(),
)


DE_HERMANAMIENTOS = conjunto_de(
    Hermanamiento.objects.publicos,
    HERMANAMIENTOS,
    slug="hermanamientos",
    titulo=_("Hermanamientos y otros acuerdos"),
    que_es=_("Acuerdos de municipios colombianos con gobiernos de otros países: los conocidos y los confirmados."),
    fila_es=_("un acuerdo entre un territorio y una ciudad"),
    fuente=_(
        "Páginas municipales, embajadas, prensa y Wikidata (2016), según «fuente»; y lo que declaran los territorios."
    ),
    claves=(_("hermanamientos"), _("cooperación descentralizada"), _("municipios")),
    se_carga=True,
)
DE_MEMBRESIAS = conjunto_de(
    Membresia.objects.publicos,
    MEMBRESIAS,
    Entrada,
    orden=("territorio_id", "entrada_id"),
    slug="membresias",
    titulo=_("Membresías en redes"),
    que_es=_("A qué redes pertenece cada territorio, según lo que declaró y la Federación confirmó."),
    fila_es=_("un territorio en una red"),
    fuente=_("Los territorios, con su documento; confirma la Federación Colombiana de Municipios."),
    claves=(_("redes de ciudades"), _("membresías"), _("municipios")),
    clave=("codigo_dane", "entrada"),
    se_carga=True,
)
