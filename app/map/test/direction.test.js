import assert from "node:assert/strict";
import { test } from "node:test";
import { nextInDirection } from "../src/direction.js";

const from = { x: 100, y: 100 };

test("the nearest pin in the direction of the key, straying counted double", () => {
  const others = [["near but aside", { x: 130, y: 160 }], ["straight", { x: 180, y: 105 }], ["behind", { x: 90, y: 100 }]];
  assert.equal(nextInDirection("ArrowRight", from, others), "straight");
  assert.equal(nextInDirection("ArrowLeft", from, others), "behind");
  assert.equal(nextInDirection("ArrowDown", from, others), "near but aside");
});

test("nothing ahead is null, another key is undefined", () => {
  assert.equal(nextInDirection("ArrowUp", from, [["below", { x: 100, y: 200 }]]), null);
  assert.equal(nextInDirection("Enter", from, [["below", { x: 100, y: 200 }]]), undefined);
});
