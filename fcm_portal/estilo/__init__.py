"""What ``/estilo/`` shows: the contrast of the colours, and samples for each component."""
