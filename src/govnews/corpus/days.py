"""The day of issue out of the name of a file: a pattern as `strptime` has it, looked for anywhere in the name."""

import re
from datetime import date
from functools import lru_cache

from govnews.errors import CorpusError

_TOKEN = re.compile(r"%(.)|(\*)|([^%*])", re.DOTALL)
_PARTS = {"Y": "year", "m": "month", "d": "day"}


@lru_cache(maxsize=4)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the pattern as a regular expression.

    `%Y` is a year of four digits, `%m` a month, `%d` a day, `*` any characters but a slash, `%%` a percent sign; all
    else stands for itself. A month or day has two digits where a digit may follow it, else one or two.

    Raises:
        CorpusError: where %Y, %m and %d do not stand in it once each.
    """
    tokens = [match.groups() for match in _TOKEN.finditer(pattern)]
    found, names = "", []
    for at, (directive, star, literal) in enumerate(tokens):
        if directive in _PARTS:
            following = tokens[at + 1] if at + 1 < len(tokens) else ("", "", "")
            loose = directive != "Y" and not following[0] and not following[1] and not (following[2] or "").isdigit()
            width = "{1,2}" if loose else "{4}" if directive == "Y" else "{2}"
            found += f"(?P<{_PARTS[directive]}{'' if directive not in names else 'again'}>[0-9]{width})"
            names.append(directive)
        elif star:
            found += "[^/]*"
        elif literal or directive == "%":
            found += re.escape(literal or "%")
        else:
            names.append(directive)
            break
    if sorted(names) != ["Y", "d", "m"]:
        message = f"{pattern!r} is no pattern for a day: expected %Y, %m and %d once each, as in '%Y-%m/%d' or '%Y%m%d'"
        raise CorpusError(message)
    return re.compile(found)


def day_in(name: str, pattern: str) -> date | None:
    """Return the first day that a name shows by the pattern, None where it shows none.

    >>> day_in("jnrb/2023-05/19/node_01.txt", "%Y-%m/%d")
    datetime.date(2023, 5, 19)
    >>> day_in("no120230519a.txt", "%Y%m%d")
    datetime.date(2023, 5, 19)
    """
    expression = compiled(pattern)
    match = expression.search(name)
    while match is not None:
        try:
            return date(int(match["year"]), int(match["month"]), int(match["day"]))
        except ValueError:  # 1202-30-51, one place before the day that is meant
            match = expression.search(name, match.start() + 1)
    return None
