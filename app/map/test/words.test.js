import assert from "node:assert/strict";
import { test } from "node:test";
import { wordsFor } from "../src/words.js";

test("counts are written as people write them", () => {
  const de = wordsFor("de-AT");
  assert.equal(de.inView({ groups: 12, entries: 1064 }), "12 Gruppen, 1.064 Einträge zu sehen");
  assert.equal(de.inView({ groups: 0, entries: 1 }), "1 Eintrag zu sehen");
  assert.equal(de.inView({ groups: 0, entries: 0 }), "Keine Einträge zu sehen");
  assert.equal(de.cluster(29_212), "29.212 Einträge, vergrößern");
  assert.equal(de.cluster(3, true), "3 Einträge, auflisten");
  assert.equal(de.short(29_212), "29k");
  assert.equal(wordsFor("en").inView({ groups: 1, entries: 2000 }), "1 group, 2,000 entries in view");
});

test("a pin for one entry is named by kind and title", () => {
  assert.equal(wordsFor("de").single({ kind: "lesson", title: "Erst fragen" }), "Erfahrung: Erst fragen");
});

test("both languages have the same words", () => {
  assert.deepEqual(Object.keys(wordsFor("en")), Object.keys(wordsFor(undefined)));
});
