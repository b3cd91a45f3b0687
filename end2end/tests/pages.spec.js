// Every page, on a phone and on a desk: it fits, it has a heading, and axe finds nothing.
import { AxeBuilder } from "@axe-core/playwright";
import { expect, test } from "../support/test.js";

const PAGES = {
  start: "/",
  everything: "/explore",
  "a search": "/explore?q=beratung&topic=social-counselling",
  "nothing found": "/explore?q=xyzzyplugh",
  "a project": "/projects/carifix",
  "a project in English": "/projects/signpost-ai-assistant",
  "a lesson with its contradiction": "/lessons/quellen-kuratieren",
  "an organisation": "/organisations/dicv-koeln",
};
const SIZES = { phone: { width: 360, height: 740 }, narrow: { width: 320, height: 640 }, desk: { width: 1280, height: 900 } };

for (const [name, path] of Object.entries(PAGES)) {
  for (const [size, viewport] of Object.entries(SIZES)) {
    test(`${name} on a ${size}`, async ({ page }) => {
      await page.setViewportSize(viewport);
      await page.goto(path);
      await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(overflow, "wider than the window").toBeLessThanOrEqual(0);
    });
  }

  for (const colorScheme of ["light", "dark"]) {
    test(`${name} is accessible when ${colorScheme}`, { tag: "@javascript" }, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(path);
      const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
    });
  }
}

test("on a phone, filters open and the map waits to be asked", { tag: "@javascript" }, async ({ page }) => {
  await page.setViewportSize(SIZES.phone);
  const map = [];
  page.on("request", (request) => /project-map\.js|maplibre/.test(request.url()) && map.push(request.url()));
  await page.goto("/explore");
  const topic = page.getByRole("link", { name: /^Verwaltung/ });
  await expect(topic).toBeHidden();
  await page.getByText(/^Filter/).click();
  await topic.click();
  await expect(page).toHaveURL(/topic=administration/);
  expect(map, "map code before it is asked for").toEqual([]);
  await page.getByText("Karte zeigen").click();
  await expect(page.locator("project-map")).toHaveAttribute("data-state", "ready", { timeout: 20_000 });
});

test("an unknown address has a page that helps", async ({ page, quiet }) => {
  const answer = await page.goto("/projects/nowhere-to-be-found");
  expect(answer.status()).toBe(404);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Hier ist nichts");
  // Browsers report the status itself as an error.
  quiet.splice(0, quiet.length, ...quiet.filter((line) => !line.includes("404")));
});
