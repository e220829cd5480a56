import { formatOfBytes, type MediaKind } from '../../src/files/media-formats.ts';
import { imageKind, imageSize } from '../../src/files/picture.ts';

const bytes = (signs: string): Uint8Array => Buffer.from(signs, 'latin1');
const text = (words: string): Uint8Array => new TextEncoder().encode(words);

/** How files begin that the programs named wrote. */
const real: [what: string, kind: MediaKind, format: string, head: Uint8Array][] = [
  ['PNG', 'picture', 'png', bytes('\x89PNG\r\n\x1a\n\0\0\0\rIHDR')],
  ['JPEG of a phone', 'picture', 'jpg', bytes('\xff\xd8\xff\xe1\x2f\xfeExif\0\0MM')],
  ['JPEG of a scanner', 'picture', 'jpg', bytes('\xff\xd8\xff\xe0\0\x10JFIF\0')],
  ['JPEG without either', 'picture', 'jpg', bytes('\xff\xd8\xff\xdb\0\x43')],
  ['animated WebP', 'picture', 'webp', bytes('RIFF\x9c\x4a\0\0WEBPVP8X\n\0\0\0\x12\0\0\0')],
  ['GIF of 1987', 'picture', 'gif', bytes('GIF87a\x07\0\x03\0')],
  ['GIF of 1989', 'picture', 'gif', bytes('GIF89a\x07\0\x03\0')],
  ['MP3 with a tag', 'sound', 'mp3', bytes('ID3\x03\0\0\0\0\x0fv')],
  ['MP3 without a tag', 'sound', 'mp3', bytes('\xff\xfb\x90\x64\0\x0f')],
  ['MP3 with checksums', 'sound', 'mp3', bytes('\xff\xfa\x92\xc4')],
  ['MP3 of speech, 22 kHz', 'sound', 'mp3', bytes('\xff\xf3\x48\xc4')],
  ['MP3 of speech, 8 kHz', 'sound', 'mp3', bytes('\xff\xe3\x18\xc4')],
  ['MPEG audio of layer II', 'sound', 'mp3', bytes('\xff\xfd\xc4\x04')],
  ['Ogg Vorbis', 'sound', 'ogg', bytes('OggS\0\x02\0\0\0\0\0\0\0\0\x01vorbis')],
  ['Ogg Opus', 'sound', 'ogg', bytes('OggS\0\x02\0\0\0\0\0\0\0\0\x13OpusHead')],
  ['WAV', 'sound', 'wav', bytes('RIFF\x24\x08\0\0WAVEfmt ')],
  ['M4A of iTunes', 'sound', 'm4a', bytes('\0\0\0\x20ftypM4A \0\0\0\0')],
  ['M4A of ffmpeg', 'sound', 'm4a', bytes('\0\0\0\x1cftypisom\0\0\x02\0')],
  ['FLAC', 'sound', 'flac', bytes('fLaC\0\0\0\x22')],
];

test.each(real)('%s is known as a %s', (_what, kind, format, head) => {
  expect(formatOfBytes(head, kind)).toBe(format);
  expect(formatOfBytes(head, kind === 'picture' ? 'sound' : 'picture')).toBeUndefined();
});

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="6"/>';

/** A prologue as Adobe Illustrator writes it, with its entities. */
const illustrator = `<?xml version="1.0" encoding="iso-8859-1"?>
<!-- Generator: Adobe Illustrator 16.0.0, SVG Export Plug-In . SVG Version: 6.00 Build 0)  -->
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd" [
\t<!ENTITY ns_svg "http://www.w3.org/2000/svg">
\t<!ENTITY ns_xlink "http://www.w3.org/1999/xlink">
] >
`;
const drawings: [what: string, words: string][] = [
  ['alone', svg],
  ['after white space and a mark of UTF-8', `\ufeff\n  ${svg}`],
  [
    'of Inkscape',
    `<?xml version="1.0" encoding="UTF-8" standalone="no"?>\n<!-- Created with Inkscape (http://www.inkscape.org/) -->\n\n${svg.replace(' ', '\n   ')}`,
  ],
  ['of Illustrator', `${illustrator}${svg}`],
  ['after a licence of 20,000 letters', `<!-- ${'All rights reserved. '.repeat(1000)} -->\n${svg}`],
  ['whose namespace has a prefix', '<svg:svg xmlns:svg="http://www.w3.org/2000/svg" width="9" height="6"/>'],
  ['of one tag', '<svg/>'],
];

test.each(drawings)('an SVG %s is known', (_what, words) => expect(imageKind(text(words))).toBe('svg'));

test('an SVG is as large as it says, whatever stands before it', () => {
  for (const [what, words] of drawings.slice(0, -1))
    expect([what, imageSize(text(words))]).toEqual([what, { width: 9, height: 6, turn: 0 }]);
});

const none: [what: string, head: Uint8Array][] = [
  ['nothing', new Uint8Array()],
  ['zeros', new Uint8Array(100)],
  ['a text', text('root:x:0:0:root:/root:/bin/bash\n')],
  ['the variables of a process', text('PATH=/usr/bin\0TOKEN=ghp_secret\0')],
  ['a text on PNG', text(' PNG is a format')],
  ['a text on GIF', text('GIF8 and more')],
  ['a text on SVG', text(`This is how to draw: ${svg}`)],
  ['a page that shows an SVG', text(`<!DOCTYPE html>\n<html><body>${svg}</body></html>`)],
  ['other XML', text('<?xml version="1.0"?>\n<svgs/>')],
  ['a comment that never ends', text(`<!-- ${svg}`)],
  ['an SVG that begins too late', text(`<!-- ${'x'.repeat(70_000)} -->${svg}`)],
  ['an SVG that is packed', bytes('\x1f\x8b\x08\0\0\0')],
  ['UTF-16, which begins nearly as MPEG does', bytes('\xff\xfet\0e\0x\0t\0')],
  ['AAC without a container', bytes('\xff\xf1\x50\x80')],
  ['TIFF', bytes('II*\0')],
  ['an icon', bytes('\0\0\x01\0\x03\0')],
  ['AVI', bytes('RIFF\x24\x08\0\0AVI LIST')],
  ['a JPEG that breaks off', bytes('\xff\xd8')],
];

test.each(none)('%s is no picture and no sound', (_what, head) => {
  expect([formatOfBytes(head, 'picture'), formatOfBytes(head, 'sound')]).toEqual([undefined, undefined]);
});

test('what was made to be looked at for ever is looked at to its end', () => {
  const pieces = ['<!--x-->', '<??>', '<!DOCTYPE svg [ ] ] ', ' ] ', '<!DOCTYPE x', '<!DOCTYPE svg ['];
  const hostile = [...pieces.map((piece) => piece.repeat(20_000)), `<!DOCTYPE svg [${' ]'.repeat(50_000)}`];
  for (const words of [...hostile, `<${'a'.repeat(100_000)}:svg`])
    expect(imageKind(text(words))).toBeUndefined();
});
