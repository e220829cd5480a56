import { answered } from '../../bank/question.ts';
import type { Target } from '../target.ts';

/** The Anki package, which updates in place. */
export const anki: Target = {
  about: 'the Anki deck, which updates in place',
  usual: () => true,
  async plan(job, { readMedia }) {
    const { newsOf, planDeck } = await import('./build.ts');
    return newsOf(job, planDeck(job.bank, job.lock, job.now, readMedia, job.decisions));
  },
  async make(job, { readMedia, readAsset, onStep }) {
    onStep('the Anki deck');
    const { buildDeck, newsOf } = await import('./build.ts');
    const { bank, lock, now, decisions } = job;
    const { apkg, ...settled } = await buildDeck(bank, lock, now, readMedia, readAsset, decisions);
    const path = `${bank.id}.apkg`;
    const news = newsOf(job, settled);
    const { notes, cards, findings } = news;
    return {
      files: [{ path, bytes: apkg }],
      rows: [{ path, questions: answered(bank.questions).length, notes, cards, size: apkg.length }],
      findings,
      news,
    };
  },
};
