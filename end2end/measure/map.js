// node measure/map.js [http://127.0.0.1:3000]: prints how long it takes from navigation until a map stands still.
import { chromium } from "@playwright/test";
import { chromium as options } from "../support/chromium.js";

const baseURL = process.argv[2] ?? "http://127.0.0.1:3000";
const PAGES = ["/explore?view=map", "/explore?view=map&topic=care", "/explore?view=map&q=beratung"];
const TIMES = 9;

/** Runs in the page, before all of it: ms from navigation until the map has drawn all that it waited for. */
function watch() {
  window.idle = new Promise((resolve) => {
    const look = () => document.querySelector("project-map[data-state=ready]") && resolve(performance.now());
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributeFilter: ["data-state"] });
  });
}

async function open(context, path) {
  const page = await context.newPage();
  await page.addInitScript(watch);
  await page.goto(new URL(path, baseURL).href, { waitUntil: "commit" });
  const ms = await page.evaluate(() => window.idle);
  await page.close();
  return ms;
}

/** With an empty cache each time, and again with what the first visit left in it. */
async function measure(browser, path) {
  const [first, again] = [[], []];
  for (let n = 0; n < TIMES; n++) {
    const context = await browser.newContext({ locale: "de-DE", viewport: { width: 1280, height: 800 } });
    first.push(await open(context, path));
    again.push(await open(context, path));
    await context.close();
  }
  return { "first visit": told(first), "second visit": told(again) };
}

function told(times) {
  const sorted = times.map(Math.round).sort((a, b) => a - b);
  return `${sorted[TIMES >> 1]} (${sorted[0]}–${sorted.at(-1)})`;
}

const browser = await chromium.launch(options);
const rows = {};
for (const path of PAGES) rows[path] = await measure(browser, path);
await browser.close();
console.log(`ms from navigation until the map stands still, at ${baseURL}: median of ${TIMES} (least–most)`);
console.table(rows);
