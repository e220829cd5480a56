/** A picture or a sound. */
export type MediaKind = 'picture' | 'sound';

/** A format that every Anki shows or plays. */
interface Format<Name extends string> {
  readonly name: Name;
  /** The ends that its files' names may have. */
  readonly endings: readonly string[];
  /** Whether a file is one, by its first bytes, `headSize` of them or all. */
  readonly isIn: (head: Uint8Array) => boolean;
}

/** So many of a file's first bytes tell its format: drawing programs put words of their own before an SVG begins. */
export const headSize = 65_536;

const format = <const Name extends string>(
  name: Name,
  isIn: Format<Name>['isIn'],
  ...also: readonly string[]
): Format<Name> => ({ name, endings: [name, ...also], isIn });

export const pictureFormats = [
  format('png', (head) => has(head, 0, '\x89PNG\r\n\x1a\n')),
  format('jpg', (head) => has(head, 0, '\xff\xd8\xff'), 'jpeg'),
  format('webp', (head) => has(head, 0, 'RIFF') && has(head, 8, 'WEBP')),
  format('svg', beginsSvg),
  format('gif', (head) => has(head, 0, 'GIF87a') || has(head, 0, 'GIF89a')),
] as const;

const soundFormats = [
  format('mp3', (head) => has(head, 0, 'ID3') || beginsMpeg(head)),
  format('ogg', (head) => has(head, 0, 'OggS')),
  format('wav', (head) => has(head, 0, 'RIFF') && has(head, 8, 'WAVE')),
  format('m4a', (head) => has(head, 4, 'ftyp')),
  format('flac', (head) => has(head, 0, 'fLaC')),
] as const;

const formats: Readonly<Record<MediaKind, readonly Format<string>[]>> = {
  picture: pictureFormats,
  sound: soundFormats,
};

/** The ends of names that are taken for pictures, and for sounds. */
export const mediaEndings = (kind: MediaKind): readonly string[] =>
  formats[kind].flatMap(({ endings }) => endings);

/** The format that a file's name tells; undefined for none of this kind. */
export const formatOfName = (file: string, kind: MediaKind): string | undefined =>
  formats[kind].find(({ endings }) => endings.some((ending) => file.toLowerCase().endsWith(`.${ending}`)))
    ?.name;

/** The format that a file's first bytes tell; undefined for none of this kind. */
export const formatOfBytes = (head: Uint8Array, kind: MediaKind): string | undefined =>
  formats[kind].find(({ isIn }) => isIn(head))?.name;

/** True when these signs, a byte each, stand there. */
const has = (head: Uint8Array, at: number, signs: string): boolean =>
  head.length >= at + signs.length && [...signs].every((sign, nth) => head[at + nth] === sign.charCodeAt(0));

/**
 * The head of a frame of MPEG audio (ISO/IEC 11172-3, 2.4.1.3): eleven bits set, then a version, a layer, a bit rate and a
 * sampling rate that there are. Layer I is none of them: nobody uses it, and UTF-16 text may begin so.
 */
function beginsMpeg([first = 0, second = 0, third = 0]: Uint8Array): boolean {
  const isSync = first === 0xff && second >> 5 === 7;
  const version = (second >> 3) & 3;
  const layer = (second >> 1) & 3;
  return isSync && version !== 1 && (layer === 1 || layer === 2) && third >> 4 !== 15 && (third & 12) !== 12;
}

/** What may stand before the first element of XML, piece by piece. */
const prologue = /\s+|<\?.*?\?>|<!--.*?-->|<!DOCTYPE[^[>]*(?:\[.*?\]\s*)?>/sy;
const svgTag = /<(?:[\w.-]+:)?svg[\s/>]/y;

/** Whether the first element is `svg`, with a namespace's prefix or without. */
function beginsSvg(head: Uint8Array): boolean {
  const text = new TextDecoder().decode(head.subarray(0, headSize));
  prologue.lastIndex = 0;
  svgTag.lastIndex = 0;
  while (prologue.test(text)) svgTag.lastIndex = prologue.lastIndex;
  return svgTag.test(text);
}
