"""Worker processes, each with one unit at a time; one that dies is noticed, and the text that it died of is known.

The executor of the standard library is broken as a whole when one of its processes dies, and does not tell which task
it was. So each worker is an executor of its own, of one process.
"""

import itertools
import multiprocessing
from collections.abc import Callable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from types import TracebackType
from typing import Any, Self

from attrs import define, field

from govnews.corpus.pieces import Settings
from govnews.corpus.shards import Counts, Shards
from govnews.corpus.units import Unit
from govnews.corpus.worker import begin, read_alone, read_unit
from govnews.errors import CorpusError

_TICK = 0.5  # seconds between two looks at the progress
_DEATHS = 3  # of one unit with nothing known of what it died of, before the run gives up
# Not fork: a process with threads of Arrow may not be forked safely.
_CONTEXT = multiprocessing.get_context("spawn")


@define(eq=False)
class _Slot:
    """One worker process and its unit."""

    stop: Any
    now: Any = field(factory=lambda: _CONTEXT.RawValue("q", -1))
    executor: ProcessPoolExecutor | None = None
    unit: Unit | None = None
    future: "Future[Counts | None] | None" = None
    alone: int | None = None  # the text that is being read alone
    passed: frozenset[int] = frozenset()
    deaths: list[int] = field(factory=list)

    def give(self, unit: Unit) -> None:
        self.unit, self.passed, self.deaths = unit, frozenset(), []

    def start(self, settings: Settings, shards: Shards) -> None:
        if self.unit is None:
            return
        if self.executor is None:
            self.executor = ProcessPoolExecutor(1, _CONTEXT, begin, (self.now, self.stop))
        self.now.value = -1
        try:
            if self.alone is None:
                self.future = self.executor.submit(read_unit, self.unit, settings, shards, self.passed)
            else:
                self.future = self.executor.submit(read_alone, self.unit, settings, self.alone)
        except BrokenProcessPool:  # it died while it had nothing to do
            self.executor.shutdown(wait=True)
            self.executor = None
            self.start(settings, shards)

    def died(self) -> None:
        """Decide what is tried next: the text alone, then the unit without it."""
        at = self.now.value
        if self.executor is not None:
            self.executor.shutdown(wait=True)
        self.executor = None
        if self.alone is not None:
            self.passed, self.alone = self.passed | {self.alone}, None
            return
        self.deaths.append(at)
        if at in self.passed or (at < 0 and self.deaths.count(at) >= _DEATHS):
            message = f"worker processes die, and not of any one text (at {self.unit and self.unit.names})"
            raise CorpusError(message)
        if at >= 0 and self.deaths.count(at) == 1:
            self.alone = at
        elif at >= 0:  # it was survived alone, and yet again not among the others
            self.passed |= {at}

    @property
    def reading(self) -> int:
        """The number of texts of this unit that are read."""
        return max(0, self.now.value) if self.unit is not None and self.alone is None else 0


class Pool:
    """Some worker processes; `finished` hands units to them and yields what they have written."""

    def __init__(self, workers: int, settings: Settings, shards: Shards) -> None:
        """Make a pool; a process is started when it has its first unit."""
        self._stop = _CONTEXT.RawValue("b", 0)
        self._slots = [_Slot(self._stop) for _ in range(workers)]
        self._settings, self._shards = settings, shards

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop.value = 1
        for slot in self._slots:
            if slot.executor is not None:
                slot.executor.shutdown(wait=True, cancel_futures=True)

    @property
    def reading(self) -> int:
        """The number of texts that are read and not yet written."""
        return sum(slot.reading for slot in self._slots)

    def finished(self, units: Iterator[Unit], tick: Callable[[], None]) -> Iterator[tuple[Unit, Counts]]:
        """Yield each unit with what its shards hold, as soon as they stand; holds one unit a worker and no more.

        Args:
            units: what is to be read.
            tick: called every half second.
        """
        while True:
            for slot in self._slots:
                if slot.unit is None:
                    for unit in itertools.islice(units, 1):
                        slot.give(unit)
                        slot.start(self._settings, self._shards)
            busy = {slot.future: slot for slot in self._slots if slot.future is not None}
            if not busy:
                return
            done, _ = wait(busy, timeout=_TICK, return_when=FIRST_COMPLETED)
            for future in done:
                yield from self._ended(busy[future])
            tick()

    def _ended(self, slot: _Slot) -> Iterator[tuple[Unit, Counts]]:
        future, unit = slot.future, slot.unit
        slot.future = None
        if future is None or unit is None:
            return
        try:
            counts = future.result()
        except BrokenProcessPool:
            slot.died()
        else:
            if slot.alone is None and counts is not None:
                slot.unit = None
                yield unit, counts
                return
            slot.alone = None
        slot.start(self._settings, self._shards)
