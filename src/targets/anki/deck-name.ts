import type { Bank } from '../../bank/bank.ts';

/**
 * The deck of a topic's questions, with `::` between levels, spelt as Anki would spell it itself (Anki,
 * `rslib/src/decks/name.rs`): a name that it must mend first is a new deck to it at each import.
 */
export function deckName(bank: Pick<Bank, 'deck' | 'subdecks'>, topic: string): string {
  const levels = bank.deck.split('::').map(level);
  const last = bank.subdecks === 'topic' ? level(topic.replace(/:{2,}/g, ':').replace(/^:|:$/g, '')) : '';
  return [...levels, last].filter((name) => name !== '').join('::');
}

const level = (name: string): string =>
  name.normalize('NFC').replaceAll('"', "'").replace(/\s+/g, ' ').trim();

/** What two names share that are one deck to Anki: capital and small letters are the same to it. */
export const deckKey = (name: string): string => name.toLowerCase();
