import { readFileSync } from 'node:fs';

const files = ['page.css', 'question.css', 'key.css', 'maths.css', 'print.css'];

/** The style sheet of every page. */
export const styleSheet = (): string =>
  files.map((name) => readFileSync(new URL(name, import.meta.url), 'utf8')).join('\n');
