import type { PaperData, PaperSection, PaperVersion } from '../../view/paper.ts';
import { blocksHtml } from './question.ts';
import { blocks, escaped, inline, type Scene } from './text.ts';

/** A version of the quiz, as the body of its page. */
export const paperHtml = (data: PaperData, version: PaperVersion, scene: Scene): string =>
  `${head(data, version, scene)}\n<main>\n${version.sections.map((part, at) => section(part, at, scene)).join('\n')}\n</main>`;

function head(data: PaperData, version: PaperVersion, scene: Scene): string {
  const { words, title, deck, minutes, instructions, onSheet } = data;
  const sheet = onSheet ? `<p><em>${escaped(words.answerOnSheet)}</em></p>` : '';
  const told = [...(minutes === null ? [] : [minutes]), version.points];
  const field = (label: string, name: string) => `<span class="field ${name}">${escaped(label)}</span>`;
  const points = version.sections.length > 1 ? pointsTable(data, version, scene) : total(version);
  return `<header>
<p class="version">${escaped(words.version)} <strong>${escaped(version.letter)}</strong></p>
<p class="deck">${escaped(deck)}</p>
<h1>${inline(title, scene)}</h1>
<p class="fields">${field(words.name, 'name')}${field(words.class, 'class')}${field(words.date, 'date')}</p>
<div class="before"><div><p class="told">${told.map((phrase) => `<span>${escaped(phrase)}</span>`).join(' ')}</p>${blocks(instructions, scene)}${sheet}</div>${points}</div>
</header>`;
}

const total = ({ total: points }: PaperVersion): string => `<p class="total">/ ${escaped(points)}</p>`;

/** The points of each section and of all, with room for what was scored. */
function pointsTable({ words }: PaperData, version: PaperVersion, scene: Scene): string {
  const row = (name: string, worth: string, tag: string) =>
    `<tr><${tag} scope="row">${name}</${tag}><td class="right">${escaped(worth)}</td><td></td></tr>`;
  const rows = version.sections.map(({ title, worth }, at) =>
    row(title ? inline(title, scene) : `${escaped(words.section)} ${at + 1}`, worth, 'th'),
  );
  const heads = [words.section, words.worth, words.score].map(
    (name) => `<th scope="col">${escaped(name)}</th>`,
  );
  return `<table class="points"><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.join('')}</tbody><tfoot>${row(escaped(words.total), version.total, 'th')}</tfoot></table>`;
}

function section(
  { title, points, direction, blocks: questions }: PaperSection,
  at: number,
  scene: Scene,
): string {
  const name = `section-${at + 1}`;
  const heading = title
    ? `<h2 id="${name}">${inline(title, scene)} <span class="worth">${escaped(points)}</span></h2>`
    : '';
  const told = direction.length > 0 ? `<div class="direction">${blocks(direction, scene)}</div>` : '';
  return `<section${title ? ` aria-labelledby="${name}"` : ''}>${heading}${told}\n${blocksHtml(questions, scene)}\n</section>`;
}
