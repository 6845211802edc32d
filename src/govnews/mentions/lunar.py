"""The lunar calendar: from its years, months and days to days of the solar one."""

from collections.abc import Mapping
from datetime import date, timedelta
from functools import lru_cache

from attrs import frozen

from govnews.lexicon import Lexicon, checking


@frozen
class LunarYear:
    """One year: the solar day of its first, the lengths of its months in order, the month that is kept twice (or 0)."""

    first: date
    months: tuple[int, ...]
    leap: int

    def month(self, number: int, *, leap: bool = False) -> tuple[date, int] | None:
        """Return the first day and the length of a month; None where the year has none such."""
        if not 1 <= number <= 12 or (leap and number != self.leap):
            return None
        index = number - 1 + (1 if self.leap and (number > self.leap or leap) else 0)
        return self.first + timedelta(days=sum(self.months[:index])), self.months[index]

    def day(self, month: int, number: int, *, leap: bool = False) -> date | None:
        """Return a day; 30 of a month that has but 29 is its last (大年三十)."""
        found = self.month(month, leap=leap)
        if found is None or not 1 <= number <= 30:
            return None
        return found[0] + timedelta(days=min(number, found[1]) - 1)


@lru_cache(maxsize=4)
@checking("lunar_years")
def lunar_years(lexicon: Lexicon) -> Mapping[int, LunarYear]:
    """Return the lunar years that the lexicon knows.

    >>> lunar_years(Lexicon.default())[2021].day(8, 15)
    datetime.date(2021, 9, 21)
    """
    return {
        int(row["year"]): LunarYear(
            date.fromisoformat(row["first"]),
            tuple(30 if length == "L" else 29 for length in row["months"]),
            int(row["leap"] or 0),
        )
        for row in lexicon.rows("lunar_years")
    }


def nearest_years(
    years: Mapping[int, LunarYear], month: int, day: int, issue: date, *, leap: bool = False
) -> list[int]:
    """Return the lunar years around the issue, the one first in which a date lies nearest to it, the past on a tie."""
    reach = 19 if leap else 1  # a leap month comes again after nineteen years at most
    found = [
        (abs((at - issue).days), number)
        for number in range(issue.year - reach, issue.year + reach + 1)
        if number in years and (at := years[number].day(month, day, leap=leap))
    ]
    return [number for _, number in sorted(found)]
