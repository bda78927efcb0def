"""A directory of fifty thousand entries, as varied as a real one, made by the database itself in two seconds."""

from __future__ import annotations

from django.db import connection

# No trigger runs: the audit of what nobody wrote is of no use, and fifty thousand rows of it cost more than the rows.
ENTRADAS = """
SET LOCAL session_replication_role = replica;
WITH textos AS (
    SELECT m, string_agg((%(palabras)s)[1 + (m * k + k * k) %% 60], ' ') AS texto
    FROM generate_series(1, 197) m, generate_series(1, 40) k GROUP BY m
)
INSERT INTO redes_entrada (
    slug, clase, nombre, sigla, nombre_en, otros_nombres, clave_busqueda, tipo, ambito, sede_ciudad, sede_pais,
    sitio_web, descripcion, requisitos, convocatorias_nota, cuota, cuota_nota, categorias, miembros_colombia, temas,
    modalidades, ods, idiomas, estado, nota_historica, fuente, verificado, verificado_en, verificado_por,
    es_demostracion, huella_cargada
)
SELECT 'crecida-' || n, (ARRAY['red', 'agencia'])[1 + n %% 2], nombre, upper(substr(md5(n::text), 1, 5)),
    'Network ' || n, '{}', lower(nombre), (ARRAY['', 'bilateral', '', 'multilateral'])[1 + n %% 4],
    (ARRAY['mundial', '', 'latinoamericano', ''])[1 + n %% 4], '', (%(paises)s)[1 + n %% 30],
    'https://crecida-' || n || '.example/', texto, 'Carta de ' || (%(palabras)s)[1 + n %% 60], '',
    (ARRAY['si', 'no', 'desconocido', ''])[1 + n %% 4], '', '{}', '{}',
    ARRAY[(%(temas)s)[1 + n %% 13], (%(temas)s)[1 + (n / 13 + 5) %% 13]],
    ARRAY[(%(modalidades)s)[1 + n %% 4]], ARRAY[1 + n %% 17, 1 + n / 17 %% 17], '{es,en}',
    CASE WHEN n %% 20 = 0 THEN 'inactiva' ELSE 'activa' END, '', 'generada', n %% 3 > 0,
    CASE WHEN n %% 3 > 0 THEN current_date - n %% 700 END, '', true, ''
FROM (
    SELECT n, 'Alianza de ' || (%(palabras)s)[1 + n %% 60] || ' por ' || (%(palabras)s)[1 + n * 7 %% 59] || ' '
            || (%(palabras)s)[1 + n * 11 %% 53] || ' ' || n AS nombre,
        (ARRAY(SELECT texto FROM textos))[1 + n %% 197] AS texto
    FROM generate_series(1, %(cuantas)s) n
) filas;
INSERT INTO redes_convocatoria (
    slug, entrada_id, convoca, titulo, clave_busqueda, descripcion, cierra, enlace, quienes, requisitos, moneda,
    monto_nota, categorias, departamentos, temas, modalidades, ods, idiomas, fuente, verificado, verificado_por,
    es_demostracion
)
SELECT 'crecida-' || n, 'giz', '', 'Convocatoria de ' || (%(palabras)s)[1 + n %% 60] || ' ' || n, 'convocatoria', '',
    current_date - 60 + n %% 200, '', '', '', '', '', '{}', '{}', '{educacion}', '{}', '{}', '{}', '', false, '', true
FROM generate_series(1, %(cuantas)s / 100) n;
INSERT INTO redes_hermanamiento (
    slug, territorio_id, ciudad, pais, tipo_acuerdo, temas, enlace, fuente, nota, huella_cargada, verificado,
    verificado_por, devuelto, es_demostracion
)
SELECT 'crecida-' || n, '54518', 'Ciudad ' || n, (%(paises)s)[1 + n %% 30], 'hermanamiento', '{}', '', '', '', '',
    false, '', '', true
FROM generate_series(1, %(cuantas)s / 100) n;
SET LOCAL session_replication_role = DEFAULT;
"""
PALABRAS = """
    Ciudades Gobiernos Municipios Alcaldías Regiones Pueblos Territorios Puertos Islas Valles Costas Riberas Montañas
    Fronteras Capitales Provincias Distritos Comarcas Cantones Barrios Agua Saneamiento Clima Energía Educación Cultura
    Turismo Café Cacao Pesca Bosques Biodiversidad Movilidad Vivienda Salud Niñez Juventud Mujeres Memoria Paz Migración
    Comercio Innovación Ciencia Datos Deporte Música Gastronomía Patrimonio Artesanías Residuos Suelos Riego Puentes
    Caminos Empleo Emprendimiento Transparencia Seguridad Justicia
""".split()  # noqa: SIM905
PAISES = "ES FR DE IT JP KR CN US CA MX BR AR CL PE EC BO UY PY VE PA CR GT SE NO NL BE CH PT GB IE"
TEMAS = """
    desarrollo-economico-local descentralizacion-autonomia-local promocion-turismo patrimonio-cultural
    ciencia-tecnologia-innovacion gobernabilidad democracia-participacion desarrollo-urbano medio-ambiente-sostenible
    educacion seguridad derechos-humanos cohesion-social
""".split()  # noqa: SIM905
MODALIDADES = ["marketing-territorial", "integracion", "cooperacion-descentralizada", "redes-internacionales"]


def crecer_directorio(cuantas: int = 50_000) -> None:
    """Put that many entries in the database, and a hundredth as many calls and twinnings. Inside a transaction.

    No event says that they are there: ``memoria.olvidar`` before and after.
    """
    valores = {"cuantas": cuantas, "palabras": PALABRAS, "temas": TEMAS, "modalidades": MODALIDADES}
    with connection.cursor() as cursor:
        cursor.execute(ENTRADAS, valores | {"paises": PAISES.split(" ")})
        cursor.execute("ANALYZE redes_entrada")
