"""All printed forms of an attribution, datelines first; their order is their precedence."""

from govnews.headers.closing_forms import CLOSINGS
from govnews.headers.dateline_forms import DATELINES
from govnews.headers.form import HeaderForm

FORMS: tuple[HeaderForm, ...] = (*DATELINES, *CLOSINGS)
