import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { loadBank } from '../../src/bank/load.ts';
import { isRule } from '../../src/check/catalogue.ts';
import { lineText } from '../../src/files/source.ts';
import { bankFiles, check } from '../bank/bank-of.ts';

const source = readFileSync('cards/deutscher-1956/01-expedient-or-upheaval.yaml', 'utf8').slice(0, 4000);
const deck = readFileSync('cards/deutscher-1956/deck.yaml', 'utf8');

/** A slip of the author's: some characters at some place replaced by others. */
const slip = fc.record({
  at: fc.nat(source.length - 1),
  remove: fc.nat(30),
  insert: fc.oneof(
    fc.constantFrom(
      '\t',
      '\n',
      '- ',
      ': ',
      '{{',
      '}}',
      '"',
      "'",
      '[',
      ']',
      '{',
      '*',
      '&a ',
      '|',
      '>',
      '#',
      '\\',
      '$',
      '![](x)',
      '<<: ',
    ),
    fc.string({ unit: 'grapheme', maxLength: 8 }),
  ),
});

const broken = (text: string, slips: readonly { at: number; remove: number; insert: string }[]): string =>
  slips.reduce((now, { at, remove, insert }) => now.slice(0, at) + insert + now.slice(at + remove), text);

test('whatever an author writes is read without a crash, and every diagnostic points into its file', () => {
  fc.assert(
    fc.property(fc.array(slip, { minLength: 1, maxLength: 4 }), fc.boolean(), (slips, inDeck) => {
      const extra = inDeck
        ? { 'deck.yaml': broken(deck, slips), '01-topic.yaml': source }
        : { 'deck.yaml': deck, '01-topic.yaml': broken(source, slips) };
      const files = bankFiles('', extra);
      for (const { rule, file, line, column, length, message } of check(loadBank(files))) {
        const place = [files.deck, ...files.topics].find(({ path }) => path === file);
        const text = place && lineText(place, line);
        expect(isRule(rule)).toBe(true);
        expect(message).not.toMatch(/undefined|\[object/);
        expect(text).toBeDefined();
        // One past the end is where something is missing.
        expect(column + length - 1).toBeLessThanOrEqual([...(text ?? '')].length + 1);
      }
    }),
    { numRuns: 100 },
  );
});
