import { emptyLock } from '../../../../src/identity/lock.ts';
import { goodBank } from '../../../bank/bank-of.ts';
import { buildDeck } from '../build-deck.ts';
import { bytesOf, mediaBank, shownFiles } from '../media-bank.ts';
import { testWithEachAnki } from './anki.ts';

const hourAgo = Date.now() - 3_600_000;

testWithEachAnki('media of every format, in every text: none missing, none unused', async (newLearner) => {
  const bank = mediaBank();
  const deck = await buildDeck(bank, emptyLock(bank.id), hourAgo, bytesOf);
  const learner = newLearner();
  expect(learner.import(deck.apkg)).toMatchObject({ new: 12, conflicting: 0 });
  const [files, found, wrong] = learner.run({ do: 'media' }, { do: 'check' }, { do: 'resave' });
  expect(files).toHaveLength(shownFiles);
  expect(found).toMatchObject({ missing: [], unused: [], empty: [], fine: true });
  expect(wrong).toEqual([]);
});

/** What plays on the front and the back, without what is the same everywhere. */
type Sounds = readonly [guid: string, ord: number, front: object[], back: object[]];

const voice = (lang: string, text: string) => expect.objectContaining({ field_text: text, lang });

describe('a term that is read aloud', () => {
  const terms = `
  - {id: tide, term: "*neap* tide & <co>", means: the smallest tide, say: true}
  - {id: plain, term: spring tide, means: the greatest tide}
  - {id: both, term: bore, means: a wave, say: true, audio: {file: bore.mp3}}
  - {id: odd, term: "x[/anki:tts] ]y", means: nothing, say: true}
`;
  const languages = [
    ['en-GB', 'en_GB'],
    ['de', 'de_DE'],
    ['zh-Hant', 'zh_TW'],
    ['pt', 'pt_BR'],
  ];
  for (const [language, lang = ''] of languages) {
    testWithEachAnki(
      `sounds in ${language} with its term, and never before the answer`,
      async (newLearner) => {
        const deckFile = `deck: D\nid: a-bank\nlanguage: ${language}\n`;
        const bank = goodBank(terms, { 'deck.yaml': deckFile }, ['bore.mp3']);
        const deck = await buildDeck(bank, emptyLock(bank.id), hourAgo, bytesOf);
        const learner = newLearner();
        learner.import(deck.apkg);
        const [sounds, check] = learner.run({ do: 'sounds' }, { do: 'check' }) as [Sounds[], object];
        const of = (id: string, ord: number) =>
          sounds.find(([guid, at]) => guid === deck.lock.notes[id]?.guid && at === ord)?.slice(2);
        const tide = voice(lang, 'neap tide & <co>');
        expect(of('tide', 0)).toEqual([[tide], []]);
        expect(of('tide', 1)).toEqual([[], [tide]]);
        expect(of('plain', 0)).toEqual([[], []]);
        const recording = { filename: expect.stringMatching(/^recto-[0-9a-f]{20}\.mp3$/) };
        expect(of('both', 0)).toEqual([[recording, voice(lang, 'bore')], []]);
        expect(of('both', 1)).toEqual([[], [recording, voice(lang, 'bore')]]);
        expect(of('odd', 0)).toEqual([[voice(lang, 'x[/anki:tts] ]y')], []]);
        expect(check).toMatchObject({ missing: [], unused: [], fine: true });
      },
    );
  }
});
