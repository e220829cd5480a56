/** Marks on the back what was chosen on the front. Which options are right, the list says itself. */
function mark(card, list) {
  const items = shuffleList(list);
  const chosen = recall(cardKey(card));
  if (list.classList.contains('order')) return markOrder(card, items, chosen);
  // The marked list says it all; without script the answer stands above the list as written.
  const answer = card.querySelector('.answer');
  if (answer) answer.hidden = true;
  chosen.forEach((place) => {
    if (items[place]) items[place].classList.add('chosen');
  });
  if (list.classList.contains('pool')) {
    const asked = card.querySelector('.pair .cloze');
    items.forEach((item) => {
      item.classList.add(asked && item.textContent.trim() === asked.textContent.trim() ? 'right' : 'wrong');
    });
  }
  if (chosen.length) list.classList.add('marked');
}

/** Says beside each item of the right order in which place it was put. */
function markOrder(card, items, chosen) {
  const answer = card.querySelectorAll('.answer > ol > li');
  chosen.forEach((place, at) => {
    const right = Number(items[place].dataset.place);
    const line = answer[right - 1];
    if (!line) return;
    line.classList.add(right === at + 1 ? 'right' : 'wrong');
    line.dataset.turn = at + 1;
  });
}

document.querySelectorAll('.rv .options, .rv .pool').forEach((list) => {
  if (list.dataset.marked) return;
  list.dataset.marked = 'yes';
  mark(list.closest('.rv'), list);
});
