import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ROOM, baseStyle, rooms } from "../src/base-style.js";

const style = (more) => baseStyle({ language: "de", origin: "https://a.example", asked: { type: "FeatureCollection", features: [] }, ...more });

test("the base map's files are those that are recorded with their sources", () => {
  const recorded = readFileSync(new URL("../basemap/README.md", import.meta.url), "utf8").matchAll(/^ +([0-9a-f]{64}) {2}(\S+)$/gm);
  const sums = Object.fromEntries([...recorded].map(([, sum, file]) => [file, sum]));
  assert.deepEqual(Object.keys(sums).sort(), ["europe.pmtiles", "world.pmtiles"]);
  for (const [file, sum] of Object.entries(sums)) {
    const bytes = readFileSync(new URL(`../../../public/map/${file}`, import.meta.url));
    assert.equal(createHash("sha256").update(bytes).digest("hex"), sum, file);
  }
});

test("tiles carry the version in their address", () => {
  const tiles = (more) => Object.values(style(more).sources).flatMap((source) => source.tiles ?? []);
  assert.deepEqual(tiles({ version: "0a" }), ["https://a.example/map/base/world-0a/{z}/{x}/{y}", "https://a.example/map/base/europe-0a/{z}/{x}/{y}"]);
  assert.ok(tiles({}).every((address) => /\/(world|europe)\/\{z\}/.test(address)));
});

test("all that is written is in the language of the page", () => {
  for (const [language, first] of [["de", ["get", "name"]], ["en", ["coalesce", ["get", "name_en"], ["get", "name"]]]]) {
    const fields = style({ language }).layers.filter((layer) => layer.type === "symbol").map((layer) => layer.layout["text-field"]);
    assert.equal(fields.length, 4);
    for (const field of fields) assert.deepEqual(field, first);
  }
});

test("light, dark and high contrast differ, and nothing comes from elsewhere", () => {
  const all = [{}, { dark: true }, { contrast: true }, { dark: true, contrast: true }].map((more) => JSON.stringify(style(more)));
  assert.equal(new Set(all).size, 4);
  for (const text of all) assert.deepEqual([...text.matchAll(/https?:\/\/([^/"]+)/g)].map(([, host]) => host).filter((host) => host !== "a.example"), []);
});

test("names of places make way for the pins, which are as wide as their style says", () => {
  const places = style().layers.filter((layer) => layer["source-layer"] === "place");
  assert.equal(places.length, 2);
  for (const { layout } of places) {
    const anchors = layout["text-variable-anchor-offset"].filter((part) => typeof part === "string");
    assert.equal(anchors[0], "center");
    assert.deepEqual([...new Set(anchors)].sort(), ["bottom", "center", "left", "right", "top"]);
    // What may overlap does not make way.
    assert.ok(!layout["text-allow-overlap"] && !layout["text-overlap"]);
  }
  const { layout } = rooms("entries", "entries");
  assert.deepEqual([layout["icon-image"], layout["icon-allow-overlap"], layout["icon-ignore-placement"]], [ROOM.id, true, undefined]);
  const css = readFileSync(new URL("../src/project-map.css", import.meta.url), "utf8");
  const inCss = [...css.matchAll(/--size: ([\d.]+)rem/g)].map(([, rem]) => 16 * rem);
  const inRooms = layout["icon-size"][1][2].filter((part, n) => n === 2 || (n > 2 && n % 2 === 0));
  assert.deepEqual(inRooms, inCss);
});
