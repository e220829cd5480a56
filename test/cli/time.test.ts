import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { jest } from '@jest/globals';
import { main } from '../../src/cli/main.ts';
import { exit, processTerminal } from '../../src/cli/terminal.ts';
import { removeWorkplaces, workplace } from './terminal.ts';

afterEach(() => {
  removeWorkplaces();
  jest.restoreAllMocks();
});

const bank = 'deck: B\nid: b\ntopics: [{topic: T, questions: [{id: one, ask: x, answer: y}]}]\n';

/** Runs `recto` on a bank, where the environment says that it is this time. */
async function at(epoch: string | undefined, ...args: string[]) {
  const cwd = workplace({ 'b.yaml': bank });
  let stderr = '';
  const stream = (write: (text: string) => void) => ({ isTTY: false, columns: 80, write });
  const process = {
    env: epoch === undefined ? {} : { SOURCE_DATE_EPOCH: epoch },
    stdout: stream(() => {}),
    stderr: stream((text) => {
      stderr += text;
    }),
    cwd: () => cwd,
  } as unknown as NodeJS.Process;
  const terminal = processTerminal(process);
  const code = await main(args, terminal);
  return { code, stderr, files: readdirSync(cwd), cwd, terminal };
}

const build = ['build', 'b.yaml', '--only', 'anki'] as const;

test.each(['1483228800', '1700000000', '4102444799'])(
  'SOURCE_DATE_EPOCH=%s is the time of a build',
  async (epoch) => {
    const { code, terminal, files } = await at(epoch, ...build);
    expect(code).toBe(exit.fine);
    expect(terminal.now).toBe(Number(epoch) * 1000);
    expect(files.sort()).toEqual(['b.lock.json', 'b.yaml', 'output']);
  },
);

const wrong = [
  ...['0', '-5', '1', '1e20', '1483228799', '4102444800', '1700000000.5', '1700000000.1234567'],
  ...['9007199254740', ' 1700000000', '1700000000 ', '+1700000000', '01700000000', '0x6553f100', 'abc', ' '],
];
test.each(wrong)('SOURCE_DATE_EPOCH=%j is said to be wrong, and nothing is written', async (epoch) => {
  const { code, stderr, files } = await at(epoch, ...build);
  expect(code).toBe(exit.usedWrongly);
  expect(stderr).toBe(
    `recto: SOURCE_DATE_EPOCH takes whole seconds from 1483228800 to 4102444799, the years 2017 to 2099, not ${JSON.stringify(epoch)}\n`,
  );
  expect(files).toEqual(['b.yaml']);
});

test('one of a thousand digits is not repeated', async () => {
  const { code, stderr } = await at('9'.repeat(1000), ...build);
  expect(code).toBe(exit.usedWrongly);
  expect(stderr).toMatch(/, not "9{39}…"\n$/);
});

test('the dry run asks for the time too', async () => {
  expect((await at('0', ...build, '--dry-run')).code).toBe(exit.usedWrongly);
});

test.each([['check', 'b.yaml'], ['ids', 'b.yaml'], ['schema'], ['--help']])(
  'recto %s needs no time, and a wrong one is no trouble',
  async (...args) => {
    expect((await at('0', ...args)).code).toBe(exit.fine);
  },
);

test('an empty SOURCE_DATE_EPOCH is none', async () => {
  const { code, terminal } = await at('', ...build);
  expect(code).toBe(exit.fine);
  expect(Math.abs(terminal.now - Date.now())).toBeLessThan(60_000);
});

test('the time of a run does not move', async () => {
  jest
    .spyOn(Date, 'now')
    .mockReturnValueOnce(Date.UTC(2026, 0, 1))
    .mockReturnValueOnce(Date.UTC(2026, 0, 2));
  const { terminal } = await at(undefined, '--version');
  expect([terminal.now, terminal.now]).toEqual([Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 1)]);
});

test.each([0, Date.UTC(2100, 0, 1)])('a clock that was not set (%d) is said', async (time) => {
  jest.spyOn(Date, 'now').mockReturnValue(time);
  const { code, stderr, files, cwd } = await at(undefined, ...build);
  expect(code).toBe(exit.usedWrongly);
  expect(stderr).toMatch(
    /^recto: this computer's clock says it is (1970|2100), and learners would keep that time for ever; set the clock\n$/,
  );
  expect(files).toEqual(['b.yaml']);
  expect(readdirSync(join(cwd))).toEqual(['b.yaml']);
});
