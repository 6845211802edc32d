"""What was measured, as tables: for the terminal, and for the README between its markers."""

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from subjects import COMPILED

Found = dict[str, Any]
PAGE, MENTIONS, HEADERS = "govnews.read_page", "govnews.find_mentions", "govnews.find_headers"
JIEBA, RECOGNIZERS, JIONLP = "jieba.cut", "Recognizers-Text, all models", "JioNLP, money and time"
MARKS = re.compile(r"(<!-- bench:begin -->\n).*?(<!-- bench:end -->)", re.DOTALL)
NOISE = 0.02  # seconds; what takes less is not asked for its growth


def grid(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return "\n".join("  ".join(cell.rjust(width) for cell, width in zip(row, widths, strict=True)) for row in rows)


def markdown(rows: Sequence[Sequence[str]]) -> str:
    head, *rest = rows
    lines = [head, ["---", *["---:"] * (len(head) - 1)], *rest]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def figure(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"


# -- for the terminal -------------------------------------------------------------------------------------------------
def speed(found: Found) -> str:
    speeds: Mapping[str, Mapping[str, float]] = found["speeds"]
    rows = [["characters a second", "seeds", "× jieba", "composed", "× jieba"]]
    for name, one in speeds.items():
        row = [name]
        for which in ("seeds", "composed"):
            row += [figure(one[which]), figure(one[which] / speeds[JIEBA][which]) if JIEBA in speeds else "-"]
        rows.append(row)
    return grid(rows)


def start(found: Found) -> str:
    rows = [["seconds to the first answer", "by the clock", "of the processor"]]
    rows += [[name, f"{one['first']:.3f}", f"{one['cpu']:.3f}"] for name, one in found.items()]
    return grid(rows)


def memory(found: Found) -> str:
    rows = [["characters of a page", "memory above the base, × its UTF-8"]]
    return grid(rows + [[f"{int(size):,}", figure(ratio)] for size, ratio in found.items()])


def growth(found: Found) -> str:
    kinds = list(next(iter(found.values())))
    rows = [["× time for × 2 text", *kinds]]
    for verb, one in found.items():
        rows.append([verb, *(_grown(one[kind]) for kind in kinds)])
    return grid(rows) + "\n(the seconds for the greater text where they are few; parse verbs are told on shorter texts)"


def _grown(one: Found) -> str:
    if "ratio" not in one:
        return f"over {one['over']:.0f} s" if "over" in one else "failed"
    return f"{one['ratio']:.2f}" if one["whole"] > NOISE else f"({one['whole'] * 1000:.0f} ms)"


def lines(found: Found) -> str:
    names = list(dict.fromkeys(name for one in found.values() for name in one))
    rows = [["seconds for one line", *names]]
    for which, one in found.items():
        rows.append([which, *(_took(one[name]) if name in one else "-" for name in names)])
    return grid([list(column) for column in zip(*rows, strict=True)])


def _took(one: Found) -> str:
    return f"over {one['over']:.0f}" if "over" in one else f"{one['took']:.4f}"


# -- the bars ---------------------------------------------------------------------------------------------------------
def bars(results: Found) -> list[tuple[str, float, float, bool]]:
    """Return (what, measured, bar, whether less is better) of what was measured."""
    found: list[tuple[str, float, float, bool]] = []
    speeds = results.get("speed", {}).get("speeds", {})
    for which in ("seeds", "composed"):
        for name, peer, bar in (
            (PAGE, JIEBA, 1.0),
            (MENTIONS, JIEBA, 2.5),
            (MENTIONS, RECOGNIZERS, 100),
            (MENTIONS, JIONLP, 4),
            (PAGE + COMPILED, JIEBA, 1.0),
            (MENTIONS + COMPILED, JIEBA, 2.5),
        ):
            if name in speeds and peer in speeds:
                found.append((f"{name} / {peer}, {which}", speeds[name][which] / speeds[peer][which], bar, False))
    starts = results.get("start", {})
    for name, most in (("import govnews", 0.06), (MENTIONS, 0.25), (PAGE, 1.0)):
        if name in starts:
            found.append((f"{name}, seconds to the first answer", starts[name]["first"], most, True))
    found += [(f"memory of {size} characters", ratio, 60, True) for size, ratio in results.get("memory", {}).items()]
    worst = _worst(results.get("growth", {}))
    if worst:
        found.append((f"growth, worst: {worst[1]}", worst[0], 2.2, True))
    return found


def _worst(found: Found) -> tuple[float, str] | None:
    ratios = [
        (one.get("ratio", 99.0), f"{verb} on {kind}")
        for verb, kinds in found.items()
        for kind, one in kinds.items()
        if one.get("whole", 99.0) > NOISE
    ]
    return max(ratios, default=None)


def judged(results: Found) -> int:
    short = 0
    for what, value, bar, least in bars(results):
        holds = value <= bar if least else value >= bar
        short += not holds
        print(f"{'holds' if holds else 'SHORT'}  {figure(value):>8}  bar {figure(bar):>6}  {what}")
    return 1 if short else 0


# -- for the README ---------------------------------------------------------------------------------------------------
WORDS: dict[str, dict[str, str]] = tomllib.loads(Path(__file__).with_name("wording.toml").read_text("utf-8"))


def section(results: Found, words: Mapping[str, str]) -> str:
    speeds = results["speed"]["speeds"]
    rows = [[words["does"], words["read"], words["jieba"], words["ours"]]]
    for name, one in sorted(speeds.items(), key=lambda item: not item[0].startswith("govnews")):
        jieba = [
            figure(one[which] / speeds[JIEBA][which]) if JIEBA in speeds else "-" for which in ("seeds", "composed")
        ]
        slower = "" if name.startswith("govnews") else figure(speeds[MENTIONS]["seeds"] / one["seeds"])
        rows.append(
            [words[name], f"{figure(one['seeds'])} ({figure(one['composed'])})", f"{jieba[0]} ({jieba[1]})", slower]
        )
    names = dict.fromkeys(name for one in results["lines"].values() for name in one)
    hard = [[words["line"], *(words[which] for which in results["lines"])]]
    hard += [[words[name], *(_second(one.get(name), words) for one in results["lines"].values())] for name in names]
    worst = _worst(results["growth"]) or (0.0, "-")
    kinds = next(iter(results["growth"].values()))
    prose = words["start"].format(
        light=1000 * results["start"]["import govnews"]["first"],
        mention=results["start"][MENTIONS]["first"],
        page=results["start"][PAGE]["first"],
        memory=max(results["memory"].values(), default=0.0),
        growth=worst[0],
        worst=worst[1],
        verbs=len(results["growth"]),
        kinds=len(kinds),
    )
    machine = results["machine"]
    peers = ", ".join(f"{name} {number}" for name, number in machine["versions"].items() if number)
    told = words["machine"].format(**{**machine, "peers": peers})
    if results["speed"]["missing"]:
        told += " " + words["missing"].format(", ".join(words[name] for name in results["speed"]["missing"]))
    return "\n\n".join((markdown(rows), markdown(hard), prose, told)) + "\n"


def _second(one: Found | None, words: Mapping[str, str]) -> str:
    if one is None:
        return "-"
    return words["over"].format(f"{one['over']:.0f}") if "over" in one else f"{one['took']:.3f} s"


def write(results: Found, root: Path) -> None:
    """Put the section between the markers of each README.

    Raises:
        ValueError: where a README has no markers.
    """
    for name, words in WORDS.items():
        path = root / name
        text = path.read_text("utf-8")
        made, count = MARKS.subn(lambda found, words=words: f"{found[1]}{section(results, words)}{found[2]}", text)  # type: ignore[misc]
        if count != 1:
            message = f"{name} has no markers for the bench"
            raise ValueError(message)
        path.write_text(made, "utf-8")
