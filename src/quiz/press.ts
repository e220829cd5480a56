import type { QuizFile } from './build.ts';
import { type Copy, type CopyFile, inParts } from './copies.ts';
import type { Look, Template, Typeset, Typesetter } from './paper/typeset.ts';
import type { Version } from './printed.ts';

/** Prints one file from its data. */
export type Print = (template: Template, data: Look & { readonly versions: readonly unknown[] }) => Typeset;

/** After so many versions were laid out, Typst's memory of them is let go. */
const mostKept = 120;

/**
 * A press for one quiz. Typst keeps what it laid out, which makes a paper quick that stood in a larger file before;
 * for 500 versions it would be more than a machine has.
 */
export function press(typesetter: Typesetter, pictures: ReadonlyMap<string, Uint8Array>): Print {
  let kept = 0;
  return (template, data) => {
    kept += data.versions.length;
    const document = typesetter.typeset(template, data, pictures);
    if (kept > mostKept) {
      // What the last three rests did not need is let go, so after the fourth nothing is left.
      for (let rest = 0; rest < 4; rest++) typesetter.rest();
      kept = 0;
    }
    return document;
  };
}

/** A paper of each version, and the files with several copies. */
export function copyFiles(versions: readonly Version[], classFiles: readonly CopyFile[]) {
  const each = versions.map((version, at) => ({
    name: `${version.letter}.pdf`,
    copies: [{ number: 0, version: at }],
  }));
  const copies = each.flatMap((file) => file.copies);
  const all = inParts('all.pdf', copies).map(({ name, items }) => ({ name, copies: items }));
  return { each, several: classFiles.length > 0 ? classFiles : all };
}

/** Prints the large files first: the papers one by one are then quick, and have no finding that those do not have. */
export function printRuns(
  { each, several }: { readonly each: readonly CopyFile[]; readonly several: readonly CopyFile[] },
  print: (copies: readonly Copy[]) => Typeset,
  folder: string,
) {
  const documents = several.map(({ copies }) => print(copies));
  const named = (files: readonly CopyFile[], made: readonly Typeset[]): QuizFile[] =>
    made.map(({ bytes }, at) => ({ name: `${folder}${files[at]?.name}`, bytes }));
  const single = each.map(({ copies }) => print(copies));
  return {
    files: [...named(each, single), ...named(several, documents)],
    pages: documents.reduce((sum, { pages }) => sum + pages, 0),
    documents,
  };
}
