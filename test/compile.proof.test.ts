import fc from 'fast-check';
import { complaints, passing, textsIn } from './compiled.ts';
import { nastyBank } from './nasty-bank.ts';

// What the check lets pass, every target makes: `NASTY=<seed>,<banks>` tries others, and says how many texts there were.
const [seed = 1, numRuns = 20] = (process.env.NASTY ?? '').split(',').filter(Boolean).map(Number);

test('whatever passes the check is compiled for every target', async () => {
  let tried = 0;
  let passed = 0;
  await fc.assert(
    fc.asyncProperty(nastyBank, async (bank) => {
      const well = passing(bank);
      tried += textsIn(bank);
      passed += textsIn(well);
      expect(await complaints(well)).toEqual([]);
    }),
    { seed, numRuns },
  );
  if (process.env.NASTY) console.log(`${tried} texts, of which ${passed} passed the check`);
}, 600_000);
