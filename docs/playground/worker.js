// The reader's side: Python in WebAssembly, with govnews and what it needs, all served from this folder.
import { loadPyodide } from "./runtime/pyodide.mjs";

const here = new URL("./runtime/", import.meta.url).href;
const say = (message, progress) => postMessage({ message, progress });

const SETUP = `
import json
from datetime import date
from time import perf_counter
from govnews import read_page
from govnews.export import to_html, to_json

def read(text, issued):
    begun = perf_counter()
    page = read_page(text, issued=date.fromisoformat(issued) if issued else None)
    answer = {
        "articles": len(page.articles),
        "figures": sum(len(article.mentions) for article in page.articles),
        "json": to_json(page, indent=1),
        "html": to_html(page),
    }
    answer["milliseconds"] = round((perf_counter() - begun) * 1000)
    return json.dumps(answer)
`;

async function load(name) {
  const answer = await fetch(new URL(name, here));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return new Uint8Array(await answer.arrayBuffer());
}

async function start() {
  say("Loading Python 正在载入 Python …", 5);
  const packages = load("packages.zip"); // while Python starts
  const python = await loadPyodide({ indexURL: here });
  say("Loading govnews 正在载入 govnews …", 60);
  python.unpackArchive(await packages, "zip");
  python.runPython(SETUP);
  say("Loading the dictionary 正在载入词典 …", 80);
  const read = python.globals.get("read");
  read("村民用上自来水\n\n近日,石泉村200余户村民用上了自\n\n来水。", "");
  say("Ready 就绪", 100);
  return read;
}

// Texts that came while one was being read: only the last is worth reading.
let waiting = null;
let busy = false;
const started = start();

async function next() {
  if (busy) return;
  busy = true;
  const read = await started;
  while (waiting) {
    const { id, text, issued } = waiting;
    waiting = null;
    postMessage({ id, ...JSON.parse(read(text, issued)) });
    await new Promise((done) => setTimeout(done)); // lets newer texts in
  }
  busy = false;
}

onmessage = ({ data }) => {
  waiting = data;
  next();
};

started.then(
  () => postMessage({ ready: true }),
  (error) => say(`Could not start 无法启动: ${error.message}`, 100),
);
