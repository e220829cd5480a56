import { parseMarkdown } from '../../text/markdown.ts';
import { toPlain } from '../../text/plain.ts';
import { ankiText } from './html.ts';

/**
 * Text that Anki reads aloud with a voice of the machine, as a tag in a field: the note type is the same for all banks,
 * so the language cannot stand in its template (Anki, `rslib/src/card_rendering/parser.rs`).
 */
export function speech(markdown: string, language: string): string {
  // Voices read a raised figure, but pass over a raised letter.
  const plain = toPlain(parseMarkdown(markdown)).replace(/\p{Lm}/gu, (letter) => letter.normalize('NFKC'));
  // A bracket of the text's own could close the tag.
  const text = ankiText(plain).replaceAll('[', '&#91;');
  return `[anki:tts lang=${voiceLanguage(language)}]${text}[/anki:tts]`;
}

/** "en_GB": voices are found by language and region, both, so a tag without a region gets its likely one. */
function voiceLanguage(tag: string): string {
  const { language, region } = new Intl.Locale(tag).maximize();
  return region === undefined ? language : `${language}_${region}`;
}
