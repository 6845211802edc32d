"""Measure govnews beside its peers in one run, print the ratios, and write them into the README.

    make bench                          all of it, about 7 minutes on a quiet machine
    build/bench/bin/python bench/measure.py [--only speed,start,memory,growth,lines] [--no-write]
                                        some of it, beside what the last run measured of the rest

Each figure is of a process of its own. Speeds are the processor's time, the best of three runs in each of two rounds
that go over all subjects in turn, so that a slow spell of the machine meets all of them; what the README says are
ratios of one run. A peer that is not installed is left out, and that is said.

Plain process_time, not pyperf or pytest-benchmark: those spend their time on telling differences of a hundredth apart,
in twenty processes for each figure, where a page takes a second to warm up; here the bars are factors of two and more.
"""

import argparse
import json
import platform
import subprocess
import sys
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from statistics import median
from typing import Any

import report
from inputs import KINDS, LINES, seeds
from subjects import COMPILED, OWN, PEERS, SUBJECTS, verbs

HERE = Path(__file__).parent
COMPILED_PYTHON = HERE.parent / "build" / "bench-compiled" / "bin" / "python"  # where the compiled wheel is installed
RESULTS = HERE.parent / "build" / "bench-results.json"
PARTS = ("speed", "start", "memory", "growth", "lines")
ROUNDS = 2
SECONDS = 0.5  # of one run
STARTS = 5
SIZE = 20_000  # characters; the growth is from here to twice as much
LONG = 500_000  # and for one line of a million characters
SHORT = {"parse_number": 2_000, "parse_quantity": 2_000, "parse_date": 2_000, "parse_header": 2_000, "explain": 5_000}
LONG_VERBS = ("read_page", "find_mentions", "find_headers")
LIMIT = 20  # seconds for one line
SIZES = (8_000, 20_000, 80_000)  # characters of a page, for memory

Found = dict[str, Any]


def measured(*words: object, limit: float = 120, python: Path | str = sys.executable) -> Found:
    command = [str(python), str(HERE / "worker.py"), *map(str, words)]
    try:
        run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=limit)
    except subprocess.TimeoutExpired:
        return {"over": limit}
    if run.returncode:
        return {"missing": run.stderr.strip().splitlines()[-1][:120] if run.stderr.strip() else "it crashed"}
    found: Found = json.loads(run.stdout)
    return found


def speed() -> Found:
    found: dict[str, dict[str, list[float]]] = {name: {} for name in SUBJECTS}
    missing: dict[str, str] = {}
    wheel = {name + COMPILED: name for name in OWN} if COMPILED_PYTHON.exists() else {}
    found |= {name: {} for name in wheel}
    for _ in range(ROUNDS):
        for which in ("seeds", "composed"):
            for name in found:
                if name not in missing:
                    python = COMPILED_PYTHON if name in wheel else sys.executable
                    one = measured("throughput", wheel.get(name, name), which, SECONDS, python=python)
                    if "speed" in one:
                        found[name].setdefault(which, []).append(one["speed"])
                    else:
                        missing[name] = str(one.get("missing") or "took too long")
                        print(f"left out: {name}: {missing[name]}")
    speeds = {name: {which: max(runs) for which, runs in one.items()} for name, one in found.items() if one}
    return {"speeds": speeds, "missing": missing}


def start() -> Found:
    page = min(seeds(), key=len)
    answers: dict[str, list[Found]] = {"import govnews": [measured("light") for _ in range(STARTS)]}
    for name in SUBJECTS:
        text = page if name == "govnews.read_page" else "5月12日,投资55亿元,二十余名。"
        runs = [measured("cold", name, text) for _ in range(STARTS)]
        if all("first" in run for run in runs):
            answers[name] = runs
    return {name: {"first": median(run["first"] for run in runs), "cpu": median(run["cpu"] for run in runs)}
            for name, runs in answers.items()}  # fmt: skip


def memory() -> Found:
    if sys.platform != "linux":
        return {}
    runs = {size: measured("memory", size) for size in SIZES}
    return {str(size): run["bytes"] / run["text"] for size, run in runs.items() if "bytes" in run}


def growth() -> Found:
    found: dict[str, dict[str, Found]] = {}
    for verb in verbs():
        for kind in KINDS:
            long = kind == "one line" and verb in LONG_VERBS
            one = measured("grow", verb, kind, LONG if long else SHORT.get(verb, SIZE), limit=60)
            if "half" in one:
                one["ratio"] = one["whole"] / max(one["half"], 1e-6)
            found.setdefault(verb, {})[kind] = one
    return found


def lines() -> Found:
    found: dict[str, Found] = {}
    for name in (OWN[1], *PEERS):
        for which, text in LINES.items():
            one = measured("line", name, text, limit=LIMIT)
            if "missing" not in one:
                found.setdefault(which, {})[name] = one
    return found


def machine() -> Found:
    model = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        model = next((row.split(":")[1].strip() for row in info.read_text().splitlines() if "model name" in row), model)
    versions = {}
    for name in ("govnews", "jieba", "rjieba", "recognizers-text-suite", "jionlp", "cn2an", "chinese2digits"):
        try:
            versions[name] = version(name)
        except PackageNotFoundError:
            versions[name] = ""
    return {
        "model": model,
        "python": platform.python_version(),
        "system": platform.system(),
        "day": datetime.now(UTC).date().isoformat(),
        "versions": versions,
    }


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default=",".join(PARTS), help=f"some of {','.join(PARTS)}")
    parser.add_argument("--no-write", action="store_true", help="print, and leave the README as it is")
    args = parser.parse_args()
    chosen = args.only.split(",")
    results: Found = json.loads(RESULTS.read_text("utf-8")) if set(chosen) < set(PARTS) and RESULTS.exists() else {}
    results["machine"] = machine()
    for part, measure in (("speed", speed), ("start", start), ("memory", memory), ("growth", growth), ("lines", lines)):
        if part in chosen:
            results[part] = measure()
            print(getattr(report, part)(results[part]), "\n", flush=True)
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(results, ensure_ascii=False, indent=1), "utf-8")
    if not args.no_write and set(results) >= set(PARTS):
        report.write(results, HERE.parent)
        print("written into README.md and README.zh.md")
    return report.judged(results)


if __name__ == "__main__":
    sys.exit(main())
