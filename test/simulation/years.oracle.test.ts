import { newestAnki } from '../targets/anki/oracle/anki.ts';
import { testWith } from '../tools.ts';
import { tableOf } from './figures.ts';
import { fakeTime } from './live.ts';
import { type Figures, years } from './years.ts';

/** How many banks live; more for a long run. */
const seeds = Number(process.env.RECTO_SEEDS ?? 4);
const first = Number(process.env.RECTO_FIRST_SEED ?? 1);

const testWithTime = testWith(
  'a Python with the package "anki", and libfaketime',
  Boolean(newestAnki && fakeTime),
);

testWithTime(
  'in two years no edit moves a history, ends one unsaid, or doubles a note',
  async () => {
    const figures: Figures[] = [];
    for (let seed = first; seed < first + seeds; seed++) figures.push(await years(seed, newestAnki ?? '', 4));
    console.info(tableOf(figures));
    const wrong = figures.flatMap(({ seed, authored, seen }) =>
      [...authored, ...seen].map((each) => ({ seed, ...each })),
    );
    expect(wrong).toEqual([]);
  },
  seeds * 120_000,
);
