import type { Region } from '../../../bank/question.ts';
import type { AnkiKind } from './kind.ts';

/** A fraction as Anki's editor writes it: ".125". */
const fraction = (value: number): string =>
  value.toFixed(4).replace(/0+$/, '').replace(/^0\./, '.').replace(/\.$/, '') || '0';

/** A mask in the words of Image Occlusion; `oi=1` hides the other parts as well (Anki, `rslib/src/image_occlusion`). */
function mask({ rect: [left, top, width, height] }: Region): string {
  const sides = { left, top, width, height };
  const parts = Object.entries(sides).map(([name, value]) => `${name}=${fraction(value)}`);
  return `image-occlusion:rect:${parts.join(':')}:oi=1`;
}

/** Anki's own image occlusion: a card for each region. */
export const diagram: AnkiKind<'diagram'> = {
  type: 'diagram',
  parts: (question) => question.regions.map(({ label, rect, key, was }) => ({ text: label, key, was, rect })),
  part: { noun: 'region', where: (_question, at) => ({ path: ['regions', at, 'label'] }) },
  fields: (question, { html, cloze }) => ({
    Occlusion: question.regions.map((region, at) => cloze(at, mask(region))).join('<br>'),
    Header: html(question.prompt),
    'Back Extra': question.regions.map(({ label }, at) => cloze(at, html(label))).join(' '),
  }),
};
