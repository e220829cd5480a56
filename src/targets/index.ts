import { anki } from './anki/anki.ts';
import { answers } from './answers/answers.ts';
import { docx } from './docx/docx.ts';
import { flashcards } from './flashcards/flashcards.ts';
import { html } from './html/html.ts';
import { omr } from './omr/omr.ts';
import { pdf } from './pdf/pdf.ts';
import type { Target } from './target.ts';

/** Every target there is, by name, in the order of help, work and summary: to add one, write its folder and enter it here. */
export const targets: Readonly<Record<string, Target>> = { anki, answers, pdf, docx, html, omr, flashcards };

/** Names that stand for several. */
export const groups: Readonly<Record<string, readonly string[]>> = { quiz: ['pdf'] };

/** All names that `--only` and `targets:` take. */
export const targetNames: readonly string[] = [...Object.keys(targets), ...Object.keys(groups)];
