import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { inflateSync } from 'node:zlib';

const require = createRequire(import.meta.url);

/** The families that our papers are set in, as a PDF names their fonts; any other font is the machine's. */
export const ownFonts =
  /^(LibertinusSerif|NewCM|NewComputerModern|DejaVuSansMono|OpenDyslexic|AtkinsonHyperlegible)/;

/**
 * The fonts to hand to the compiler, which prefers them to the machine's fonts of the same name: those that it carries
 * inside, and the editions'. Without them a machine that has its own Libertinus would print other pages than ours.
 */
export const paperFonts = (): Buffer[] => [...fontsInside(readFileSync(compilerBinary())), ...editionFonts()];

let forDrawings: Buffer[] | undefined;

/** The same for drawings, which do with the editions' fonts where there is no compiler; read once. */
export function drawingFonts(): Buffer[] {
  try {
    forDrawings ??= paperFonts();
  } catch {
    forDrawings = editionFonts();
  }
  return forDrawings;
}

/** The compiler's native module; where packages for several platforms are installed, all hold the same fonts. */
function compilerBinary(): string {
  const scope = dirname(dirname(require.resolve('@myriaddreamin/typst-ts-node-compiler')));
  for (const name of readdirSync(scope)) {
    if (!name.startsWith('typst-ts-node-compiler-')) continue;
    const binary = readdirSync(join(scope, name)).find((file) => file.endsWith('.node'));
    if (binary) return join(scope, name, binary);
  }
  throw new Error('the Typst compiler has no native module for this platform');
}

const openType = Buffer.from('OTTO');
const trueType = Buffer.from([0, 1, 0, 0]);

/**
 * The OpenType and TrueType fonts that lie as they are in a file, each found by its table directory. They stand in one
 * row, so the search for TrueType, whose mark is four common bytes, begins behind the OpenType fonts.
 */
export function fontsInside(binary: Buffer): Buffer[] {
  const found: Buffer[] = [];
  let at = binary.indexOf(openType);
  while (at >= 0) {
    const end = fontEnd(binary, at);
    if (end > at) found.push(binary.subarray(at, end));
    const from = end > at ? end : at + 4;
    const trueTypeNext = end > at && binary.subarray(end, end + 20).includes(trueType);
    at = trueTypeNext ? binary.indexOf(trueType, from) : binary.indexOf(openType, from);
  }
  return found;
}

/** Where the font at `at` ends, told by its table directory; `at` itself where there is none. */
function fontEnd(binary: Buffer, at: number): number {
  if (at + 6 > binary.length) return at;
  const tables = binary.readUInt16BE(at + 4);
  let end = at;
  let hasCharacters = false;
  for (let table = 0; table < tables && tables < 64; table++) {
    const entry = at + 12 + 16 * table;
    if (entry + 16 > binary.length) return at;
    const tag = binary.toString('latin1', entry, entry + 4);
    if (!/^[\x20-\x7e]{4}$/.test(tag)) return at;
    hasCharacters ||= tag === 'cmap';
    end = Math.max(end, at + binary.readUInt32BE(entry + 8) + binary.readUInt32BE(entry + 12));
  }
  return hasCharacters && end <= binary.length ? end : at;
}

/** OpenDyslexic for `--dyslexia`, Atkinson Hyperlegible for `--large-print`. */
function editionFonts(): Buffer[] {
  const dyslexic = ['400-normal', '400-italic', '700-normal', '700-italic'].map((style) =>
    unpackWoff(
      readFileSync(require.resolve(`@fontsource/opendyslexic/files/opendyslexic-latin-${style}.woff`)),
    ),
  );
  const legible = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'].map((style) =>
    readFileSync(
      require.resolve(`@expo-google-fonts/atkinson-hyperlegible/${style}/AtkinsonHyperlegible_${style}.ttf`),
    ),
  );
  return [...dyslexic, ...legible];
}

/** The font in a WOFF file, which is a font with its tables deflated one by one: https://www.w3.org/TR/WOFF/. */
export function unpackWoff(woff: Buffer): Buffer {
  const count = woff.readUInt16BE(12);
  const tables = Array.from({ length: count }, (_, at) => {
    const entry = 44 + 20 * at;
    const field = (place: number) => woff.readUInt32BE(entry + place);
    const packed = woff.subarray(field(4), field(4) + field(8));
    return { entry, bytes: packed.length < field(12) ? inflateSync(packed) : packed };
  });
  const power = Math.floor(Math.log2(count));
  const head = Buffer.alloc(12 + 16 * count);
  woff.copy(head, 0, 4, 8);
  head.writeUInt16BE(count, 4);
  head.writeUInt16BE(16 * 2 ** power, 6);
  head.writeUInt16BE(power, 8);
  head.writeUInt16BE(16 * count - 16 * 2 ** power, 10);
  let offset = head.length;
  const parts = tables.map(({ entry, bytes }, at) => {
    woff.copy(head, 12 + 16 * at, entry, entry + 4);
    woff.copy(head, 16 + 16 * at, entry + 16, entry + 20);
    head.writeUInt32BE(offset, 20 + 16 * at);
    head.writeUInt32BE(bytes.length, 24 + 16 * at);
    const padded = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
    offset += padded.length;
    return padded;
  });
  return Buffer.concat([head, ...parts]);
}
