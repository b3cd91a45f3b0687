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
});
