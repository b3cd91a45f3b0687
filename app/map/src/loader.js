// Loads the map's code and style only once a <project-map> comes into view. Belongs on every page that has one.
// They lie beside this file, under whatever address it was loaded from.

const near = new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && load(), { rootMargin: "200px" });
// A map may also come into the page later, with a list that was fetched anew.
const arriving = new MutationObserver(watch);

function watch() {
  for (const map of document.querySelectorAll("project-map")) {
    // It says that a map needs JavaScript, which is there.
    map.querySelector(".map-fallback")?.remove();
    near.observe(map);
  }
}

function load() {
  near.disconnect();
  arriving.disconnect();
  const style = document.createElement("link");
  style.rel = "stylesheet";
  style.href = beside("project-map.css");
  // The element measures itself when it starts: its style has to be there.
  style.onload = style.onerror = () => import(beside("project-map.js"));
  document.head.append(style);
}

function beside(file) {
  return new URL(file, import.meta.url).href;
}

watch();
arriving.observe(document.documentElement, { childList: true, subtree: true });
