// What search engines, previews and feed readers learn of a page.
import { PAGES, withParameter } from "../support/pages.js";
import { expect, test } from "../support/test.js";

/** Pages that search engines shall not list: they answer one search, show what is elsewhere, or wait for the operator's text. */
const UNLISTED = ["a search", "a search with a word put right", "a search content with some words", "map", "table", "nothing found", "all values of a facet", "a revision", "imprint", "the code for other sites", "signing in", "signing in with a code", "a link to sign in with that is over", "an account of nobody", "a new organisation of nobody", "claiming an organisation", "an invitation that is over", "a question that was answered", "all components", "reporting something", "choosing what to correct", "correcting something", "telling of a project", "a suggestion that was sent", "a suggestion that is over", "a wrong address", "an unknown address"];

const once = { tag: "@javascript" };
const content = (page, name) => page.locator(`head meta[name="${name}"], head meta[property="${name}"]`).getAttribute("content");
const href = (page, rest) => page.locator(`head link${rest}`).evaluate((link) => link.href);

test("every page has a title and a description of its own", once, async ({ page, visit }) => {
  test.slow();
  const titles = new Map();
  for (const lang of ["de", "en"]) {
    for (const [name, { path, status }] of Object.entries(PAGES)) {
      await visit(withParameter(path, "lang", lang), status);
      const title = await page.title();
      expect.soft(title, `${name}, ${lang}`).toContain("Allmende");
      titles.set(title, [...(titles.get(title) ?? []), `${name}, ${lang}`]);
      const description = await content(page, "description");
      expect.soft(description.length, `${name}, ${lang}: ${description}`).toBeGreaterThanOrEqual(50);
      expect.soft(description.length, `${name}, ${lang}: ${description}`).toBeLessThanOrEqual(170);
      expect.soft(await content(page, "og:description")).toBe(description);
      expect.soft(await content(page, "og:locale"), name).toBe(lang === "de" ? "de_DE" : "en_GB");
      expect.soft(await page.locator("head title").count(), name).toBe(1);
    }
  }
  // Views of the same thing share its title, and so do both languages of an entry.
  const twins = [...titles.values()].map((names) => new Set(names.map((name) => FAMILY[name.split(", ")[0]] ?? name.split(", ")[0])));
  expect(twins.filter((names) => names.size > 1).map((names) => [...names])).toEqual([]);
});

const FAMILY = { map: "list", table: "list", "a new organisation of nobody": "an account of nobody" };

test("every listed page names its own address and those of its languages", once, async ({ page, visit }) => {
  test.slow();
  for (const [name, { path, status }] of Object.entries(PAGES)) {
    await visit(path, status);
    if (UNLISTED.includes(name)) {
      expect.soft(await content(page, "robots"), name).toBe("noindex");
      expect.soft(await page.locator("head link[rel=canonical]").count(), name).toBe(0);
      continue;
    }
    const german = new URL(path, page.url()).href;
    const english = new URL(withParameter(path, "lang", "en"), page.url()).href;
    for (const [lang, own] of [["de", german], ["en", english]]) {
      await visit(withParameter(path, "lang", lang));
      expect.soft(await page.locator('head meta[name="robots"]').count(), name).toBe(0);
      expect.soft(await href(page, "[rel=canonical]"), name).toBe(own);
      expect.soft(await content(page, "og:url"), name).toBe(own);
      expect.soft(await href(page, "[hreflang=de]"), name).toBe(german);
      expect.soft(await href(page, "[hreflang=en]"), name).toBe(english);
      expect.soft(await href(page, "[hreflang=x-default]"), name).toBe(german);
    }
  }
});

test("machines can read what a page is about", once, async ({ page, visit }) => {
  const expected = [
    ["/", "WebSite", "name", "Allmende"],
    ["/projects/carifix", "Article", "headline", /^CariFIX/],
    ["/lessons/quellen-kuratieren", "Article", "headline", /Quellen/],
    ["/organisations/dicv-koeln", "Organization", "name", /Köln/],
  ];
  for (const [path, type, key, value] of expected) {
    await visit(path);
    const [data, ...more] = (await page.locator('script[type="application/ld+json"]').allTextContents()).map((text) => JSON.parse(text));
    expect(more, path).toEqual([]);
    expect(data).toMatchObject({ "@context": "https://schema.org", "@type": type });
    expect(data[key], path).toMatch(value);
    expect(new URL(data.url).protocol, path).toMatch(/^https?:$/);
  }
});

test("previews are pictures of the size they promise", once, async ({ page, visit, request }) => {
  const seen = new Set();
  for (const path of ["/", "/lessons", "/projects/carifix", "/lessons/quellen-kuratieren", "/organisations/dicv-koeln"]) {
    await visit(path);
    const address = await content(page, "og:image");
    const answer = await request.get(address);
    expect(answer.status(), address).toBe(200);
    expect(answer.headers()["content-type"], address).toBe("image/png");
    const picture = await answer.body();
    expect(picture.subarray(1, 4).toString()).toBe("PNG");
    const size = [picture.readUInt32BE(16), picture.readUInt32BE(20)];
    expect(size, address).toEqual([1200, 630]);
    expect([await content(page, "og:image:width"), await content(page, "og:image:height")]).toEqual(size.map(String));
    seen.add(picture.toString("base64"));
  }
  expect(seen.size, "entries have pictures of their own").toBe(4);
});

test("feed readers and search engines find their way", once, async ({ page, visit, request }) => {
  await visit("/explore?topic=care");
  const feeds = await page.locator('head link[type="application/atom+xml"]').evaluateAll((links) => links.map((link) => link.href));
  expect(feeds.map((feed) => new URL(feed).search)).toEqual(["", "?topic=care"]);
  for (const address of feeds) {
    const feed = await request.get(address);
    expect(feed.status()).toBe(200);
    expect(feed.headers()["content-type"]).toMatch(/^application\/atom\+xml/);
  }
  const robots = await (await request.get("/robots.txt")).text();
  const [, sitemap] = robots.match(/^Sitemap: (.+)$/m);
  const addresses = [...(await (await request.get(sitemap)).text()).matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, address]) => address);
  for (const path of ["/", "/lessons", "/projects/carifix", "/lessons/quellen-kuratieren", "/organisations/dicv-koeln", "/about"]) {
    expect(addresses).toContain(new URL(path, page.url()).href);
  }
  // What it lists is what the pages themselves call their address.
  await visit(addresses.find((address) => address.includes("/projects/")));
  expect(addresses).toContain(await href(page, "[rel=canonical]"));
});
