// node measure/weight.js [http://127.0.0.1:3000]: prints what the first view of each kind of page weighs.
import { chromium } from "@playwright/test";
import { chromium as options } from "../support/chromium.js";
import { KINDS, PAGES, weigh } from "./weigh.js";

const baseURL = process.argv[2] ?? "http://127.0.0.1:3000";
const browser = await chromium.launch(options);
const kB = (bytes) => Number((bytes / 1000).toFixed(1));
const rows = {};
for (const path of PAGES) {
  const sums = await weigh(browser, baseURL, path);
  const { images, map } = sums.leftOut;
  rows[path] = { ...Object.fromEntries([...KINDS, "total"].map((kind) => [kind, kB(sums[kind])])), "(images)": kB(images), "(map)": kB(map) };
}
await browser.close();
console.log(`kB over the wire with an empty cache, headers included, at ${baseURL}. Not in the total: images (icons); the
map's code, style, lettering and tiles, which load once a map comes into view.`);
console.table(rows);
