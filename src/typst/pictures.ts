import type { Bank } from '../bank/bank.ts';
import { blame } from '../bank/blame.ts';
import { type Unprintable, unprintable } from '../view/pictures.ts';
import { typstWriter } from './markup.ts';
import type { Typesetter } from './typesetter.ts';

/** Pictures laid ready for the typesetter, what it refuses, and a writer of data that names them as it finds them. */
export interface LaidPictures {
  /** By the paths under which the templates find them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly findings: readonly Unprintable[];
  readonly write: (view: object) => object;
}

/** Lays pictures, by their files in the bank, before the typesetter. */
export function layPictures(
  bank: Bank,
  pictures: ReadonlyMap<string, Uint8Array>,
  typesetter: Typesetter,
): LaidPictures {
  const paths = new Map([...pictures.keys()].map((file, at) => [file, `/pictures/${at}`]));
  const pathOf = (file: string): string => {
    const path = paths.get(file);
    if (path === undefined) throw new Error(`the picture "${file}" was not read`);
    return path;
  };
  const refused = [...pictures].filter(([, bytes]) => !typesetter.canPrint(bytes)).map(([file]) => file);
  return {
    files: new Map([...pictures].map(([file, bytes]) => [pathOf(file), bytes])),
    findings: blame(bank, refused.map(unprintable)),
    write: typstWriter(pathOf),
  };
}
