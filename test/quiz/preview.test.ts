import { mkdirSync, writeFileSync } from 'node:fs';
import { quizDocx } from '../../src/quiz/docx/docx.ts';
import { draw } from '../../src/quiz/draw.ts';
import { quizHtml } from '../../src/quiz/html/html.ts';
import { paperData } from '../../src/quiz/paper/data.ts';
import { keyData } from '../../src/quiz/paper/key-data.ts';
import { Pictures } from '../../src/quiz/paper/pictures.ts';
import { Texts } from '../../src/quiz/paper/texts.ts';
import { wordsFor } from '../../src/quiz/paper/words.ts';
import { makeVersions } from '../../src/quiz/versions.ts';
import { bank, quiz, section } from './banks.ts';
import { everyKind, picture } from './every-kind.ts';

test('preview', async () => {
  for (const columns of [1, 2] as const) {
    const of = quiz({
      versions: 2,
      columns,
      title: 'The Moon and the tides',
      minutes: 45,
      instructions: 'Answer every question.',
      sections: [
        section({ title: 'All', questions: everyKind.slice(0, 7).map(({ id }) => id) }),
        section({ title: 'Terms', questions: everyKind.slice(7, 10).map(({ id }) => id) }),
        section({
          title: 'More',
          instructions: 'Take your time.',
          questions: everyKind.slice(10).map(({ id }) => id),
        }),
      ],
    });
    const from = bank(everyKind, [of], {
      sources: { book: { author: 'Ann Writer', title: 'The Book' } },
      deck: 'Physics::Moon',
    });
    const versions = makeVersions(of, draw(from, of).versions);
    const pictures = new Pictures(
      () => new TextEncoder().encode(picture),
      () => true,
    );
    const desk = { words: wordsFor('en'), texts: new Texts(pictures), columns };
    const papers = paperData(from, of, versions, desk, pictures);
    const key = keyData(from, of, versions, desk);
    const started = performance.now();
    const files = await quizDocx({ bank: from, papers, key, pictures: pictures.files });
    console.log(
      performance.now() - started,
      files.map(({ name, bytes }) => [name, bytes.length]),
    );
    mkdirSync(`/tmp/pv/${columns}`, { recursive: true });
    files.push(...quizHtml({ bank: from, papers, key, pictures: pictures.files }));
    for (const { name, bytes } of files) writeFileSync(`/tmp/pv/${columns}/${name}`, bytes);
  }
});
test('long', async () => {
  const { question, choices } = await import('./banks.ts');
  const qs = [
    ...choices(3),
    question<any>({ kind: 'discuss', id: 'd', prompt: 'LONG', rubric: [], lines: 80 }),
    ...choices(5, 1, 'x'),
  ];
  const of = quiz({ sections: [section({ questions: qs.map(({ id }) => id) })] });
  const from = bank(qs, [of]);
  const versions = makeVersions(of, draw(from, of).versions);
  const pictures = new Pictures(
    () => new TextEncoder().encode(picture),
    () => true,
  );
  const desk = { words: wordsFor('en'), texts: new Texts(pictures), columns: 1 as const };
  const [a] = await quizDocx({
    bank: from,
    papers: paperData(from, of, versions, desk, pictures),
    key: keyData(from, of, versions, desk),
    pictures: pictures.files,
  });
  if (a) writeFileSync('/tmp/pv/long.docx', a.bytes);
});
