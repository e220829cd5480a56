import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { removeWorkplaces, workplace } from './terminal.ts';

const recto = resolve('dist/cli/recto.js');

afterAll(removeWorkplaces);

/** What macOS gives a program; much fewer are too few for Node, which opens the modules of `recto` all at once. */
const mostOpen = 256;

test.each([
  ['check', 0, ': 400 questions, no problems'],
  ['ids', 0, ':3 why-400'],
])('recto %s takes a bank of more files than may be open at once', (command, status, last) => {
  const id = command === 'check' ? (at: number) => `id: a${at}, ` : () => '';
  const topics = Array.from({ length: 400 }, (_, at): [string, string] => [
    `bank/${at + 1000}.yaml`,
    `topic: T\nquestions:\n  - {${id(at)}ask: Why?, answer: So.}\n`,
  ]);
  const cwd = workplace({ 'bank/deck.yaml': 'deck: D\nid: d\n', ...Object.fromEntries(topics) });
  const script = `ulimit -n ${mostOpen} && exec "$0" "$@"`;
  const ran = spawnSync('sh', ['-c', script, process.execPath, recto, command, 'bank'], {
    cwd,
    encoding: 'utf8',
  });
  expect(ran).toMatchObject({ status, stdout: expect.stringContaining(last) });
});
