// Where: a town or postcode in the search form, with and without JavaScript.
import { awake, count, field, results, total } from "../support/pages.js";
import { expect, test } from "../support/test.js";

const WITH_SCRIPT = { tag: "@javascript" };
const place = (page) => page.getByLabel("Ort oder Postleitzahl");
const distance = (page) => page.getByLabel("Umkreis", { exact: true });
const search = (page) => page.getByRole("search").getByRole("button", { name: "Suchen" });
const list = (page) => page.getByRole("listbox", { name: "Orte" });

test("a postcode and a distance, with what was typed", async ({ page, visit, request, javaScriptEnabled }) => {
  await visit("/explore");
  if (javaScriptEnabled) await awake(page);
  await field(page).fill("Beratung");
  await place(page).fill("50667");
  await distance(page).selectOption("50 km");
  await search(page).click();
  await expect(page).toHaveURL("/explore?q=Beratung&near=50667&km=50");
  await expect(place(page)).toHaveValue("50667");
  await expect(distance(page)).toHaveValue("50");
  const { total: told } = await (await request.get(`/api/v1/search${new URL(page.url()).search}`)).json();
  expect(await total(page)).toBe(told);
  await expect(page.locator("#found .card-facts").first()).toContainText(/ entfernt/);
  await page.getByRole("link", { name: "50 km um Köln entfernen" }).click();
  await expect(page).toHaveURL("/explore?q=Beratung");
  await expect(place(page)).toHaveValue("");
});

test("what is nearest comes first, and one can sort by it", async ({ page, visit }) => {
  await visit("/explore?near=Hamburg&km=100&kind=organisation");
  const sorted = page.getByRole("list", { name: "Reihenfolge" }).locator("[aria-current]");
  await expect(sorted).toHaveText("Entfernung");
  const far = await page.locator("#found .card-facts").allTextContents();
  const km = far.map((facts) => Number(facts.match(/([\d,.]+) km entfernt/)?.[1].replace(",", ".") ?? 0));
  expect(km).toEqual(km.toSorted((a, b) => a - b));
  expect(km.length).toBeGreaterThan(2);
});

test("an unknown place: the error stands at the field, and nothing typed is lost", async ({ page, visit, quiet, baseURL, javaScriptEnabled }) => {
  await visit("/explore?topic=care");
  if (javaScriptEnabled) await awake(page);
  // Another distance searches at once.
  for (const typed of ["", "q=Pflege&"]) quiet.refused.add(new URL(`/explore?${typed}near=Nirgendwo&km=10&topic=care`, baseURL).href);
  await place(page).fill("Nirgendwo");
  await distance(page).selectOption("10 km");
  await field(page).fill("Pflege");
  await search(page).click();
  await expect(page.locator("#place-said").getByText("Den Ort „Nirgendwo“ kennen wir nicht.")).toBeVisible();
  await expect(place(page)).toHaveValue("Nirgendwo");
  await expect(place(page)).toHaveAttribute("aria-invalid", "true");
  await expect(place(page)).toHaveAccessibleDescription(/kennen wir nicht/);
  await expect(field(page)).toHaveValue("Pflege");
  await expect(distance(page)).toHaveValue("10");
  await expect(page.getByRole("link", { name: "Thema: Pflege entfernen" })).toBeVisible();
  await expect(results(page).first()).toBeVisible();
});

test("the page of an unknown place says so with its status", async ({ visit, page }) => {
  await visit("/explore?near=Nirgendwo", 400);
  await expect(page.locator("#place-said").getByText("Den Ort „Nirgendwo“ kennen wir nicht.")).toBeVisible();
});

test("a name of several places lists them with their states", async ({ page, visit }) => {
  await visit("/explore?near=Freiburg&km=50&kind=project");
  await expect(page.getByText("„Freiburg“ kann mehrere Orte meinen. Gezeigt wird Freiburg im Breisgau, Baden-Württemberg.")).toBeVisible();
  const others = page.getByRole("list", { name: "Weitere Orte" });
  await others.getByRole("link", { name: /^Freiburg \(Elbe\).*, Niedersachsen$/ }).click();
  await expect(page).toHaveURL(/near=Freiburg\+%28Elbe%29[^&]*&km=50/);
  await expect(others).toHaveCount(0);
  await expect(page.getByRole("link", { name: /^50 km um Freiburg \(Elbe\).* entfernen$/ })).toBeVisible();
  await expect(place(page)).toHaveValue(/^Freiburg \(Elbe\)/);
});

test("no doubt, no questions", async ({ page, visit }) => {
  await visit("/explore?near=Berlin");
  await expect(page.locator("#place-said")).toBeEmpty();
});

test("places are suggested while one types", WITH_SCRIPT, async ({ page, visit }) => {
  await visit("/explore?topic=care&bbox=6,50,8,52");
  await awake(page);
  await place(page).pressSequentially("neust");
  await expect(list(page)).toBeVisible();
  await expect(page.locator("#places-said")).toHaveText(/Vorschläge\. Auswählen mit den Pfeiltasten\.$/);
  await place(page).fill("koeln");
  await expect(list(page).getByRole("option").first()).toHaveText(/Köln\s+Nordrhein-Westfalen/);
  await place(page).press("ArrowDown");
  await place(page).press("Enter");
  await expect(page).toHaveURL("/explore?near=K%C3%B6ln&topic=care");
  await expect(place(page)).toHaveValue("Köln");
  await expect(list(page)).toBeHidden();
  await expect(count(page)).toBeVisible();

  await place(page).fill("79194");
  await expect(list(page).getByRole("option")).toHaveText(/79194 Gundelfingen, Heuweiler\s+Baden-Württemberg/);
  await place(page).press("Escape");
  await expect(place(page)).toHaveValue("79194");

  await place(page).fill("Mitte");
  await expect(list(page).getByRole("option").nth(0)).toHaveText(/Mitte\s+Berlin$/);
  await expect(list(page).getByRole("option").nth(1)).toHaveText(/Mitte\s+Hannover, Niedersachsen$/);
});

test("half a name searches nothing", WITH_SCRIPT, async ({ page, visit }) => {
  await visit("/explore");
  await awake(page);
  await place(page).pressSequentially("Kö");
  await page.waitForTimeout(500);
  await expect(page).toHaveURL("/explore");
});

test("forms leave no empty fields in the address", async ({ page, visit }) => {
  await visit("/explore?q=&near=+&km=&topic=care");
  await expect(page).toHaveURL("/explore?topic=care");
});

test("lessons are nowhere", async ({ page, visit }) => {
  await visit("/lessons");
  await expect(place(page)).toHaveCount(0);
  await expect(page.getByRole("navigation", { name: "Ansicht" }).getByRole("link")).toHaveText(["Liste", "Tabelle"]);
});
