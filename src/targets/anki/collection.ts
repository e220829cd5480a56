import type { Bank } from '../../bank/bank.ts';
import { parseMarkdown } from '../../text/markdown.ts';
import type { Block } from '../../text/tree.ts';
import { wordsFor } from '../../words/index.ts';
import type { Dressed } from './cards/read.ts';
import { deckKey, deckName } from './deck-name.ts';
import { toHtml } from './html.ts';
import { fixedId } from './ids.ts';
import { hiddenFields, type NoteType } from './note-types.ts';
import { defaultOptions, type Preset } from './options.ts';

/** A deck that notes go to: its name, its id, and what the learner reads on its page. */
export interface CollectionDeck {
  readonly id: number;
  readonly name: string;
  readonly description: string;
}

/** The bank's own deck, which is there also when no note goes to it, and the others. */
export type CollectionDecks = readonly [own: CollectionDeck, ...others: CollectionDeck[]];

/** The decks that notes go to, each once, as it was first spelt; the bank's own carries the description. */
export function decksOf(bank: Bank, names: Iterable<string>): CollectionDecks {
  const deckOf = (name: string, description: string): CollectionDeck => ({
    id: fixedId('deck', bank.id, name),
    name,
    description,
  });
  const own = deckOf(deckName({ ...bank, subdecks: 'none' }, ''), descriptionOf(bank));
  const others = new Map<string, CollectionDeck>();
  for (const name of names) if (!others.has(deckKey(name))) others.set(deckKey(name), deckOf(name, ''));
  others.delete(deckKey(own.name));
  return [own, ...others.values()];
}

/**
 * What the learner reads on the deck's page: the bank's description, who made it under which licence, and what becomes of
 * edits. As HTML, which every version of Anki shows there; it keeps line ends, so there are none but those of code. Where
 * the author says nothing, neither do we: then Anki leaves a learner's own description alone.
 */
function descriptionOf(bank: Bank): string {
  const credit = [bank.authors.join(', '), bank.version && `version ${bank.version}`, bank.license];
  const line = credit.filter(Boolean).join(' · ');
  const said = parseMarkdown(bank.description ?? '');
  if (said.length === 0 && line === '') return '';
  const updates = paragraph(wordsFor(bank.language).updates);
  const html = toHtml([...said, ...(line === '' ? [] : [paragraph(line)]), updates]);
  return html.replace(/(<pre>[\s\S]*?<\/pre>)|\n/g, (_found, code?: string) => code ?? ' ');
}

const paragraph = (text: string): Block => ({ type: 'paragraph', children: [{ type: 'text', text }] });

/**
 * The JSON columns of a collection's one row (Anki, `rslib/src/notetype/schema11.rs`, `decks/schema11.rs`) for these note
 * types, decks and the options suggested for them; `modified` in seconds.
 */
export function columns(
  types: readonly Dressed[],
  decks: CollectionDecks,
  options: Preset | undefined,
  modified: number,
) {
  const [{ id: own }] = decks;
  const byId = (entries: readonly { id: number }[]) =>
    JSON.stringify(Object.fromEntries(entries.map((each) => [each.id, each])));
  return {
    conf: JSON.stringify({ ...config, curDeck: own, activeDecks: [own], curModel: types[0]?.id ?? null }),
    models: byId(types.map(model)),
    decks: byId([
      deck(defaultDeck, defaultOptions.id, 0),
      ...decks.map((each) => deck(each, (options ?? defaultOptions).id, modified)),
    ]),
    dconf: byId(options ? [defaultOptions, options] : [defaultOptions]),
  };
}

/** Anki's own, which must be there; a learner's stays as it is. */
const defaultDeck: CollectionDeck = { id: 1, name: 'Default', description: '' };

const config = {
  schedVer: 2,
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

/** What Anki gives a field and a template of its own making. */
const newField = {
  sticky: false,
  rtl: false,
  font: 'Arial',
  size: 20,
  description: '',
  plainText: false,
  media: [],
};
const newTemplate = { did: null, bfont: '', bsize: 0 };

function model(type: Dressed) {
  return {
    id: type.id,
    name: type.name,
    type: type.cloze ? 1 : 0,
    mod: type.modified,
    usn: -1,
    // For ever: with another field to sort by Anki asks learners for a one-way sync, which drops what they did elsewhere.
    sortf: 0,
    // None of ours: notes added by hand go where the learner is.
    did: null,
    tmpls: type.templates.map(({ id, name, front: qfmt, back: afmt, browser: [bqfmt, bafmt] }, ord) => {
      return { id, name, ord, qfmt, afmt, bqfmt, bafmt, ...newTemplate };
    }),
    flds: type.fields.map(({ id, name, tag }, ord) => ({
      id,
      name,
      ord,
      ...newField,
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

function deck({ id, name, description }: CollectionDeck, options: number, modified: number) {
  const today = [0, 0];
  return {
    id,
    name,
    mod: modified,
    usn: id === defaultDeck.id ? 0 : -1,
    desc: description,
    md: false,
    dyn: 0,
    conf: options,
    lrnToday: today,
    revToday: today,
    newToday: today,
    timeToday: today,
    collapsed: false,
    browserCollapsed: false,
    extendNew: 0,
    extendRev: 0,
  };
}
