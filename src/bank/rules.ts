/** How bad it is: an error stops a build, a warning is likely a flaw, advice is a matter of taste. */
export type Level = 'error' | 'warning' | 'advice';

export interface Rule<Id extends string = string> {
  /** Its name: "unknown-field". */
  readonly id: Id;
  readonly level: Level;
  /** What is wrong where the rule speaks, in one line. */
  readonly summary: string;
}

// The rules that only a reader can see, for what they speak of never becomes a bank or a class. All others stand in
// `check/rules`, which lists these among them.

/** Of files, fields and the kinds of questions. */
export const fileRules = [
  error('not-utf8', 'A file that is not UTF-8 text.'),
  error('yaml-syntax', 'A file that is not valid YAML.'),
  error('yaml-alias', 'An alias without an anchor, one inside another anchor, or aliases without measure.'),
  error('text-too-long', 'A text of more than 100,000 characters.'),
  error('control-character', 'A control character in a text, or what is no character at all.'),
  error('duplicate-key', 'A key given twice in one map.'),
  error('empty-file', 'A file without keys and values.'),
  error('empty-bank', 'A bank without questions.'),

  error('unknown-field', 'A field that does not exist there.'),
  error('missing-field', 'A field that must be there and is not.'),
  error('empty-field', 'A field without a value.'),
  error('wrong-type', 'A value of the wrong form: a list for text, words for a number, a date that is none.'),
  error('no-head', 'A question without a head key, so that its kind is not known.'),
  error('two-heads', 'A question with two head keys.'),
  error('two-answers', 'A question with two kinds of answer.'),
  error('only-and-except', 'Both "only" and "except" on one question.'),
] as const;

export const passageInPassage = error('passage-in-passage', 'A passage inside another.');

export const linkOutside = error('link-outside', 'A link that leads out of the bank’s folder.');

/** Of class lists. */
export const rosterRules = [
  error('roster-header', 'A class list without a column "name", or with two of one name.'),
  error('roster-row', 'A row of a class list without a name, or with too few or too many fields.'),
  error('roster-id', 'An id that two pupils of a class list have.'),
] as const;

/** The name of a rule that a reader sees; all of them are errors. */
export type ReaderRule =
  | (typeof fileRules | typeof rosterRules)[number]['id']
  | (typeof passageInPassage | typeof linkOutside)['id'];

function error<const Id extends string>(id: Id, summary: string): Rule<Id> {
  return { id, level: 'error', summary };
}
