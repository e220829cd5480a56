import type { Changes } from '../anki/settle.ts';

/** More names than this are counted, not listed. */
const mostNamed = 8;

/**
 * What learners will get at their next import, in one line: "3 new, 2 changed (wage-basis: answer; …), 1 retired,
 * 154 unchanged; 171 cards".
 */
export function describeChanges(changes: Changes, cards: number): string {
  const { added, changed, renamed, retired, restored, gone, retyped, emptied, unchanged } = changes;
  const parts = [
    added.length > 0 && `${added.length} new`,
    counted(changed, 'changed', ({ id, fields }) => `${id}: ${fields.join(', ').toLowerCase()}`),
    counted(renamed, 'renamed', ({ from, to }) => `${from} is now ${to}`),
    counted(retired, 'retired'),
    counted(restored, 'restored'),
    counted(retyped, 'new because their kind changed (the old notes stay with learners)'),
    counted(gone, 'gone from the bank (learners keep them; "retired" would tell them)'),
    counted(emptied, 'with cards that are empty now', ({ id, numbers }) => `${id}: ${numbers.join(', ')}`),
    `${unchanged} unchanged`,
  ];
  return `${parts.filter(Boolean).join(', ')}; ${cards} cards`;
}

function counted<Item>(
  items: readonly Item[],
  what: string,
  name: (item: Item) => string = String,
): string | false {
  if (items.length === 0) return false;
  const names = items.slice(0, mostNamed).map(name);
  if (items.length > mostNamed) names.push('…');
  return `${items.length} ${what} (${names.join('; ')})`;
}
