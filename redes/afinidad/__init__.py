"""What suits a territory and why: a pure rule (``regla``, ``llamados``), its one table of weights and its conditions.

Published at ``/redes/como-recomendamos/`` from the same tables.
"""

from redes.afinidad.candidatas import Candidata, candidatas, miembros_conocidos
from redes.afinidad.condiciones import Fuera
from redes.afinidad.cuentas import Afinidad
from redes.afinidad.llamados import Llamado, llamados
from redes.afinidad.perfil import Miembro, Perfil
from redes.afinidad.regla import afines, medir, separar

__all__ = [
    "Afinidad",
    "Candidata",
    "Fuera",
    "Llamado",
    "Miembro",
    "Perfil",
    "afines",
    "candidatas",
    "llamados",
    "medir",
    "miembros_conocidos",
    "separar",
]
