// German and English: chosen in the address, remembered, else as the browser asks, else German.
import { PAGES, results, withParameter } from "../support/pages.js";
import { expect, test } from "../support/test.js";

for (const [name, { path, status }] of Object.entries(PAGES)) {
  test(`${name} speaks English and says where the German page is`, async ({ page, visit }) => {
    await visit(path, status);
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    const heading = page.getByRole("heading", { level: 1 });
    const german = await page.getByRole("contentinfo").innerText();
    const other = page.getByRole("link", { name: "English", exact: true });
    await expect(other).toHaveAttribute("hreflang", "en");
    const address = new URL(await other.evaluate((link) => link.href));
    const here = new URL(page.url());
    here.searchParams.set("lang", "en");
    expect(Object.fromEntries(address.searchParams), "the same query").toEqual(Object.fromEntries(here.searchParams));

    await visit(address.href, status);
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.getByRole("navigation", { name: "Main navigation" }).getByRole("link")).toHaveText(["Projects", "Lessons", "Organisations", "Contribute", "About"]);
    await expect(heading).toBeVisible();
    expect(await page.getByRole("contentinfo").innerText()).not.toBe(german);
    await expect(page.getByRole("link", { name: "Deutsch", exact: true })).toHaveAttribute("lang", "de");
  });
}

test("the choice is remembered, and can be taken back", async ({ page, visit }) => {
  await visit("/explore?q=Wald");
  await page.getByRole("link", { name: "English", exact: true }).click();
  await expect(page).toHaveURL("/explore?q=Wald&lang=en");
  await expect(page.getByLabel("What are you looking for?")).toHaveValue("Wald");
  await results(page).first().click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await visit("/about");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.getByRole("link", { name: "Deutsch", exact: true }).click();
  await visit("/lessons");
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
});

test("typing in English stays English", { tag: "@javascript" }, async ({ page, visit }) => {
  await visit("/explore?lang=en");
  await page.getByLabel("What are you looking for?").fill("forest");
  await expect(page).toHaveURL(/q=forest/);
  await expect(page.locator("#found-count")).toHaveText(/entr(y|ies)/);
  const other = new URL(await page.getByRole("link", { name: "Deutsch", exact: true }).evaluate((link) => link.href));
  expect(other.searchParams.get("q"), "the other language of what is found now").toBe("forest");
});

test.describe("a browser that asks for English", () => {
  test.use({ locale: "en-GB" });

  test("gets it", async ({ page, visit }) => {
    await visit("/");
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await visit(withParameter("/", "lang", "de"));
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
    await visit("/explore");
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
  });
});

test.describe("a browser that asks for a language that we do not speak", () => {
  test.use({ locale: "fr-FR" });

  test("gets German", async ({ page, visit }) => {
    await visit("/");
    await expect(page.locator("html")).toHaveAttribute("lang", "de");
  });
});

test("what an entry says carries its language, wherever it is shown", async ({ page, visit }) => {
  await visit("/projects/signpost-ai-assistant?lang=de");
  await expect(page.getByText(/Dieser Eintrag ist auf Englisch geschrieben/)).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toHaveAttribute("lang", "en");
  await visit("/explore?q=signpost&kind=project");
  const card = page.locator('.card[data-slug="signpost-ai-assistant"]');
  await expect(card.locator(".card-title")).toHaveAttribute("lang", "en");
  await expect(card.locator(".card-summary")).toHaveAttribute("lang", "en");
  await visit("/explore?q=signpost&kind=project&view=table");
  await expect(page.getByRole("rowheader", { name: /signpost/i }).first().getByRole("link")).toHaveAttribute("lang", "en");
  await visit("/projects/carifix?lang=en");
  await expect(page.getByRole("heading", { level: 1 })).toHaveAttribute("lang", "de");
  await expect(page.locator(".passage .prose").first()).toHaveAttribute("lang", "de");
});
