import { emptyLock } from '../../../../src/identity/lock.ts';
import { goodBank } from '../../../bank/bank-of.ts';
import { everyKind } from '../../../bank/every-kind.ts';
import { buildDeck } from '../build-deck.ts';
import { bytesOf } from '../media-bank.ts';
import { testWithEachAnki } from './anki.ts';

type Row = readonly [guid: string, ord: number, sort: string, question: string, answer: string];

testWithEachAnki('the browser and the editor show every kind at its best', async (newLearner) => {
  const bank = goodBank(everyKind, {}, ['map.png', 'word.mp3']);
  const deck = await buildDeck(bank, emptyLock(bank.id), Date.now() - 60_000, bytesOf);
  const learner = newLearner();
  learner.import(deck.apkg);
  const [rows, warned] = learner.run({ do: 'browser' }, { do: 'fields-check' }) as [Row[], unknown];
  const ids = new Map(Object.entries(deck.lock.notes).map(([id, { guid }]) => [guid, id]));
  const shown = rows.map(([guid, ord, ...columns]) => [`${ids.get(guid)} ${ord}`, columns.join(' | ')]);
  expect(Object.fromEntries(shown)).toMatchObject({
    'q-basic 0': 'What raises the tides? | What raises the tides? | The Moon and the Sun',
    'q-typed 0': 'Which Sea is dead? | Which Sea is dead? | the Dead Sea / Dead Sea',
    'q-term 0': 'neap tide | neap tide | the smallest tide',
    'q-term 1': 'neap tide | the smallest tide | neap tide',
    'q-cloze 0': 'Two {{c1::high tides::what?}} a {{c2::day}}. | Two [what?] a day. | high tides',
    'q-choice 0': 'When is the tide highest? | When is the tide highest? | At new moon',
    'q-claim 0': 'The Sun pulls harder than the Moon. | The Sun pulls harder than the Moon. | False',
    'q-match 1': expect.stringMatching(/ \| Match each tide with its Moon\. \| half moon$/),
    'q-list 2': expect.stringMatching(/ \| Name the bodies that raise tides\. \| Sun$/),
    'q-diagram 0': expect.stringMatching(/ \| Name the parts\. \| high-water line$/),
    'q-diagram 1': expect.stringMatching(/ \| Name the parts\. \| low-water line$/),
  });
  expect(warned).toEqual([]);
});
