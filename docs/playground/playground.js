// The page's side of the playground: it shows, and hands every text to worker.js, which runs govnews.
const find = (id) => document.getElementById(id);
const state = find("play-state");
const progress = find("play-progress");
const text = find("play-text");
const issued = find("play-issued");
const sample = find("play-sample");
const button = find("play-read");
const counts = find("play-counts");
const picture = find("play-picture");
const json = find("play-json");
const tabs = [find("tab-picture"), find("tab-json")];
const PAUSE = 250; // ms of quiet before a changed text is read again

let asked = 0; // the number of the last text handed over
let shown = 0; // the number of the last answer shown
let timer = 0;

function say(message, share) {
  state.textContent = message;
  progress.value = share;
  progress.hidden = share >= 100;
}

const worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });

function read() {
  clearTimeout(timer);
  asked += 1;
  worker.postMessage({ id: asked, text: text.value, issued: issued.value });
}

function soon() {
  clearTimeout(timer);
  timer = setTimeout(read, PAUSE);
}

function show(answer) {
  if (answer.id < shown) return; // an older text's answer, overtaken
  shown = answer.id;
  picture.srcdoc = answer.html;
  json.textContent = answer.json;
  counts.textContent =
    `${answer.articles} articles, ${answer.figures} figures and times, ${answer.milliseconds} ms ` +
    `· ${answer.articles} 篇,${answer.figures} 个数字和时间`;
  counts.dataset.articles = answer.articles;
  counts.dataset.figures = answer.figures;
  counts.dataset.id = answer.id;
}

worker.onmessage = ({ data }) => {
  if (data.progress !== undefined) say(data.message, data.progress);
  if (data.ready) {
    button.disabled = false;
    if (text.value) read();
  }
  if (data.id !== undefined) show(data);
};
worker.onerror = (event) => say(`The reader stopped 程序中断: ${event.message}`, 100);

function choose(tab) {
  for (const one of tabs) {
    const chosen = one === tab;
    one.setAttribute("aria-selected", chosen);
    one.tabIndex = chosen ? 0 : -1;
    find(one.getAttribute("aria-controls")).hidden = !chosen;
  }
}
for (const tab of tabs) {
  tab.addEventListener("click", () => choose(tab));
  tab.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowRight" && event.key !== "ArrowLeft") return;
    const other = tabs[1 - tabs.indexOf(tab)];
    choose(other);
    other.focus();
  });
}

async function load(name) {
  const answer = await fetch(new URL(`samples/${name}`, import.meta.url));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
}

async function listSamples() {
  const samples = await (await load("samples.json")).json();
  for (const one of samples) sample.add(new Option(one.title, one.file));
  sample.addEventListener("change", async () => {
    const one = samples.find((each) => each.file === sample.value);
    if (!one) return;
    text.value = await (await load(one.file)).text();
    issued.value = one.issued;
    read();
  });
}

text.addEventListener("input", soon);
issued.addEventListener("change", read);
find("play-form").addEventListener("submit", (event) => {
  event.preventDefault();
  read();
});
say("Loading 正在载入 …", 0);
listSamples().catch((error) => say(`No samples 样例不可用: ${error.message}`, 0));
if ("serviceWorker" in navigator) navigator.serviceWorker.register(new URL("../offline.js", import.meta.url));
