import assert from "node:assert/strict";
import { test } from "node:test";
import { entriesUrl, parseBounds, parsePoint } from "../src/attributes.js";

test("bounds are four numbers, south before north", () => {
  assert.deepEqual(parseBounds("5.8, 47.2,15,55"), [5.8, 47.2, 15, 55]);
  for (const wrong of [null, "", "1,2,3", "1,2,3,x", "1,2,,4", "5,55,15,47"]) assert.equal(parseBounds(wrong), undefined, wrong);
});

test("a point is two numbers", () => {
  assert.deepEqual(parsePoint("6.96,50.94"), [6.96, 50.94]);
  assert.equal(parsePoint("6.96"), undefined);
});

test("tiles are asked for with the query, but without what only changes the list", () => {
  assert.equal(entriesUrl("http://h", null), "http://h/map/entries/{z}/{x}/{y}.mvt");
  const url = entriesUrl("http://h", "q=f%C3%BCr+alle&topic=care&topic=health&page=2&sort=title&bbox=1,2,3,4");
  assert.equal(url, "http://h/map/entries/{z}/{x}/{y}.mvt?q=f%C3%BCr+alle&topic=care&topic=health");
});
