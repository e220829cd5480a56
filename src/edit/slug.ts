import { stopWords } from './stop-words.ts';

const mostWords = 5;
const mostCharacters = 40;

/** Letters that Unicode does not take apart, and how they are written without them. */
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
  ŋ: 'ng',
  ŧ: 't',
};

const spelledInGerman: typeof spelled = { ...spelled, ä: 'ae', ö: 'oe', ü: 'ue' };

/**
 * A few words of a plain text as an id: lower-case letters a to z, digits and hyphens, at most five words and forty
 * characters, without the language's words that say nothing where two others remain. Undefined when the text is not in
 * Latin letters for the most part, or when a YAML reader could take what remains for a number or for yes and no.
 */
export function slug(text: string, language: string): string | undefined {
  const primary = language.toLowerCase().replace(/-.*/s, '');
  const latin = latinised(text, primary);
  const letters = latin.match(/\p{L}/gu)?.length ?? 0;
  const ours = latin.match(/[a-z]/g)?.length ?? 0;
  if (ours === 0 || ours * 2 < letters) return undefined;
  // A hyphenated word stays whole: "de" alone would be an odd end for an id about de-Stalinisation.
  const all = latin
    .split(/[^a-z0-9-]+/)
    .map((word) => word.replace(/^-+|-+$/g, '').replace(/-+/g, '-'))
    .filter((word) => word !== '');
  const telling = all.filter((word) => !stopWords[primary]?.has(word));
  const kept = (telling.length >= 2 ? telling : all).slice(0, mostWords);
  while (kept.length > 1 && kept.join('-').length > mostCharacters) kept.pop();
  const made = kept.join('-').slice(0, mostCharacters).replace(/-$/, '');
  return made.length < 3 || ambiguous.test(made) ? undefined : made;
}

/** What YAML 1.1 or 1.2 reads as something else than text. */
const ambiguous = /^(true|false|null|yes|off|\d+e\d+|0x[\da-f]+|0o\d+)$/;

/** Lower case, accents and apostrophes gone. */
function latinised(text: string, language: string): string {
  const letters = language === 'de' ? spelledInGerman : spelled;
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\0-\x7f]/gu, (letter) => letters[letter] ?? letter)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('\u2010', '-')
    .replace(/['’ʼ]s(?![\p{L}\d])/gu, '')
    .replace(/['’ʼ]/g, language === 'fr' || language === 'it' ? ' ' : '');
}
