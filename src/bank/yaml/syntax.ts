import type { SourceFile } from '../../files/source.ts';
import { type Diagnostic, diagnose } from '../diagnostic.ts';

/** What the parser objects to, as an author's next step; `reason` and `position` are the parser's. */
export function syntaxError(file: SourceFile, reason: string, position: number): Diagnostic {
  const at = Math.min(position, file.text.length);
  const lineStart = file.text.lastIndexOf('\n', at - 1) + 1;
  const place: Place = {
    reason,
    before: file.text.slice(lineStart, at),
    after: file.text.slice(at, at + 80),
  };
  const message = advice.find(([applies]) => applies(place))?.[1] ?? `this is not valid YAML: ${reason}`;
  return diagnose(file, { range: { start: at, end: at + 1 }, rule: 'yaml-syntax', message });
}

interface Place {
  readonly reason: string;
  /** The line up to the place. */
  readonly before: string;
  /** Some of what follows. */
  readonly after: string;
}

/** Told by what stands there, since the parser says "bad indentation" of most slips; the first that applies counts. */
const advice: readonly (readonly [(place: Place) => boolean, string])[] = [
  [({ reason }) => reason.includes('tab characters'), 'a line is indented with a tab; indent with spaces'],
  [
    ({ reason }) => reason.includes('line break is expected'),
    'the text after ">" or "|" begins on the next line',
  ],
  [({ reason }) => reason.includes('non-printable'), 'a character that cannot be printed; delete it'],
  [
    ({ reason }) => reason.includes('escape'),
    'a backslash has a meaning in double quotes; write it twice, or use single quotes',
  ],
  [
    ({ reason }) => reason.includes('maxDepth'),
    'lists and maps are nested too deeply; a bracket is missing before this',
  ],
  [
    ({ reason }) => /deficient|unexpected end|flow collection/.test(reason),
    'a bracket or a quotation mark was opened above and is not closed; close it',
  ],
  [
    ({ before, after }) => /^[@`%*&]/.test(after) || /:\s+[*&]\S*\s*$/.test(before),
    'text cannot begin with "@", "`", "%", "*" or "&"; put it in quotes',
  ],
  [
    ({ before, after }) => /:\s+$/.test(before) && after.startsWith('- '),
    'a list begins on its own line, or stands in brackets: [a, b]; a text that begins with "- " goes in quotes',
  ],
  [
    ({ before, after }) => /:\s/.test(before) && /^:(\s|$)/.test(after),
    'text with ": " in it goes in quotes; put all of this text in quotes',
  ],
  [
    ({ before, after }) => /["']\s*$/.test(before) && /^\S/.test(after),
    'the text goes on after its closing quotation mark; quote all of it in the other kind of quotes',
  ],
  [
    ({ before, after }) => before.trim() === '' && after.trim() !== '',
    'this does not line up with what stands above it; begin it in the same column as its siblings',
  ],
  [
    ({ before, after }) => /^\s*[\w-]+$/.test(before) && after.startsWith(':'),
    'a key is out of place here; line it up with its siblings, and check that the line above has a space after its colon',
  ],
];
