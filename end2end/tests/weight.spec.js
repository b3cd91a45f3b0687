// The budget of a first view: see measure/weigh.js for what is counted.
import { PAGES, weigh } from "../measure/weigh.js";
import { expect, test } from "../support/test.js";

const FIRST_VIEW = 100_000;
const WASM = 60_000;

for (const path of PAGES) {
  test(`the first view of ${path} is light`, { tag: "@javascript" }, async ({ browser, baseURL }) => {
    const sums = await weigh(browser, baseURL, path);
    expect(sums.total, `bytes of ${JSON.stringify(sums)}`).toBeLessThanOrEqual(FIRST_VIEW);
    expect(sums.HTML).toBeGreaterThan(0);
  });
}

test("wasm loads when somebody turns to what moves, and not before", { tag: "@javascript" }, async ({ browser, baseURL, page, visit }) => {
  for (const path of PAGES) expect((await weigh(browser, baseURL, path)).wasm, path).toBe(0);
  await visit("/explore");
  const [answer] = await Promise.all([page.waitForResponse(/\.wasm/), page.locator("#q").hover()]);
  await answer.finished();
  const { responseBodySize } = await answer.request().sizes();
  expect(responseBodySize).toBeGreaterThan(0);
  expect(responseBodySize).toBeLessThanOrEqual(WASM);
});
