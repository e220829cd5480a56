import type { BankFiles } from '../bank/load.ts';
import type { SourceFile } from '../files/source.ts';

/** A file whose text is to become another. */
export interface EditedFile {
  readonly file: SourceFile;
  readonly text: string;
}

/** The bank with these files' new texts. */
export function withTexts(bank: BankFiles, edited: readonly EditedFile[]): BankFiles {
  const texts = new Map(edited.map(({ file, text }) => [file, text]));
  const replaced = (file: SourceFile): SourceFile => {
    const text = texts.get(file);
    return text === undefined ? file : { ...file, text };
  };
  const { deck, quizzes, topics } = bank;
  return {
    ...bank,
    deck: replaced(deck),
    quizzes: quizzes && replaced(quizzes),
    topics: topics.map(replaced),
  };
}
