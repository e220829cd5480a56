import type { DocumentHead } from '../view/document.ts';

/** A document's head as the templates want it. */
export interface TypstHead {
  /** Of two or three letters. */
  readonly lang: string;
  /** Of two letters. */
  readonly region: string | null;
  readonly paper: 'a4' | 'us-letter';
}

/** The language and the paper as Typst wants them told; `head` stays what it is beside that. */
export function typstHead<Head extends Pick<DocumentHead, 'language' | 'words' | 'paper'>>(
  head: Head,
): Omit<Head, 'paper'> & TypstHead {
  return {
    ...head,
    lang: /^[A-Za-z]{2,3}(?=[-_]|$)/.exec(head.language)?.[0].toLowerCase() ?? head.words.language,
    region: /(?<=[-_])[A-Za-z]{2}(?=[-_]|$)/.exec(head.language)?.[0].toUpperCase() ?? null,
    paper: head.paper === 'letter' ? 'us-letter' : 'a4',
  };
}
