import { runs, testWith } from '../tools.ts';
import { mergesTable } from './figures.ts';
import { merges } from './merges.ts';

/** How many histories; more for a long run. */
const count = Number(process.env.RECTO_MERGES ?? 25);
const first = Number(process.env.RECTO_FIRST_SEED ?? 1);

testWith('git', runs('git', '--version'))(
  'whatever two branches do, no merge moves a history, doubles a note or holds back what is new',
  () => {
    const all = Array.from({ length: count }, (_, at) => merges(first + at));
    if (process.env.RECTO_MERGES) console.info(mergesTable(all));
    expect(all.flatMap(({ seed, violations }) => violations.map((each) => ({ seed, ...each })))).toEqual([]);
  },
  count * 5000,
);
