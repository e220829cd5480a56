import type { Bank } from '../bank/bank.ts';
import type { PaperData } from './paper/data.ts';
import type { KeyData } from './paper/key-data.ts';

/** What a quiz is printed from, whatever it is printed as: the data that the PDFs are made of. */
export interface QuizCopy {
  readonly bank: Bank;
  readonly papers: PaperData;
  readonly key: KeyData;
  /** The pictures' bytes by the paths in the data. */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
}
