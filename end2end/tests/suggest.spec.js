// Suggestions below the search field: a combobox by the ARIA pattern, of links. Whoever goes on to the results, or
// sends the form, is not held up by it.
import { DESK, PHONE, awake, count, field, results, total } from "../support/pages.js";
import { expect, test } from "../support/test.js";

const WITH_SCRIPT = { tag: "@javascript" };
const list = (page) => page.getByRole("listbox", { name: "Vorschläge" });
const option = (page, name) => list(page).getByRole("option", { name });
const chosen = (page) => list(page).locator('[aria-selected="true"]');

test("without JavaScript the field is a search field and the form is sent", async ({ page, visit, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled);
  for (const path of ["/", "/explore"]) {
    await visit(path);
    await expect(page.getByRole("searchbox", { name: "Wonach sucht ihr?" })).toBeVisible();
    await expect(list(page)).toHaveCount(0);
    await field(page).fill("Pflege");
    await field(page).press("Enter");
    await expect(page).toHaveURL("/explore?q=Pflege");
  }
});

for (const path of ["/", "/explore"]) {
  test(`by keyboard on ${path}: down, up, around, Escape, Enter`, WITH_SCRIPT, async ({ page, visit }) => {
    await visit(path);
    await awake(page);
    const box = page.getByRole("combobox", { name: "Wonach sucht ihr?" });
    await expect(box).toHaveAttribute("aria-expanded", "false");
    await box.pressSequentially("sozia");
    await expect(box).toHaveAttribute("aria-expanded", "true");
    await expect(list(page).getByRole("group", { name: "Filter" }).getByRole("option")).toHaveCount(2);
    const all = await list(page).getByRole("option").count();
    await expect(page.locator("#suggestions-said")).toHaveText(`${all} Vorschläge. Auswählen mit den Pfeiltasten.`);
    await expect(chosen(page)).toHaveCount(0);

    await box.press("ArrowDown");
    await expect(chosen(page)).toHaveText(/^\s*Sozialunternehmen\s+Art der Organisation · 21 Einträge$/);
    await expect(box).toHaveAttribute("aria-activedescendant", await chosen(page).getAttribute("id"));
    await expect(box).toBeFocused();
    await box.press("ArrowUp");
    await expect(chosen(page)).toHaveAttribute("id", `suggestion-${all - 1}`);
    await expect(chosen(page)).toBeInViewport();
    await box.press("ArrowDown");
    await expect(chosen(page)).toHaveAttribute("id", "suggestion-0");

    await box.press("Escape");
    await expect(list(page)).toBeHidden();
    await expect(box).toHaveAttribute("aria-expanded", "false");
    await expect(box).toHaveValue("sozia");
    await box.press("ArrowDown");
    await expect(list(page)).toBeVisible();
    await box.press("ArrowDown");
    await box.press("Enter");
    await expect(page).toHaveURL("/explore?org_kind=social-enterprise");
    await expect(count(page)).toHaveText("1 bis 20 von 21 Einträgen");
    await expect(list(page)).toBeHidden();
    await expect(field(page)).toHaveValue("");
  });
}

test("Enter without a chosen one searches for what was typed", WITH_SCRIPT, async ({ page, visit }) => {
  await visit("/");
  await awake(page);
  await field(page).pressSequentially("pfle");
  await expect(list(page)).toBeVisible();
  await field(page).press("Enter");
  await expect(page).toHaveURL("/explore?q=pfle");
  await awake(page);
  await field(page).fill("wald");
  await field(page).press("Enter");
  await expect(list(page)).toBeHidden();
  await expect(page).toHaveURL("/explore?q=wald");
  await expect(results(page).first()).toContainText(/wald/i);
});

test("by mouse, to an entry and to a filter", WITH_SCRIPT, async ({ page, visit }) => {
  await visit("/explore");
  await awake(page);
  const loads = [];
  page.on("load", () => loads.push(page.url()));
  await field(page).pressSequentially("berl");
  await option(page, /^Berlin Region/).click();
  await expect(page).toHaveURL("/explore?region=de-be");
  await expect(list(page)).toBeHidden();
  await expect(page.getByRole("link", { name: "Region: Berlin entfernen" })).toBeVisible();
  expect(loads, "no page was loaded anew").toEqual([]);
  await visit("/");
  await awake(page);
  await field(page).pressSequentially("carif");
  await option(page, /^CariFIX/).click();
  await expect(page).toHaveURL(/\/projects\/carifix$/);
});

test("a place leads to what is around it", WITH_SCRIPT, async ({ page, visit }) => {
  await visit("/");
  await awake(page);
  await field(page).pressSequentially("Koeln");
  await list(page).getByRole("group", { name: /^Orte/ }).getByRole("option", { name: /^Köln/ }).click();
  await expect(page).toHaveURL("/explore?near=K%C3%B6ln");
});

test("a choice comes on top of the filters, and finds as many as it says", WITH_SCRIPT, async ({ page, visit }) => {
  for (const [path, typed, name, left] of [
    ["/explore?topic=administration", "chat", /^Chatbot/, "/explore?topic=administration&technique=chatbot"],
    ["/explore?topic=care&page=2&sort=title", "klima", /^Klima/, "/explore?topic=care&sort=title&topic=climate"],
    ["/explore?q=Beratung&kind=project&km=100", "koeln", /^Köln/, "/explore?kind=project&near=K%C3%B6ln"],
    ["/explore?kind=project&bbox=6,50,15,55", "berlin", /^Berlin\s+Ort/, "/explore?kind=project&near=Berlin"],
    ["/lessons?outcome=failed", "wart", /^Wartung/, "/lessons?outcome=failed&theme=maintenance"],
  ]) {
    await visit(path);
    await awake(page);
    await field(page).fill("");
    await field(page).pressSequentially(typed);
    const choice = option(page, name);
    const said = Number((await choice.textContent()).match(/([\d.]+) Eintr/)[1].replaceAll(".", ""));
    await choice.click();
    await expect(page).toHaveURL(left);
    await expect(field(page)).toHaveValue("");
    await expect(page.locator("body:not([data-busy])")).toBeAttached();
    expect(await total(page), path).toBe(said);
  }
});

/** Whether one of these begins where nothing covers it. */
const inSight = (all) =>
  all.some((one) => {
    const { left, top, height } = one.getBoundingClientRect();
    return one.contains(document.elementFromPoint(left + 2, top + height / 2));
  });

for (const viewport of [DESK, PHONE]) {
  test(`at ${viewport.width} pixels the list leaves the count and the first results in sight`, WITH_SCRIPT, async ({ page, visit }) => {
    await page.setViewportSize(viewport);
    for (const view of ["", "?view=map", "?view=table"]) {
      await visit(`/explore${view}`);
      await awake(page);
      for (const typed of ["pflege", "ber", "sozial"]) {
        await field(page).fill(typed);
        await expect(page.locator("#suggestions-said")).not.toBeEmpty();
        await expect(page).toHaveURL(new RegExp(`q=${typed}`));
        await expect(page.locator("body:not([data-busy])")).toBeAttached();
        expect(await list(page).getByRole("option").count()).toBeLessThanOrEqual(5);
        expect(await page.locator("#found-count, #search-count").evaluateAll(inSight), `the count at ${typed}${view}`).toBe(true);
        if (!view) expect(await page.locator("#found h2, #found .card-title").evaluateAll(inSight), `a result at ${typed}`).toBe(true);
      }
    }
  });
}

test("results go on changing below, and the list goes when somebody turns to them", WITH_SCRIPT, async ({ page, visit }) => {
  await visit("/explore");
  await awake(page);
  await field(page).pressSequentially("pfleg");
  await expect(list(page)).toBeVisible();
  await expect(page).toHaveURL("/explore?q=pfleg");
  await expect(results(page).first()).toContainText(/pfleg/i);
  await expect(list(page), "still there for whoever wants it").toBeVisible();
  await page.keyboard.press("Tab");
  await expect(list(page)).toBeHidden();
  await field(page).focus();
  await expect(list(page), "it does not come back by itself").toBeHidden();
  await field(page).press("ArrowDown");
  await expect(list(page)).toBeVisible();
  await page.locator("h1").click();
  await expect(list(page)).toBeHidden();
});

test("entries that stand below are not suggested above them", WITH_SCRIPT, async ({ page, visit }) => {
  for (const [path, groups] of [["/", ["Filter", "Projekte"]], ["/explore", ["Filter"]]]) {
    await visit(path);
    await awake(page);
    await field(page).pressSequentially("leichte spr");
    await expect(list(page)).toBeVisible();
    const shown = await list(page).getByRole("group").evaluateAll((all) => all.map((group) => group.ariaLabel));
    expect(shown).toEqual(groups);
  }
});

test("a choice before the pause is over is not overtaken by what was typed", WITH_SCRIPT, async ({ page, visit }) => {
  await visit("/explore");
  await awake(page);
  await field(page).pressSequentially("pfle");
  await expect(list(page)).toBeVisible();
  await page.evaluate(() => {
    const box = document.querySelector("#q");
    box.value = "pfleg";
    box.dispatchEvent(new Event("input", { bubbles: true }));
    document.querySelector("#suggestion-0").click();
  });
  await expect(page).toHaveURL("/explore?topic=care");
  await page.waitForTimeout(600);
  await expect(page).toHaveURL("/explore?topic=care");
  await expect(list(page)).toBeHidden();
});

test("where suggestions fail, the search works all the same", WITH_SCRIPT, async ({ page, visit, quiet, baseURL }) => {
  await visit("/explore");
  await awake(page);
  quiet.refused.add(new URL("/api/v1/suggest?q=Wald&lang=de", baseURL).href);
  await page.route("**/api/v1/suggest**", (route) => route.fulfill({ status: 502, body: "" }));
  await field(page).fill("Wald");
  await expect(page).toHaveURL("/explore?q=Wald");
  await expect(list(page)).toBeHidden();
  await field(page).press("Enter");
  await expect(results(page).first()).toContainText(/wald/i);
});
