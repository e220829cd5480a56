import type { Bank } from './bank.ts';
import type { Citation } from './question.ts';

/** A citation with its source's words filled in. */
export interface FullCitation {
  /** "Isaac Deutscher", or undefined when the source names none. */
  readonly author: string | undefined;
  /** The source's title, or undefined when the citation has no source. */
  readonly title: string | undefined;
  /** "¶ 5", or undefined. */
  readonly paragraph: string | undefined;
  readonly quote: string | undefined;
}

/** What a citation says to a reader. */
export function fullCitation(bank: Pick<Bank, 'sources'>, citation: Citation): FullCitation {
  const source = citation.source === undefined ? undefined : bank.sources[citation.source];
  return {
    author: source?.author,
    title: source?.title,
    paragraph: citation.paragraph === undefined ? undefined : `¶ ${citation.paragraph}`,
    quote: citation.quote,
  };
}
