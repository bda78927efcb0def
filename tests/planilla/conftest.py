"""The town of the editor's tests, with its people and its agenda."""

from tests.agenda_editor.conftest import como, ir, pueblo  # noqa: F401
