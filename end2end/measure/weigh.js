// What a first view of a page weighs: the bytes that come over the wire into an empty cache, headers included.

/** Pages with a map, without one, and the one with the island. */
export const PAGES = ["/", "/explore", "/projects/carifix", "/lessons/quellen-kuratieren"];
export const KINDS = ["HTML", "CSS", "JS", "wasm", "fonts", "other"];

/** Bytes by kind, and what was left out: `{ path, HTML, CSS, …, total, leftOut: { images, map } }`. */
export async function weigh(browser, baseURL, path) {
  // A context of its own has a cache of its own: it is empty.
  const context = await browser.newContext({ locale: "de-DE", viewport: { width: 412, height: 823 } });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  const answers = new Map();
  const sums = { path, ...Object.fromEntries(KINDS.map((kind) => [kind, 0])), total: 0, leftOut: { images: 0, map: 0 } };
  session.on("Network.responseReceived", ({ requestId, type, response }) => answers.set(requestId, { type, ...response }));
  session.on("Network.loadingFinished", ({ requestId, encodedDataLength }) => {
    const answer = answers.get(requestId);
    if (!answer) return;
    const leftOut = kindLeftOut(answer);
    if (leftOut) sums.leftOut[leftOut] += encodedDataLength;
    else {
      sums[kind(answer)] += encodedDataLength;
      sums.total += encodedDataLength;
    }
  });
  await session.send("Network.enable");
  await page.goto(new URL(path, baseURL).href, { waitUntil: "networkidle" });
  await context.close();
  return sums;
}

/** The map's code, style, lettering and tiles; not its loader, which every page with a map has. */
function kindLeftOut({ type, url, mimeType }) {
  const { pathname } = new URL(url);
  if (/\/map\/(?!loader\.js$)|\/fonts\/noto-/.test(pathname)) return "map";
  if (type === "Image" || mimeType.startsWith("image/")) return "images";
  return undefined;
}

function kind({ type, mimeType }) {
  if (mimeType === "application/wasm") return "wasm";
  return { Document: "HTML", Stylesheet: "CSS", Script: "JS", Font: "fonts" }[type] ?? "other";
}
