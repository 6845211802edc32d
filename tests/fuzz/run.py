"""Fuzz the public verbs with atheris, guided by what of govnews each input runs through.

    python tests/fuzz/run.py --seconds 60 [VERB …]     that many seconds in all, shared evenly; needs atheris

Each verb is fuzzed in a process of its own. What raises, breaks a law or takes longer than a minute is written to
build/fuzz/finds/, and the exit code says so; the corpus stays in build/fuzz/corpus/ and is taken up the next time.
A find is minimised with `--minimise FILE VERB` and goes to tests/property/finds/, where every test run reads it.
"""

import argparse
import json
import subprocess
import sys
import traceback
from pathlib import Path

import atheris  # an own environment has it: make fuzz

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
OUT = ROOT / "build" / "fuzz"
sys.path[:0] = [str(HERE.parent), str(HERE), str(ROOT / "src")]
with atheris.instrument_imports(include=["govnews"]):
    import govnews.cli
    import govnews.phrases
    import govnews.reader
from pieces import PIECES  # noqa: E402 - after the path and the instruments

from verbs import VERBS, warm  # noqa: E402


def text_of(verb: str, data: bytes) -> str:
    """Return the input that the fuzzer's bytes stand for.

    The first byte tells how the rest is taken: an even one as UTF-8, what is none as lone surrogates; an odd one as
    places in the table of pieces. Documents are UTF-8 throughout, and the bytes of a file are taken one by one.
    """
    if verb == "decode":
        return data.decode("latin-1")
    if verb == "from_json":
        return data.decode("utf-8", "surrogateescape")
    if data and data[0] % 2:
        return "".join(PIECES[byte % len(PIECES)] for byte in data[1:])
    return data[1:].decode("utf-8", "surrogateescape")


def seeds(verb: str, folder: Path) -> None:
    """Begin the corpus with the cases and the seed pages, as one would feed them to the verb."""
    if any(folder.iterdir()):
        return
    texts = [path.read_text(encoding="utf-8") for path in sorted((ROOT / "seeds").glob("*.txt"))]
    cases = sorted((ROOT / "tests" / "cases").rglob("*.txt"))
    texts += [path.read_text(encoding="utf-8").translate({ord(ch): None for ch in "⟦⟧"}) for path in cases]
    pieces = [text[at : at + 300] for text in texts for at in range(0, min(len(text), 3000), 300)]
    if verb in ("parse", "numbers"):
        pieces = [line for text in texts for line in text.split("\n")[:30]]
    if verb == "from_json":
        pieces = [govnews.export.to_json(govnews.read_page(text[:200])) for text in texts[:40]]
    head = b"" if verb in ("from_json", "decode") else b"\0"
    for at, piece in enumerate(pieces):
        (folder / f"seed{at:05}").write_bytes(head + piece.encode("utf-8", "surrogatepass"))


def dictionary() -> Path:
    path = OUT / "words.dict"
    rows = ("".join(f"\\x{byte:02X}" for byte in piece.encode("utf-8", "surrogatepass")) for piece in PIECES)
    path.write_text("".join(f'"{row}"\n' for row in rows if row), encoding="utf-8")
    return path


def fuzz(verb: str, seconds: int) -> None:
    """Fuzz one verb; libFuzzer ends the process."""
    corpus = OUT / "corpus" / verb
    corpus.mkdir(parents=True, exist_ok=True)
    (OUT / "finds").mkdir(exist_ok=True)
    warm()
    seeds(verb, corpus)
    flags = [f"-max_total_time={seconds}", f"-artifact_prefix={OUT / 'finds'}/{verb}-", f"-dict={dictionary()}"]
    flags += ["-max_len=900", "-timeout=60", "-rss_limit_mb=0", "-print_final_stats=1", "-verbosity=1"]
    atheris.Setup([sys.argv[0], *flags, str(corpus)], lambda data: VERBS[verb](text_of(verb, data)))
    atheris.Fuzz()


def minimised(verb: str, path: Path) -> str:
    """Return the shortest text found, by leaving out ever smaller stretches, that fails as this one does."""
    text, size = text_of(verb, path.read_bytes()), 256
    wanted = failure(verb, text)
    while size:
        at = 0
        while at < len(text):
            less = text[:at] + text[at + size :]
            if failure(verb, less) == wanted:
                text = less
            else:
                at += size
        size //= 2
    return text


def failure(verb: str, text: str) -> str | None:
    try:
        VERBS[verb](text)
    except Exception as error:  # noqa: BLE001 - any failure is what is looked for
        last = traceback.extract_tb(error.__traceback__)[-1]
        return f"{type(error).__name__} {last.filename}:{last.lineno}"
    return None


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("verbs", nargs="*", metavar="VERB", help=f"some of {', '.join(VERBS)}; all if none")
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--minimise", type=Path, metavar="FILE")
    args = parser.parse_args()
    chosen = args.verbs or list(VERBS)
    if args.minimise:
        print(json.dumps(minimised(chosen[0], args.minimise), ensure_ascii=False))
        return 0
    if args.here:
        fuzz(chosen[0], args.seconds)
    failed = []
    for verb in chosen:
        share = max(1, args.seconds // len(chosen))
        command = [sys.executable, __file__, "--here", "--seconds", str(share), verb]
        run = subprocess.run(command, check=False, capture_output=True, text=True)
        lines = (run.stdout + run.stderr).splitlines()
        executed = next((line.split()[-1] for line in lines if "number_of_executed_units" in line), "?")
        print(f"{verb}: {share} s, {executed} inputs, {'a find' if run.returncode else 'nothing found'}", flush=True)
        if run.returncode:
            failed.append(verb)
            print("\n".join(lines[-30:]), flush=True)
    print(f"finds in {OUT / 'finds'}: {', '.join(failed)}" if failed else "no finds")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
