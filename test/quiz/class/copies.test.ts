import { deal, inParts, rosterTable } from '../../../src/quiz/class/copies.ts';

/** The names of the files for so many pupils of each group, in this order. */
const filesFor = (groups: readonly (readonly [string | undefined, number])[]): string[] =>
  deal(
    groups.flatMap(([group, count]) => Array.from({ length: count }, (_, at) => ({ name: `P${at}`, group }))),
    2,
  ).map(({ name }) => name);

describe('dealing', () => {
  const pupils = ['A', 'B', 'A', 'B', 'A', undefined].map((group, at) => ({ name: `P${at}`, group }));

  test('gives each group a file, and neighbours different versions', () => {
    const files = deal(pupils, 3);
    expect(files.map(({ name, items }) => [name, items.map(({ pupil }) => pupil?.name)])).toEqual([
      ['roster-a.pdf', ['P0', 'P2', 'P4']],
      ['roster-b.pdf', ['P1', 'P3']],
      ['roster.pdf', ['P5']],
    ]);
    const copies = files.flatMap((file) => file.items);
    expect(copies.map(({ number, version }) => [number, version])).toEqual([
      [1, 0],
      [2, 1],
      [3, 2],
      [4, 0],
      [5, 1],
      [6, 2],
    ]);
  });

  test('is written down as a table that a spreadsheet does not run', () => {
    const files = deal([{ name: 'Lovelace, "Ada"', id: '=1+1' }], 1);
    expect(rosterTable(files, () => 'A')).toBe(
      `\ufeffcopy,version,name,id,group,file\r\n1,A,"Lovelace, ""Ada""",'=1+1,,roster.pdf\r\n`,
    );
  });

  test('in files of a hundred, whose names no group can have', () => {
    expect(
      filesFor([
        [undefined, 101],
        ['1', 1],
        ['2', 1],
        ['9', 150],
        ['9-1', 1],
        ['9_2', 1],
      ]),
    ).toEqual([
      ...['roster_1.pdf', 'roster_2.pdf', 'roster-1.pdf', 'roster-2.pdf'],
      ...['roster-9_1.pdf', 'roster-9_2.pdf', 'roster-9-1.pdf', 'roster-9-2.pdf'],
    ]);
    expect(inParts('all.pdf', Array(201).fill(0)).map(({ name }) => name)).toEqual([
      'all-1.pdf',
      'all-2.pdf',
      'all-3.pdf',
    ]);
  });

  test('groups that differ in signs and capitals only share a file', () => {
    expect(
      filesFor([
        ['9 A', 1],
        ['9-a', 1],
        ['Πέμπτος', 1],
        ['ΠΈΜΠΤΟΣ', 1],
        ['πέμπτοσ', 1],
      ]),
    ).toEqual(['roster-9-a.pdf', 'roster-πέμπτος.pdf']);
  });

  test('cuts the names of long groups, and keeps them apart', () => {
    const names = filesFor([
      ['x'.repeat(300), 150],
      [`${'x'.repeat(300)}y`, 1],
      ['\u{20000}'.repeat(300), 1],
    ]);
    expect(new Set(names).size).toBe(4);
    for (const name of names) expect(Buffer.byteLength(name)).toBeLessThan(200);
    expect(names[0]).toMatch(/^roster-x{40}_[0-9a-f]{8}_1[.]pdf$/);
  });
});
