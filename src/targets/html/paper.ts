import { type Content, el, joined, type Markup, onLines } from '../../text/markup.ts';
import type { PaperSection, PaperVersion, PaperView } from '../../view/paper.ts';
import type { Page } from './page.ts';
import { blockHtml } from './question.ts';
import { blocks, inline } from './text.ts';

/** A version of the quiz, as the body of its page. */
export function paperBody(paper: PaperView, version: PaperVersion, page: Page): Content {
  const sections = version.sections.map((each, at) => section(each, at, page));
  return [head(paper, version, page), '\n', el('main', {}, onLines(sections))];
}

function head(paper: PaperView, version: PaperVersion, page: Page): Markup {
  const { words, title, deck } = paper;
  const fields = (['name', 'class', 'date'] as const).map((name) =>
    el('span', { class: `field ${name}` }, words[name]),
  );
  const points = version.sections.length > 1 ? pointsTable(paper, version, page) : total(version);
  const lines = [
    el('p', { class: 'version' }, words.version, ' ', el('strong', {}, version.letter)),
    el('p', { class: 'deck' }, deck),
    el('h1', {}, inline(title, page)),
    el('p', { class: 'fields' }, fields),
    el('div', { class: 'before' }, el('div', {}, told(paper, version, page)), points),
  ];
  return el('header', {}, onLines(lines));
}

/** What the pupil is told before the first question. */
function told(paper: PaperView, { points }: PaperVersion, page: Page): Content {
  const phrases = paper.minutes === null ? [points] : [paper.minutes, points];
  const spans = phrases.map((phrase) => el('span', {}, phrase));
  return [
    el('p', { class: 'told' }, joined(spans, ' ')),
    blocks(paper.instructions, page),
    paper.onSheet ? el('p', {}, el('em', {}, paper.words.answerOnSheet)) : '',
  ];
}

const total = (version: PaperVersion): Markup => el('p', { class: 'total' }, `/ ${version.total}`);

/** The points of each section and of all, with room for what was scored. */
function pointsTable({ words }: PaperView, version: PaperVersion, page: Page): Markup {
  const row = (name: Content, worth: string) =>
    el('tr', {}, el('th', { scope: 'row' }, name), el('td', { class: 'right' }, worth), el('td', {}));
  const rows = version.sections.flatMap(({ title, worth }) => (title ? row(inline(title, page), worth) : []));
  const heads = [words.section, words.worth, words.score].map((name) => el('th', { scope: 'col' }, name));
  return el(
    'table',
    { class: 'points' },
    el('thead', {}, el('tr', {}, heads)),
    el('tbody', {}, rows),
    el('tfoot', {}, row(words.total, version.total)),
  );
}

function section(part: PaperSection, at: number, page: Page): Markup {
  const { title, points, direction } = part;
  const id = `section-${at + 1}`;
  const worth = el('span', { class: 'worth' }, points);
  return el(
    'section',
    { 'aria-labelledby': title ? id : undefined },
    title ? el('h2', { id }, inline(title, page), ' ', worth) : '',
    direction.length > 0 ? el('div', { class: 'direction' }, blocks(direction, page)) : '',
    onLines(part.blocks.map((block) => blockHtml(block, page))),
  );
}
