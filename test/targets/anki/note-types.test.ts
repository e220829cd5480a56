import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { dressedTypes } from './cards/read.ts';

const path = join(import.meta.dirname, 'golden/note-types.json');

/** What learners' collections know of our note types. */
const present = dressedTypes.map((type) => ({
  name: type.name,
  id: type.id,
  cloze: type.cloze,
  fields: type.fields.map(({ id, name, tag }) => (tag === undefined ? [id, name] : [id, name, tag])),
  templates: type.templates.map(({ id, name }) => [id, name]),
  modified: type.modified,
  look: createHash('sha256')
    .update(JSON.stringify([type.templates.map(({ file: _, ...template }) => template), type.css]))
    .digest('hex')
    .slice(0, 16),
}));

type Golden = typeof present;

const golden = JSON.parse(readFileSync(path, 'utf8')) as Golden;

const schemaOf = (types: Golden) => types.map(({ look: _look, modified: _modified, ...schema }) => schema);

describe('the note types that learners have', () => {
  // Anki matches a note type by id and by its fields and templates in order. If this fails, every learner would get a
  // second note type "…+" and all updates of old notes would be conflicts. New needs go into `Data` or a spare field;
  // a field may be renamed, since it is matched by its id: then, and only then, change the golden file by hand.
  test('keep their ids, fields and templates for ever', () =>
    expect(schemaOf(present)).toEqual(schemaOf(golden)));

  // An import replaces templates and style sheet only if `modified` is newer. If this fails, move `modified` of the note
  // type in src/targets/anki/note-types.ts to today, then run the tests once with RECTO_UPDATE=1 to record the new look.
  test.each(present.map((type) => [type.name, type] as const))(
    '%s: a new look has a newer time',
    (name, type) => {
      const before = golden.find((each) => each.name === name);
      if (type.look !== before?.look) expect(type.modified).toBeGreaterThan(before?.modified ?? 0);
      if (process.env.RECTO_UPDATE !== '1') expect(type).toEqual(before);
    },
  );

  afterAll(() => {
    const recorded = schemaOf(present);
    if (process.env.RECTO_UPDATE !== '1' || JSON.stringify(recorded) !== JSON.stringify(schemaOf(golden)))
      return;
    const kept = present.map((type, at) => (type.modified > (golden[at]?.modified ?? 0) ? type : golden[at]));
    writeFileSync(path, `${JSON.stringify(kept, null, 1)}\n`);
  });

  test('have fields and ids of their own, below what JavaScript can count', () => {
    const ids = present.flatMap(({ id, fields, templates }) => [
      id,
      ...[...fields, ...templates].map(([each]) => each),
    ]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(Number.isSafeInteger(id)).toBe(true);
  });
});
