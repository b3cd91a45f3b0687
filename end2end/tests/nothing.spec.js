// Nothing found is no dead end: every way on leads to as many entries as it says.
import { count, total } from "../support/pages.js";
import { expect, test } from "../support/test.js";

const ways = (page) => page.locator(".nothing").getByRole("link", { name: /\d Eintr/ });

test("each way on finds as many as it says", async ({ page, visit }) => {
  test.slow();
  const addresses = ["/explore?q=xyzzyplugh&topic=care", "/explore?q=Wald&topic=care&phase=idea", "/lessons?q=Wald&theme=funding&outcome=failed", "/explore?q=Roboter+Pflege&region=fr"];
  for (const address of addresses) {
    await visit(address);
    expect(await total(page), address).toBe(0);
    const words = await ways(page).allTextContents();
    expect(words.length, address).toBeGreaterThan(0);
    for (const way of words) {
      await visit(address);
      await ways(page).filter({ hasText: way }).first().click();
      await expect(count(page)).not.toHaveText(/^Keine/);
      expect(await total(page), `${address}: ${way}`).toBe(Number(way.match(/([\d.]+) Eintr/)[1].replaceAll(".", "")));
    }
  }
});

test("topics near the words are offered", async ({ page, visit }) => {
  await visit("/explore?q=Pfelge&region=fr");
  const near = page.locator(".nothing").getByRole("link", { name: /^„Thema: Pflege“: \d+ Einträge$/ });
  await near.click();
  await expect(page).toHaveURL("/explore?topic=care");
});

test("where no search helps, there are people, a feed and a way to tell us", async ({ page, visit, request }) => {
  await visit("/explore?q=xyzzyplugh&topic=care");
  const nothing = page.locator(".nothing");
  const feed = await nothing.getByRole("link", { name: "Neue Treffer abonnieren" }).getAttribute("href");
  expect(feed).toBe("/feed.atom?q=xyzzyplugh&topic=care");
  const answer = await request.get(feed);
  expect(answer.headers()["content-type"]).toContain("application/atom+xml");
  await expect(nothing.getByRole("link", { name: "Sagt uns, was fehlt" })).toBeVisible();
  await nothing.getByRole("link", { name: "Eine Organisation fragen" }).click();
  await expect(page).toHaveURL("/organisations");
  await visit("/explore?q=xyzzyplugh&lang=en");
  await expect(nothing.getByRole("link", { name: "Follow new results" })).toHaveAttribute("href", "/feed.atom?q=xyzzyplugh&lang=en");
});
