"""The door to WeasyPrint reads our files and nothing else."""

import pytest

from informes.papel.pdf import archivo_propio


def test_our_fonts_are_read():
    assert archivo_propio("portal:/fuentes/SourceSansPro-Regular.otf").is_file()


@pytest.mark.parametrize(
    "url",
    [
        "http://ejemplo.co/x.png", "https://ejemplo.co/", "file:///etc/passwd", "portal:/fuentes/../__init__.py",
        "portal:/estaticos/../../etc/passwd", "portal:/otra/x", "ftp://x/y", "portal:/fuentes/no-existe.otf",
    ],
)  # fmt: skip
def test_nothing_else_is(url):
    with pytest.raises(ValueError, match="Not an address of the portal"):
        archivo_propio(url)
