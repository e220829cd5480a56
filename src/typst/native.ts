import { readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { ownFonts, paperFonts } from './fonts.ts';
import { PictureProcess } from './picture-process.ts';
import { NoTypesetter, type Typeset, type Typesetter } from './typesetter.ts';

/** What every template may import. */
const shared = ['look.typ', 'text.typ', 'maths.typ'].map((name) => new URL(name, import.meta.url));

/** What a template's data may say of the look of the whole; templates find it as constants. */
interface Look {
  readonly edition?: string;
  readonly direction?: string;
}

/**
 * The folder the compiler believes to work in. It need not exist: templates and pictures are laid before the
 * compiler from memory, so that neither the working folder nor any file beside it has a part in the result.
 */
const workspace = resolve('/recto-verso');
const inside = (path: string): string => resolve(workspace, `./${path}`);

/**
 * After so many pages Typst lets go of what it laid out. It keeps all of it otherwise, which makes a paper quick that
 * stood in a larger file before; for 500 versions it would be more than a machine has.
 */
const mostPagesKept = 250;

/**
 * Loads the Typst compiler.
 * @param pictures where pictures are tried before the compiler gets them
 * @throws {NoTypesetter} where its native module cannot be loaded
 */
export async function createTypesetter(pictures = new PictureProcess()): Promise<Typesetter> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler').catch((error: Error) => {
    throw new NoTypesetter(error.message);
  });
  const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontBlobs: paperFonts() }] });
  const known = new Set<string>();
  const add = (source: URL) => {
    if (known.has(source.href)) return;
    known.add(source.href);
    compiler.addSource(inside(basename(source.pathname)), readFileSync(source, 'utf8'));
  };
  shared.forEach(add);
  const lay = (path: string, bytes: Uint8Array) => compiler.mapShadow(inside(path), Buffer.from(bytes));
  let pagesKept = 0;
  return {
    async typeset({ main, sources }, data, files) {
      sources.forEach(add);
      for (const [path, bytes] of files) lay(path, bytes);
      // As a file: were it an input, everything that reads an input would be worked out anew for each document.
      lay('/data.json', new TextEncoder().encode(JSON.stringify(data)));
      const { edition = 'standard', direction = 'ltr' }: Look = data;
      const compiled = compiler.compile({
        mainFilePath: inside(main),
        inputs: { edition, direction },
      });
      const { result } = compiled;
      if (!result) throw new Error(`${main}: ${problems(compiled.takeDiagnostics()?.shortDiagnostics)}`);
      const pdf = exportPdf((options) => compiler.pdf(result, options));
      const noted = compiler.query(result, { selector: '<noted>', field: 'value' }) as string[];
      const pages = result.numOfPages;
      pagesKept += pages;
      if (pagesKept > mostPagesKept) {
        compiler.evictCache(1);
        pagesKept = 0;
      }
      // A document's own memory is free when the event loop has turned.
      await setImmediate();
      return { ...pdf, pages, foreignFonts: foreignFonts(pdf.bytes), noted };
    },
    async tryOut(picture) {
      const refusal = await pictures.tryOut(picture);
      if (refusal !== undefined) return refusal;
      // Read here while the next is tried there; the papers find it read.
      lay('/tried', picture);
      compiler.compile({ mainFileContent: '#image("/tried")' });
      return undefined;
    },
  };
}

/** Exports as PDF/UA-1; where that standard forbids something in the text, as a plain tagged PDF. */
function exportPdf(
  write: (options: { pdfStandard?: string; pdfTags?: boolean }) => Uint8Array,
): Pick<Typeset, 'bytes' | 'missing' | 'objection'> {
  try {
    return { bytes: write({ pdfStandard: 'ua-1' }), missing: [], objection: '' };
  } catch (error) {
    const complaint = String(error);
    const missing = withoutFont(complaint);
    const message = /message: "PDF\/UA-1 error: (.*?)", trace/.exec(complaint)?.[1] ?? complaint;
    return { bytes: plainPdf(write), missing, objection: missing.length > 0 ? '' : message };
  }
}

/** With tags for screen readers, unless Typst stumbles over them: then a paper without is better than none. */
function plainPdf(write: (options: { pdfTags: boolean }) => Uint8Array): Uint8Array {
  try {
    return write({ pdfTags: true });
  } catch {
    return write({ pdfTags: false });
  }
}

/** The fonts of a PDF that are not ours: "ABCDEF+NotoSansArabic-Regular" without its tag. */
function foreignFonts(pdf: Uint8Array): string[] {
  const names = Buffer.from(pdf)
    .toString('latin1')
    .matchAll(/\/BaseFont \/[^\s/<>]+/g);
  const plain = Array.from(names, ([name]) => name.replace(/^\/BaseFont \/([A-Z]{6}\+)?|-Identity-H$/g, ''));
  return [...new Set(plain)].filter((name) => !ownFonts.test(name)).sort();
}

/** The characters that an export complains of, in Rust's notation: … the text `\"\\u{1f389}\"` could not be displayed … */
function withoutFont(complaint: string): string[] {
  const texts = complaint.matchAll(/(?<=the text `\\?").+?(?=\\?"` could not be displayed)/gu);
  const characters = Array.from(texts, ([text]) =>
    text.replace(/\\*u\{([0-9a-f]+)\}/g, (_, code: string) =>
      String.fromCodePoint(Number.parseInt(code, 16)),
    ),
  );
  return [...new Set(characters)].sort();
}

const problems = (diagnostics: readonly { message?: string }[] | undefined): string =>
  (diagnostics ?? []).map(({ message }) => message ?? 'unknown problem').join('; ');
