import { sourceFile } from '../../../src/files/source.ts';
import { readRoster } from '../../../src/quiz/class/roster.ts';

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
    ['tabs', 'name\tid\tgroup\nAda Lovelace\t101\t9A\nGödel, Kurt\t102\t9B\n'],
    [
      "Excel's line that names the separator",
      'sep=;\r\nname;id;group\r\nAda Lovelace;101;9A\r\nGödel, Kurt;102;9B\r\n',
    ],
    [
      'a separator that the header has less of',
      '"sep=,"\n\nname,id,group,a;b;c;d\nAda Lovelace,101,9A,\n"Gödel, Kurt",102,9B,\n',
    ],
    ['empty fields at the end', 'name,id,group,,\nAda Lovelace,101,9A\n"Gödel, Kurt",102,9B,,,,\n'],
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

  test.each([
    ['An\u0001n', '1', 'A', 1, 'the control character U+0001'],
    ['Ann', '1\u007f', 'A', 6, 'the control character U+007F'],
    ['"Ann"', '1', 'A\uffff', 10, 'U+FFFF, which Unicode calls no character'],
    ['Ann\u{1fffe}', '1', 'A', 1, 'U+1FFFE, which Unicode calls no character'],
  ])('of %j, %j, %j has a character that no paper can hold', (name, id, group, column, what) => {
    const { pupils, diagnostics } = read(`name,x,id,group\nBob,\u0001,2,B\n${name},,${id},${group}\n`);
    expect(pupils.map((pupil) => pupil.name)).toEqual(['Bob']);
    expect(diagnostics).toMatchObject([
      { rule: 'control-character', line: 3, column, message: `here stands ${what}; delete it` },
    ]);
  });

  test('may have white space of any sort in a name', () => {
    expect(read('name\n"Ann\u000bB\u000c\tC"\n').pupils).toEqual([
      { name: 'Ann B C', id: undefined, group: undefined },
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
    ['name,id\n"a ""b""",1\nAnn,"2\nBob,3\nCem,4\n', [['roster-row', 3, 5, 2]]],
    ['name,id\n\n"Ann",1,"x\n', [['roster-row', 3, 9, 2]]],
    ['"name,id\nAnn,1\n', [['roster-row', 1, 1, 8]]],
    ['sep=;\nname;id\nAnn;1;2\n', [['roster-row', 3, 7, 1]]],
    ['name,id,Name\nAnn,1,Bob\n', [['roster-header', 1, 9, 4]]],
    ['name,id,id\nAnn,1,2\n', [['roster-header', 1, 9, 2]]],
    ['name,id\n\u200b\u2060 ,1\n', [['roster-row', 2, 1, 2]]],
  ])('%j', (text, expected) => {
    expect(said(text)).toEqual(expected);
  });

  test.each([
    ['name,id\nlone\n', '1 field, and the header has 2'],
    ['name;id\nA;B;1\n', '3 fields, and the header has 2; put a name with a semicolon into quotation marks'],
    ['name\tid\nA\tB\t1\n', '3 fields, and the header has 2; put a name with a tab into quotation marks'],
    ['name,id,id\nAnn,1,2\n', 'two columns are called "id"; call one of them something else'],
    ['"name,id\nAnn,1\n', 'this quotation mark is never closed'],
  ])('%j says "%s"', (text, message) => {
    expect(read(text).diagnostics.map((each) => each.message)).toEqual([message]);
  });

  test('not in UTF-8 says how to save it', () => {
    const { diagnostics } = readRoster(sourceFile('class.csv', Buffer.from('name\nJörg\n', 'latin1')));
    expect(diagnostics).toMatchObject([{ rule: 'not-utf8', line: 2, column: 2 }]);
    expect(diagnostics[0]?.message).toContain('CSV UTF-8');
  });
});
