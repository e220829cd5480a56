import { partLetter } from '../../quiz/letters.ts';
import { type Attributes, type Content, el, joined, type Markup } from '../../text/markup.ts';
import type { LetteredText, Space } from '../../view/space.ts';
import type { Page } from './page.ts';
import { flow, inline } from './text.ts';

/** Where the pupil answers, under a question's stem; `question.typ` draws the same. */
export function spaceHtml(space: Space, page: Page): Content {
  switch (space.t) {
    case 'options':
      return lettered(space.options, page, space.many ? 'tick many' : 'tick one');
    case 'verdict': {
      const words = space.words.map((word) => el('span', { class: 'tick one' }, word));
      return el('p', { class: 'verdict' }, joined(words, ' '));
    }
    case 'lines':
      return el('div', { class: 'lines' }, times(space.count, el('div', {})));
    case 'short':
      return el('p', { class: 'short' }, line(space.width), ' ', inline(space.unit, page));
    case 'match': {
      const before = (at: number) => (space.onSheet ? part(at) : line(9));
      const left = space.left.map((text, at) => toLetter(flow(text, page), {}, before(at)));
      const rights = lettered(space.options, page, '');
      return el('div', { class: 'match' }, el('ul', { class: 'to-letter' }, left), rights);
    }
    case 'order': {
      const items = space.items.map((item) => el('li', {}, el('div', { class: 'item' }, flow(item, page))));
      return el('ul', { class: 'boxes' }, items);
    }
    case 'places':
      return el('ol', { class: 'places' }, times(space.count, el('li', {})));
    case 'blanks':
      return '';
  }
}

const times = (count: number, one: Markup): Content => Array.from({ length: count }, () => one);

/** Texts with letters from A, which the browser counts. */
export const lettered = (options: readonly LetteredText[], page: Page, look: string): Markup => {
  const items = options.map(({ text }) => el('li', {}, flow(text, page)));
  return el('ol', { type: 'A', class: `letters ${look}` }, items);
};

const line = (millimetres: number): Markup => el('span', { class: 'blank', style: `width:${millimetres}mm` });

/** A text with a line for a letter before it, or what stands there instead. */
export const toLetter = (text: Content, attributes: Attributes, before = line(9)): Markup =>
  el('li', attributes, el('div', { class: 'hang' }, before, el('div', { class: 'item' }, text)));

/** What the answer sheet calls a left text of a match. */
const part = (at: number): Markup => el('strong', { class: 'part' }, partLetter(at));
