// node lighthouse.js [http://127.0.0.1:3000]: Lighthouse's four scores of each kind of page as a phone shows it, and
// every audit that is not at its best. Ends with status 1 where a score is below 100.
import { launch } from "chrome-launcher";
import lighthouse from "lighthouse";
import { chromium } from "../../support/chromium.js";
import { PAGES } from "../weigh.js";

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const baseURL = process.argv[2] ?? "http://127.0.0.1:3000";
const scores = {};
const short = [];
for (const path of PAGES) {
  const lhr = await judge(new URL(path, baseURL).href);
  scores[path] = Object.fromEntries(CATEGORIES.map((id) => [id, Math.round(lhr.categories[id].score * 100)]));
  short.push(...belowBest(path, lhr));
}
console.table(scores);
console.log(short.length ? `Audits below 1:\n${short.join("\n")}` : "No audit below 1.");
process.exitCode = Object.values(scores).some((page) => Object.values(page).some((score) => score < 100)) ? 1 : 0;

/** As the default preset judges, the mobile one: a slow phone on a slow line, both simulated. Each in a browser of its own. */
async function judge(address) {
  const browser = await launch({ chromePath: chromium.executablePath, chromeFlags: chromium.args });
  try {
    const { lhr } = await lighthouse(address, { port: browser.port, onlyCategories: CATEGORIES, logLevel: "error" });
    if (lhr.runtimeError) throw new Error(`${address}: ${lhr.runtimeError.message}`);
    return lhr;
  } finally {
    browser.kill();
  }
}

/** One line for each audit below 1: page, score, its weight in the category, its name, and what was measured. */
function belowBest(path, lhr) {
  return CATEGORIES.flatMap((id) => lhr.categories[id].auditRefs.map(({ id: audit, weight }) => ({ ...lhr.audits[audit], weight, category: id })))
    .filter(({ score }) => score !== null && score < 1)
    .map(({ score, weight, category, title, displayValue = "" }) => `  ${path}  ${score.toFixed(2)} (weight ${weight}, ${category})  ${title}  ${displayValue}`);
}
