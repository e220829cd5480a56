import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { drawingFonts } from './fonts.ts';

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

/** An SVG as PNG, so many times as large, in the papers' own fonts: the same bytes on every machine. */
export async function drawSvg(svg: Uint8Array, zoom: number): Promise<Uint8Array> {
  await start();
  const font = { fontBuffers: drawingFonts(), ...families };
  const picture = new Resvg(svg, { font, fitTo: { mode: 'zoom', value: zoom } });
  const rendered = picture.render();
  const png = rendered.asPng();
  rendered.free();
  picture.free();
  return png;
}
