import type { DocumentHead } from '../view/document.ts';

/**
 * A document's head as the templates want it: its language in two or three letters, its region in two or none, and the paper by
 * Typst's name. What else it holds stays as it is.
 */
export const typstHead = (head: Pick<DocumentHead, 'language' | 'words' | 'paper'>): object => ({
  ...head,
  lang: /^[A-Za-z]{2,3}(?=[-_]|$)/.exec(head.language)?.[0].toLowerCase() ?? head.words.language,
  region: /(?<=[-_])[A-Za-z]{2}(?=[-_]|$)/.exec(head.language)?.[0].toUpperCase() ?? null,
  paper: head.paper === 'letter' ? 'us-letter' : 'a4',
});
