"""``manage.py revisar_enlaces``: try the links of the directory, politely, and keep what broke."""

from collections import Counter

from django.core.management.base import BaseCommand, CommandError

from redes.enlaces import marcha, tareas
from redes.enlaces.registro import FALLOS_PARA_ROTO, direcciones, olvidar, pendientes, por_antiguedad
from redes.enlaces.ronda import HILOS, agente
from redes.enlaces.tanteo import Ritmo
from redes.models import Enlace, EstadoEnlace


class Command(BaseCommand):
    """Try every address once, one at a time for each host. Two failing runs make a broken link."""

    help = "Prueba los enlaces del directorio (HEAD y luego GET, uno a la vez por sitio) y anota los que fallan."

    def add_arguments(self, parser):
        """Say which and how patiently."""
        parser.add_argument("--cuantos", type=int, help="solo los N que llevan más tiempo sin probarse")
        parser.add_argument("--solo", default="", metavar="HOST", help="solo los de un sitio, como www.uclg.org")
        parser.add_argument("--pendientes", action="store_true", help="solo los que ya toca probar otra vez")
        parser.add_argument("--programar", action="store_true", help="dejarlo al trabajador de fondo, cada día")
        parser.add_argument("--hilos", type=int, default=HILOS, help="cuántos sitios a la vez")
        for nombre, ayuda in (
            ("pausa", "segundos entre dos pedidos al mismo sitio"),
            ("conexion", "segundos para conectarse"),
            ("lectura", "segundos sin recibir nada"),
            ("total", "segundos en total por enlace"),
        ):
            parser.add_argument(f"--{nombre}", type=float, default=getattr(Ritmo, nombre), help=ayuda)
        parser.add_argument("--repeticiones", type=int, default=Ritmo.repeticiones, help="intentos más en la ronda")
        parser.add_argument("--permitir-locales", action="store_true", help="solo para pruebas: probar este equipo")

    def handle(self, *args, **pedido):
        """Do it, saying each one that did not open as it is found."""
        if pedido["programar"]:
            empezo = tareas.comenzar()
            self.stdout.write("Programado." if empezo else "Ya hay una revisión en marcha.")
            return
        todas = direcciones(pedido["solo"])
        elegidas = pendientes(todas) if pedido["pendientes"] else por_antiguedad(todas)
        if pedido["cuantos"] is not None:
            elegidas = elegidas[: max(0, pedido["cuantos"])]
        ritmo = Ritmo(
            **{nombre: pedido[nombre] for nombre in ("pausa", "conexion", "lectura", "total", "repeticiones")},
            locales=pedido["permitir_locales"],
            agente=agente(),
        )
        cuentas: Counter[str] = Counter()

        def decir(enlace: Enlace) -> None:
            cuentas[enlace.estado] += 1
            if enlace.estado != EstadoEnlace.BIEN:
                self.stdout.write(f"{self._nombre(enlace)}: {enlace.url} {enlace.detalle or enlace.destino}")

        try:
            marcha.revisar(elegidas, ritmo, hilos=max(1, pedido["hilos"]), al_hallar=decir)
        except marcha.SinRed as error:
            raise CommandError("Este equipo no tiene salida a Internet: no se anotó nada.") from error
        finally:
            marcha.callar()
        if not pedido["solo"]:
            olvidar(todas)
        partes = [f"{cuantos} {EstadoEnlace(estado).label}" for estado, cuantos in sorted(cuentas.items())]
        self.stdout.write(f"{sum(cuentas.values())} enlaces probados: {', '.join(partes) or 'ninguno'}.")

    @staticmethod
    def _nombre(enlace: Enlace) -> str:
        if enlace.estado == EstadoEnlace.ROTO and enlace.fallos < FALLOS_PARA_ROTO:
            return "falló una vez"
        return str(enlace.get_estado_display())
