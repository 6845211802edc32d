"""What was measured, as tables: for the terminal, and for the README between its markers."""

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

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
WORDS = {
    "README.md": {
        "does": "", "read": "characters/s", "jieba": "× jieba.cut", "ours": "× slower than find_mentions",
        PAGE: "`read_page`: layout, attributions, figures, kinds", MENTIONS: "`find_mentions`", HEADERS: "`find_headers`",
        JIEBA: "jieba.cut (segmentation)", "rjieba.cut": "rjieba.cut (Rust, segmentation)",
        RECOGNIZERS: "Recognizers-Text (numbers, units, times)", JIONLP: "JioNLP (money and times alone)",
        "cn2an.transform": "cn2an.transform (numerals)", "chinese2digits": "chinese2digits (numerals, no units)",
        "line": "one line", "over": "over {} s",
        "a row of sixty prices": "sixty prices `5元,`", "一万 a hundred times": "`一万` a hundred times",
        "a list of forty dates": "forty dates `5月1日、`",
        "start": "A fresh process has imported govnews in {light:.0f} ms, gives its first figures in {mention:.2f} s and its"
                 " first page, jieba's dictionary and all, in {page:.2f} s. A page takes {memory:.0f} times its text (UTF-8)"
                 " in memory at most. Twice the text takes at most {growth:.2f} times the time, with each of {verbs} verbs on"
                 " each of {kinds} kinds of input, hard ones among them ({worst}).",
        "machine": "{model}, one core, Python {python}, {day}; characters a second of the five seed pages (in brackets: of 24"
                   " composed ones), processor time; made by `make bench`. {peers}.",
        "missing": "Not installed, so not measured: {}",
    },
    "README.zh.md": {
        "does": "", "read": "字/秒", "jieba": "jieba.cut 的倍数", "ours": "比 find_mentions 慢几倍",
        PAGE: "`read_page`:版面、署名、数字、体裁", MENTIONS: "`find_mentions`", HEADERS: "`find_headers`",
        JIEBA: "jieba.cut(分词)", "rjieba.cut": "rjieba.cut(Rust,分词)",
        RECOGNIZERS: "Recognizers-Text(数、单位、时间)", JIONLP: "JioNLP(只有金额和时间)",
        "cn2an.transform": "cn2an.transform(数字)", "chinese2digits": "chinese2digits(数字,没有单位)",
        "line": "一行", "over": "超过 {} 秒",
        "a row of sixty prices": "六十个价格 `5元,`", "一万 a hundred times": "一百个 `一万`",
        "a list of forty dates": "四十个日期 `5月1日、`",
        "start": "新进程 {light:.0f} 毫秒导入 govnews,{mention:.2f} 秒给出第一批数字,{page:.2f} 秒读完第一个版面(含载入 jieba 词典)。"
                 "一个版面最多占用其文字(UTF-8)的 {memory:.0f} 倍内存。{verbs} 个函数读 {kinds} 类输入(包括刁难的),文字加倍,"
                 "时间最多是 {growth:.2f} 倍({worst})。",
        "machine": "{model},单核,Python {python},{day};五个真实版面上每秒的字数(括号内:24 个合成版面),按处理器时间计;由"
                   " `make bench` 测得并写入。{peers}。",
        "missing": "没有安装、未测:{}",
    },
}  # fmt: skip


def section(results: Found, words: Mapping[str, str]) -> str:
    speeds = results["speed"]["speeds"]
    rows = [[words["does"], words["read"], words["jieba"], words["ours"]]]
    for name, one in sorted(speeds.items(), key=lambda item: not item[0].startswith("govnews")):
        jieba = one["seeds"] / speeds[JIEBA]["seeds"] if JIEBA in speeds else 0.0
        slower = "" if name.startswith("govnews") else figure(speeds[MENTIONS]["seeds"] / one["seeds"])
        rows.append([words[name], f"{figure(one['seeds'])} ({figure(one['composed'])})", figure(jieba), slower])
    names = [name for name in dict.fromkeys(name for one in results["lines"].values() for name in one)]
    hard = [[words["line"], *(words[which] for which in results["lines"])]]
    for name in names:
        hard.append([words[name], *(_second(one.get(name), words) for one in results["lines"].values())])
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
