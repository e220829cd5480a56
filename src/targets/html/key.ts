import type { KeyData, KeyEntry, KeyVersion } from '../../view/key.ts';
import { blocks, escaped, flow, inline, type Scene } from './text.ts';

/** The key as the body of its page; each version begins a sheet of paper. */
export const keyHtml = (data: KeyData, scene: Scene): string =>
  `<main class="key">\n${gridsHtml(data, scene)}${data.versions.map((version) => versionHtml(data, version, scene)).join('\n')}\n</main>`;

function versionHtml({ words, title, sources }: KeyData, version: KeyVersion, scene: Scene): string {
  const name = `version-${version.letter}`;
  const heading = `${words.answerKey}, ${words.version} ${version.letter}`;
  const glance = version.glance.map(
    ({ number, mark }) => `<li><span>${number}</span> <strong>${escaped(mark)}</strong></li>`,
  );
  const balance = version.balance === '' ? '' : `<p class="origin">${escaped(version.balance)}</p>`;
  const told = sources.map(({ full }) => `<p class="origin">¶: ${escaped(full)}</p>`);
  const sections = version.sections.map((section) => {
    const part = section.title ? `<h2>${inline(section.title, scene)}</h2>` : '';
    return `${part}<ol class="questions">${section.entries.map((entry) => entryHtml(entry, scene)).join('\n')}</ol>`;
  });
  return `<section class="sheet" aria-labelledby="${name}">
<p class="deck">${inline(title, scene)}</p>
<h1 id="${name}">${escaped(heading)} <span class="worth">${escaped(version.points)}</span></h1>
${glance.length > 0 ? `<ul class="glance">${glance.join('')}</ul>` : ''}${balance}${told.join('')}
${sections.join('\n')}
</section>`;
}

function entryHtml(entry: KeyEntry, scene: Scene): string {
  const { number, id, worth, why, cites, reasons = [] } = entry;
  const single = reasons.map(
    ({ letter, text }) => `<p class="why"><strong>${letter}</strong>\u2002${flow(text, scene)}</p>`,
  );
  const origin = [...cites.map(cited), `<code>${escaped(id)}</code>`].join(' · ');
  const reason = why.length > 0 ? `<div class="why">${blocks(why, scene)}</div>` : '';
  return `<li class="question" value="${number}"><span class="mark">${escaped(worth)}</span><div class="answer">${answer(entry, scene)}</div>${single.join('')}${reason}<p class="origin">${origin}</p></li>`;
}

/** The mark, then the answer in words; a rubric line by line with its points. */
function answer({ mark, texts, points, note }: KeyEntry, scene: Scene): string {
  const noted = note === undefined ? '' : `<em>${escaped(note)}:</em> `;
  const lead = noted + marked(mark);
  if (!points) return lead + texts.map((text) => flow(text, scene)).join(' · ');
  const lines = texts.map(
    (text, at) => `<li><span class="worth">${escaped(points[at] ?? '')}</span>${flow(text, scene)}</li>`,
  );
  return `${lead}<ul class="rubric">${lines.join('')}</ul>`;
}

const marked = (mark: string): string => (mark === '' ? '' : `<strong>${escaped(mark)}</strong>\u2002`);

const cited = ({ mark, paragraph, quote }: KeyEntry['cites'][number]): string => {
  const place = [mark, paragraph].filter((part) => part !== '').map(escaped);
  return [place.join(', '), quote === '' ? '' : `<q>${escaped(quote)}</q>`]
    .filter((part) => part !== '')
    .join(' ');
};

/** All versions side by side: for each question its number there, and its letters. */
function gridsHtml({ words, title, grids }: KeyData, scene: Scene): string {
  if (grids.length === 0) return '';
  const tables = grids.map(({ versions, rows }) => {
    const heads = [words.question, ...versions].map((head) => `<th scope="col">${escaped(head)}</th>`);
    const lines = rows.map(({ id, cells }) => {
      const marks = cells.map(
        ({ number, mark }) => `<td><span>${number}</span> <strong>${escaped(mark)}</strong></td>`,
      );
      return `<tr><th scope="row"><code>${escaped(id)}</code></th>${marks.join('')}</tr>`;
    });
    return `<table class="grid"><thead><tr>${heads.join('')}</tr></thead><tbody>${lines.join('')}</tbody></table>`;
  });
  const name = escaped(`${words.answerKey}, ${words.allVersions}`);
  return `<section class="sheet"><p class="deck">${inline(title, scene)}</p><h1>${name}</h1>${tables.join('')}</section>\n`;
}
