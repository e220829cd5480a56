import type { Bank } from '../bank/bank.ts';
import type { KeyData } from './key.ts';
import type { PaperData, PaperVersion } from './paper.ts';

/** What a quiz is printed from, whatever it is printed as: the data that the PDFs are made of. */
export interface QuizCopy {
  readonly bank: Bank;
  /** Where its files go: '', or the edition's, such as 'large-print/'. */
  readonly folder: string;
  readonly papers: PaperData;
  /** None beside an edition: the standard one's serves all. */
  readonly key?: KeyData;
  /** The pictures' bytes by the paths in the data. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}

/** A version's title in a file's metadata: "Reading check, Version A". */
export const versionTitle = ({ documentTitle, words }: PaperData, { letter }: PaperVersion): string =>
  `${documentTitle}, ${words.version} ${letter}`;
