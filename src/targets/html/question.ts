import { type Content, el, type Markup } from '../../text/markup.ts';
import type { PaperBlock, PaperPassage, PaperPool, PaperQuestion } from '../../view/paper.ts';
import { type Page, withBlanks } from './page.ts';
import { figure } from './picture.ts';
import { lettered, spaceHtml, toLetter } from './space.ts';
import { blocks, flow, inline } from './text.ts';

/** A block of a section; questions are items of lists that go on with the paper's numbers. */
export function blockHtml(block: PaperBlock, page: Page): Markup {
  switch (block.t) {
    case 'question': {
      const item = el('li', { class: 'question' }, question(block, page));
      return el('ol', { class: 'questions', start: block.number }, item);
    }
    case 'pool':
      return pool(block, page);
    case 'passage':
      return passage(block, page);
  }
}

function question(asked: PaperQuestion, page: Page): Content {
  const { stem, picture, covers = [], note, blank, space, points } = asked;
  return [
    mark(points),
    blank === undefined
      ? el('div', { class: 'stem' }, blocks(stem, page))
      : el('div', { class: 'stem cloze' }, blocks(stem, withBlanks(page, blank))),
    picture ? figure(picture, covers, page) : '',
    note === undefined ? '' : el('p', { class: 'note' }, note),
    spaceHtml(space, page),
  ];
}

/** The place where a mark is written. */
const mark = (points: string): Markup => el('span', { class: 'mark' }, el('span', {}), `/${points}`);

/** Terms, each with a line for the letter of its meaning, and the meanings. */
function pool({ terms, meanings, points }: PaperPool, page: Page): Markup {
  const items = terms.map(({ number, text }) =>
    toLetter(flow(text, page), { class: 'question', value: number }),
  );
  const asked = el('ol', { class: 'questions to-letter' }, items);
  const match = el('div', { class: 'match' }, asked, lettered(meanings, page, ''));
  return el('div', { class: 'pool' }, mark(points), match);
}

/** What the questions after it are about. */
function passage({ prompt, title, text, picture }: PaperPassage, page: Page): Markup {
  const quoted = [
    title.length > 0 ? el('h3', {}, inline(title, page)) : '',
    picture ? figure(picture, [], page) : '',
    blocks(text, page),
  ];
  const direction = el('div', { class: 'direction' }, blocks(prompt, page));
  return el('div', { class: 'passage' }, direction, el('blockquote', {}, quoted));
}
