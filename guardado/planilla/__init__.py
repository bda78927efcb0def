"""The way back from a spreadsheet: what was downloaded, filled in without a line and uploaded is compared and accepted.

This engine knows no agenda and no diagnostic. A floor above describes its sheets (``descripcion.Tabla``) and gets:

- ``escritura.libro(planilla) -> bytes``: the workbook. Each row carries its ``clave`` in column A; the hidden sheet
  «_portal» carries what kind of workbook it is and the digest of each field as exported, which is only what its
  writer *saw* (``guardado.huella``): a forged one gives nobody more than a save from a stale page would.
- ``recepcion.recibir(subido, planilla, usuario) -> Recepcion``: an upload, read (``informes.hojas.entrantes``) and
  kept as cells. Nothing else is written. Raises ``PlanillaIlegible`` with a sentence.
- ``comparacion.comparar(planilla.tablas, recibida) -> Comparacion``: pure. For each cell: exported digest, cell, what
  is stored now → nothing, changes, clash or refused; for each row: new, removed, given back or refused.
- ``aplicacion.aplicar(planilla, recepcion, eleccion, usuario) -> Informe``: what was accepted, through the functions
  that every form uses. Compares again first, so that a second acceptance finds it done.
- ``vistas``: the two pages (download, upload and list; preview), for views above to call; templates in
  ``templates/guardado/planilla/``.

A ``Tabla`` answers with *raw* values as a browser would post them (``crudo``: text, or a list of texts for a multiple
choice) and *clean* ones (what the model stores, which ``huella`` digests). ``limpiar`` is the form field's own
``clean``: one source of rules, the same sentences.
"""
