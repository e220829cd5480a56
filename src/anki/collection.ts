import type { Bank } from '../bank/bank.ts';
import { rank } from '../bank/hash.ts';
import { hiddenFields, type NoteType } from './note-types.ts';

/** The JSON columns of a collection's one row (Anki, `rslib/src/notetype/schema11.rs`, `decks/schema11.rs`). */
export interface CollectionColumns {
  readonly conf: string;
  readonly models: string;
  readonly decks: string;
  readonly dconf: string;
}

/** A deck of the package: its name, its id, and what the learner reads on its page. */
export interface Deck {
  readonly id: number;
  readonly name: string;
  readonly description: string;
}

/**
 * A deck's id, from its bank and name; Anki matches decks by name, so it only must not meet another. A time before 2020
 * in milliseconds, as Anki's own ids are.
 */
export const deckId = (bank: string, name: string): number =>
  1_500_000_000_000 + (rank('deck', bank, name) % 70_000_000_000);

/** The decks that notes go to, each once; the bank's own carries the description. */
export function decksOf(bank: Bank, names: Iterable<string>): Deck[] {
  return [...new Set([bank.deck, ...names])].map((name) => ({
    id: deckId(bank.id, name),
    name,
    description: name === bank.deck ? description(bank) : '',
  }));
}

/** The bank's description, then who made it under which licence. */
function description(bank: Bank): string {
  const credit = [bank.authors.join(', '), bank.version && `version ${bank.version}`, bank.license];
  const line = credit.filter(Boolean).join(' · ');
  return [bank.description?.trim(), line].filter(Boolean).join('\n\n');
}

/** The columns for these note types and decks; `modified` in seconds. */
export function columns(
  types: readonly NoteType[],
  decks: readonly Deck[],
  modified: number,
): CollectionColumns {
  const [firstDeck] = decks;
  const byId = (entries: readonly { id: number }[]) =>
    JSON.stringify(Object.fromEntries(entries.map((each) => [each.id, each])));
  return {
    conf: JSON.stringify({
      ...config,
      curDeck: firstDeck?.id ?? 1,
      activeDecks: [firstDeck?.id ?? 1],
      curModel: types[0]?.id ?? null,
    }),
    models: byId(types.map((type) => model(type, firstDeck?.id ?? 1))),
    decks: byId([
      deck({ id: 1, name: 'Default', description: '' }, 0),
      ...decks.map((each) => deck(each, modified)),
    ]),
    dconf: byId([options]),
  };
}

const config = {
  nextPos: 1,
  estTimes: true,
  sortType: 'noteFld',
  sortBackwards: false,
  timeLim: 0,
  addToCur: true,
  newBury: true,
  newSpread: 0,
  dueCounts: true,
  collapseTime: 1200,
};

function model(type: NoteType, deck: number) {
  return {
    id: type.id,
    name: type.name,
    type: type.cloze ? 1 : 0,
    mod: type.modified,
    usn: -1,
    sortf: 0,
    did: deck,
    tmpls: type.templates.map(({ id, name, front, back }, ord) => ({
      ...{ id, name, ord, qfmt: front, afmt: back, bqfmt: '', bafmt: '', did: null, bfont: '', bsize: 0 },
    })),
    flds: type.fields.map(({ id, name, tag }, ord) => ({
      ...{
        id,
        name,
        ord,
        sticky: false,
        rtl: false,
        font: 'Arial',
        size: 20,
        description: '',
        plainText: false,
        media: [],
      },
      collapsed: hiddenFields.has(name),
      excludeFromSearch: hiddenFields.has(name),
      tag: tag ?? null,
      preventDeletion: tag !== undefined && tag < 4,
    })),
    css: type.css,
    latexPre: latex.pre,
    latexPost: latex.post,
    latexsvg: false,
    req: type.templates.map(({ front }, ord) => [ord, 'any', shownFields(type, front)]),
    originalStockKind: type.key === 'diagram' ? 6 : 0,
  };
}

/** The indexes of the fields that a front shows: with any of them filled, old versions of Anki make its card. */
function shownFields({ fields }: NoteType, front: string): number[] {
  const shown = new Set([...front.matchAll(/\{\{(?![#^/])(?:[^}:]*:)*([^}]*)\}\}/g)].map(([, name]) => name));
  return fields.flatMap(({ name }, at) => (shown.has(name) ? [at] : []));
}

/** Anki's own header and footer for LaTeX pictures, which our notes never ask for. */
const latex = {
  pre: '\\documentclass[12pt]{article}\n\\special{papersize=3in,5in}\n\\usepackage[utf8]{inputenc}\n\\usepackage{amssymb,amsmath}\n\\pagestyle{empty}\n\\setlength{\\parindent}{0in}\n\\begin{document}\n',
  post: '\\end{document}',
};

function deck({ id, name, description }: Deck, modified: number) {
  const today = [0, 0];
  return {
    ...{ id, name, mod: modified, usn: id === 1 ? 0 : -1, desc: description, md: true, dyn: 0, conf: 1 },
    ...{ lrnToday: today, revToday: today, newToday: today, timeToday: today },
    ...{ collapsed: false, browserCollapsed: false, extendNew: 0, extendRev: 0 },
  };
}

/** The default options, which must be there; a learner's own stay as they are. */
const options = {
  ...{
    id: 1,
    name: 'Default',
    mod: 0,
    usn: 0,
    maxTaken: 60,
    autoplay: true,
    timer: 0,
    replayq: true,
    dyn: false,
  },
  new: { bury: false, delays: [1.0, 10.0], initialFactor: 2500, ints: [1, 4, 0], order: 1, perDay: 20 },
  rev: { bury: false, ease4: 1.3, ivlFct: 1.0, maxIvl: 36500, perDay: 200, hardFactor: 1.2 },
  lapse: { delays: [10.0], leechAction: 1, leechFails: 8, minInt: 1, mult: 0.0 },
};
