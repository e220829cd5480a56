import type { Bank } from '../../bank/bank.ts';
import type { Where } from '../../bank/finding.ts';
import { answered } from '../../bank/question.ts';
import type { RuleId } from '../../check/catalogue.ts';
import type { Changes, Risk } from '../../identity/changes.ts';
import type { NoteQuestion } from '../../identity/note.ts';
import { mostNumbers } from '../../identity/parts/part.ts';
import { quoted } from '../../text/nearest.ts';
import { present } from '../../text/present.ts';
import type { Found } from '../target.ts';
import { ankiKind } from './kinds/index.ts';

/** Where the histories of learners are at risk, or the lock tells of a note what cannot be; what to do about each. */
export function historyFindings(bank: Bank, { risks, doubles, begunTwice, unexplained }: Changes): Found[] {
  const questions = new Map(answered(bank.questions).map((question) => [question.id, question]));
  const doubled = new Set(doubles.flatMap(({ id, other }) => [id, other]));
  return [
    ...risks.map((risk) => ofRisk(risk, present(questions.get(risk.id), `question "${risk.id}"`))),
    ...doubles.map(({ id, other }) => found('one-note-twice', id, sayDouble(id, other))),
    ...begunTwice.map((id) => found('one-note-twice', id, sayTwice(id))),
    ...unexplained
      .filter(({ id }) => !doubled.has(id))
      .map(({ id, guid }) => found('unexplained-guid', id, sayUnexplained(id, guid))),
  ];
}

const found = (rule: RuleId, question: string, message: string, where: Where = { path: ['id'] }): Found => ({
  rule,
  question,
  message,
  ...where,
});

const rules: Readonly<Record<Risk['what'], RuleId>> = {
  lost: 'history-lost',
  moved: 'history-moved',
  clash: 'number-clash',
  full: 'numbers-used-up',
};

function ofRisk(risk: Risk, question: NoteQuestion): Found {
  const { part } = ankiKind(question);
  const { noun, where } = present(part, `parts of a ${question.kind}`);
  const place = risk.at === undefined ? undefined : where(question, risk.at);
  return found(
    rules[risk.what],
    risk.id,
    sayings[risk.what](risk, `${question.kind} "${risk.id}"`, noun),
    place,
  );
}

/** How each risk is said: of a question such as `list "tides"`, whose parts are called such as "item". */
const sayings: Readonly<Record<Risk['what'], (risk: Risk, question: string, noun: string) => string>> = {
  lost({ id, number, before, now = '' }, question, noun) {
    const old = before === undefined ? `a card ${number}` : `the ${noun} ${quoted(before)}`;
    return (
      `history would be lost: ${question} has ${old} no more, and its card ${number} would be empty, while ` +
      `${quoted(now)} begins anew. If that is the same ${noun}, ${same(noun, number, before, now)}; if not, build ` +
      `with --accept ${id}:${number}`
    );
  },
  moved({ id, number, before, now = '', named, free }, question, noun) {
    const old = before === undefined ? `another ${noun}` : quoted(before);
    return (
      `history would move: card ${number} of ${question} asks for ${old}, and would ask for ${quoted(now)}. If that ` +
      `is the same ${noun}, build with --accept ${id}:${number}; if not, ${named ? unnamed : another(noun, free)}`
    );
  },
  clash({ id, number, before = '', now = '' }, question, noun) {
    const line = (text: string) => `--published '${id}:${number}=${text.slice(0, 40)}'`;
    return (
      `two branches gave card ${number} of ${question} to two ${noun}s, ${quoted(before)} and ${quoted(now)}. Build ` +
      `with ${line(before)} or ${line(now)}, whichever learners have, or with --published and the package that they ` +
      'have; the other gets a card of its own'
    );
  },
  full: ({ now = '' }, question, noun) =>
    `there is no card left for ${quoted(now)}: Anki has ${mostNumbers} cards for a note, and ${question} has given ` +
    `out all of them; put the ${noun} into another question`,
};

/** What an author writes so that a part keeps the card that it had. */
const same = (noun: string, number: number, before: string | undefined, now: string): string =>
  noun === 'deletion'
    ? `write {{c${number}::${now}}}`
    : `write in it "was: ${before ?? 'its earlier text'}", or the key that it had`;

/** What an author writes so that a part gets a card of its own. */
const another = (noun: string, free: number | undefined): string =>
  noun === 'deletion'
    ? `give it a number that was never used here, such as c${free}`
    : `give the new ${noun} a "key" of its own`;

const unnamed = 'take its "key" or its "was" away, or give it to the one that had the card';

const sayTwice = (id: string): string =>
  `two branches began a question "${id}", each another, and to Anki their notes are one. If they are one question, build ` +
  `with --accept ${id}; if not, give the one that fewer learners have another id, build with --accept ${id}, and tell them`;

const sayDouble = (id: string, other: string): string =>
  `the lock file gives "${id}" and "${other}" one note, so learners would lose one of them. If "${id}" is what ` +
  `"${other}" became, or the other way round, delete the question of the earlier name and write it as "was" in the ` +
  'other; if they are two, restore their lines of the lock file from git';

const sayUnexplained = (id: string, guid: string): string =>
  `the lock file gives "${id}" the note ${guid}, which none of its ids explains. If it was renamed, write its first ` +
  'id as "was"; if not, its line was changed by hand: restore it from git, or learners get the note twice';
