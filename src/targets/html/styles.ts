import type { ReadAsset } from '../../files/asset.ts';

const files = ['page.css', 'question.css', 'key.css', 'maths.css', 'print.css'];

/** The style sheet of every page. */
export const styleSheet = (readAsset: ReadAsset): string =>
  files.map((name) => readAsset(new URL(name, import.meta.url))).join('\n');
