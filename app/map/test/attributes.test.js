import assert from "node:assert/strict";
import { test } from "node:test";
import { addressOf, circle, entriesUrl, outline, parseBounds, parsePoint, sectionOf } from "../src/attributes.js";

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

test("bounds over the antimeridian go on to the east", () => {
  assert.deepEqual(parseBounds("170,-20,-170,20"), [170, -20, 190, 20]);
});

test("a section is written in degrees that exist", () => {
  assert.equal(sectionOf([5.87, 47.27, 15.040_04, 55]), "5.87,47.27,15.04,55");
  assert.equal(sectionOf([-300, -95, 300, 95]), "-180,-90,180,90");
  assert.equal(sectionOf([170, -20, 190, 20]), "170,-20,-170,20");
});

test("another section takes the place of the old one and of a circle, and leads to the first page", () => {
  const address = addressOf("http://h/explore?q=a&bbox=1,2,3,4&near=K%C3%B6ln&km=50&sort=distance&page=3&view=map", "5,6,7,8");
  assert.equal(address, "/explore?q=a&view=map&bbox=5%2C6%2C7%2C8");
  assert.equal(addressOf("http://h/organisations?sort=title", "5,6,7,8"), "/organisations?sort=title&bbox=5%2C6%2C7%2C8");
});

test("what was asked for is a closed line", () => {
  assert.deepEqual(outline([1, 2, 3, 4]), [[1, 2], [3, 2], [3, 4], [1, 4], [1, 2]]);
  const line = circle([6.96, 50.94, 30]);
  assert.deepEqual(line.at(0), line.at(-1));
  const highest = Math.max(...line.map(([, lat]) => lat));
  assert.ok(Math.abs(highest - (50.94 + 30 / 111.195)) < 0.001);
});
