import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pl } from './pl.ts';
import { pt } from './pt.ts';
import { ru } from './ru.ts';
import { uk } from './uk.ts';
import { languageOf, type Words } from './words.ts';
import { zh } from './zh.ts';

/** To add a language, write its file and enter it here. */
const languages = new Map(
  [en, de, fr, es, pt, it, nl, pl, ru, uk, zh].map((words) => [words.language, words]),
);

/** The words for a BCP 47 tag ("de-AT"); English where the language has none yet. */
export const wordsFor = (tag: string): Words => languages.get(languageOf(tag)) ?? en;
