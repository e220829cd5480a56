import { answered } from '../../bank/question.ts';
import type { Settled } from '../../identity/settle.ts';
import type { News, Target } from '../target.ts';
import type { NoteContent } from './note.ts';

/** The Anki package, which updates in place. */
export const anki: Target = {
  about: 'the Anki deck, which updates in place',
  usual: () => true,
  async plan({ bank, lock, now }, { readMedia }) {
    const { planDeck } = await import('./build.ts');
    return newsOf(planDeck(bank, lock, now, readMedia));
  },
  async make({ bank, lock, now }, { readMedia, readAsset, onStep }) {
    onStep('the Anki deck');
    const { buildDeck } = await import('./build.ts');
    const { apkg, ...settled } = await buildDeck(bank, lock, now, readMedia, readAsset);
    const path = `${bank.id}.apkg`;
    const news = newsOf(settled);
    const { notes, cards } = news;
    return {
      files: [{ path, bytes: apkg }],
      rows: [{ path, questions: answered(bank.questions).length, notes, cards, size: apkg.length }],
      findings: [],
      news,
    };
  },
};

const newsOf = ({ lock, changes, notes }: Settled<NoteContent>): News => ({
  lock,
  changes,
  notes: notes.length,
  cards: notes.reduce((sum, { content }) => sum + content.cards.length, 0),
});
