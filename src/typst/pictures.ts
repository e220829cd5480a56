import type { Bank } from '../bank/bank.ts';
import { blame } from '../bank/blame.ts';
import { present } from '../text/present.ts';
import { refused } from '../view/pictures.ts';
import { typstWriter } from './markup.ts';
import type { Typesetter } from './typesetter.ts';

/**
 * Lays pictures, by their files in the bank, before the typesetter: gives them by the paths under which the templates find them, what
 * the typesetter refuses, and a writer of data that names them so.
 */
export async function layPictures(
  bank: Bank,
  pictures: ReadonlyMap<string, Uint8Array>,
  typesetter: Typesetter,
) {
  const paths = new Map([...pictures.keys()].map((file, at) => [file, `/pictures/${at}`]));
  const pathOf = (file: string) => present(paths.get(file), `picture "${file}" among those that were read`);
  const tried = [...pictures].map(async ([file, bytes]) => refused(file, await typesetter.tryOut(bytes)));
  const findings = (await Promise.all(tried)).flat();
  return {
    files: new Map([...pictures].map(([file, bytes]) => [pathOf(file), bytes])),
    findings: blame(bank, findings),
    write: typstWriter(pathOf),
  };
}
