"""Put into the built site what its playground runs on: Python in WebAssembly, govnews, the sample pages.

    python scripts/build_playground.py build/site

Pyodide comes from its npm package, everything else from this clone and the environment that runs the script. jieba is
taken without the models that govnews does not use, which makes it a fifth of its size.
"""

import hashlib
import json
import re
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Iterator
from datetime import date
from html import unescape
from importlib.metadata import Distribution, distribution
from pathlib import Path

from govnews import read_page

ROOT = Path(__file__).parents[1]
PYODIDE = "314.0.7"
RUNTIME = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
UNUSED = re.compile(r"jieba/(lac_small|posseg|analyse)/|\.p$|__pycache__|\.dist-info/|\.egg-info/|/tests?/|\.tar\.gz$")
SAMPLES = {
    "000_506be33f60a1e87b.txt": date(2023, 5, 19),
    "001_6ed035d217c28f67.txt": date(2024, 3, 8),
    "002_c6f7f47dae0ebccf.txt": date(2018, 5, 28),
    "003_24fe6adf51da8b66.txt": date(2022, 5, 20),
    "004_a96e1d0e0bfc5781.txt": date(2019, 4, 19),
}


def fetch_pyodide(into: Path) -> None:
    """Unpack the runtime's files from its npm package, which is kept in build/ for the next time."""
    kept = ROOT / "build" / f"pyodide-{PYODIDE}.tgz"
    if not kept.is_file():
        kept.parent.mkdir(exist_ok=True)
        command = ["npm", "pack", "--silent", f"pyodide@{PYODIDE}", "--pack-destination", str(kept.parent)]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    with tarfile.open(kept) as archive:
        for name in RUNTIME:
            member = archive.extractfile(f"package/{name}")
            if member is None:
                sys.exit(f"{kept}: expected package/{name}")
            (into / name).write_bytes(member.read())


# dateutil asks for the time zones of the world; relativedelta, which govnews uses, reads none of them.
LEFT_OUT = {"tzdata"}


def needed(name: str) -> Iterator[Distribution]:
    """Yield what a package needs at run time, without its extras, each once."""
    names, seen = [name], set(LEFT_OUT)
    while names:
        own = distribution(names.pop())
        for line in own.requires or ():
            found = re.match(r"[A-Za-z0-9._-]+", line)
            if found and ";" not in line and found[0].lower() not in seen:
                seen.add(found[0].lower())
                names.append(found[0])
                yield distribution(found[0])


def modules() -> Iterator[tuple[str, Path]]:
    """Yield (path in the archive, file) of govnews and of all that it needs."""
    for path in sorted((ROOT / "src").rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(ROOT / "src").as_posix(), path
    for package in needed("govnews"):
        for file in package.files or ():
            path = Path(str(file.locate()))
            if ".." not in file.parts and path.is_file() and not UNUSED.search(file.as_posix()):
                yield file.as_posix(), path


def write_packages(path: Path) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, file in modules():
            archive.writestr(zipfile.ZipInfo(name), file.read_bytes(), zipfile.ZIP_DEFLATED, 9)


def write_samples(folder: Path) -> None:
    entries = []
    for name, issued in SAMPLES.items():
        text = (ROOT / "seeds" / name).read_text(encoding="utf-8")
        (folder / name).write_text(text, encoding="utf-8", newline="")
        title = next(article.headline for article in read_page(text, issued=issued).articles if article.headline)
        entries.append({"file": name, "issued": issued.isoformat(), "title": f"{issued} {title}"})
    (folder / "samples.json").write_text(json.dumps(entries, ensure_ascii=False, indent=1), encoding="utf-8")


def write_list(site: Path) -> None:
    """Name, for offline.js, each file that the page of the playground is made of."""
    html = (site / "playground" / "index.html").read_text(encoding="utf-8")
    linked = {unescape(one) for one in re.findall(r'(?:src|href)="\.\./([^"#]+\.(?:css|js|svg|png|ico))"', html)}
    asked = {site / "search.json", *(site / "assets" / "javascripts").rglob("*.js")}  # by scripts of the theme
    own = {path for path in (site / "playground").rglob("*") if path.is_file() and path.name != "index.html"}
    files = sorted(linked | {path.relative_to(site).as_posix() for path in asked | own})
    digest = hashlib.sha256()
    for name in ("playground/index.html", *files):
        digest.update((site / name).read_bytes())
    entry = {"version": digest.hexdigest()[:16], "files": ["playground/", *files]}
    (site / "files.js").write_text(f"self.PLAYGROUND = {json.dumps(entry, indent=1)};\n", encoding="utf-8")


def main(site: Path) -> None:
    playground = site / "playground"
    if not (playground / "index.html").is_file():
        sys.exit(f"{playground}: expected the built site; build it first")
    for name in ("runtime", "samples"):
        (playground / name).mkdir(exist_ok=True)
    fetch_pyodide(playground / "runtime")
    write_packages(playground / "runtime" / "packages.zip")
    write_samples(playground / "samples")
    write_list(site)
    sizes = {path.name: path.stat().st_size / 1e6 for path in (playground / "runtime").iterdir()}
    print(f"playground: {sum(sizes.values()):.1f} MB to serve, of it {sizes['packages.zip']:.1f} MB packages.zip")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
