import { sourceFile } from '../../src/bank/read.ts';
import { deal, rosterTable } from '../../src/quiz/copies.ts';
import { readRoster } from '../../src/quiz/roster.ts';

const read = (text: string) => readRoster(sourceFile('class.csv', Buffer.from(text)));
const said = (text: string) =>
  read(text).diagnostics.map(({ rule, line, column, length }) => [rule, line, column, length]);

describe('a class list', () => {
  test.each([
    ['commas', 'name,id,group\nAda Lovelace,101,9A\n"Gödel, Kurt",102,9B\n'],
    ['semicolons', 'name;id;group\nAda Lovelace;101;9A\n"Gödel, Kurt";102;9B\n'],
    [
      'a byte order mark and Windows line ends',
      '\ufeffName;ID;Group\r\nAda Lovelace;101;9A\r\nGödel, Kurt;102;9B\r\n',
    ],
    [
      'other columns, another order, blank lines',
      'mail,group,id,name\nx,9A,101, Ada Lovelace \n\ny,9B,102,"Gödel, Kurt"\n,,,\n',
    ],
  ])('with %s', (_, text) => {
    expect(read(text)).toEqual({
      pupils: [
        { name: 'Ada Lovelace', id: '101', group: '9A' },
        { name: 'Gödel, Kurt', id: '102', group: '9B' },
      ],
      diagnostics: [],
    });
  });

  test('needs names only', () => {
    expect(read('name\nAda "the Countess" Lovelace\n"a ""b"""').pupils).toEqual([
      { name: 'Ada "the Countess" Lovelace', id: undefined, group: undefined },
      { name: 'a "b"', id: undefined, group: undefined },
    ]);
  });

  test('has every bad row named in one run, by line and column', () => {
    const text = 'name,id\nAnn,1\n,2\n"Two\nlines",3\nBob,1\nA,B,4\nlone\n"Bad"x,5\nCem,6\n';
    expect(said(text)).toEqual([
      ['roster-row', 3, 1, 1],
      ['roster-row', 7, 5, 1],
      ['roster-row', 8, 1, 4],
      ['roster-row', 9, 1, 8],
      ['roster-id', 6, 5, 1],
    ]);
  });

  test.each([
    ['', [['roster-header', 1, 1, 1]]],
    ['name,id\n', [['roster-row', 1, 1, 7]]],
    ['nmae,id\nAnn,1\n', [['roster-header', 1, 1, 7]]],
    ['name\nAnn\n"Bob\n', [['roster-row', 3, 1, 4]]],
  ])('%j', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  test('not in UTF-8 says how to save it', () => {
    const { diagnostics } = readRoster(sourceFile('class.csv', Buffer.from('name\nJörg\n', 'latin1')));
    expect(diagnostics).toMatchObject([{ rule: 'not-utf8', line: 2, column: 2 }]);
    expect(diagnostics[0]?.message).toContain('CSV UTF-8');
  });
});

describe('dealing', () => {
  const pupils = ['A', 'B', 'A', 'B', 'A', undefined].map((group, at) => ({ name: `P${at}`, group }));

  test('gives each group a file, and neighbours different versions', () => {
    const files = deal(pupils, 3);
    expect(files.map(({ name, copies }) => [name, copies.map(({ pupil }) => pupil?.name)])).toEqual([
      ['roster-a.pdf', ['P0', 'P2', 'P4']],
      ['roster-b.pdf', ['P1', 'P3']],
      ['roster.pdf', ['P5']],
    ]);
    const copies = files.flatMap((file) => file.copies);
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
});
