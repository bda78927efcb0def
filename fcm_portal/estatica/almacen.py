"""Static files as they are sent: our style sheet without comments nor blanks, then hashed, gzip and brotli."""

from __future__ import annotations

from collections.abc import Iterator

import rcssmin
from whitenoise.storage import CompressedManifestStaticFilesStorage

HOJAS = ("css/portal.css",)


class Almacen(CompressedManifestStaticFilesStorage):
    """What ``collectstatic`` writes when files carry a digest in their name."""

    def post_process(self, paths: dict, dry_run: bool = False, **options) -> Iterator:
        """Make our style sheets small before their digest is taken (again the same when nothing changed)."""
        for nombre in HOJAS if not dry_run else ():
            if nombre in paths:
                carpeta, ruta = paths[nombre]
                texto = carpeta.open(ruta).read().decode()
                with open(self.path(nombre), "w", encoding="utf-8") as destino:
                    destino.write(rcssmin.cssmin(texto))
                paths[nombre] = (self, nombre)
        yield from super().post_process(paths, dry_run, **options)
