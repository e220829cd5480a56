import type { BankFiles } from '../../src/bank/load.ts';

const bytes = (signs: string): Uint8Array => Buffer.from(signs, 'latin1');

/** Files as far as programs know them by, by the ends of their names. */
const samples: Readonly<Record<string, Uint8Array>> = {
  png: bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR'),
  jpg: bytes('\xff\xd8\xff\xe0\0\x10JFIF\0'),
  jpeg: bytes('\xff\xd8\xff\xe1\0\x10Exif\0'),
  webp: bytes('RIFF\x22\0\0\0WEBPVP8 '),
  svg: bytes('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
  gif: bytes('GIF89a\x01\0\x01\0'),
  mp3: bytes('ID3\x04\0\0\0\0\0\0'),
  ogg: bytes('OggS\0\x02'),
  wav: bytes('RIFF\x24\0\0\0WAVEfmt '),
  m4a: bytes('\0\0\0\x20ftypM4A '),
  flac: bytes('fLaC\0\0\0\x22'),
};

/** What a file of this name begins with when it is what the name says. */
export function sampleOf(name: string): Uint8Array {
  const [ending = ''] = /[^.]+$/.exec(name.toLowerCase()) ?? [];
  return samples[ending] ?? bytes(`the file ${name}`);
}

/** The pictures and sounds of a bank by these names, all as they should be. */
export const withMedia = (...names: string[]): Pick<BankFiles, 'others' | 'outside' | 'head'> => ({
  others: new Set(names),
  outside: new Set(),
  head: sampleOf,
});
