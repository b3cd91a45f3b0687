// What readers ask of their system: less motion, their own colours, a page on paper.
import { AxeBuilder } from "@axe-core/playwright";
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

test("all words stay readable in colours of the system", { tag: "@javascript" }, async ({ page, visit }) => {
  await page.emulateMedia({ forcedColors: "active" });
  for (const path of ["/", "/explore?topic=care", "/projects/carifix"]) {
    await visit(path);
    // What the page does not leave to the system is what axe has to judge.
    const { violations } = await new AxeBuilder({ page }).withRules(["color-contrast", "link-in-text-block"]).analyze();
    expect(violations.flatMap(({ nodes }) => nodes.map((node) => node.html)), path).toEqual([]);
  }
  await visit("/");
  for (const parcel of await page.locator(".parcel").all()) {
    const { colour, ground, border } = await parcel.evaluate((element) => ({
      colour: getComputedStyle(element.querySelector("a")).color,
      ground: getComputedStyle(element).backgroundColor,
      border: getComputedStyle(element).borderTopStyle,
    }));
    expect(colour).not.toBe(ground);
    expect(border, "its outline, where its colour is gone").toBe("solid");
  }
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
  expect(links.every((after) => after.includes("https://")), "addresses of sources in print").toBe(true);
});

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
