// What readers ask of their system: less motion, their own colours, a page on paper.
import { DESK, PHONE } from "../support/pages.js";
import { expect, test } from "../support/test.js";

test("nothing moves for those who asked for less motion", { tag: "@javascript" }, async ({ page, visit }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const viewport of [PHONE, DESK]) {
    await page.setViewportSize(viewport);
    await visit("/explore?view=map");
    await page.getByRole("button", { name: /^Filter/ }).click();
    await expect(page.getByRole("region", { name: "Filter" })).toBeVisible();
    expect(await page.evaluate(moving)).toEqual([]);
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  }
});

test("words and shapes stay in colours of the system", { tag: "@javascript" }, async ({ page, visit }) => {
  await page.emulateMedia({ forcedColors: "active" });
  for (const path of ["/", "/explore?topic=care", "/projects/carifix"]) {
    await visit(path);
    expect(await page.evaluate(unreadable), path).toEqual([]);
  }
  await visit("/");
  await expect(page.locator(".parcel")).toHaveCount(3);
  for (const parcel of await page.locator(".parcel").all()) {
    await expect(parcel, "its outline, where its colour is gone").toHaveCSS("border-top-style", "solid");
  }
  await visit("/explore?topic=care");
  const box = (current) => page.locator(`.facet-value${current} .facet-box`).first().evaluate((element) => getComputedStyle(element).backgroundColor);
  expect(await box("[aria-current]"), "what is chosen").not.toBe(await box(":not([aria-current])"));
});

test("a printed project has the easy-language text and every passage, and nothing to click", async ({ page, visit }) => {
  await visit("/projects/carifix");
  const passages = await page.locator(".passage").count();
  expect(passages).toBeGreaterThan(4);
  await expect(page.locator("#easy .prose")).toBeHidden();
  await page.emulateMedia({ media: "print" });
  const unseen = await page.locator("#easy .prose, .passage h2, .passage .prose, .sources a, .facts dt").evaluateAll((all) =>
    all.filter((element) => !element.checkVisibility({ visibilityProperty: true }) || element.getBoundingClientRect().height < 8).map((element) => element.outerHTML.slice(0, 100)),
  );
  expect(unseen, "not on paper").toEqual([]);
  for (const tool of [page.getByRole("navigation"), page.getByRole("searchbox"), page.getByRole("button"), page.locator("project-map")]) {
    await expect(tool.filter({ visible: true })).toHaveCount(0);
  }
  const links = await page.locator(".sources a").evaluateAll((all) => all.map((link) => getComputedStyle(link, "::after").content));
  expect(links.filter((after) => !/attr\(href\)|https?:/.test(after)), "sources without their address").toEqual([]);
});

/** In the page: words that have the colour of what they stand on, nearly. */
function unreadable() {
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const ground = (element) => {
    for (let around = element; around; around = around.parentElement) {
      const [r, g, b, a = 1] = numbers(getComputedStyle(around).backgroundColor);
      if (a > 0.5) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const light = ([r, g, b]) => {
    const [x, y, z] = [r, g, b].map((part) => (part <= 10 ? part / 3294 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * x + 0.7152 * y + 0.0722 * z;
  };
  const own = (element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const worded = [...document.body.querySelectorAll("*")].filter((element) => own(element) && element.checkVisibility({ visibilityProperty: true }));
  return worded
    .filter((element) => {
      const [a, b] = [light(numbers(getComputedStyle(element).color)), light(ground(element))];
      return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05) < 4.5;
    })
    .map((element) => `${getComputedStyle(element).color} on ${ground(element)}: ${element.outerHTML.slice(0, 100)}`);
}

/** In the page: what takes time to change, or runs by itself. */
function moving() {
  const seconds = (list) => Math.max(...list.split(",").map((time) => parseFloat(time) * (time.trim().endsWith("ms") ? 0.001 : 1)));
  const parts = [...document.querySelectorAll("*")].flatMap((element) => [null, "::before", "::after", "::backdrop"].map((part) => [element, part]));
  const slow = parts.filter(([element, part]) => {
    const { transitionDuration, animationName, animationDuration } = getComputedStyle(element, part);
    return seconds(transitionDuration) > 0.001 || (animationName !== "none" && seconds(animationDuration) > 0.001);
  });
  return slow.map(([element, part]) => `${element.outerHTML.slice(0, 80)}${part ?? ""}`);
}
