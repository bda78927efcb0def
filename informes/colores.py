"""The one palette of what is drawn on the server: charts take their colours from here, as attributes."""

TINTA = "#17212b"
TINTA_SUAVE = "#4a5764"
PAPEL = "#fbf8f3"
LINEA = "#e3dccf"
BLANCO = "#ffffff"
MAR_HONDO = "#0b4f6c"
MAR = "#0f6f8f"
MAR_MEDIO = "#7fb2c4"
MAR_CLARO = "#e6f1f4"
SOL = "#f2b134"
SOL_CLARO = "#fdf3dc"
TEJA = "#c4512d"
TEJA_CLARO = "#fbeae3"
HOJA = "#3f7d4e"
HOJA_CLARO = "#e6f2e8"
GRIS = "#c9c4ba"


def paleta() -> dict[str, str]:
    """Give the palette by lower-case name, for the templates of the charts (``colores.mar``)."""
    return {nombre.lower(): valor for nombre, valor in globals().items() if nombre.isupper()}
