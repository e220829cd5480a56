/** Lets options be chosen by tap or key; those to be put in order are numbered as they are tapped. */
function choosable(card, list) {
  const key = cardKey(card);
  const items = shuffleList(list);
  const shown = Array.from(list.children);
  const ordering = list.matches('.order');
  const single = !ordering && !list.matches('.multiple');
  const lettered = list.matches('.options:not(.claim):not(.order)');
  let chosen = [];
  /** Where Tab and the arrows have come to, on desktop, where the focus itself stays in the box. */
  let current;

  function show() {
    items.forEach((item) => {
      const turn = chosen.indexOf(item) + 1;
      item.classList.toggle('chosen', turn > 0);
      item.classList.toggle('current', item === current);
      item.setAttribute('aria-checked', String(turn > 0));
      if (ordering) item.dataset.turn = turn || '';
    });
    remember(
      key,
      chosen.map((item) => items.indexOf(item)),
    );
  }

  function choose(item) {
    const others = chosen.filter((other) => other !== item);
    const undo = others.length < chosen.length;
    chosen = (single ? [] : others).concat(undo ? [] : item);
    show();
  }

  /** Does what a key stands for; false when that is nothing. Space and Enter turn the card unless an option has the focus. */
  function press(event) {
    const { key } = event;
    const at = shown.indexOf(box ? current : event.target);
    const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[key];
    const named =
      (box && shown.find((item) => item.dataset.key === key.toUpperCase())) ||
      ((box || (lettered && /^[a-z]$/i.test(key))) && shown[placeOf(event)]);
    if (event.ctrlKey || event.metaKey || event.altKey) return false;
    if (named) event.repeat || choose(named);
    else if (box && key === 'Tab' && shown[at + 1]) visit(shown[at + 1]);
    else if (at < 0) return false;
    else if (/^( |Enter)$/.test(key)) choose(shown[at]);
    else if (step) go(shown[(at + step + shown.length) % shown.length]);
    else return false;
    return true;
  }

  function visit(item) {
    if (!box) return item.focus();
    current = item;
    box.setAttribute('aria-activedescendant', item.id);
    item.scrollIntoView({ block: 'nearest' });
    return show();
  }

  /** Of several options one is chosen as the arrows reach it, for desktop takes Space and Enter for itself. */
  function go(item) {
    visit(item);
    if (single && !chosen.includes(item)) choose(item);
  }

  list.addEventListener('click', (event) => {
    const item = items.find((one) => one.contains(event.target));
    if (item && !event.target.closest('a')) choose(item);
  });
  list.addEventListener('keydown', (event) => {
    if (!press(event)) return;
    event.preventDefault();
    event.stopPropagation();
  });
  list.setAttribute('role', single ? 'radiogroup' : 'group');
  // The focus comes straight to the list, so that is where the question is read out.
  list.setAttribute('aria-label', key);
  const box = keyBox(list, key, press);
  shown.forEach((item, at) => {
    item.setAttribute('role', single ? 'radio' : 'checkbox');
    item.tabIndex = box ? -1 : 0;
    // Phones turn the card at a tap on anything else.
    item.classList.add('tappable');
    if (!box) return;
    item.id = `option-${at}`;
    // True and False by their initials, but for those that only an input method can write.
    const initial = list.matches('.claim') ? item.textContent.trim()[0].toUpperCase() : '';
    const letter = initial === initial.toLowerCase() ? String.fromCharCode(65 + at) : initial;
    if (!lettered) item.dataset.key = letter;
  });
  // A word selected by a double click would keep the keys.
  if (box) list.onmousedown = ({ detail }) => detail < 2;
  list.tabIndex = -1;
  // For letters to arrive. Never taken from another part of the window, such as the editor beside a preview.
  if (!box && document.hasFocus()) list.focus({ preventScroll: true });
  show();
}

document.querySelectorAll('.rv .options, .rv .pool').forEach((list) => {
  if (!list.hasAttribute('role')) choosable(list.closest('.rv'), list);
});
