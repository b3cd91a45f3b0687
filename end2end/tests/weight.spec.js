// The budget of a first view: see measure/weigh.js for what is counted.
import { PAGES, weigh } from "../measure/weigh.js";
import { expect, test } from "../support/test.js";

const BUDGET = { total: 100_000, wasm: 60_000 };

for (const path of PAGES) {
  test(`the first view of ${path} is light`, { tag: "@javascript" }, async ({ browser, baseURL }) => {
    const sums = await weigh(browser, baseURL, path);
    for (const [kind, bytes] of Object.entries(BUDGET)) {
      expect(sums[kind], `bytes (${kind}) of ${JSON.stringify(sums)}`).toBeLessThanOrEqual(bytes);
    }
    expect(sums.HTML).toBeGreaterThan(0);
  });
}

test("wasm loads where something moves, and nowhere else", { tag: "@javascript" }, async ({ browser, baseURL }) => {
  expect((await weigh(browser, baseURL, "/explore")).wasm).toBeGreaterThan(0);
  expect((await weigh(browser, baseURL, "/lessons/quellen-kuratieren")).wasm).toBe(0);
});
