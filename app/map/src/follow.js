// Searching where the map is: a link that does it once, and a choice that does it after every move and is remembered.

const REMEMBERED = "allmende-list-follows-map";

/** The link and the choice; `go` is told when the list is to follow. */
export function createFollow({ words, go }) {
  const link = document.createElement("a");
  link.className = "pm-here";
  link.dataset.live = "";
  link.textContent = words.searchHere;
  link.hidden = true;
  const label = document.createElement("label");
  label.className = "pm-follow";
  const box = document.createElement("input");
  box.type = "checkbox";
  box.checked = recall();
  label.append(box, words.follow);
  box.addEventListener("change", () => {
    remember(box.checked);
    if (box.checked && !link.hidden) go();
  });
  return {
    link,
    label,
    isOn: () => box.checked,
    /** Offers a section, by its address; without one nothing is offered. */
    offer(href) {
      // A link that goes while it has the focus would take it along.
      const hadFocus = !href && document.activeElement === link;
      link.hidden = !href;
      if (href) link.href = href;
      if (hadFocus) box.focus({ preventScroll: true });
    },
  };
}

// A browser that keeps nothing for a page throws.
function recall() {
  try {
    return localStorage.getItem(REMEMBERED) === "yes";
  } catch {
    return false;
  }
}

function remember(yes) {
  try {
    if (yes) localStorage.setItem(REMEMBERED, "yes");
    else localStorage.removeItem(REMEMBERED);
  } catch {
    // Then it holds for this page.
  }
}
