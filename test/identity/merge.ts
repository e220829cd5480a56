import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What git asks of its user and of the machine, answered alike everywhere. */
const identity = ['-c', 'user.name=A', '-c', 'user.email=a@example.org', '-c', 'commit.gpgsign=false'];

/**
 * A lock file as git merges two branches that changed it, in a repository of its own.
 * @param attributes the repository's `.gitattributes`
 */
export function merged(base: string, ours: string, theirs: string, attributes = '') {
  const folder = mkdtempSync(join(tmpdir(), 'recto-merge-'));
  const env = {
    ...process.env,
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_DIR: join(folder, '.git'),
  };
  const git = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync('git', [...identity, ...args], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    if (status !== 0 && !stdout.includes('CONFLICT')) throw new Error(`git: ${stdout}${stderr}`);
    return stdout;
  };
  const commit = (text: string) => {
    writeFileSync(join(folder, 'deck.lock.json'), text);
    git('--work-tree', folder, 'add', '.');
    git('--work-tree', folder, 'commit', '--quiet', '--message', 'a version');
  };
  try {
    git('init', '--quiet', '--initial-branch', 'main');
    git('config', 'core.bare', 'false');
    writeFileSync(join(folder, '.gitattributes'), attributes);
    commit(base);
    git('--work-tree', folder, 'checkout', '--quiet', '-b', 'theirs');
    commit(theirs);
    git('--work-tree', folder, 'checkout', '--quiet', 'main');
    commit(ours);
    const merge = git('--work-tree', folder, 'merge', '--quiet', 'theirs', '--message', 'merge');
    const text = readFileSync(join(folder, 'deck.lock.json'), 'utf8');
    return { text, conflict: merge.includes('CONFLICT') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
