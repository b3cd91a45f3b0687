// Starts the islands of a page. It does what the inline script of leptos' <HydrationScripts> does, as a file: so the
// policy of pages can refuse every inline script. Neither bindings nor wasm are loaded before somebody turns to an island.

// Where the bindings look for what a page would bring along for resources and errors inside islands. Ours get
// all they need as properties or children.
globalThis.__RESOLVED_RESOURCES = [];
globalThis.__SERIALIZED_ERRORS = [];
globalThis.__INCOMPLETE_CHUNKS = [];

// What says that somebody is about to use an island, not only to read the page.
const SIGNS = ["pointerover", "touchstart", "focusin", "keydown"];
/** So long a link waits, in ms, for the island that follows it without loading a page. */
const PATIENCE = 1000;

// A module runs once the page is read: all islands are there.
const islands = document.querySelectorAll("leptos-island");
if (islands.length) waitForSigns();

// The half of the page's weight that only makes it livelier comes when it is wanted. Until it is there, links and
// forms lead to whole pages.
function waitForSigns() {
  const waiting = new AbortController();
  let coming;
  // What did not come, a bad network say, is asked for again at the next sign.
  const wake = () => (coming ??= start().then(() => waiting.abort(), () => (coming = undefined)));
  for (const island of islands) for (const sign of SIGNS) island.addEventListener(sign, wake, { signal: waiting.signal, passive: true });
  // The first link that somebody follows would load a page, which begins at its top, although its island is about to
  // come: it waits a little.
  const hold = (event) => {
    // The map's own links are gone by then.
    const link = event.target.closest("a[data-live]:not([hidden])");
    if (!link || event.defaultPrevented || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    const late = new Promise((done) => setTimeout(done, PATIENCE));
    Promise.race([wake(), late]).then(() => (waiting.signal.aborted ? link.click() : location.assign(link.href)));
  };
  for (const island of islands) island.addEventListener("click", hold, { signal: waiting.signal });
  // A page that is of no use without its island does not wait.
  if (document.querySelector("leptos-island [data-wake]")) wake();
  // Steps of an island's history, made before the page was loaded anew: nobody is awake to take them. Links within
  // the page move no further than it.
  const shown = location.pathname + location.search;
  addEventListener("popstate", () => location.pathname + location.search === shown || location.reload(), { signal: waiting.signal });
}

async function start() {
  const bindings = await import(new URL("allmende.js", import.meta.url));
  await bindings.default({ module_or_path: new URL("allmende_bg.wasm", import.meta.url) });
  bindings.hydrate();
  await walk(document.body, bindings, []);
  for (const island of islands) island.dataset.awake = "";
  // What was typed in the meantime counts; once, also where an island lies in another.
  for (const field of document.querySelectorAll("leptos-island input")) {
    if (field.value !== field.defaultValue) field.dispatchEvent(new Event("input", { bubbles: true }));
  }
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
