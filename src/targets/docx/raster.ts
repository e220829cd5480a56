import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { imageKind, imageSize } from '../../files/picture.ts';
import { paperFonts } from '../../typst/fonts.ts';

/** A picture as Word files hold it. */
export interface WordPicture {
  readonly bytes: Uint8Array;
  /** An SVG as PNG: for LibreOffice, Google Docs and the Word of before 2018, which show nothing else. */
  readonly drawn?: Uint8Array;
}

/** Pixels that are enough for the largest place on a page, in print. */
const most = { width: 1600, height: 800 };

/** Pictures with their SVGs drawn, in the papers' own fonts: the same bytes on every machine. */
export async function withDrawings(
  pictures: ReadonlyMap<string, Uint8Array>,
): Promise<ReadonlyMap<string, WordPicture>> {
  const isSvg = (bytes: Uint8Array) => imageKind(bytes) === 'svg';
  if (![...pictures.values()].some(isSvg))
    return new Map([...pictures].map(([path, bytes]) => [path, { bytes }]));
  await start();
  const fontBuffers = paperFonts();
  const draw = (bytes: Uint8Array): Uint8Array => {
    const { width, height } = imageSize(bytes);
    const value = Math.min(most.width / width, most.height / height);
    const font = { fontBuffers, ...families };
    const picture = new Resvg(bytes, { font, fitTo: { mode: 'zoom', value } });
    const rendered = picture.render();
    const png = rendered.asPng();
    rendered.free();
    picture.free();
    return png;
  };
  return new Map(
    [...pictures].map(([path, bytes]) => [path, isSvg(bytes) ? { bytes, drawn: draw(bytes) } : { bytes }]),
  );
}

const families = {
  defaultFontFamily: 'Libertinus Serif',
  serifFamily: 'Libertinus Serif',
  sansSerifFamily: 'Atkinson Hyperlegible',
  monospaceFamily: 'DejaVu Sans Mono',
};

let started: Promise<void> | undefined;

/** Its WebAssembly is started once in a process. */
function start(): Promise<void> {
  const require = createRequire(import.meta.url);
  started ??= initWasm(readFileSync(require.resolve('@resvg/resvg-wasm/index_bg.wasm')));
  return started;
}
