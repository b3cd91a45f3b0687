// Starts the islands of a page. It does what the inline script of leptos' <HydrationScripts> does, as a file: so the
// policy of pages can refuse every inline script. A page without islands loads neither bindings nor wasm.

// Where the bindings look for what a page would bring along for resources and errors inside islands. Ours get
// all they need as properties or children.
globalThis.__RESOLVED_RESOURCES = [];
globalThis.__SERIALIZED_ERRORS = [];
globalThis.__INCOMPLETE_CHUNKS = [];

// A module runs once the page is read: all islands are there.
if (document.querySelector("leptos-island")) whenIdle(start);

function whenIdle(work) {
  if ("requestIdleCallback" in window) requestIdleCallback(work);
  else work();
}

async function start() {
  const bindings = await import(new URL("allmende.js", import.meta.url));
  await bindings.default({ module_or_path: new URL("allmende_bg.wasm", import.meta.url) });
  bindings.hydrate();
  await walk(document.body, bindings, []);
}

/** Depth first, one island after the other; `outer` are the calls that bring an island's context to its children. */
async function walk(element, bindings, outer) {
  if (element.localName === "leptos-island") await hydrate(element, bindings, outer.at(-1));
  const calls = element.localName === "leptos-children" ? [...outer, element.$$on_hydrate] : outer;
  for (const child of element.children) await walk(child, bindings, calls);
}

async function hydrate(island, bindings, enterContext) {
  const name = island.dataset.component;
  if (!bindings[name]) return console.warn(`There is no island ${name}.`);
  enterContext?.();
  await bindings[name](island);
}
