import { partLetter } from '../../quiz/letters.ts';
import type { LetteredText, Space } from '../prints/kinds/kind.ts';
import { escaped, flow, inline, type Scene } from './text.ts';

/** Where the pupil answers, under a question's stem; `question.typ` draws the same. */
export function spaceHtml(space: Space, scene: Scene): string {
  switch (space.t) {
    case 'options':
      return lettered(space.options, scene, space.many ? 'tick many' : 'tick one');
    case 'verdict':
      return `<p class="verdict">${space.words.map((word) => `<span class="tick one">${escaped(word)}</span>`).join(' ')}</p>`;
    case 'lines':
      return `<div class="lines">${'<div></div>'.repeat(space.count)}</div>`;
    case 'short':
      return `<p class="short">${line(space.width)} ${inline(space.unit, scene)}</p>`;
    case 'match':
      return `<div class="match"><ul class="to-letter">${space.left.map((text, at) => toLetter(flow(text, scene), '', space.onSheet ? part(at) : undefined)).join('')}</ul>${lettered(space.options, scene, '')}</div>`;
    case 'order':
      return `<ul class="boxes">${space.items.map((item) => `<li><div class="item">${flow(item, scene)}</div></li>`).join('')}</ul>`;
    case 'places':
      return `<ol class="places">${'<li></li>'.repeat(space.count)}</ol>`;
    case 'blanks':
      return '';
  }
}

/** Texts with letters from A, which the browser counts. */
export const lettered = (options: readonly LetteredText[], scene: Scene, look: string): string =>
  `<ol type="A" class="letters ${look}">${options.map(({ text }) => `<li>${flow(text, scene)}</li>`).join('')}</ol>`;

const line = (millimetres: number): string => `<span class="blank" style="width:${millimetres}mm"></span>`;

/** A text with a line for a letter before it, or what stands there instead. */
export const toLetter = (text: string, attributes = '', before = line(9)): string =>
  `<li${attributes}><div class="hang">${before}<div class="item">${text}</div></div></li>`;

/** What the answer sheet calls a left text of a match. */
const part = (at: number): string => `<strong class="part">${partLetter(at)}</strong>`;
