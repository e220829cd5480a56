import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { offsetAt, positionAt, sourceFile } from '../../src/files/source.ts';

/** Bytes as files have them: text, with now and then what is none. */
const bytes = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
      fc.constantFrom('\ufffd', '\ufeff', 'é', '🙂', '\n').map((text) => Buffer.from(text)),
      fc.uint8Array({ minLength: 1, maxLength: 3 }),
    ),
    { maxLength: 6 },
  )
  .map((parts) => Buffer.concat(parts));

test('a file is UTF-8 when Node says so, and else its text is right up to the first byte that is not', () => {
  fc.assert(
    fc.property(bytes, (written) => {
      const { text, notUtf8 } = sourceFile('a.yaml', written);
      expect(notUtf8 === undefined).toBe(isUtf8(written));
      const mark = written.subarray(0, 3).equals(Buffer.from('\ufeff')) ? 3 : 0;
      const right = Buffer.from(text.slice(0, notUtf8));
      expect(written.subarray(mark, mark + right.length).equals(right)).toBe(true);
      if (notUtf8 !== undefined) expect(isUtf8(written.subarray(0, mark + right.length + 1))).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test('the offset of the place of an offset is that offset, where a character begins', () => {
  const letters = fc.array(fc.constantFrom('a', '🙂', '\n', 'é'), { minLength: 1 });
  fc.assert(
    fc.property(letters, fc.nat(), (characters, number) => {
      const file = sourceFile('a.yaml', Buffer.from(characters.join('')));
      const offset = characters.slice(0, number % characters.length).join('').length;
      expect(offsetAt(file, positionAt(file, offset))).toBe(offset);
    }),
  );
});
