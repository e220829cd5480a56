import stringWidth from 'string-width';
import { findingsOf } from '../../../src/cli/banks.ts';
import { pretty } from '../../../src/cli/report/pretty.ts';
import { processTerminal } from '../../../src/cli/terminal.ts';
import { load } from '../../bank/bank-of.ts';

/** The lines a terminal shows of a question with these fields besides its id. */
function shownOf(fields: string, columns = 80, color = false): string[] {
  const loaded = load(`  - id: a\n${fields.replace(/^(?=.)/gm, '    ')}`);
  return pretty(findingsOf([loaded]), { columns, color }).split('\n');
}

const pointer = /^( +\| +)(\^+)/;

/** What stands above the first pointer, by columns of the terminal. */
function pointed(lines: readonly string[]): string {
  const at = lines.findIndex((line) => pointer.test(line));
  const [, lead = '', carets = ''] = pointer.exec(lines[at] ?? '') ?? [];
  let column = 0;
  let found = '';
  for (const { segment } of new Intl.Segmenter().segment(lines[at - 1] ?? '')) {
    if (column >= lead.length && column < lead.length + carets.length) found += segment;
    column += stringWidth(segment);
  }
  return found;
}

describe('the column and the pointer are right after', () => {
  const cases: [string, string, number][] = [
    ['letters', 'abc', 3],
    ['a tab', 'a\tb', 3],
    ['wide characters', '我们的', 3],
    ['combining marks', 'e\u0301o\u0308', 4],
    ['an emoji', '🙂', 1],
    ['a family of emoji', '🧑‍🧑‍🧒‍🧒', 7],
    ['a flag', '🇺🇦', 2],
    ['a skin tone', '👍🏽', 2],
    ['a character without width', 'a\u200bb', 3],
    ['Arabic', 'سلام', 4],
  ];
  const start = '    cite: {quote: "'.length;

  test.each(cases)('%s', (_name, words, characters) => {
    const lines = shownOf(`ask: x\nanswer: y\ncite: {quote: "${words}", paragraf: 1}\n`);
    const column = start + characters + '", '.length + 1;
    expect(lines[0]).toBe(`01-topic.yaml:6:${column} error unknown-field`);
    expect(pointed(lines)).toBe('paragraf');
  });

  test.each(cases)('a long line that ends with %s', (_name, words) => {
    const lines = shownOf(
      `ask: x\nanswer: y\ncite: {quote: "${'long '.repeat(10)}${words}", url: "${words}", paragraf: 1}\n`,
    );
    expect(pointed(lines)).toBe('url');
    const next = lines.slice(lines.indexOf('') + 1);
    expect(pointed(next)).toBe('paragraf');
    expect(lines.filter((line) => stringWidth(line) > 80)).toEqual([]);
  });
});

test('a message that does not fit beside the pointer is wrapped under it', () => {
  expect(shownOf('ask: x\nanswer: y\ncolour: red\n').slice(4)).toEqual([
    '     |     ^^^^^^',
    '     |     unknown field "colour"; known here: ask, answer, id, was, why, hint,',
    '     |     cite, tags, level, difficulty, points, minutes, only, except, image,',
    '     |     audio, retired, waive, note',
    '',
    '1 error',
    '',
  ]);
});

test('a long line is cut so that its place is in sight', () => {
  const lines = shownOf(`ask: x\nanswer: ${'very '.repeat(40)}long\nhnit: ${'more '.repeat(40)}\n`, 40);
  expect(lines.slice(1, 5)).toEqual([
    '   4 |     ask: x',
    '   5 |     answer: very very very very …',
    '   6 |     hnit: more more more more mo…',
    '     |     ^^^^',
  ]);
});

test('a line of a million characters is no trouble', () => {
  const lines = shownOf(`ask: x\nanswer: y\ncite: {quote: "${'我'.repeat(1_000_000)}", paragraf: 1}\n`);
  expect(pointed(lines)).toMatch(/^(paragraf|"我+…?)$/);
  expect(lines.filter((line) => stringWidth(line) > 80)).toEqual([]);
});

test('nothing of an author’s moves the cursor or turns the line', () => {
  const lines = shownOf('ask: x\nanswer: y\n"\\e[31mred\\r\\n": "\u202eabc"\n').join('\n');
  expect(lines).toMatch('unknown field "�[31mred"');
  expect(lines).toMatch('"�abc"');
});

describe('colour', () => {
  const processLike = (env: Record<string, string>, isTTY: boolean) =>
    processTerminal({
      env,
      stdout: {},
      stderr: { isTTY, columns: 0 },
      cwd: () => '/',
    } as unknown as NodeJS.Process);

  test('is used on a terminal, unless NO_COLOR is set', () => {
    expect(processLike({}, true).color).toBe(true);
    expect(processLike({ NO_COLOR: '' }, true).color).toBe(true);
    expect(processLike({ NO_COLOR: '1' }, true).color).toBe(false);
    expect(processLike({}, false).color).toBe(false);
  });

  test('80 columns are taken where a terminal does not know its own', () => {
    expect(processLike({}, true).columns).toBe(80);
  });

  test('changes nothing but the colour', () => {
    const colored = shownOf('ask: x\nanswer: y\nhnit: z\n', 80, true).join('\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: the marks of a terminal
    expect(colored.replace(/\u001b\[\d+m/g, '')).toBe(shownOf('ask: x\nanswer: y\nhnit: z\n').join('\n'));
    expect(colored).toMatch('\u001b[31m^^^^\u001b[0m');
  });
});
