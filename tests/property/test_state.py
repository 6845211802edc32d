"""Reading leaves nothing behind: no global state is touched, and two lexicons side by side do not meet."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from govnews import Lexicon, find_headers, find_mentions, read_page
from strategies import sentences

ROOT = Path(__file__).parents[2]

# What a program that uses govnews shares with it. jieba is imported first: what its own import does is not govnews's.
FRESH = """
import decimal, gc, json, locale, logging, os, random, signal, sys, threading, warnings
from datetime import date
from pathlib import Path
with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import jieba
import govnews
from govnews import export, trace, words

def seen():
    return {
        "jieba loaded": jieba.dt.initialized, "jieba words": len(jieba.dt.FREQ), "jieba total": jieba.dt.total,
        "jieba users": len(jieba.dt.user_word_tag_tab), "jieba log": jieba.default_logger.level,
        "jieba cut": repr(jieba.cut), "jieba dictionary": repr(jieba.dt.dictionary), "jieba cache": jieba.dt.cache_file,
        "jieba handlers": repr(jieba.default_logger.handlers),
        "forced": sorted(jieba.finalseg.Force_Split_Words),
        "path": list(sys.path), "argv": list(sys.argv), "folder": os.getcwd(), "environment": dict(os.environ),
        "filters": repr(warnings.filters), "showwarning": repr(warnings.showwarning),
        "root log": (logging.root.level, repr(logging.root.handlers)), "context": repr(decimal.getcontext()),
        "random": hash(random.getstate()), "locale": locale.setlocale(locale.LC_ALL),
        "gc": (gc.isenabled(), gc.get_threshold()),
        "recursion": sys.getrecursionlimit(), "int digits": sys.get_int_max_str_digits(),
        "switch": sys.getswitchinterval(),
        "threads": [thread.name for thread in threading.enumerate()], "umask": os.umask(0o22) and os.umask(0o22),
        "hooks": [repr(sys.excepthook), repr(sys.displayhook), repr(sys.gettrace()), repr(sys.getprofile())],
        "signals": repr(signal.getsignal(signal.SIGINT)), "finders": repr(sys.meta_path),
        "streams": [repr(sys.stdout), repr(sys.stderr)],
    }

before = seen()
text = "\\n".join(path.read_text("utf-8") for path in sorted(Path(sys.argv[1]).glob("*.txt"))[:2])
page = govnews.read_page(text, issued=date(2023, 5, 18))
govnews.link_pages(govnews.read_pages(text[:900] + chr(12) + text[900:1800]))
govnews.read_article(text[:900]); govnews.find_mentions(text); govnews.find_headers(text); trace.explain(text[:200])
words.over("进县城要", "位低,吃水一")  # of a word so rare jieba's model is asked
govnews.parse_number("三千"); govnews.parse_quantity("3亩"); govnews.parse_date("近日"); govnews.parse_header("本报讯")
export.from_json(export.to_json(page)); export.to_table(page); export.to_text(page); govnews.format_number(35)
after = seen()
print(json.dumps([name for name in before if before[name] != after[name]]))
"""


def test_no_global_state_is_touched_and_jieba_is_as_it_was() -> None:
    run = subprocess.run(
        [sys.executable, "-c", FRESH, str(ROOT / "seeds")], capture_output=True, text=True, check=True, timeout=120
    )
    assert json.loads(run.stdout) == []
    assert run.stderr == ""


CHANGED = """
import sys, warnings
from pathlib import Path
warnings.simplefilter("ignore")
import jieba, govnews
from govnews import words
text = "支持区内企\\n\\n业对接科研院所,进县城要\\n\\n位低,吃水难。\\n\\n"
text += min(Path(sys.argv[1]).glob("*.txt")).read_text("utf-8")[:3000]
if sys.argv[2] == "after":
    jieba.setLogLevel(60)
    jieba.initialize()
    [jieba.add_word(text[at:at + 3], 10**9) for at in range(0, 3000, 7)]
    [jieba.del_word(word) for word in ("企业", "要位")]  # the model of all tokenizers is told to part them
print(govnews.read_page(text), [words.weight(word) for word in ("企业", "科研")])
print([words.over(*parts) for parts in (("支持区内企", "业对接科研"), ("进县城要", "位低,吃水一"))])
"""


def test_jieba_loaded_by_the_caller_first_and_changed_changes_no_answer() -> None:
    """A caller who has added words to jieba's own tokenizer, or taken some, shares nothing with govnews."""
    shown = [
        subprocess.run(
            [sys.executable, "-c", CHANGED, str(ROOT / "seeds"), when],
            capture_output=True,
            check=True,
            timeout=120,
            encoding="utf-8",
        ).stdout
        for when in ("never", "after")
    ]
    assert shown[0] == shown[1]
    assert shown[0].endswith("['企业', '要位']\n")


# -- two lexicons side by side ----------------------------------------------------------------------------------------
UNITS = "surface:key\tucum:text?\tfactor:fraction?\tbase:text?\ttakes:any|arabic|long\tapart:text?\texample:example\n"


def extended(tmp_path: Path) -> Lexicon:
    units, outlets = tmp_path / "units.tsv", tmp_path / "outlets.tsv"
    units.write_text(UNITS + "畹\t\t20000\tm2\tany\t\t种兰⟦九畹⟧。\n户\tkg\t2\tkg\tany\t\t⟦3户⟧。\n", "utf-8")
    outlets.write_text("surface:key\tname:text?\tkind:text\thome:text?\n柳林电讯\t\tcity\t\n", "utf-8")
    return Lexicon.default().extended(units=units, outlets=outlets)


def answers(lexicon: Lexicon | None, text: str) -> list[Any]:
    page = read_page(text, issued=date(2023, 6, 4), lexicon=lexicon)
    return [page, find_mentions(text, lexicon=lexicon), find_headers(text, lexicon=lexicon)]


def test_two_lexicons_do_not_meet(tmp_path: Path) -> None:
    text = "种兰九畹\n\n柳林电讯临河6月3日电(记者 周敏) 近日,石泉村200余户村民种兰九畹,栽菊30亩。"
    before = answers(None, text)
    mine = extended(tmp_path)
    told = answers(mine, text)
    assert told != before
    assert [one.text for one in told[1] if one.type == "measure"] == ["九畹", "200余户", "九畹", "30亩"]
    other = Lexicon.default().extended(units=tmp_path / "units.tsv")
    for _ in range(3):  # whichever was asked last
        assert answers(None, text) == before
        assert answers(mine, text) == told
        assert answers(other, text)[1] == told[1]
    assert Lexicon.default().rows("units") == Lexicon().rows("units")


@given(st.lists(sentences, min_size=1, max_size=3).map("".join))
def test_a_lexicon_without_a_change_reads_as_the_default(text: str) -> None:
    assert answers(ALIKE, text) == answers(None, text)


ALIKE = Lexicon()
