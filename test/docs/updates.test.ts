import { readdirSync, readFileSync } from 'node:fs';

const folder = 'test/targets/anki/oracle';

/** The names of the scenarios in the tests. */
const proved = readdirSync(folder)
  .filter((name) => name.endsWith('.oracle.test.ts'))
  .flatMap((name) => [...readFileSync(`${folder}/${name}`, 'utf8').matchAll(/\bscenario\(\s*'([^']+)'/g)])
  .map(([, name]) => name);

const page = readFileSync('docs/updates.md', 'utf8');

describe('docs/updates.md', () => {
  test('promises what is proved against the real Anki, and nothing else', () => {
    const promised = [...page.matchAll(/^### (.+)$/gm)].map(([, name]) => name);
    expect(promised.length).toBeGreaterThan(30);
    expect([...promised].sort()).toEqual([...proved].sort());
  });

  test('says of each scenario what learners get, in one short paragraph', () => {
    for (const [, name, text = ''] of page.matchAll(/^### (.+)\n([\s\S]*?)(?=^##|(?![\s\S]))/gm)) {
      expect([name, text.trim() === '']).toEqual([name, false]);
      expect([name, text.split('\n').length < 14]).toEqual([name, true]);
    }
  });
});
