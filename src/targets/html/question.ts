import type { PaperPassage, PaperPool, PaperQuestion, PaperSection } from '../../view/paper.ts';
import { lettered, spaceHtml, toLetter } from './space.ts';
import { blocks, escaped, flow, image, inline, type Scene } from './text.ts';

type PaperBlock = PaperSection['blocks'][number];

/** A section's blocks; questions are items of lists that go on with the paper's numbers. */
export const blocksHtml = (paper: readonly PaperBlock[], scene: Scene): string =>
  paper.map((block) => blockHtml(block, scene)).join('\n');

function blockHtml(block: PaperBlock, scene: Scene): string {
  switch (block.t) {
    case 'question':
      return `<ol class="questions" start="${block.number}"><li class="question">${question(block, scene)}</li></ol>`;
    case 'pool':
      return pool(block, scene);
    case 'passage':
      return passage(block, scene);
  }
}

function question(asked: PaperQuestion, scene: Scene): string {
  const { stem, picture, covers = [], note, blank, space, points } = asked;
  const cloze = blank === undefined ? '' : ' cloze';
  return [
    mark(points),
    `<div class="stem${cloze}">${blocks(stem, scene, blank)}</div>`,
    picture ? pictured(picture, covers, scene) : '',
    note === undefined ? '' : `<p class="note">${escaped(note)}</p>`,
    spaceHtml(space, scene),
  ].join('');
}

/** The place where a mark is written. */
const mark = (points: string): string => `<span class="mark"><span></span>/${escaped(points)}</span>`;

/** A picture, its parts covered and numbered. The covers are drawn, for browsers do not print backgrounds. */
function pictured(
  { path, alt }: NonNullable<PaperQuestion['picture']>,
  covers: NonNullable<PaperQuestion['covers']>,
  scene: Scene,
): string {
  const drawn = image(scene.pictures.get(path), alt, 'large');
  const percent = (fraction: number) => `${Math.round(fraction * 10000) / 100}%`;
  const boxes = covers.map(([x, y, w, h], at) => {
    const box = `<rect x="${percent(x)}" y="${percent(y)}" width="${percent(w)}" height="${percent(h)}"/>`;
    return `${box}<text x="${percent(x + w / 2)}" y="${percent(y + h / 2)}">${at + 1}</text>`;
  });
  const over = boxes.length > 0 ? `<svg class="covers" aria-hidden="true">${boxes.join('')}</svg>` : '';
  return `<figure>${drawn}${over}</figure>`;
}

/** Terms, each with a line for the letter of its meaning, and the meanings. */
function pool({ terms, meanings, points }: PaperPool, scene: Scene): string {
  const items = terms.map(({ number, text }) =>
    toLetter(flow(text, scene), ` class="question" value="${number}"`),
  );
  return `<div class="pool">${mark(points)}<div class="match"><ol class="questions to-letter">${items.join('')}</ol>${lettered(meanings, scene, '')}</div></div>`;
}

/** What the questions after it are about. */
function passage({ prompt, title, text, picture }: PaperPassage, scene: Scene): string {
  const name = title.length > 0 ? `<h3>${inline(title, scene)}</h3>` : '';
  const shown = picture ? pictured(picture, [], scene) : '';
  return `<div class="passage"><div class="direction">${blocks(prompt, scene)}</div><blockquote>${name}${shown}${blocks(text, scene)}</blockquote></div>`;
}
