// Everything around the map: the link that skips it, the buttons that move it, what is in view, the credits.

const CREDITS = "Natural Earth · GeoNames (CC BY 4.0) · GSHHG (LGPL-3)";
const BUTTONS = [
  { name: "west", path: "M15 5l-7 7 7 7", pan: [-1, 0] },
  { name: "north", path: "M5 15l7-7 7 7", pan: [0, -1] },
  { name: "south", path: "M5 9l7 7 7-7", pan: [0, 1] },
  { name: "east", path: "M9 5l7 7-7 7", pan: [1, 0] },
  { name: "zoomOut", path: "M5 12h14", zoom: -1 },
  { name: "zoomIn", path: "M5 12h14M12 5v14", zoom: 1 },
];
/** A press of a button moves the map by this part of its width or height. */
const STRIDE = 0.4;
let frames = 0;

/**
 * The frame. `connect` it to its map; `tell` changes the line about what is in view; `add` puts a button below; `offerAll`
 * shows the button for all hits or hides it. `follow` is the way to search where the map is, if there is one.
 */
export function createFrame({ words, interactive, follow, showAll }) {
  const id = `pm-${(frames += 1)}`;
  const element = create("div", "pm-frame");
  const canvas = create("div", "pm-map");
  const credits = create("small", "pm-credits", CREDITS);
  if (!interactive) {
    element.append(canvas, credits);
    return { element, canvas, credits, connect: showAsPicture, tell() {}, offerAll() {} };
  }
  const skip = create("a", "pm-skip", words.skip);
  skip.href = `#${id}-end`;
  const howTo = create("p", "pm-unseen", words.howTo);
  howTo.id = `${id}-how-to`;
  const status = create("p", "pm-status");
  status.setAttribute("role", "status");
  const controls = create("div", "pm-controls");
  controls.setAttribute("role", "group");
  controls.setAttribute("aria-label", words.move);
  const all = create("button", "pm-all", words.all);
  all.type = "button";
  all.hidden = true;
  all.addEventListener("click", showAll);
  const foot = create("div", "pm-foot");
  foot.append(status, ...(follow ? [follow.label] : []), all, credits);
  const end = create("span", "pm-end");
  end.id = `${id}-end`;
  end.tabIndex = -1;
  element.append(skip, howTo, canvas, ...(follow ? [follow.link] : []), controls, foot, end);
  return {
    element,
    canvas,
    credits,
    tell: (sentence) => {
      if (status.textContent !== sentence) status.textContent = sentence;
    },
    add: (button) => credits.before(button),
    offerAll: (yes) => {
      all.hidden = !yes;
    },
    connect(map) {
      map.getCanvas().setAttribute("aria-describedby", howTo.id);
      controls.append(...BUTTONS.map((button) => createButton(button, words, map)));
    },
  };
}

function showAsPicture(map) {
  map.getCanvas().setAttribute("role", "img");
}

function createButton({ name, path, pan, zoom }, words, map) {
  const button = create("button", "pm-button");
  button.type = "button";
  button.title = words[name];
  button.setAttribute("aria-label", words[name]);
  button.append(icon(path));
  button.addEventListener("click", () => {
    const { clientWidth: width, clientHeight: height } = map.getContainer();
    if (pan) map.panBy([pan[0] * width * STRIDE, pan[1] * height * STRIDE], {}, { byPerson: true });
    else map.zoomTo(Math.round(map.getZoom()) + zoom, {}, { byPerson: true });
  });
  return button;
}

function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

function create(name, className, text = "") {
  const element = document.createElement(name);
  element.className = className;
  element.textContent = text;
  return element;
}
