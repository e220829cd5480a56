import fc from 'fast-check';
import { complaints, malformed, passing } from './compiled.ts';
import { nastyBank } from './nasty-bank.ts';

// What the check lets pass, every target makes. Here are a few banks; compile.proof.test.ts tries many.

test('whatever passes the check is compiled for every target', async () => {
  const compiled = fc.asyncProperty(nastyBank, async (bank) => {
    expect(await complaints(passing(bank))).toEqual([]);
  });
  await fc.assert(compiled, { seed: 2017, numRuns: 2 });
});

const small = {
  questions: [{ ask: 'x', answer: 'y' }],
  deck: { deck: 'D' },
  topic: 'T',
  quiz: { title: 'Q' },
  section: {},
};

test('an address that is longer than Typst takes is compiled for every target', async () => {
  const answer = `[a](https://x.org/${'y'.repeat(8000)})`;
  expect(await complaints({ ...small, questions: [{ ask: 'x', answer }] })).toEqual([]);
});

test('a picture where one hardly is, is compiled for every target', async () => {
  const unit = '![a](a.png)';
  const texts = { title: unit, instructions: unit };
  const questions = [
    { ask: 'x', number: '1', unit },
    { passage: 'x', title: unit, text: 'y', questions: [{ ask: 'x', answer: 'y' }] },
  ];
  expect(await complaints({ ...small, questions, quiz: texts, section: texts })).toEqual([]);
});

describe('XML', () => {
  test.each([
    '<a>\uffff</a>',
    '<a>\u001f</a>',
    '<a>\ud800</a>',
    '<a><b></a></b>',
    '<a>',
    '<a>&</a>',
    '<a b="&c"/>',
    '<a b="1" b="2"/>',
    '<a>]]></a>',
    '<a><</a>',
    '<a b=1/>',
  ])('%j is malformed', (xml) => expect(malformed(xml)).toBeDefined());

  test.each(['<?xml version="1.0"?>\n<a b="1" c:d=\'2\'><e/>&lt;&#13;\u{1f600}</a>', '<a>></a>'])(
    '%j is well-formed',
    (xml) => expect(malformed(xml)).toBeUndefined(),
  );
});
