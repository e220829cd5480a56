import { readdirSync } from 'node:fs';
import { wordsFor } from '../../src/words/index.ts';
import { correctable, releaseCounts } from '../../src/words/words.ts';

const languages = readdirSync('src/words').flatMap((name) => /^([a-z]{2,3})\.ts$/.exec(name)?.[1] ?? []);

describe.each(languages)('the words of release notes in %s', (language) => {
  const { release } = wordsFor(language);
  const marks = (text: string): string => text.replace(/[^#%]/g, '');

  test('have a place for what is put into them, and for nothing else', () => {
    for (const name of releaseCounts) expect([name, marks(release[name])]).toEqual([name, '#']);
    for (const name of correctable) expect([name, marks(release[name])]).toEqual([name, '']);
    const { summary, comma, quoted, edits, emptyCards, removedStay, replacedBy, howTo } = release;
    expect([summary, quoted, edits].map(marks)).toEqual(['%', '%', '%']);
    expect([comma, emptyCards, removedStay, replacedBy, howTo].map(marks).join('')).toBe('');
  });

  test('tell all that can happen, and all that can be corrected, apart', () => {
    const all = [...releaseCounts, ...correctable].map((name) => release[name]);
    expect(new Set(all).size).toBe(all.length);
  });
});
