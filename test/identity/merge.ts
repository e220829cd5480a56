import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What git asks of its user and of the machine, answered alike everywhere. */
const settings = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
};

/** One program for the shell and few for git: to start them takes most of the tests' time. */
const mergeBranches = `
  git init --quiet --initial-branch main
  git fast-import --quiet
  git reset --quiet --hard
  git merge --quiet theirs --message merge
`;

/** A commit to a branch, in git's language of fast-import. */
const commit = (branch: string, files: Readonly<Record<string, string>>): string =>
  [
    `commit refs/heads/${branch}\ncommitter A <a@example.org> 0 +0000\ndata 0\n`,
    ...(branch === 'main' ? [] : ['from refs/heads/main\n']),
    ...Object.entries(files).map(
      ([name, text]) => `M 644 inline ${name}\ndata ${Buffer.byteLength(text)}\n${text}\n`,
    ),
  ].join('');

/**
 * A lock file as git merges two branches that changed it, in a repository of its own.
 * @param attributes the repository's `.gitattributes`
 */
export function merged(base: string, ours: string, theirs: string, attributes = '') {
  const folder = mkdtempSync(join(tmpdir(), 'recto-merge-'));
  const file = 'deck.lock.json';
  const input = [
    commit('main', { [file]: base, '.gitattributes': attributes }),
    commit('theirs', { [file]: theirs }),
    commit('main', { [file]: ours }),
  ].join('');
  try {
    const { status, stdout, stderr } = spawnSync('sh', ['-e', '-c', mergeBranches], {
      cwd: folder,
      env: { ...process.env, ...settings, GIT_DIR: join(folder, '.git'), GIT_WORK_TREE: folder },
      encoding: 'utf8',
      input,
    });
    const conflict = stdout.includes('CONFLICT');
    if (status !== 0 && !conflict) throw new Error(`git: ${stdout}${stderr}`);
    return { text: readFileSync(join(folder, file), 'utf8'), conflict };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
