import { present } from '../../src/text/present.ts';
import type { Random } from './random.ts';

/**
 * Texts as they stand in banks, by families: those of one family are alike by nature and yet mean different things. What
 * tells parts apart by their likeness is tried by these.
 */
const families: readonly (readonly string[])[] = [
  ['Northern Ireland', 'Southern Ireland', 'North Korea', 'South Korea', 'North Macedonia', 'South Sudan'],
  ['1905', '1914', '1917', '1918', '1919', '1939', '1945', '1956', '1989', '1991'],
  ['the First World War', 'the Second World War', 'the Cold War', 'the Civil War', 'the Winter War'],
  ['Article 1', 'Article 5', 'Article 6', 'Article 10', 'Article 51', 'Article 61'],
  [
    'the Sun',
    'the Moon',
    'the wind',
    'the shape of the coast',
    'the pressure of the air',
    'the depth of the sea',
  ],
  [
    'left ventricle',
    'right ventricle',
    'left atrium',
    'right atrium',
    'aorta',
    'pulmonary artery',
    'pulmonary vein',
  ],
  ['Treaty of Rome', 'Treaty of Nice', 'Treaty of Lisbon', 'Treaty of Paris', 'Treaty of Maastricht'],
  ['sodium chloride', 'sodium chlorate', 'potassium chloride', 'potassium chlorate', 'calcium chloride'],
  ['Charles I', 'Charles II', 'James I', 'James II', 'George I', 'George II', 'George III'],
  ['adenine', 'guanine', 'cytosine', 'thymine', 'uracil'],
  ['stalactite', 'stalagmite', 'syncline', 'anticline', 'isobar', 'isotherm', 'isohyet'],
  ['10 m/s', '20 m/s', '100 m/s', '200 m/s', '10 km/h', '20 km/h'],
  ['new moon', 'full moon', 'half moon', 'spring tide', 'neap tide', 'high water', 'low water'],
  ['prophase', 'metaphase', 'anaphase', 'telophase', 'mitosis', 'meiosis'],
  ['the near side', 'the far side', 'the inner side', 'the outer side', 'the upper side', 'the lower side'],
];

/** What stands where a text was written anew, with no word of the old one. */
const anew = [
  'the body in the middle',
  'what was agreed at last',
  'a line that nobody crosses',
  'the larger of two',
  'the year of the great fire',
  'whoever signs first',
  'one half of the whole',
  'a thing that melts',
  'what the court decided',
  'the way back home',
];

export const familyCount = families.length;

/** A text that is none of `used`, whatever their capitals, mostly of the family. */
export function freshText(random: Random, family: number, used: ReadonlySet<string>): string {
  const own = present(families[family % families.length], 'family of texts');
  const other = present(random.one(families), 'family of texts');
  const free = [...(random.chance(0.8) ? own : other), ...other].filter(
    (text) => !used.has(text.toLowerCase()),
  );
  return random.one(free) ?? counted(random, used);
}

/** For questions that have used all: texts that differ in a number. */
function counted(random: Random, used: ReadonlySet<string>): string {
  const name = present(random.one(['Section', 'Figure', 'Louis the', 'Chapter', 'Boeing']), 'name');
  let number = 2 + random.below(80);
  while (used.has(`${name} ${number}`.toLowerCase())) number++;
  return `${name} ${number}`;
}

/** The text with a slip, or with one mended: a letter doubled, left out or exchanged, a capital, a small word. */
export function slip(random: Random, text: string): string {
  const at = 1 + random.below(Math.max(1, text.length - 2));
  const [before, letter, after] = [text.slice(0, at), text.slice(at, at + 1), text.slice(at + 1)];
  const capital =
    text.charAt(0) === text.charAt(0).toUpperCase()
      ? text.charAt(0).toLowerCase()
      : text.charAt(0).toUpperCase();
  const slips = [
    before + after,
    before + letter + letter + after,
    before + after.slice(0, 1) + letter + after.slice(1),
    capital + text.slice(1),
    text.startsWith('the ') ? text.slice(4) : `the ${text}`,
    /[\dIVX]$/.test(text) ? text : `${text}s`,
  ].map((each) => each.replace(/ +/g, ' ').trim());
  return random.one(slips.filter((each) => each !== text && each !== '')) ?? `the ${text}`;
}

/** The same in other words, some of them kept. */
export function reworded(random: Random, text: string): string {
  const said = random.one([
    `${text} itself`,
    `what is called ${text}`,
    `${text} (not the other one)`,
    text.split(' ').toReversed().join(', '),
    `${text.replace(/^the /, 'our ')} and what belongs to it`,
  ]);
  return said === undefined || said === text ? `${text} proper` : said;
}

/** The same in other words altogether. */
export function rewritten(random: Random, used: ReadonlySet<string>): string {
  const free = anew.filter((text) => !used.has(text.toLowerCase()));
  return random.one(free) ?? counted(random, used);
}

/** What stands before and behind a deletion. */
export type Frame = readonly [before: string, after: string];

const frames: readonly Frame[] = [
  ['The first of them is', 'as all agree'],
  ['Later came', 'which changed much'],
  ['It is followed by', 'on most days'],
  ['Nobody expected', 'at that time'],
  ['What counts is', 'and nothing else'],
  ['In books one reads of', 'in the same breath'],
  ['At the end stands', 'with all its weight'],
  ['Compare this with', 'where you can'],
  ['The cause was', 'or so they say'],
  ['On the map you find', 'near the edge'],
  ['Without', 'nothing would move'],
  ['The teacher named', 'before the break'],
];

export const freshFrame = (random: Random, used: readonly Frame[]): Frame =>
  present(random.one(frames.filter((frame) => !used.includes(frame))) ?? random.one(frames), 'frame');

/** The words around, slightly changed. */
export const changedFrame = (random: Random, [before, after]: Frame): Frame =>
  random.chance(0.5) ? [before, `${after} today`] : [`${before} perhaps`, after];
