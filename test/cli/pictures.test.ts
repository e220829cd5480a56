import { blackPng, fine, laughs, nested, svg } from '../files/hostile-pictures.ts';
import { everythingIn, recto, removeWorkplaces, workplace } from './terminal.ts';

const pictures = {
  'broken.svg': nested(20_000),
  'fine.svg': fine,
  'large.png': blackPng(30_000, 30_000, 1),
  'laughs.svg': laughs(),
  'slender.svg': svg('width="0.0001" height="100000"'),
  'zero.svg': svg('width="0" height="0"'),
};

/** A bank with a question for each of these pictures. */
function bankOf(names: readonly (keyof typeof pictures)[]): string {
  const questions = names.map((name, at) => `  - { id: q${at}, ask: "What? ![x](${name})", answer: Yes }\n`);
  return workplace({
    'b/deck.yaml': `deck: B\nid: b\nquizzes: [{ id: q, title: Q, sections: [{ pick: ${names.length} }] }]\n`,
    'b/01.yaml': `topic: T\nquestions:\n${questions.join('')}`,
    ...Object.fromEntries(names.map((name) => [`b/${name}`, pictures[name]])),
  });
}

afterAll(removeWorkplaces);

/** What a command says of pictures, with nothing written. */
async function said(folder: string, command: string): Promise<string[]> {
  const before = everythingIn(folder);
  const { code, stdout, stderr } = await recto(folder, ...command.split(' '));
  expect([code, stdout, everythingIn(folder)]).toEqual([1, '', before]);
  return Array.from(
    stderr.replace(/\s+\|\s+/g, ' ').matchAll(/"([a-z]+\.(?:svg|png))" ([^:]+):/g),
    ([, name, what]) => `${name} ${what}`,
  );
}

const commands = ['build b', 'build b --only flashcards', 'quiz q b', 'quiz q b --format docx'];

test.each(commands)('recto %s names what cannot be drawn, and writes nothing', async (command) => {
  const folder = bankOf(['broken.svg', 'fine.svg', 'laughs.svg', 'zero.svg']);
  // What draws for Word has a bound of its own for groups within one another.
  const what = command.includes('docx') ? 'cannot be printed' : 'takes too much time or memory to draw';
  expect(await said(folder, command)).toEqual([
    `broken.svg ${what}`,
    'laughs.svg cannot be printed',
    'zero.svg cannot be printed',
  ]);
});

test.each([...commands, 'quiz q b --format html'])(
  'recto %s names what nobody tries to draw, and writes nothing',
  async (command) => {
    const folder = bankOf(['fine.svg', 'large.png', 'slender.svg']);
    expect(await said(folder, command)).toEqual([
      'large.png is 30000 × 30000 pixels',
      'slender.svg is 0.0001 × 100000 pixels, too long for its width',
    ]);
  },
);
