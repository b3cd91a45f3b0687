// What others read with their own tools.
import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "../support/test.js";

test("GDAL reads the GeoJSON, with every project that has a place", { tag: "@javascript" }, async ({ request }) => {
  const answer = await request.get("/api/v1/projects.geojson");
  expect(answer.headers()["content-type"]).toBe("application/geo+json");
  const file = join(mkdtempSync(join(tmpdir(), "allmende-export-")), "projects.geojson");
  writeFileSync(file, await answer.body());
  const report = execFileSync("ogrinfo", ["-so", "-al", file], { encoding: "utf8" });
  expect(report).toContain("using driver `GeoJSON' successful");
  expect(report).toMatch(/Geometry: Point/);
  const { located } = await (await request.get("/api/v1/projects?per_page=1")).json();
  expect(report).toContain(`Feature Count: ${located}`);
  expect(located).toBe(106);

  const geopackage = file.replace("geojson", "gpkg");
  execFileSync("ogr2ogr", ["-f", "GPKG", geopackage, file]);
  const converted = execFileSync("ogrinfo", ["-so", "-al", geopackage], { encoding: "utf8" });
  expect(converted).toContain(`Feature Count: ${located}`);
  const fields = [...converted.matchAll(/^(\w+): (?:String|DateTime|Integer|Real)/gm)].map(([, name]) => name);
  expect(fields).toEqual([
    "id", "language", "organisation", "organisation_name", "origin", "phase", "place", "slug", "summary", "title", "topics", "updated_at", "url",
  ]);
});

test("GDAL reads a tile", { tag: "@javascript" }, async ({ request }) => {
  const file = join(mkdtempSync(join(tmpdir(), "allmende-tile-")), "tile.mvt");
  writeFileSync(file, await (await request.get("/map/entries/5/16/10.mvt?kind=project")).body());
  const report = execFileSync("ogrinfo", ["-al", file], { encoding: "utf8" });
  expect(report).toMatch(/Layer name: entries/);
  expect(report).toMatch(/Geometry: (Multi )?Point/);
  const counts = [...report.matchAll(/^ {2}count \(\w+\) = (\d+)/gm)].map(([, count]) => Number(count));
  expect(counts.length).toBeGreaterThan(3);
  expect(counts.some((count) => count > 1)).toBe(true);
});
