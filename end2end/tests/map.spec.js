// The map draws, can be used by keyboard, and shows what the list shows; the list goes where the map is.
import { DESK, PHONE, awake, count, facet, field, mapOf, results, total } from "../support/pages.js";
import { expect, test } from "../support/test.js";

const WITH_SCRIPT = { tag: "@javascript" };
const pins = (map) => map.locator(".pm-pin");
const single = (map) => map.locator(".pm-single").first();
const here = (map) => map.getByRole("link", { name: "In diesem Ausschnitt suchen" });
const follows = (map) => map.getByRole("checkbox", { name: "Liste folgt der Karte" });
const section = (page) => new URL(page.url()).searchParams.get("bbox");

/** Presses a button of the map and waits until it has moved. */
async function move(map, name) {
  const before = await map.getByRole("status").textContent();
  await map.getByRole("button", { name, exact: true }).click();
  await expect(map.getByRole("status")).not.toHaveText(before);
}

for (const path of ["/", "/explore?view=map"]) {
  test(`the map on ${path} shows the entries as buttons`, WITH_SCRIPT, async ({ page, visit }) => {
    await visit(path);
    const map = await mapOf(page);
    await expect(map.getByRole("button", { name: /Einträge|Projekt/ }).first()).toBeVisible();
    await expect(map.getByRole("status")).toHaveText(/\d+ Einträge zu sehen/);
  });
}

test("one Tab stop leads to the pins, Enter enlarges", WITH_SCRIPT, async ({ page, visit }) => {
  await visit("/explore?view=map");
  const map = await mapOf(page);
  await expect(map.locator('.pm-pin[tabindex="0"]')).toHaveCount(1);
  const before = await map.getByRole("status").textContent();
  const pin = map.getByRole("button", { name: /Einträge, vergrößern/ }).last();
  await pin.press("Enter");
  await expect(map.getByRole("status")).not.toHaveText(before);
  await expect(map.locator(":focus")).toHaveCount(1);
});

test("the map follows the search", WITH_SCRIPT, async ({ page, visit }) => {
  await visit("/explore?view=map");
  const map = await mapOf(page);
  await awake(page);
  const everything = await map.getByRole("status").textContent();
  await page.getByRole("button", { name: /^Filter/ }).click();
  await facet(page, "Art", "Projekt").click();
  await expect(map).toHaveAttribute("tiles", "kind=project");
  await expect(map.getByRole("status")).not.toHaveText(everything);
});

test("the map goes to what was found, and to the surroundings of a place", WITH_SCRIPT, async ({ page, visit }) => {
  await visit("/explore?view=map");
  const map = await mapOf(page);
  await awake(page);
  await field(page).fill("Köln");
  await expect(page).toHaveURL(/q=K%C3%B6ln/);
  const located = Number((await count(page).textContent()).match(/davon (\d+) auf der Karte/)?.[1]);
  const all = map.getByRole("button", { name: "Alle Treffer zeigen" });
  if (await all.isVisible()) await all.click();
  await expect(map.getByRole("status")).toHaveText(new RegExp(`\\b${located} Einträge zu sehen`));

  await visit("/explore?view=map&near=50667&km=30");
  const around = await mapOf(page);
  const near = await total(page);
  await expect(around.getByRole("status")).toHaveText(new RegExp(`\\b${near} Einträge zu sehen`));
  await expect(page.locator("#found .card-facts").first()).toContainText(/km entfernt/);
});

test("searching where the map is: in the address, in the list, and back again", WITH_SCRIPT, async ({ page, visit, request }) => {
  await page.setViewportSize(DESK);
  await visit("/explore?view=map&kind=project");
  const map = await mapOf(page);
  await awake(page);
  await expect(here(map)).toBeHidden();
  await move(map, "Karte vergrößern");
  await expect(here(map)).toBeVisible();
  const shown = Number((await map.getByRole("status").textContent()).match(/(\d+) Einträge/)[1]);
  await here(map).click();
  await expect(page).toHaveURL(/bbox=/);
  await expect(count(page)).toHaveText(/^(1 bis 20 von )?\d+ Eintr\S+ im Ausschnitt, 111 insgesamt, 5 ohne Ort$/);
  const { total: told } = await (await request.get(`/api/v1/search?kind=project&bbox=${section(page)}`)).json();
  expect(await total(page)).toBe(told);
  expect(Math.abs(told - shown), "pins at the very edge may be in or out").toBeLessThan(4);
  await expect(here(map)).toBeHidden();
  await expect(map.getByRole("status"), "the map stays where it is").toHaveText(new RegExp(`\\b${shown} Einträge`));

  await page.goBack();
  await expect(page).not.toHaveURL(/bbox=/);
  await expect(map).toHaveAttribute("section", "");
  await expect(map.getByRole("status")).not.toHaveText(new RegExp(`\\b${shown} Einträge`));
  await page.goForward();
  await expect(page).toHaveURL(/bbox=/);
  await expect(map.getByRole("status")).toHaveText(new RegExp(`\\b${shown} Einträge`));
  expect(await total(page)).toBe(told);

  await page.getByRole("link", { name: "Kartenausschnitt entfernen" }).click();
  await expect(page).toHaveURL("/explore?kind=project&view=map");
});

test("a section opens as it was seen", WITH_SCRIPT, async ({ page, visit }) => {
  await page.setViewportSize(DESK);
  await visit("/explore?view=map&bbox=8,49.8,9.2,50.6");
  const map = await mapOf(page);
  await expect(map.getByRole("status")).toHaveText(/Einträge zu sehen/);
  await expect(here(map)).toBeHidden();
  await expect(page.getByRole("link", { name: "Kartenausschnitt entfernen" })).toBeVisible();
});

test("the list follows the map where somebody wants that, as one step back, and it is remembered", WITH_SCRIPT, async ({ page, visit }) => {
  await page.setViewportSize(DESK);
  await visit("/explore?view=map");
  let map = await mapOf(page);
  await awake(page);
  await follows(map).check();
  await move(map, "Karte vergrößern");
  await expect(page).toHaveURL(/bbox=/);
  const first = section(page);
  await map.getByRole("button", { name: "Nach Osten" }).click();
  await expect.poll(() => section(page)).not.toBe(first);
  await expect(count(page)).toHaveText(/im Ausschnitt/);
  await page.goBack();
  await expect(page).toHaveURL("/explore?view=map");
  await page.reload();
  map = await mapOf(page);
  await expect(follows(map)).toBeChecked();
  await follows(map).uncheck();
  await page.reload();
  await expect(follows(await mapOf(page))).not.toBeChecked();
});

test("from a pin to the list and to the pin again", WITH_SCRIPT, async ({ page, visit }) => {
  await page.setViewportSize(DESK);
  await visit("/explore?view=map&kind=organisation&near=Leipzig&km=200");
  const map = await mapOf(page);
  await awake(page);
  const pin = single(map);
  const name = (await pin.getAttribute("aria-label")).replace(/^[^:]+: /, "");
  await pin.press("Enter");
  const dialog = map.getByRole("dialog");
  await expect(dialog.getByRole("link", { name })).toBeFocused();
  const card = page.locator("#found [data-chosen]");
  await expect(card.getByRole("heading")).toHaveText(name);
  await expect(card).toBeInViewport();
  await expect(map.getByRole("status")).toHaveText(`Auf der Karte ausgewählt: ${name}`);

  await dialog.getByRole("button", { name: "In der Liste zeigen" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(card.getByRole("link", { name })).toBeFocused();
  await expect(map.locator(".pm-ring"), "who is on an entry sees where it is").toBeVisible();

  await card.getByRole("button", { name: `${name}: auf der Karte zeigen` }).press("Enter");
  await expect(map.locator(".pm-pin:focus, .maplibregl-popup a:focus")).toHaveCount(1);
});

test("a card never hangs over the edge of the map", WITH_SCRIPT, async ({ page, visit }) => {
  await page.setViewportSize(PHONE);
  await visit("/explore?view=map&kind=organisation&near=Leipzig&km=200");
  const map = await mapOf(page);
  const frame = await map.locator(".pm-map").boundingBox();
  for (const pin of (await map.locator(".pm-single").all()).slice(0, 4)) {
    await pin.press("Enter");
    const card = map.getByRole("dialog");
    await expect
      .poll(async () => {
        const box = await card.boundingBox();
        return box.x >= frame.x && box.x + box.width <= frame.x + frame.width;
      })
      .toBe(true);
    await page.keyboard.press("Escape");
  }
});

test("an entry that is on another page of the list is put before it", WITH_SCRIPT, async ({ page, visit }) => {
  await page.setViewportSize(DESK);
  await visit("/explore?view=map&kind=project");
  const map = await mapOf(page);
  await awake(page);
  const inList = await page.locator("#found [data-slug]").evaluateAll((cards) => cards.map((card) => card.querySelector(".card-title").textContent));
  const names = await map.locator(".pm-single").evaluateAll((all) => all.map((pin) => pin.title));
  const missing = names.find((name) => !inList.includes(name));
  await map.locator(`.pm-single[title="${missing}"]`).press("Enter");
  await expect(page.getByRole("region", { name: "Auf der Karte ausgewählt" }).getByRole("heading", { level: 3 }).last()).toHaveText(missing);
});

test("what lies at one place is listed at once", WITH_SCRIPT, async ({ page, visit }) => {
  await page.setViewportSize(DESK);
  await visit("/explore?view=map&near=Freiburg&km=10");
  const map = await mapOf(page);
  await awake(page);
  for (let steps = 0; steps < 2 && !(await map.getByRole("button", { name: /auflisten$/ }).count()); steps += 1) {
    await move(map, "Karte vergrößern");
  }
  const group = map.getByRole("button", { name: /auflisten$/ }).first();
  const [, held] = (await group.getAttribute("aria-label")).match(/^(\d+) Einträge/);
  await group.press("Enter");
  await expect(page).toHaveURL(/bbox=/);
  await expect(count(page)).toBeFocused();
  expect(await total(page)).toBe(Number(held));
  await expect(results(page)).toHaveCount(Math.min(20, Number(held)));
});

test("on a phone a group leads down to its list, also before anything on the page is awake", WITH_SCRIPT, async ({ page, visit }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  for (const isAwake of [false, true]) {
    await visit("/explore?view=map&near=Freiburg&km=10");
    const map = await mapOf(page);
    await map.scrollIntoViewIfNeeded();
    if (isAwake) await awake(page);
    for (let steps = 0; steps < 2 && !(await map.getByRole("button", { name: /auflisten$/ }).count()); steps += 1) {
      await move(map, "Karte vergrößern");
    }
    await map.getByRole("button", { name: /auflisten$/ }).first().press("Enter");
    await expect(page).toHaveURL(/bbox=/);
    await expect(results(page).first()).toBeInViewport();
  }
});

test("a group opens with one step where zooming takes it apart", WITH_SCRIPT, async ({ page, visit }) => {
  await page.setViewportSize(DESK);
  await visit("/explore?view=map");
  const map = await mapOf(page);
  const groups = map.getByRole("button", { name: /Einträge, vergrößern/ });
  for (let turn = 0; turn < 4 && (await groups.count()); turn += 1) {
    const before = await pins(map).evaluateAll((all) => all.map((pin) => pin.getAttribute("aria-label")));
    const pin = groups.first();
    const held = await pin.getAttribute("aria-label");
    await pin.press("Enter");
    await expect.poll(async () => (await pins(map).evaluateAll((all) => all.map((one) => one.getAttribute("aria-label")))).join()).not.toBe(before.join());
    await expect(map.getByRole("button", { name: held, exact: true }), "the same group is gone").toHaveCount(0);
  }
});

test("in another site's frame a group opens in a page of its own", WITH_SCRIPT, async ({ page, visit, context }) => {
  await visit("/embed?view=map&near=Freiburg&km=10");
  const map = await mapOf(page);
  const group = map.getByRole("button", { name: /auflisten$/ }).first();
  const [, held] = (await group.getAttribute("aria-label")).match(/^(\d+) Einträge/);
  const [opened] = await Promise.all([context.waitForEvent("page"), group.press("Enter")]);
  await expect(opened).toHaveURL(/\/explore\?.*bbox=/);
  expect(await total(opened)).toBe(Number(held));
});

test("what has no point is counted by how far it reaches, and can be listed", async ({ page, visit }) => {
  await visit("/explore?view=map&kind=project");
  const legend = page.locator("#legend");
  await expect(legend.getByRole("list", { name: "Ohne Punkt auf der Karte:" }).getByRole("link")).toHaveText(["2 bundesweit", "3 international"]);
  await legend.getByRole("link", { name: "2 bundesweit" }).click();
  await expect(page).toHaveURL("/explore?kind=project&on_map=nationwide");
  await expect(results(page)).toHaveCount(2);
  await expect(page.locator("#found .card-facts").first()).toContainText("Bundesweit");
});

test("from the skip link to an opened project by keyboard alone", WITH_SCRIPT, async ({ page, visit }) => {
  await page.setViewportSize(DESK);
  await visit("/explore?view=map&q=carifix&kind=project");
  const map = await mapOf(page);
  const skip = map.getByRole("link", { name: "Karte überspringen" });
  await skip.focus();
  await expect(skip).toBeVisible();
  await page.keyboard.press("Tab");
  await expect(map.getByRole("region", { name: "Karte der Treffer" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(map.locator(".pm-pin:focus")).toHaveAccessibleName(/^Projekt: CariFIX/);
  await page.keyboard.press("Enter");
  await expect(map.getByRole("dialog").getByRole("link", { name: /CariFIX/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/projects\/carifix$/);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("CariFIX");
});

test("the map holds nobody: Tab leads through it and the skip link past it", WITH_SCRIPT, async ({ page, visit }) => {
  await visit("/explore?view=map");
  const map = await mapOf(page);
  const inside = () => map.evaluate((element) => element.contains(document.activeElement));
  await map.getByRole("link", { name: "Karte überspringen" }).focus();
  let stops = 0;
  for (; stops < 30 && (await inside()); stops += 1) await page.keyboard.press("Tab");
  expect(stops).toBeGreaterThan(8);
  expect(await inside()).toBe(false);
  await map.getByRole("link", { name: "Karte überspringen" }).focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  expect(await inside()).toBe(false);
});

test("without WebGL 2 a sentence says so and the list has everything", WITH_SCRIPT, async ({ page, visit }) => {
  await page.addInitScript(() => {
    const context = HTMLCanvasElement.prototype.getContext;
    HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
      return /webgl/.test(kind) ? null : context.call(this, kind, ...rest);
    };
  });
  await visit("/explore?view=map");
  const map = page.locator("project-map");
  await map.scrollIntoViewIfNeeded();
  await expect(map).toHaveAttribute("data-state", "unavailable");
  await expect(map).toHaveText(/Dieser Browser kann die Karte nicht zeichnen.*Alles steht auch in der Liste\.$/s);
  await expect(map.getByText("Die Karte braucht JavaScript.")).toBeHidden();
  await expect(results(page)).toHaveCount(20);
  await expect(page.getByRole("button", { name: /auf der Karte zeigen/ })).toHaveCount(0);
});

test("without JavaScript the map says so and the list has everything", async ({ page, visit, javaScriptEnabled }) => {
  test.skip(javaScriptEnabled);
  await visit("/explore?view=map&bbox=6,50,8,52");
  await expect(page.getByText("Die Karte braucht JavaScript. Alles steht auch in der Liste.")).toBeVisible();
  await expect(count(page)).toHaveText(/im Ausschnitt, 353 insgesamt, 145 ohne Ort$/);
  await expect(page.getByRole("button", { name: /auf der Karte zeigen/ })).toHaveCount(0);
});

for (const [name, options] of [["dark", { colorScheme: "dark" }], ["with more contrast", { contrast: "more" }], ["light", { colorScheme: "light" }]]) {
  test(`the map draws ${name}, on a phone too`, WITH_SCRIPT, async ({ page, visit }) => {
    await page.emulateMedia(options);
    await page.setViewportSize(PHONE);
    await visit("/explore?view=map");
    const map = await mapOf(page);
    await expect(pins(map).first()).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(wide).toBeLessThanOrEqual(PHONE.width);
    // What can be pressed is large enough.
    const sizes = await map.locator("button:visible, a:visible, label:visible").evaluateAll((all) =>
      all.map((element) => element.getBoundingClientRect()).filter(({ width, height }) => width > 1 && (width < 24 || height < 24)).length,
    );
    expect(sizes).toBe(0);
  });
}

test("a project's place is a picture that needs no keyboard", WITH_SCRIPT, async ({ page, visit }) => {
  await visit("/projects/carifix");
  const map = await mapOf(page);
  await expect(map.getByRole("button")).toHaveCount(0);
  await expect(map.locator(".pm-mark")).toBeVisible();
});
