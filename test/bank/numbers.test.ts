import { inNumericOrder } from '../../src/bank/numbers.ts';

const sorted = (...texts: string[]): string[] | undefined =>
  inNumericOrder(texts.map((text) => ({ text, right: false })))?.map(({ text }) => text);

describe('options that are numbers are put in order', () => {
  test.each([
    ['whole ones', ['9', '10', '100']],
    ['with a decimal point', ['2.5', '9', '10', '100']],
    ['with a decimal comma', ['0,125', '0,25', '0,5', '1']],
    ['with thousands as in English', ['999', '1,000', '12,500']],
    ['with thousands of which some have no sign', ['3', '1,000', '5000']],
    ['with thousands as on the Continent', ['500', '750', '1.000', '2.500']],
    ['with thousands and no nought at the end', ['873', '1,954', '6,371']],
    ['with millions', ['10', '500.000', '1.000.000']],
    ['with thousands and a decimal point', ['3', '1,250.25', '1,250.5']],
    ['with thousands and a decimal comma', ['3', '1.250,25', '1.250,5']],
    ['with thousands set off by a space', ['999', '1\u202f000', '12 500']],
    ['with thousands set off by an apostrophe', ['999', '1’000', "12'500"]],
    ['all with three digits behind the sign, whichever it is', ['1.125', '2.375', '10.875']],
    ['that begin with the point', ['−.75', '0.25', '.5']],
    ['with a unit', ['−3 km', '5 km', '40 km']],
    ['with words around', ['about 4 years.', 'about 30 years.', 'about 100 years.']],
    ['with a full stop in front', ['No.5', 'No.7', 'No.10']],
    ['with a hyphen in front', ['Apollo-8', 'Apollo-11', 'Apollo-13']],
    ['with a full stop after them', ['1924.', '1953.', '1956.']],
    ['with a raised sign after them', ['5 m²', '40 m²']],
  ])('%s', (_, texts) => {
    const [first = '', ...others] = texts;
    expect(sorted(...others, first)).toEqual(texts);
    expect(sorted(...[...texts].reverse())).toEqual(texts);
  });
});

describe('options are left as they are', () => {
  test.each([
    ['where the sign may be a point or set off thousands', ['1.414', '2', '1.732', '3']],
    ['where some have a decimal point and some a comma', ['1.5', '2,5']],
    ['where they are powers', ['10^3^', '10^6^', '103', '10~3~']],
    ['where they are of different things', ['3 km', '1 kg', '2 s']],
    ['where one is a date', ['5.3.1953', '14.2.1956']],
    ['where they are lists', ['1, 2, 3', '2, 3, 4']],
    ['where they are spans', ['1914–1918', '1939–1945']],
    ['where there is none', ['one', 'two']],
    ['where there are no options', []],
  ])('%s', (_, texts) => {
    expect(sorted(...texts)).toBeUndefined();
  });
});
