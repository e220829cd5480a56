import type { Changes } from '../identity/changes.ts';
import type { Release } from '../targets/target.ts';
import { quoted } from '../text/nearest.ts';
import { counted, widthOf, wrap } from './wording.ts';

/** More names than this are counted, not listed. */
const mostNamed = 6;

/**
 * What learners will get at their next import, in one line: "3 new, 2 changed (wage-basis: answer; …), 1 retired,
 * 154 unchanged; 171 cards".
 */
export function describeChanges(changes: Changes, cards: number): string {
  const { added, changed, renamed, retired, restored, unchanged } = changes;
  const parts = [
    added.length > 0 && `${added.length} new`,
    named(changed, 'changed', ({ id, fields }) => `${id}: ${fields.join(', ').toLowerCase()}`),
    named(retired, 'retired'),
    named(renamed, 'renamed', ({ from, to }) => `${from} is now ${to}`),
    named(restored, 'restored'),
    unchanged > 0 && `${unchanged} unchanged`,
  ];
  return `${parts.filter(Boolean).join(', ') || 'no notes'}; ${counted(cards, 'card')}`;
}

function named<Item>(items: readonly Item[], what: string, name?: (item: Item) => string): string | false {
  return items.length > 0 && `${items.length} ${what} (${listed(items, name)})`;
}

function listed<Item>(items: readonly Item[], name: (item: Item) => string = String): string {
  const names = items.slice(0, mostNamed).map(name).join('; ');
  return items.length > mostNamed ? `${names}; … and ${items.length - mostNamed} more` : names;
}

/** What is at risk in an update, in a sentence or two each that say what to do. */
function risksOf(changes: Changes): string[] {
  const { gone, emptied, edited, retyped, unknownWas, unknownTexts, alike, ahead } = changes;
  const untold = gone.filter(({ id, retired }) => !retired && !alike.some((pair) => pair.gone === id));
  const risks = [
    ...alike.map(
      ({ gone, added }) =>
        `"${gone}" is gone and "${added}" is new, with much the same text. If it is the same question, write ` +
        `"was: ${gone}" in "${added}"; as it is, learners get a second note.`,
    ),
    untold.length > 0 &&
      `Gone without being retired: ${listed(untold, ({ id }) => id)}. Learners keep these notes and are not told; ` +
        'put a question back with a "retired" date, and its card says so.',
    emptied.length > 0 &&
      `Cards that are empty from now on: ${listed(emptied, ({ id, numbers }) => `${id} (${numbers.join(', ')})`)}. ` +
        'Learners remove them with Tools, Empty Cards.',
    edited.length > 0 &&
      `Taken for the same, and their cards keep their history: ${listed(edited, nameOfEdited)}. If one is another, give ` +
        'it a key or a number of its own.',
    ...retypings(retyped),
    unknownWas.length > 0 &&
      `"was" names nothing that learners have: ${listed(unknownWas, ({ id, was }) => `${id} (was ${was.join(', ')})`)}. ` +
        'If the id is misspelt, learners get a second note.',
    unknownTexts.length > 0 &&
      `"was" names no text that a part had: ${listed(unknownTexts, ({ id, was }) => `${id} (${was.map(quoted).join(', ')})`)}. ` +
        'If it is misspelt, the card of that part stays behind.',
    ahead !== undefined &&
      `The lock file holds a time to come, ${new Date(ahead * 1000).toISOString().slice(0, 16).replace('T', ' ')} UTC. ` +
        'Until then each import undoes what learners edit in the notes of that build; check the clock of this machine and ' +
        'of the one that built last.',
  ];
  return risks.filter((risk) => risk !== false);
}

const nameOfEdited = ({ id, number, before, now }: Changes['edited'][number]): string =>
  `${id} (${number}: ${before === undefined ? '' : `${quoted(before)} is now `}${quoted(now)})`;

function retypings(retyped: Changes['retyped']): (string | false)[] {
  const name = ({ id, from, to }: Changes['retyped'][number]) => `${id} (${from} to ${to})`;
  const again = retyped.filter((each) => each.again);
  const same = retyped.filter((each) => !each.again);
  return [
    again.length > 0 &&
      `Another note because the kind changed: ${listed(again, name)}. Anki cannot turn one into the other, so ` +
        'learners begin anew; their old note stays, and says that it was replaced.',
    same.length > 0 && `Another kind, but the same note: ${listed(same, name)}.`,
  ];
}

/** The whole report on a bank: the line, then what is at risk, wrapped to the width of the terminal. */
export function reportChanges(bank: string, changes: Changes, cards: number, columns: number): string {
  const width = widthOf(columns);
  const items = risksOf(changes).map((risk) => wrap(`- ${risk}`, '  ', width));
  return [wrap(`${bank}: ${describeChanges(changes, cards)}`, '  ', width), ...items].join('\n');
}

/**
 * What learners will be told of a version, in a paragraph; '' where nothing changes for them.
 * @param since the older lock that it is compared with, as the user called it
 */
export function reportRelease(
  { version, date, sentences }: Release,
  since: string | undefined,
  columns: number,
): string {
  if (sentences.length === 0) return '';
  const of = version === null ? '' : ` of version ${version}`;
  const on = date === null ? '' : ` (${date})`;
  const from = since === undefined ? '' : `, since ${since}`;
  return `${wrap(`For learners${of}${on}${from}: ${sentences.join(' ')}`, '  ', widthOf(columns))}\n`;
}
