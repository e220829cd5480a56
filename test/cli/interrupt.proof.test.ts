import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { removeWorkplaces, workplace } from './terminal.ts';

const recto = resolve('dist/cli/recto.js');

afterAll(removeWorkplaces);

test('a print that is stopped while it writes writes on, and leaves nothing half done', async () => {
  const claims = Array.from(
    { length: 6 },
    (_, at) => `  - { id: c${at}, claim: Number ${at}., verdict: true }\n`,
  );
  const folder = workplace({
    'b/deck.yaml': 'deck: B\nid: b\nquizzes: [{ id: q, title: Q, sections: [{ pick: 6 }] }]\n',
    'b/01.yaml': `topic: T\nquestions:\n${claims.join('')}`,
  });
  const child = spawn(process.execPath, [recto, 'quiz', 'q', 'b', '--versions', '200'], { cwd: folder });
  const ended = new Promise<NodeJS.Signals | null>((done) => {
    child.on('exit', (_, signal) => done(signal));
  });
  const out = join(folder, 'output/b/quizzes/q');
  while (!existsSync(out) && child.exitCode === null) await setTimeout(2);
  child.kill('SIGINT');
  expect(await ended).toBe('SIGINT');
  const names = readdirSync(out);
  expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([]);
  const { versions } = JSON.parse(readFileSync(join(out, 'answers.json'), 'utf8'));
  expect(names.filter((name) => /^[A-Z]+\.pdf$/.test(name))).toHaveLength(versions.length);
}, 60_000);
