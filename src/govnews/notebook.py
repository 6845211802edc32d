"""The one door from a value to its picture in a notebook.

IPython asks the value itself, by `_repr_html_`, and the model knows no export. So it asks here, and the export is
fetched when somebody looks. tests/test_house.py counts a module that is fetched by name like one that is imported, and
allows this one edge back, here alone.
"""

from importlib import import_module
from typing import Any


def picture(value: Any) -> str:
    """Return the picture of a page or an article as HTML.

    >>> from govnews import read_page
    >>> picture(read_page("近日,石泉村通了自来水。"))[:28]
    '<div class="govnews embedded'
    """
    shown: str = import_module("govnews.export.as_html").notebook_html(value)
    return shown
