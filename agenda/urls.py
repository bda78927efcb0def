"""Addresses of the Agenda: the editor first, then the review and what is public."""

from agenda import urls_editor, urls_revision

urlpatterns = urls_editor.urlpatterns + urls_revision.urlpatterns
