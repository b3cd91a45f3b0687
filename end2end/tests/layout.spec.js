// Every page fits every screen, and has an order that screen readers and keyboards can follow.
import { DESK, PAGES, PHONE } from "../support/pages.js";
import { expect, test } from "../support/test.js";

const SIZES = {
  "a phone": PHONE,
  "a narrow phone": { width: 320, height: 640 },
  // What 400 % leaves of 1280 by 1024 pixels.
  "a desk at 400 %": { width: 320, height: 256 },
  "a desk": DESK,
};
/** WCAG 2.2, 2.5.8. */
const TARGET = 24;

for (const [name, { path, status, content }] of Object.entries(PAGES)) {
  test(`${name} fits every screen`, async ({ page, visit }) => {
    await visit(path, status);
    await page.evaluate(() => document.fonts.ready.then(() => {}));
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.setViewportSize(viewport);
      expect.soft(await page.evaluate(outside), `wider than ${size}`).toEqual([]);
      expect.soft(await page.evaluate(tooSmall, TARGET), `too small to hit on ${size}`).toEqual([]);
    }
  });

  test(`${name} has one heading over all others, landmarks and a language`, async ({ page, visit }) => {
    await visit(path, status);
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    for (const landmark of ["banner", "main", "contentinfo"]) await expect(page.getByRole(landmark)).toHaveCount(1);
    await expect(page.getByRole("navigation", { name: "Hauptnavigation" })).toHaveCount(1);
    for (const viewport of [PHONE, DESK]) {
      await page.setViewportSize(viewport);
      const levels = await page.evaluate(headings);
      expect(levels[0], "the first heading").toBe(1);
      expect(levels.filter((level) => level === 1), "headings of the first level").toHaveLength(1);
      expect(levels.filter((level, i) => i > 0 && level > levels[i - 1] + 1), `a level is left out: ${levels}`).toEqual([]);
    }
    if (content) {
      await expect(page.getByRole("heading", { level: 1 })).toHaveAttribute("lang", content);
      const languages = await page.locator(".prose").evaluateAll((all) => all.map((one) => one.lang));
      expect(languages.length).toBeGreaterThan(2);
      expect(new Set(languages)).toEqual(new Set([content]));
    }
  });
}

test("the first Tab leads past the head, to the content", async ({ page, visit }) => {
  await visit("/explore");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Zum Inhalt" })).toBeFocused();
  await expect(page.getByRole("link", { name: "Zum Inhalt" })).toBeInViewport();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main")).toBeFocused();
});

for (const path of ["/", "/explore", "/explore?view=table", "/projects/carifix"]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`the focus can be seen everywhere on ${path} when ${colorScheme}`, { tag: "@javascript" }, async ({ page, visit }) => {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(DESK);
      await visit(path);
      // From here on, the browser knows that a keyboard is used.
      await page.keyboard.press("Tab");
      const { seen, unseen } = await page.evaluate(focusMarks);
      expect(unseen).toEqual([]);
      expect(seen).toBeGreaterThan(20);
    });
  }
}

/** In the page: what reaches out of the window, unless it lies in a region that scrolls by itself. */
function outside() {
  const root = document.documentElement;
  const clips = (element) => /auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX);
  const held = (element) => {
    for (let around = element.parentElement; around && around !== root; around = around.parentElement) if (clips(around)) return true;
    return false;
  };
  const wide = root.scrollWidth > root.clientWidth ? [`the page: ${root.scrollWidth} of ${root.clientWidth}`] : [];
  if (clips(root) || clips(document.body)) wide.push("the page hides what is too wide");
  for (const element of document.body.querySelectorAll("*")) {
    const { right, left, width } = element.getBoundingClientRect();
    if (width > 1 && element.checkVisibility() && (right > root.clientWidth + 1 || left < -1) && !held(element)) wide.push(element.outerHTML.slice(0, 120));
  }
  return wide;
}

/** In the page: what one clicks that is too small, unless it stands in a line of text or has its room around it. */
function tooSmall(least) {
  const targets = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), summary, select, textarea")].filter(
    (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".skip"),
  );
  const places = targets.map((element) => ({ element, box: element.getBoundingClientRect() })).filter(({ box }) => box.width > 1 && box.height > 1);
  const inText = (element) => {
    const around = element.closest("p, li, dd, td, th, h1, h2, h3, figcaption");
    return getComputedStyle(element).display === "inline" && around && around.textContent.trim().length > element.textContent.trim().length;
  };
  const middle = (box) => [box.left + box.width / 2, box.top + box.height / 2];
  const small = ({ width, height }) => Math.min(width, height) < least - 0.5;
  const crowded = (mine) => {
    const [x, y] = middle(mine);
    return places.some(({ box }) => {
      if (box === mine) return false;
      const [dx, dy] = [Math.max(box.left - x, 0, x - box.right), Math.max(box.top - y, 0, y - box.bottom)];
      const [ox, oy] = middle(box);
      return Math.hypot(dx, dy) < least / 2 || (small(box) && Math.hypot(ox - x, oy - y) < least);
    });
  };
  return places
    .filter(({ element, box }) => small(box) && !inText(element) && crowded(box))
    .map(({ element, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${element.outerHTML.slice(0, 120)}`);
}

/** In the page: the levels of all headings that can be seen. */
function headings() {
  return [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].filter((heading) => heading.checkVisibility()).map((heading) => Number(heading.localName[1]));
}

/** In the page: gives everything the focus in turn; what looks the same with it and without has no mark. */
function focusMarks() {
  const able = [...document.querySelectorAll("a[href], button, input:not([type=hidden]), summary, [tabindex='0']")].filter((element) =>
    element.checkVisibility({ visibilityProperty: true }),
  );
  // Where a whole card or parcel is one target, its mark goes around it.
  const looks = (element) =>
    [element, element.closest(".card, .parcel")].filter(Boolean).map((marked) => {
      const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(marked);
      const drawn = outlineStyle !== "none" && outlineColor !== "rgba(0, 0, 0, 0)";
      return { outline: drawn ? parseFloat(outlineWidth) : 0, boxShadow };
    });
  const unseen = [];
  for (const element of able) {
    document.activeElement?.blur();
    const without = looks(element);
    element.focus();
    const focused = looks(element);
    const marked = focused.some(({ outline, boxShadow }, i) => (outline >= 2 && without[i].outline < 2) || boxShadow !== without[i].boxShadow);
    if (document.activeElement !== element || !element.matches(":focus-visible") || !marked) unseen.push(element.outerHTML.slice(0, 120));
  }
  return { seen: able.length - unseen.length, unseen };
}
