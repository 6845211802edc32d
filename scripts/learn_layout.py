#!/usr/bin/env python3
"""Learn data/layout_weights.tsv: what the measured features of a line say of its part in the page.

    python scripts/learn_layout.py $GOVNEWS_DATA [--pages 400] [--seed 7] [--check]

The argument is a folder with annotated articles. Composes pages in memory with its eval/pages.py from its
data/articles.jsonl, in three styles: the articles
as they are; a local paper's (each with a dateline of one house form, kickers, few paragraphs); a page of signed essays.
Fits a multinomial logistic regression (L2) for short lines and a binary one for long lines, and writes the table.
With --check it writes nothing and prints how often the likeliest part is right on pages composed with the next seed.
Needs numpy, scipy and govnews.
"""

import argparse
import hashlib
import json
import math
import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
from attrs import frozen
from jieba import Tokenizer
from measure_layout import module_at
from numpy.typing import NDArray
from scipy.optimize import minimize

from govnews.headers import find as headers
from govnews.layout.affinity import Affinity, pairs
from govnews.layout.evidence import Sheet, by_habit, short_line
from govnews.layout.joins import joined_line
from govnews.layout.lines import Line, printed_lines
from govnews.layout.looks import Look, ReadHeaders, look_at
from govnews.layout.running import lead_line, long_line
from govnews.lexicon import Lexicon
from govnews.span import Passage
from govnews.text import fold

PARTS = ("head", "rubric", "subhead", "body")
PART_OF = {"headline": 0, "kicker": 0, "deck": 0, "rubric": 1, "subhead": 2, "paragraph": 3}
L2 = 2.0
SHARE = 0.02
TENTHS, LEARNT = 10, 7  # parts of the articles, and those that are learnt from
BRIEFS = 0.08  # of the local pages: no headlines at all
LAST = 0.2  # of the pages of essays: the headlines stand below
PAIRS_HEAD = """\
# common_pairs: pairs of neighbouring characters that many articles have: to share one tells little of the subject.
# Counted by scripts/learn_layout.py over the development articles; all that more than two of a hundred have are here.
# rarity: logarithm of how many articles there are to one with the pair; weight: its square, what two lines that share
# the pair are worth. A pair that is not here weighs 23.
rarity:key\tweight:number\tpairs:text
"""
TOKENIZER = Tokenizer()  # an own one; jieba's global one is left alone
DATA = Path(__file__).parent.parent / "src" / "govnews" / "data" / "layout_weights.tsv"

PLACES = ("临河", "安平", "东岭", "石泉", "柳林", "清溪", "北塘", "云山")
BODIES = (
    "临河县",
    "安平区",
    "东岭镇",
    "石泉街道",
    "柳林乡",
    "清溪开发区",
    "北塘县妇联",
    "云山县卫健局",
    "县农业农村局",
)
RUNNERS = ("{p}县多措并举优环境——", "{p}区聚力攻坚谋发展——", "{p}镇念好“产业经”——")
NAMES = ("王明远", "李晓", "张文静", "刘建国", "陈雨桐", "杨帆", "赵海峰", "周敏", "孙立", "马骁")
OFFICES = ("{p}镇党委书记", "{p}街道党工委书记", "{p}县委常委、组织部部长", "{p}区农业农村局局长")
EXTRAS = {
    "captions": [
        "图为{place}{thing}现场。",
        "{day},{place}干部群众正在{thing}。",
        "{place}把{thing}作为重点,组织多支队伍深入一线,让群众在家门口享受便利。",
        "{day},在{place}{thing}现场,志愿者忙碌的身影随处可见。",
    ],
    "credits": ["■通讯员 {name} 摄", "(本报记者 {name} 摄)", "■记者 {name} 通讯员 {name2} 摄", "{name} 摄"],
    "rubrics": [
        "{thing}进行时", "{thing} 我们这样干", "{place}巡礼", "民生·{thing}",
        "凝心聚力抓{thing}", "奋战{thing}一线",
        "坚决打好{thing}攻坚战", "深化{thing} 弘扬时代新风", "全力做好{thing}工作", "学先进 树新风",
        "推进{thing} 建设美好{place}", "关注{thing}", "{thing}面对面", "{place}新闻", "{place}之声", "{thing}特别报道",
        "今日关注", "经济纵横", "社会万象", "百姓生活", "法治在线", "健康人生",
        "读者来信", "特别策划", "记者调查", "热点追踪",
        "{place}新貌", "印象{place}", "{thing}故事", "{thing}看过来", "我为{thing}建言", "{thing}微镜头", "{thing}之路",
        "喜看{place}新变化", "要闻", "综合", "学思践悟", "决胜{thing}",
        "{thing}/现场", "本期主题:{thing}", "【{thing}】",
        "在希望的田野上", "一线直击", "图说", "时事点评", "党旗飘扬", "新时代 新作为", "{thing},我们在一起", "文明之花",
    ],
}  # fmt: skip
SUBHEADS = (
    "党建引领聚合力",
    "产业兴村 富民增收",
    "情暖童心",
    "法润乡土 护航发展",
    "文明新风进万家",
    "数字赋能提效率",
    "小网格 大服务",
)
LEAD = re.compile(r"^(?:[^,,。]{0,24}?[讯电](?:[((][^))]{0,40}[))])?[ :：]*)")


def pages_module(shared: Path) -> ModuleType:
    return module_at(shared / "eval" / "pages.py")


def pool(module: ModuleType, shared: Path, *, held: bool = False) -> list[dict[str, Any]]:
    """Return the articles that are learnt from; with `held` the others too."""
    kept = []
    with (shared / "data" / "articles.jsonl").open(encoding="utf-8") as file:
        for line in file:
            article = json.loads(line)
            article["body"] = module.trimmed([" ".join(p.split()) for p in article["body"] if p.strip()])
            size = sum(map(len, article["body"]))
            if (
                article.get("headline")
                and 80 <= size <= 4000
                and module.single(article)
                and not several(article["body"])
                and (held or not held_back(article))
            ):
                kept.append(article)
    return kept


def held_back(article: dict[str, Any]) -> bool:
    """Tell whether nothing is learnt from an article: three of ten, for measuring."""
    return int(hashlib.md5(article["id"].encode(), usedforsecurity=False).hexdigest(), 16) % TENTHS >= LEARNT


def reader(lexicon: Lexicon) -> ReadHeaders:
    """Return room 2's verb for one line, as the layout wants it."""
    return cache(lambda text: headers.find(Passage.whole(text), lexicon=lexicon))


READ = reader(Lexicon.default())
PICTURE = re.compile("[(\uff08]附?图片|^图片[:\uff1a新]|^新闻链接|摄[)\uff09]$|新闻照片[)\uff09]$")


def several(body: list[str]) -> bool:
    """Tell whether a body holds a byline or a picture of its own: another article stands in it."""
    lines = [line for text in body if len(text) < 40 for line in printed_lines(text)]
    return any(map(PICTURE.search, body)) or any(look_at(line, READ).whole is not None for line in lines)


def common_pairs(articles: list[dict[str, Any]]) -> str:
    """Return data/common_pairs.tsv: the pairs that more than SHARE of the articles have, by how rare they are."""
    found = Counter(pair for one in articles for pair in pairs(fold("\u3002".join([one["headline"], *one["body"]]))))
    rows: dict[float, list[str]] = {}
    for pair, count in found.items():
        if count > SHARE * len(articles):
            rows.setdefault(round(math.log(len(articles) / count), 1), []).append(pair)
    return PAIRS_HEAD + "".join(f"{r}\t{r * r:.2f}\t{' '.join(sorted(rows[r]))}\n" for r in sorted(rows))


def local(rng: random.Random, article: dict[str, Any], lead: str, home: str | None) -> dict[str, Any]:
    """Return the article as a local paper prints it, under a dateline of the page's form; all may tell of one place."""
    body = article["body"][: rng.randint(1, 5)]
    first = LEAD.sub("", body[0]) or body[0]
    dated = lead.format(p=home or rng.choice(PLACES), name=rng.choice(NAMES), name2=rng.choice(NAMES))
    headline = article["headline"][:30]
    if home is not None:
        body = [f"{home}县{p}" if rng.random() < 0.3 else p for p in body]
        first = f"{home}县{first}"
        headline = f"{home}县{headline}" if rng.random() < 0.4 else headline
    made = {"headline": headline, "body": [dated + first, *body[1:]], "id": article["id"]}
    if rng.random() < 0.3:
        made["kicker"] = rng.choice(BODIES)
    elif rng.random() < 0.08:
        made["kicker"] = rng.choice(RUNNERS).format(p=rng.choice(PLACES))
    if len(body) > 2 and rng.random() < 0.1:  # sections, each under a subhead of its own
        made["body"] = [made["body"][0]]
        for paragraph in body[1:]:
            clause = re.split("[,,。、“”]", paragraph)[0]
            made["body"] += [clause if 4 <= len(clause) <= 16 else rng.choice(SUBHEADS), paragraph]
    if rng.random() < 0.12:  # a 通讯 among the 消息
        made["body"] = [first, *article["body"][1:9]]
        made["byline"] = f"■本报通讯员 {rng.choice(NAMES)}"
    return made


def essay(rng: random.Random, article: dict[str, Any]) -> dict[str, Any]:
    office = rng.choice(OFFICES).format(p=rng.choice(PLACES))
    body = [LEAD.sub("", article["body"][0]) or article["body"][0], *article["body"][1:8]]
    return {
        "headline": article["headline"][:26],
        "byline": f"{office} {rng.choice(NAMES)}",
        "body": body,
        "id": article["id"],
    }


def extras(rng: random.Random, articles: list[dict[str, Any]]) -> dict[str, list[str]]:
    """Return captions, credits and rubrics for one page, most of the rubrics in no form that the tables know.

    Half of them are words of other articles, two by two or as one of their short lines has them.
    """
    made = [slogan(rng) for _ in range(len(EXTRAS["rubrics"]) // 2)]
    while len(made) < len(EXTRAS["rubrics"]):
        body = rng.choice(articles)["body"]
        lines = [p for p in body if 3 <= len(p) <= 12 and p.isalnum()]
        found = [word for word in TOKENIZER.lcut(rng.choice(body)[:60]) if len(word) > 1 and word.isalnum()]
        if lines and rng.random() < 0.5:
            made.append(rng.choice(lines))
        elif len(found) > 1:
            made.append("".join(rng.sample(found, 2)))
    return {**EXTRAS, "rubrics": EXTRAS["rubrics"] + made}


def slogan(rng: random.Random) -> str:
    """Return the name of a column that is a call: 推进乡村振兴 建设美好家园."""
    parts = [rng.choice(CALLS) + rng.choice(AIMS) for _ in range(rng.choice((1, 1, 2)))]
    return (
        rng.choice(("", "", "", "“四下基层”看变化 ")) + " ".join(parts) + rng.choice(("", "", "", "·专题访谈", "·走笔"))
    ).strip()


CALLS = (
    "推进",
    "深化",
    "弘扬",
    "坚决做好",
    "全力做好",
    "坚决打好",
    "强化",
    "聚力",
    "决战",
    "奋力推进",
    "共建",
    "抓牢",
    "学习贯彻",
    "助力",
    "践行",
    "建设",
)
AIMS = (
    "{thing}", "{thing}工作", "{thing}攻坚战", "时代新风", "强县建设", "文明创建", "乡村振兴",
    "清廉{place}", "美好家园", "高质量发展",
    "{place}先进精神", "会议精神", "“项目攻坚年”", "营商环境", "先锋精神", "森林防火工作", "安全生产",
)  # fmt: skip
LEADS = (
    "本报{p}讯(通讯员 {name})",
    "本报{p}5月18日讯(通讯员 {name}) ",
    "本报讯(记者 {name} 通讯员 {name2})",
    "本报讯 ",
)


@frozen
class Source:
    """Of what pages are composed: the composer, articles, and the captions, credits and names of columns of a page."""

    module: ModuleType
    articles: list[dict[str, Any]]
    extras: Callable[[random.Random, list[dict[str, Any]]], dict[str, list[str]]] = extras


def composed(shared: Path, count: int, seed: int, source: Source | None = None) -> Iterator[tuple[str, list[Any]]]:
    """Yield pages as (text, lines with gold), half of them as the articles are, a third local, the rest essays."""
    if source is None:
        source = Source(pages_module(shared), pool(pages_module(shared), shared))
    module, articles, extras = source.module, source.articles, source.extras
    rng = random.Random(seed)
    usual = module.RATES["headline last"]
    for _ in range(count):
        style = rng.random()
        if style < 0.4:
            lines, _meta = module.compose(rng, rng.sample(articles, rng.randint(3, 9)), extras(rng, articles))
        elif style < 0.82:
            lead = rng.choice(LEADS)
            place = rng.choice(PLACES) if rng.random() < 0.6 else None
            chosen = [local(rng, a, lead, place) for a in rng.sample(articles, rng.randint(5, 12))]
            if rng.random() < BRIEFS:
                chosen = [{"headline": "", "body": one["body"][:2]} for one in chosen]
            lines, _meta = module.compose(rng, chosen, extras(rng, articles))
        else:
            chosen = [essay(rng, a) for a in rng.sample(articles, rng.randint(2, 5))]
            module.RATES["headline last"] = 0.8 if rng.random() < LAST else usual
            lines, _meta = module.compose(rng, chosen, extras(rng, articles))
            module.RATES["headline last"] = usual
        text = "\n\n"
        for at, line in enumerate(lines):
            text += "\n" * (at > 0 and line.blank_before)
            if line.role in ("caption", "headline", "rubric") and rng.random() < 0.06:
                text += "\n\n"  # a picture's room
            text += line.text + "\n"
        yield text, lines


Example = tuple[dict[str, float], int]


def joined(kept: list[Line], looks: list[Look], roles: list[Any], lexicon: Lexicon) -> Iterator[Example]:
    """Yield (features, whether it goes on) for the lines under one that does not end a sentence, in reading order."""
    body = [at for at, row in enumerate(roles) if row.role in ("paragraph", "subhead")]
    for one, two in pairwise(sorted(body, key=lambda at: (roles[at].article, roles[at].order))):
        open_end = not (looks[one].closed or looks[one].signed or looks[two].dateline)
        if open_end and roles[one].article == roles[two].article:
            yield dict(joined_line(kept[one].text, kept[two].text, lexicon)), roles[two].join


def examples(pages: Iterator[tuple[str, list[Any]]], lexicon: Lexicon) -> tuple[list[Example], ...]:
    """Return (features, class) for the short lines and for the long lines that follow another line of body."""
    shorts: list[Example] = []
    longs: list[Example] = []
    leads: list[Example] = []
    joins: list[Example] = []
    for text, gold in pages:
        printed = printed_lines(text)
        kept, aside, roles, pending = [], [], [], False
        for line, row in zip(printed, gold, strict=True):
            if row.role in ("caption", "credit"):
                pending = True
                continue
            kept.append(line)
            aside.append(pending)
            roles.append(row)
            pending = False
        looks = [look_at(line, READ) for line in kept]
        sheet = Sheet(kept, looks, aside, Affinity([line.text for line in kept], lexicon), lexicon)
        first: dict[str, tuple[int, int]] = {}
        for at, row in enumerate(roles):
            if row.role in ("paragraph", "subhead"):
                first[row.article] = min(first.get(row.article, (row.order, at)), (row.order, at))
        firsts = {at for _, at in first.values()}
        joins += joined(kept, looks, roles, lexicon)
        for at, (look, row) in enumerate(zip(looks, roles, strict=True)):
            if look.is_body:
                leads.append((dict(lead_line(sheet, at)), int(at in firsts)))
            if look.short and row.role in PART_OF:
                shorts.append((dict(by_habit(sheet, short_line(sheet, at))), PART_OF[row.role]))
            elif look.whole is None and at and not looks[at - 1].short and looks[at - 1].whole is None:
                longs.append((dict(long_line(sheet, at)), int(at in firsts)))
    return shorts, longs, leads, joins


def matrix(rows: list[Example], names: list[str]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    return (
        np.array([[found.get(name, 0.0) for name in names] + [1.0] for found, _ in rows]),
        np.array([part for _, part in rows]),
    )


def fit(x: NDArray[np.float64], y: NDArray[np.int64], classes: int) -> NDArray[np.float64]:
    n, d = x.shape

    def loss(flat: NDArray[np.float64]) -> tuple[float, NDArray[np.float64]]:
        w = flat.reshape(d, classes)
        z = x @ w
        z -= z.max(1, keepdims=True)
        norm = np.log(np.exp(z).sum(1))
        p = np.exp(z - norm[:, None])
        value = -(z[np.arange(n), y] - norm).sum() + L2 * (w**2).sum() / 2
        p[np.arange(n), y] -= 1
        return value, (x.T @ p + L2 * w).ravel()

    found = minimize(loss, np.zeros(d * classes), jac=True, method="L-BFGS-B", options={"maxiter": 600})
    return np.asarray(found.x).reshape(d, classes)


HEAD = f"""# layout_weights: how much each measured feature (layout/evidence.py) speaks for what a line is.
# Learnt by scripts/learn_layout.py from {{pages}} composed pages, seed {{seed}}: multinomial logistic
# regression, L2 = {L2}.
# `head: label` weighs the feature "label" for the part "head"; of the four parts of a short line the likeliest wins.
# `opens: …` is the weight for opening an article against going on. `bias` stands for itself.
evidence:key\tweight:number
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("shared", type=Path, metavar="DATA", help="a folder with annotated articles")
    parser.add_argument("--pages", type=int, default=400)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--check", action="store_true")
    a = parser.parse_args()
    kinds = ("short", "opens", "lead", "joins")
    learnt = []
    for rows, classes in zip(
        examples(composed(a.shared, a.pages, a.seed), Lexicon.default()), (len(PARTS), 2, 2, 2), strict=True
    ):
        names = sorted({name for found, _ in rows for name in found})
        learnt.append((names, fit(*matrix(rows, names), classes)))
    if a.check:
        fresh = examples(composed(a.shared, max(50, a.pages // 3), a.seed + 1), Lexicon.default())
        for kind, rows, (names, weights) in zip(kinds, fresh, learnt, strict=True):
            x, y = matrix(rows, names)
            print(f"{kind} lines: {np.mean((x @ weights).argmax(1) == y):.4f} right of {len(y)}")
        return
    lines = [HEAD.format(pages=a.pages, seed=a.seed)]
    for kind, (names, weights) in zip(kinds, learnt, strict=True):
        columns = zip(PARTS, weights.T, strict=True) if kind == "short" else [(kind, weights[:, 1] - weights[:, 0])]
        for part, column in columns:
            lines += [f"{part}: {name}\t{x:.3f}\n" for name, x in zip([*names, "bias"], column, strict=True)]
    DATA.with_name("common_pairs.tsv").write_text(
        common_pairs(pool(pages_module(a.shared), a.shared)), encoding="utf-8"
    )
    DATA.write_text("".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
