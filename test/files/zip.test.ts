import { jest } from '@jest/globals';
import { unzipSync } from 'fflate';
import { zip } from '../../src/files/zip.ts';

const said = 'again and again and again and again';
const text = new TextEncoder().encode(said);

describe('a zip', () => {
  test('is the same bytes whenever it is made', () => {
    const clock = jest.useFakeTimers({ now: Date.UTC(1999, 5, 1) });
    const first = zip([{ path: 'a/b.txt', bytes: text }]);
    clock.setSystemTime(Date.UTC(2026, 11, 31));
    expect(zip([{ path: 'a/b.txt', bytes: text }])).toEqual(first);
    jest.useRealTimers();
  });

  test('has files that everybody may read', () => {
    const bytes = Buffer.from(zip([{ path: 'a.txt', bytes: text }]));
    const entry = bytes.indexOf('PK\u0001\u0002', 'latin1');
    // The upper half of the external attributes, as Unix has them.
    expect(bytes.readUInt16LE(entry + 40).toString(8)).toBe('100644');
  });

  test('gives back its files, squeezed or stored', () => {
    const entries = [
      { path: 'squeezed', bytes: text },
      { path: 'stored', bytes: text, stored: true },
    ];
    const bytes = zip(entries);
    expect(unzipSync(bytes)).toEqual({ squeezed: text, stored: text });
    // As it stands only in the one that is stored.
    expect(Buffer.from(bytes).toString('latin1').split(said)).toHaveLength(2);
  });
});
