// The operator's own map style, on a second server: nobody asks it before somebody wants streets, and then nobody else.
import { execFile, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import { test as plain, expect } from "@playwright/test";
import { mapOf } from "../support/pages.js";

/** Not the one that waits: the tile host of this very process has to answer meanwhile. */
const run = promisify(execFile);
const ROOT = resolve(import.meta.dirname, "../..");

/** A host with a style of one colour and one raster source, and all that it was asked. */
async function tileHost() {
  const asked = [];
  const png = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==", "base64");
  const server = createServer((request, answer) => {
    asked.push(request.url);
    const origin = `http://${request.headers.host}`;
    answer.setHeader("access-control-allow-origin", "*");
    if (request.url === "/style.json") {
      const sources = { streets: { type: "raster", tiles: [`${origin}/{z}/{x}/{y}.png`], tileSize: 256, attribution: '© <a href="https://osm.example/copyright">Strassenkarte</a>' } };
      const layers = [{ id: "ground", type: "background", paint: { "background-color": "#123456" } }, { id: "streets", type: "raster", source: "streets" }];
      answer.setHeader("content-type", "application/json").end(JSON.stringify({ version: 8, sources, layers }));
    } else {
      answer.setHeader("content-type", "image/png").end(png);
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  // By another name than ours: browsers take it for another site.
  return { url: `http://localhost:${server.address().port}/style.json`, asked, close: () => server.close() };
}

/** Our server with settings of its own. */
async function serve(settings) {
  const data = mkdtempSync(join(tmpdir(), "allmende-streets-"));
  const binary = resolve(ROOT, process.env.ALLMENDE_BIN ?? "target/debug/allmende");
  const port = await new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const free = probe.address().port;
      probe.close(() => done(free));
    });
  });
  const base = `http://127.0.0.1:${port}`;
  const env = { ALLMENDE_SITE_DIR: join(ROOT, "target/site"), ...process.env, ALLMENDE_ADDR: `127.0.0.1:${port}`, ALLMENDE_DATA_DIR: data, ...settings };
  await run(binary, ["import", join(ROOT, "server/sample")], { env });
  const { stdout: check } = await run(binary, ["check-config"], { env });
  const server = spawn(binary, ["serve"], { env, stdio: "ignore" });
  for (let tries = 0; tries < 300; tries += 1) {
    if (await fetch(`${base}/readyz`).then((answer) => answer.ok, () => false)) break;
    await sleep(100);
  }
  const stop = async () => {
    const ended = new Promise((done) => server.on("exit", done));
    server.kill("SIGTERM");
    await ended;
    rmSync(data, { recursive: true, force: true });
  };
  return { base, check, env, binary, stop };
}

const test = plain.extend({
  tiles: async ({}, use) => {
    const host = await tileHost();
    await use(host);
    host.close();
  },
  ours: async ({ tiles }, use) => {
    const server = await serve({ ALLMENDE_MAP_STYLE_URL: tiles.url });
    await use(server);
    await server.stop();
  },
});

test("streets are loaded from the operator's host by those who ask for them", { tag: "@javascript" }, async ({ page, tiles, ours }) => {
  test.slow();
  const errors = [];
  const hosts = new Set();
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("request", (request) => /^http/.test(request.url()) && hosts.add(new URL(request.url()).host));
  expect(ours.check, "check-config").toContain("The map style can be loaded");
  tiles.asked.length = 0;

  await page.goto(`${ours.base}/embed?view=map`);
  let map = await mapOf(page);
  expect([...hosts], "before anybody asks").toEqual([new URL(ours.base).host]);
  const pins = await map.locator(".pm-pin").count();
  const host = new URL(tiles.url).host;
  const button = map.getByRole("button", { name: `Straßen zeigen (lädt von ${host})` });
  await button.click();
  await expect.poll(() => tiles.asked.some((path) => path.endsWith(".png"))).toBe(true);
  await expect(map.getByRole("link", { name: "Strassenkarte" })).toHaveAttribute("href", "https://osm.example/copyright");
  await expect(map.locator(".pm-pin")).toHaveCount(pins);
  expect([...hosts].sort(), "ours and that one").toEqual([new URL(ours.base).host, host].sort());

  // Remembered in this browser, until somebody wants our map back.
  tiles.asked.length = 0;
  await page.reload();
  map = await mapOf(page);
  await expect.poll(() => tiles.asked.length).toBeGreaterThan(0);
  await map.getByRole("button", { name: "Wieder unsere Karte zeigen" }).click();
  await expect(map.getByText("Natural Earth")).toBeVisible();
  await page.reload();
  tiles.asked.length = 0;
  await mapOf(page);
  expect(tiles.asked).toEqual([]);
  expect(errors).toEqual([]);
});

test("where the operator's host is away, our map stays", { tag: "@javascript" }, async ({ page, tiles, ours }) => {
  test.slow();
  tiles.close();
  await page.goto(`${ours.base}/embed?view=map`);
  const map = await mapOf(page);
  await map.getByRole("button", { name: /^Straßen zeigen/ }).click();
  await expect(map.getByRole("button", { name: /^Straßen zeigen/ })).toBeVisible();
  await expect(map.getByText("Natural Earth")).toBeVisible();
});

test("a style that loads from other hosts is refused before anybody sees it", { tag: "@javascript" }, async ({ tiles }) => {
  const other = createServer((_, answer) => {
    answer.setHeader("access-control-allow-origin", "*").end(JSON.stringify({ version: 8, sources: { a: { type: "raster", tiles: ["https://elsewhere.example/{z}/{x}/{y}.png"] } }, layers: [] }));
  });
  await new Promise((done) => other.listen(0, "127.0.0.1", done));
  const url = `http://localhost:${other.address().port}/style.json`;
  const wrong = await serve({ ALLMENDE_MAP_STYLE_URL: url }).then(() => "accepted", (error) => String(error.stderr ?? error));
  other.close();
  expect(wrong).toContain("https://elsewhere.example");
  expect(tiles.asked).toEqual([]);
});
