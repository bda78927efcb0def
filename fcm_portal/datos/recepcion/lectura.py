"""The rows of a file understood: which table they are of, each cell in its type, and every refusal with its place."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import ForeignKey, Model
from django.utils.timezone import localdate

from fcm_portal.datos.catalogo import CONJUNTOS
from fcm_portal.datos.columna import Columna
from fcm_portal.datos.consultas import HUELLA
from fcm_portal.datos.recepcion import celdas
from fcm_portal.datos.recepcion.archivo import ArchivoMalo, Recibido
from fcm_portal.datos.recepcion.destinos import DESTINOS, Destino, Vocabulario, vocabulario


@dataclass(frozen=True, order=True)
class Rechazo:
    """Why a row cannot be loaded: line of the file, column and sentence."""

    linea: int
    columna: str
    razon: str

    def __str__(self) -> str:
        return f"línea {self.linea}, columna «{self.columna}»: {self.razon}"


@dataclass
class Fila:
    """A row understood. ``valores`` by attribute, those of the columns that the file has."""

    linea: int
    clave: tuple[str, ...]
    valores: dict
    huella: str


@dataclass
class Leida:
    """A file understood."""

    destino: Destino
    filas: list[Fila] = field(default_factory=list)
    rechazos: list[Rechazo] = field(default_factory=list)
    avisos: list[str] = field(default_factory=list)


def reconocer(recibido: Recibido, pedido: str = "") -> Destino:
    """Give the table whose columns the file has. Raises ``ArchivoMalo`` when it is none, or one that is not loaded."""
    nombre = pedido or recibido.conjunto
    if nombre in CONJUNTOS and nombre not in DESTINOS:
        raise ArchivoMalo(_no_se_carga(nombre))
    if nombre in DESTINOS:
        return _con_su_clave(DESTINOS[nombre], recibido)
    if pedido:
        raise ArchivoMalo(f"«{pedido}» no es una tabla que se cargue. Son: {', '.join(DESTINOS)}.")
    tienen = set(recibido.columnas)
    comunes = {uno.slug: len(tienen & set(uno.nombres)) for uno in CONJUNTOS.values() if set(uno.clave) <= tienen}
    mejor = max(comunes, key=comunes.__getitem__, default="")
    if not mejor or comunes[mejor] <= max((n for slug, n in comunes.items() if slug != mejor), default=1):
        razon = "No se reconoce qué tabla es por sus columnas"
        raise ArchivoMalo(f"{razon}. Diga cuál con --conjunto: {', '.join(DESTINOS)}.")
    if mejor not in DESTINOS:
        raise ArchivoMalo(_no_se_carga(mejor))
    return DESTINOS[mejor]


def _no_se_carga(nombre: str) -> str:
    if nombre == "glosario":
        return "El glosario no se carga por aquí: se edita en el portal o en fixtures/glosario.csv."
    return (
        f"La tabla «{nombre}» no se carga: sale de documentos congelados, que nadie reescribe. "
        "Compruébelos con su huella en /verificar/ o con su esquema."
    )


def _con_su_clave(destino: Destino, recibido: Recibido) -> Destino:
    faltan = [nombre for nombre in destino.conjunto.clave if nombre not in recibido.columnas]
    if faltan:
        raise ArchivoMalo(f"Falta la columna {', '.join(f'«{nombre}»' for nombre in faltan)}, que dice qué fila es.")
    return destino


def entender(recibido: Recibido, destino: Destino) -> Leida:
    """Read every cell and check what can be checked without comparing."""
    leida = Leida(destino, avisos=list(recibido.avisos))
    sobran = [columna for columna in recibido.columnas if columna not in destino.conjunto.nombres]
    leida.avisos += [f"La columna «{columna or '(sin nombre)'}» no se conoce: no se carga." for columna in sobran]
    presentes = [columna for columna in destino.columnas if columna.nombre in recibido.columnas]
    for linea, datos in recibido.filas:
        fila = _fila(leida, linea, datos, presentes, not recibido.crudo)
        if fila:
            leida.filas.append(fila)
    _repetidas(leida)
    permitido = vocabulario(destino, (fila.clave[0] for fila in leida.filas))
    nombres = {columna.ruta: columna.nombre for columna in destino.columnas}
    for fila in leida.filas:
        leida.rechazos += _revisar(destino, fila, nombres, permitido)
    return leida


def _fila(leida: Leida, linea: int, datos: dict, presentes: Iterable[Columna], de_hoja: bool) -> Fila | None:
    valores, bien = {}, True
    for columna in presentes:
        try:
            valores[columna.ruta] = _ajustado(columna, celdas.leer(columna.tipo, datos.get(columna.nombre), de_hoja))
        except ValueError as error:
            leida.rechazos.append(Rechazo(linea, columna.nombre, str(error)))
            bien = False
    clave = leida.destino.clave
    for ruta, nombre in zip(clave, leida.destino.conjunto.clave, strict=True):
        if bien and not valores.get(ruta):
            leida.rechazos.append(Rechazo(linea, nombre, "está vacía, y dice qué fila es."))
            bien = False
    huella = str(datos.get(HUELLA) or "").strip()
    return Fila(linea, tuple(str(valores[ruta]) for ruta in clave), valores, huella) if bien else None


def _ajustado(columna: Columna, valor):
    """Give back the zeros that a sheet takes from a code, and None to a relation without a key."""
    if columna.nombre == "codigo_dane":
        codigo = valor.lstrip("'").upper()
        return codigo.zfill(5) if codigo.isdigit() and len(codigo) == 4 else codigo
    if columna.nombre == "departamentos":
        return [uno.zfill(2) if uno.isdigit() else uno for uno in valor]
    if columna.nombre == "clave" and valor:
        try:
            return uuid.UUID(valor)
        except ValueError:
            raise ValueError(f"«{valor[:60]}» no es un identificador como los que da el portal.") from None
    return (valor or None) if columna.ruta.endswith("_id") else valor


def _repetidas(leida: Leida) -> None:
    vistas: dict[tuple, int] = {}
    for fila in leida.filas:
        if fila.clave in vistas:
            razon = f"«{' · '.join(fila.clave)}» está repetida: ya en la línea {vistas[fila.clave]}."
            leida.rechazos.append(Rechazo(fila.linea, leida.destino.conjunto.clave[0], razon))
        vistas.setdefault(fila.clave, fila.linea)


def _revisar(destino: Destino, fila: Fila, nombres: dict[str, str], permitido: Vocabulario) -> Iterable[Rechazo]:
    for ruta, valor in fila.valores.items():
        razones = permitido.ajenos(ruta, valor) or campo_no_toma(destino.modelo, ruta, valor)
        yield from (Rechazo(fila.linea, nombres[ruta], razon) for razon in razones)
    for menor, mayor, razon in destino.pares:
        a, b = fila.valores.get(menor), fila.valores.get(mayor)
        if a is not None and b is not None and a > b:
            yield Rechazo(fila.linea, nombres[mayor], razon)
    if fila.valores.get("reemplazada_por_id") == fila.clave[0]:
        yield Rechazo(fila.linea, "reemplazada_por", "una entrada no se reemplaza a sí misma.")
    if fila.valores.get("es_demostracion") and not settings.PORTAL_DEMOSTRACION:
        yield Rechazo(fila.linea, "demostracion", "este portal no admite filas de demostración.")
    verificado = fila.valores.get("verificado_en")
    if verificado and verificado > localdate():
        yield Rechazo(fila.linea, "verificado_en", "es un día que no ha llegado.")


def campo_no_toma(modelo: type[Model], ruta: str, valor) -> list[str]:
    """Ask a field whether it takes a value; give its sentences when it does not."""
    campo = modelo._meta.get_field(ruta)
    if isinstance(campo, ForeignKey):
        return [] if valor or campo.null else ["está vacía."]
    if valor is None and campo.null:
        return []
    try:
        campo.run_validators(campo.to_python(valor))
        campo.validate(campo.to_python(valor), None)
    except ValidationError as error:
        return [" ".join(error.messages)]
    return []
