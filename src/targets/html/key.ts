import { type Content, el, joined, type Markup, onLines } from '../../text/markup.ts';
import type { KeyEntry, KeyVersion, KeyView } from '../../view/key.ts';
import type { KeyGrid } from '../../view/key-grid.ts';
import type { Page } from './page.ts';
import { blocks, flow, inline } from './text.ts';

/** The key as the body of its page; each version begins a sheet of paper. */
export function keyBody(key: KeyView, page: Page): Content {
  const all = key.grids.length > 0 ? [allVersions(key, page)] : [];
  const versions = key.versions.map((version) => versionHtml(key, version, page));
  return el('main', { class: 'key' }, onLines([...all, ...versions]));
}

function versionHtml({ words, title, sources }: KeyView, version: KeyVersion, page: Page): Markup {
  const id = `version-${version.letter}`;
  const heading = `${words.answerKey}, ${words.version} ${version.letter} `;
  const glance = version.glance.map(({ number, mark }) => el('li', {}, numbered(String(number), mark)));
  const sections = version.sections.map((section) => {
    const entries = section.entries.map((entry) => entryHtml(entry, page));
    const name = section.title ? el('h2', {}, inline(section.title, page)) : '';
    return [name, el('ol', { class: 'questions' }, joined(entries, '\n'))];
  });
  const lines = [
    el('p', { class: 'deck' }, inline(title, page)),
    el('h1', { id }, heading, el('span', { class: 'worth' }, version.points)),
    [
      glance.length > 0 ? el('ul', { class: 'glance' }, glance) : '',
      version.balance === '' ? '' : origin(version.balance),
      sources.map(({ full }) => origin(`¶: ${full}`)),
    ],
    ...sections,
  ];
  return el('section', { class: 'sheet', 'aria-labelledby': id }, onLines(lines));
}

const numbered = (number: string, mark: string): Content => [
  el('span', {}, number),
  ' ',
  el('strong', {}, mark),
];

const origin = (...content: Content[]): Markup => el('p', { class: 'origin' }, content);

function entryHtml(entry: KeyEntry, page: Page): Markup {
  const { number, id, worth, why, cites, reasons = [] } = entry;
  const reason = ({ letter, text }: (typeof reasons)[number]) =>
    el('p', { class: 'why' }, el('strong', {}, letter), '\u2002', flow(text, page));
  return el(
    'li',
    { class: 'question', value: number },
    el('span', { class: 'mark' }, worth),
    el('div', { class: 'answer' }, answer(entry, page)),
    reasons.map(reason),
    why.length > 0 ? el('div', { class: 'why' }, blocks(why, page)) : '',
    origin(joined([...cites.map(cited), el('code', {}, id)], ' · ')),
  );
}

/** The mark, then the answer in words; a rubric line by line with its points. */
function answer({ mark, texts, points, note }: KeyEntry, page: Page): Content {
  const lead = [
    note === undefined ? '' : [el('em', {}, `${note}:`), ' '],
    mark === '' ? '' : [el('strong', {}, mark), '\u2002'],
  ];
  const written = texts.map((text) => flow(text, page));
  if (!points) return [lead, joined(written, ' · ')];
  const lines = points.map((worth, at) =>
    el('li', {}, el('span', { class: 'worth' }, worth), written.slice(at, at + 1)),
  );
  return [lead, el('ul', { class: 'rubric' }, lines)];
}

function cited({ place, quote }: KeyEntry['cites'][number]): Content {
  const parts = [place, quote && el('q', {}, quote)].filter((part) => part !== '');
  return joined(parts, ' ');
}

/** All versions side by side: for each question its number there, and its letters. */
const allVersions = ({ words, title, grids }: KeyView, page: Page): Markup =>
  el(
    'section',
    { class: 'sheet' },
    el('p', { class: 'deck' }, inline(title, page)),
    el('h1', {}, `${words.answerKey}, ${words.allVersions}`),
    grids.map((grid) => gridHtml(grid, words.question)),
  );

function gridHtml({ versions, rows }: KeyGrid, question: string): Markup {
  const heads = [question, ...versions].map((head) => el('th', { scope: 'col' }, head));
  const lines = rows.map(({ id, cells }) => {
    const marks = cells.map(({ number, mark }) => el('td', {}, numbered(number, mark)));
    return el('tr', {}, el('th', { scope: 'row' }, el('code', {}, id)), marks);
  });
  return el('table', { class: 'grid' }, el('thead', {}, el('tr', {}, heads)), el('tbody', {}, lines));
}
