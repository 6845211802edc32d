"""Show docstrings on the site as they are meant: examples as code, `versionadded` as a line of words.

An extension of griffe, which reads the source for mkdocstrings; named in mkdocs.yml.
"""

import re
from typing import Any

import griffe

_EXAMPLE = re.compile(r"(?:^[ ]*>>> .*\n?)(?:^[ ]*\S.*\n?)*", re.MULTILINE)
_ADDED = re.compile(r"^\.\. versionadded:: (\S+)$", re.MULTILINE)


def shown(docstring: str) -> str:
    """Return a docstring in Markdown: examples fenced, the version as words.

    >>> print(shown("Return one.\\n\\n>>> one()\\n1\\n\\n.. versionadded:: 0.1.0"))
    Return one.
    <BLANKLINE>
    ```pycon
    >>> one()
    1
    ```
    <BLANKLINE>
    *Since 0.1.0.*
    """
    fenced = _EXAMPLE.sub(lambda found: f"```pycon\n{found[0].rstrip()}\n```\n", docstring)
    return _ADDED.sub(r"*Since \1.*", fenced)


class Docstrings(griffe.Extension):
    """Rewrites each docstring once, when it is read."""

    def on_instance(self, *, obj: griffe.Object, **_: Any) -> None:
        if obj.docstring is not None:
            obj.docstring.value = shown(obj.docstring.value)
