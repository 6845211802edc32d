"""One measurement in a process of its own; prints one line of JSON. `measure.py` starts it and says what to measure.

Time is the processor's (`time.process_time`), which other work on the machine hardly changes; what a person waits for
at a cold start is told by the clock as well.
"""

import gc
import json
import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

_START = time.perf_counter()
_CPU = time.process_time()


def throughput(name: str, which: str, seconds: float) -> dict[str, object]:
    """Read the texts over and over for that long; each text once before the clock runs."""
    import inputs  # noqa: PLC0415 - a cold start is measured in this module, which must be light
    import subjects  # noqa: PLC0415

    texts = inputs.texts()[which]
    if subjects.SUBJECTS[name].by_line:
        texts = [line for text in texts for line in text.split("\n") if line.strip()]
    read = subjects.ready(name)
    _passes(read, texts, seconds)  # not counted
    return {"speed": max(_passes(read, texts, seconds) for _ in range(3))}


def _passes(read: Callable[[str], object], texts: list[str], seconds: float) -> float:
    """Return the characters a second of whole passes, or of as much of one as the time allows."""
    done, start = 0, time.process_time()
    while True:
        for text in texts:
            read(text)
            done += len(text)
            if time.process_time() - start > 4 * seconds:
                return done / (time.process_time() - start)
        if (took := time.process_time() - start) > seconds:
            return done / took


def cold(name: str, text: str) -> dict[str, object]:
    """Return the seconds from before the import to the first answer."""
    import subjects  # noqa: PLC0415

    start, cpu = time.perf_counter(), time.process_time()
    read = subjects.ready(name)
    loaded = time.perf_counter() - start
    read(text)
    return {"imported": loaded, "first": time.perf_counter() - start, "cpu": time.process_time() - cpu}


def light() -> dict[str, object]:
    import govnews  # noqa: F401, PLC0415 - the import is what is measured

    return {"first": time.perf_counter() - _START, "cpu": time.process_time() - _CPU}


def grow(verb: str, kind: str, size: int) -> dict[str, object]:
    """Return the seconds for a text and for one of twice its size, the best of several runs."""
    import inputs  # noqa: PLC0415
    import subjects  # noqa: PLC0415

    make, read = inputs.KINDS[kind], subjects.verbs()[verb]
    read(make(min(size, 20_000)))()  # what is read and compiled at the first call is no growth
    half, whole = (read(make(at)) for at in (size, 2 * size))
    times: list[list[float]] = [[], []]
    budget = time.process_time() + 2.5
    while not times[0] or (time.process_time() < budget and len(times[0]) < 5):
        for at, call in enumerate((half, whole)):
            gc.collect()  # what the other text left is none of its work
            start = time.process_time()
            call()
            times[at].append(time.process_time() - start)
    return {"half": min(times[0]), "whole": min(times[1])}


def line(name: str, text: str) -> dict[str, object]:
    """Return the seconds for one line."""
    import subjects  # noqa: PLC0415

    read = subjects.ready(name)
    read("5月12日,投资55亿元,二十余名。")
    start = time.process_time()
    read(text)
    return {"took": time.process_time() - start}


def memory(size: int) -> dict[str, object]:
    """Return how many bytes a page takes at its highest, above what govnews with its tables takes, by size of text."""
    import inputs  # noqa: PLC0415
    import subjects  # noqa: PLC0415

    read = subjects.ready("govnews.read_page")
    for text in inputs.seeds() + inputs.composed():  # of these is the text: the words that it asks for are read then
        read(text)
    text = inputs.paged(size)
    Path("/proc/self/clear_refs").write_text("5", "ascii")  # the mark of the highest is set back
    base = _resident()
    read(text)
    return {"bytes": _resident() - base, "text": len(text.encode())}


def _resident() -> int:
    status = Path("/proc/self/status").read_text("ascii")
    found = re.search(r"VmHWM:\s+([0-9]+) kB", status)
    return int(found[1]) * 1024 if found else 0


def main() -> None:
    out = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what a peer prints of its own
    what, words = sys.argv[1], sys.argv[2:]
    try:
        if what == "throughput":
            found = throughput(words[0], words[1], float(words[2]))
        elif what == "cold":
            found = cold(words[0], words[1])
        elif what == "light":
            found = light()
        elif what == "grow":
            found = grow(words[0], words[1], int(words[2]))
        elif what == "line":
            found = line(words[0], words[1])
        else:
            found = memory(int(words[0]))
    except ImportError as error:
        found = {"missing": str(error)}
    out.write(json.dumps(found) + "\n")
    out.close()


main()
