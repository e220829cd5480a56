import { readFileSync } from 'node:fs';
import { commonFields, hiddenFields, noteTypes } from '../../src/targets/anki/note-types.ts';

const page = readFileSync('docs/anki.md', 'utf8');
const rows = page.split('\n').filter((line) => line.startsWith('| '));

describe('docs/anki.md', () => {
  test.each(Object.values(noteTypes))(
    'lists $name with its id and its own fields',
    ({ name, id, fields }) => {
      const own = fields.map((field) => field.name).slice(0, -commonFields.length);
      const [, , , , ownColumn] =
        rows
          .find((row) => row.startsWith(`| ${name} | ${id} |`))
          ?.split('|')
          .map((cell) => cell.trim()) ?? [];
      expect(ownColumn).toBe(own.join(', '));
    },
  );

  test('says of every field what it holds', () => {
    const described = rows.flatMap((row) => row.split('|')[1]?.trim().split(', ') ?? []);
    for (const { fields } of Object.values(noteTypes))
      for (const { name } of fields) expect(described).toContain(name);
  });

  test('names the fields that are out of sight', () =>
    expect([...hiddenFields].sort()).toEqual(['Data', 'Language', 'Spare 1', 'Spare 2']));
});
