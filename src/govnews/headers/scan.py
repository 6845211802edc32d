"""The words of a credit from left to right: roles, labels, outlets and runs of names, until nothing is left."""

import re

from attrs import frozen

from govnews.headers.marks import Marks
from govnews.headers.people import LETTER, RARE, Names, Run, is_name, read_names
from govnews.pattern import later

PROSE = later("[的了在是从获悉将被把说]")  # a name hardly has these: 记者从市水务局获悉
_LABELS = later("作者|来源|图片|照片")
_PICTURES = frozenset(
    {"摄影", "摄像", "图片", "照片", "照片提供", "图片拍摄", "拍摄", "拍摄者", "拍摄人", "摄影者", "航拍", "供图", "图"}
)
# 文:孔令河 signs as a byline does
_WRITERS = frozenset(
    {"文", "图文", "文图", "撰文", "撰稿", "文字", "采写", "采访", "采访整理", "采写整理", "记录", "口述"}
)
_SELF = frozenset({"评论员", "特约评论员", "首席评论员"})  # 本报评论员 signs without a name
_SHORT = frozenset({"导报", "晚报", "晨报", "商报", "都市报"})
_TOWNS = ("镇", "乡", "街道")
_BETWEEN = frozenset(" \t、,;:|丨/·\u00a0●■□◆")
_CHUNK = later(rf"[{LETTER}]+(?:·[{LETTER}]+)*(?:[ \t\u00a0]+(?:[{LETTER}]|�{{2}})(?![{LETTER}]))*")
_COLON = later("[:|丨/]")
_STUCK = later(r"(?:文/?图|文/摄|摄|文|图)$")  # 孔令河文/图


@frozen
class Person:
    role: str
    name: str | None
    outlet: str | None = None
    post: str | None = None
    office: str | None = None
    certain: bool = True


class Scan:
    """What has been read so far, and the role and outlet that the next name has."""

    def __init__(self, text: str, names: Names, marks: Marks, *, pictured: bool = False) -> None:
        self.text = text
        self.names = names
        self.marks = marks
        self.pictured = pictured  # the verb at the end is 摄: 孔令河文颜承志摄
        self.people: list[Person] = []
        self.verbs: list[str] = []
        self.kinds: set[str] = set()
        self.first = ""
        self.doubtful: list[str] = []
        self.role = ""
        self.outlet: str | None = None
        self.post: str | None = None
        self.station: str | None = None
        self.before: str | None = None  # an outlet that neither table nor ending knows: 新黄河记者
        self.loose = False  # the label has no colon: 编辑孔令河, and 编辑方案
        # where a role may end at the last; -1 where none does
        self._last = max(map(text.rfind, marks.role_ends), default=-1)

    def run(self) -> bool:
        """Read the stretch to its end, and say whether that went."""
        at = 0
        while at < len(self.text):
            if self.text[at] in _BETWEEN:
                at += 1
                continue
            for step in (self._role, self._slash, self._label, self._known, self._people):
                if end := step(at):
                    at = end
                    break
            else:
                return False
        return bool(self.people)

    def _role(self, at: int) -> int:
        found = self.marks.role.match(self.text, at) if at <= self._last else None
        if not found or self._swallows(found):
            return 0
        if "报道" in found[0]:
            self.verbs.append("报道")
        self.role, self.post = re.sub(r"\s", "", found["role"]), found["post"]
        self.outlet, self.before = found["out"] or self.before, None
        self.station = found["station"]
        self.add("role")
        self.loose = False
        if self.role in _SELF and not self.text[found.end() :].strip():
            self.people.append(Person(self.role, None, self.outlet, self.post))
        return found.end()

    def _swallows(self, found: re.Match[str]) -> bool:
        """Tell an outlet by its form alone that has a name in it: 孔令河光明网记者."""
        if not found["out"] or self.marks.known.match(self.text, found.start()):
            return False
        if is_name(found["out"], self.names) and len(found["out"]) <= 3:  # 孔令河全媒体记者
            return True
        inner = self.marks.inner.search(self.text, found.start() + 2, found.end())
        before = self.text[found.start() : inner.start()] if inner else ""
        own = (inner and inner["out"]) or ""
        # but 海峡导报记者: 导报 alone is no other outlet
        return len(own) > 1 and own not in _SHORT and len(before) > 1 and read_names(before, self.names).sure

    def _slash(self, at: int) -> int:
        found = self.marks.slash.match(self.text, at)
        if not found:
            return 0
        self.verbs.append(found[0])
        if found[0] in _WRITERS:
            self.add("writer")
        if self.people and self.text[at - 1 : at] != "/":  # 文/本报记者 孔令河 图/颜承志: no role for the second
            self.role, self.outlet = "", None
        return found.end()

    def _label(self, at: int) -> int:
        found = self.marks.label.match(self.text, at)
        if not found or (not found["colon"] and len(found["label"]) < 2):
            return 0
        if not found["colon"] and self.text.startswith("部", found.end()):  # 编辑部三楼
            return 0
        label = self.marks.labels.get(re.sub(r"\s", "", found["label"]), "")
        self.loose = not found["colon"]
        if label in self.marks.photo and self.loose:  # 摄影 孔令河
            self.verbs.append(label)
            if self.people:  # 记者 孔令河 摄影 颜承志
                self.add("writer")
                self.role = ""
        else:
            self.role, self.outlet, self.post = label, None, None
            if label in _WRITERS:
                self.add("writer")
            self.add("picture" if label in _PICTURES else "role" if label in _WRITERS else "label")
        return found.end()

    def _known(self, at: int) -> int:
        found = self.marks.known.match(self.text, at) or (
            None if self.people else self.marks.paper.match(self.text, at)
        )
        if not found:
            return 0
        self.outlet = found["out"]
        return found.end()

    def _people(self, at: int) -> int:
        """Read one run of names."""
        chunk = _CHUNK.match(self.text, at)
        if not chunk:
            return 0
        end = self._until(at, chunk.end())
        run = self._unstuck(self.text[at:end], self.text[end : end + 1])
        if self.people and not self.role and end == len(self.text) and self._town(run):
            self._unit(run, at)
            return end
        read = self._pair(run) or read_names(run, self.names)
        if not read.sure and (
            run in self.marks.givers or (len(run) > 3 and self.marks.gift.fullmatch(run))
        ):  # 供稿:某公司
            self._unit(run, at)
            return end
        if not read.names or not _may_be_names(run, read):
            return 0
        if not read.sure and not self.people and len(run) > 2 and self.marks.inner.match(self.text, end):
            self.before = self.text[at:end]
            return end
        for name, certain in zip(read.names, read.certain, strict=True):
            self.people.append(Person(self.role, name, self.outlet, self.post, self.station, certain))
        if not read.sure:
            self.kinds.add("unsure")
        # 记者:孔令河, but 记者:谢谢
        bare = self.loose or (self.role == "记者" and not self.outlet and self.text[at - 1 : at] == ":")
        self.doubtful.extend(name for name in read.names if bare or self._doubtful(name))
        return end

    def _town(self, run: str) -> bool:
        """孔令河 郭楼镇, but not 孔令河 李国镇: a town's name, where no given name is likelier."""
        return len(run) > 2 and run.endswith(_TOWNS) and run[-2] not in self.names.characters

    def _unit(self, run: str, at: int) -> None:
        """Take an institution; 光明日报武汉报道组 is one, with the outlet in its name."""
        if (
            self.outlet
            and self.outlet[0] != "本"
            and not self.role
            and run.endswith("组")
            and self.text.startswith(self.outlet, at - len(self.outlet))
        ):
            run, self.outlet = self.outlet + run, None
        self.people.append(Person(self.role, None, self.outlet, office=run))
        self.add("" if self.role else "unit")

    def add(self, kind: str) -> None:
        """Note what stands there, and what stood first."""
        self.first = self.first or kind
        self.kinds.add(kind)

    def _doubtful(self, name: str) -> bool:
        """记者来信: two characters that begin with a rare surname may be a word; so may what has none."""
        rare = len(name) == 2 and self.names.surnames.get(name[0], 0.0) < RARE
        return rare or not is_name(name, self.names)

    def _until(self, at: int, end: int) -> int:
        """Return where the next role or label begins: 孔令河本报通讯员颜承志, 孔令河编辑:颜承志."""
        inner = self.marks.inner.search(self.text, at + 2, end + 12) if at + 2 <= self._last else None
        if inner and inner.start() < end:
            end = inner.start()
        if not _COLON.search(self.text, at + 2, end + 2):
            return end
        for label in self.marks.label.finditer(self.text, at + 2, end + 2):
            if label["colon"] and label.start() < end:
                return label.start()
        return end

    def _unstuck(self, run: str, after: str) -> str:
        """Take the verb from the end of a run: 孔令河文/图, 孔令河摄 颜承志文; but 孔令文 is a name."""
        verb = _STUCK.search(run)
        if not verb or len(run) <= 3 or after not in ("", "/", " ") or PROSE.search(run):
            return run
        if verb[0] in ("文", "图") and after != "/" and read_names(run, self.names).sure:
            return run
        self.verbs.append(verb[0])
        return run[: verb.start()]

    def _pair(self, run: str) -> Run | None:
        """孔令河文颜承志摄: the writer and the photographer, with their verbs between."""
        at = run.find("文", 2, 4)
        if not self.pictured or at < 0 or not self.text.endswith(run):
            return None
        left, right = run[:at], run[at + 1 :]
        if len(right) not in (2, 3) or not is_name(left, self.names) or not is_name(right, self.names):
            return None
        self.verbs.append("文")
        return Run((left, right), sure=True, certain=(True, True))


def _may_be_names(run: str, read: Run) -> bool:
    if _LABELS.search(run) or PROSE.search(run, 0 if len(run) > 3 or not read.sure else 3):
        return False
    if not read.sure and run.startswith(("自", "发自")):  # 特派记者自东京报道
        return False
    return all(2 <= len(name) <= (12 if "·" in name else 8) for name in read.names)
