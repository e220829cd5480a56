import type { Bank, Quiz } from '../../src/bank/bank.ts';
import { loadBank } from '../../src/bank/load.ts';
import { sourceFile } from '../../src/files/source.ts';
import { everyKind } from '../bank/every-kind.ts';
import { withMedia } from '../bank/media.ts';

const more = `
  - {id: q-multi, choose: Which raise tides?, right: [The Moon, The Sun], wrong: [Wind, Rivers]}
  - {id: q-term-2, term: spring tide, means: the greatest tide}
  - id: q-rich
    choose: |
      Read the table.

      | tide | height |
      |:--|--:|
      | spring | 4.2 m |

      Which is $h = \\frac{a}{b} + x^2$, in \`code\` or [a link](https://example.org/tides)?
    image: {file: map.png, alt: A map of the coast}
    right: spring
    wrong: [neap, "![a wave](map.png)"]
`;

/** A bank with a question of every kind, a table, a formula, a link and pictures. */
export function everyBank(language = 'en-GB', quiz: Partial<Quiz> = {}): { bank: Bank; quiz: Quiz } {
  const indented = `${everyKind}${more}`.replace(/^(?=.)/gm, '    ');
  const yaml = `deck: Tides
id: tides
language: ${language}
sources: {s: {title: T}}
topics:
  - topic: Tides
    source: s
    questions:
${indented}
quizzes:
  - id: all
    title: What moves the sea
    instructions: Answer all.
    minutes: 30
    versions: 2
    sections: [{title: Choose, pick: 3, from: {kinds: [choice]}}, {title: The rest, pick: 12}]
`;
  const deck = sourceFile('bank.yaml', Buffer.from(yaml));
  const media = withMedia('map.png', 'word.mp3');
  const { bank, diagnostics } = loadBank({ form: 'file', deck, quizzes: undefined, topics: [], ...media });
  const [first] = bank?.quizzes ?? [];
  if (!bank || !first) throw new Error(JSON.stringify(diagnostics));
  return { bank, quiz: { ...first, ...quiz } };
}

const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="200"><rect width="400" height="200"/></svg>';

/** A picture for whatever is asked for. */
export const anyPicture = (): Uint8Array => new TextEncoder().encode(svg);
