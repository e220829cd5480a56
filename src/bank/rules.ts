/** How bad it is: an error stops a build, a warning is likely a flaw, advice is a matter of taste. */
export type Level = 'error' | 'warning' | 'advice';

export interface Rule {
  readonly level: Level;
  /** What is wrong where the rule speaks, in one line. */
  readonly summary: string;
}

/**
 * Every rule there is, in the order of the index in docs/diagnostics, where each has its page. A rule that is not
 * listed here does not compile; one without a page fails a test.
 */
export const rules = {
  'not-utf8': error('A file that is not UTF-8 text.'),
  'yaml-syntax': error('A file that is not valid YAML.'),
  'yaml-alias': error('An alias without an anchor, or one inside another anchor.'),
  'control-character': error('A backslash in double quotes that makes a control character.'),
  'duplicate-key': error('A key given twice in one map.'),
  'empty-file': error('A file without keys and values.'),
  'empty-bank': error('A bank without questions.'),

  'unknown-field': error('A field that does not exist there.'),
  'missing-field': error('A field that must be there and is not.'),
  'empty-field': error('A field without a value.'),
  'wrong-type': error('A value of the wrong form: a list for text, words for a number, a date that is none.'),
  'no-head': error('A question without a head key, so that its kind is not known.'),
  'two-heads': error('A question with two head keys.'),
  'two-answers': error('A question with two kinds of answer.'),
  'only-and-except': error('Both "only" and "except" on one question.'),

  'duplicate-id': error('An id that another question or quiz has.'),
  'was-collides': error('An earlier id that belongs to another question.'),
  'unknown-source': error('A citation of a source that the deck does not list.'),
  'which-source': error('A citation that could mean any of several sources.'),
  'missing-file': error('A picture or sound that is not in the bank’s folder.'),
  'bad-maths': error('A formula that cannot be printed.'),
  'media-format': error('A picture or sound in a format that not every Anki takes.'),
  'missing-alt': error('A picture in a text without words for those who cannot see it.'),

  'equal-options': error('Two options that say the same.'),
  'pinned-twice': error('Two options that are both to stay last.'),
  'too-few-items': error('A list of one thing where there must be two.'),
  'equal-items': error('Two items that say the same.'),
  'need-too-great': error('A list that asks for more items than it may.'),
  'region-outside': error('A region that is not wholly inside its picture, or has no area.'),
  'passage-in-passage': error('A passage inside another.'),
  'open-deletion': error('A deletion that is never closed.'),
  'no-deletion': error('A cloze sentence with nothing left out.'),
  'empty-deletion': error('A deletion without words.'),
  'deletion-number': error('A deletion number that Anki makes no card for.'),

  'blueprint-short': error('A section that asks for more questions than there are.'),
  'empty-section': error('A section that asks for nothing.'),
  'unknown-question': error('A quiz that names a question which is not there.'),
  'unknown-topic': error('A quiz that draws from a topic which is not there.'),
  'unknown-tag': error('A quiz that draws by a tag which no question has.'),
  'unknown-quiz': error('A quiz that avoids one which is not there.'),
  'avoid-circle': error('Quizzes that avoid each other.'),
  'named-twice': error('A question named twice in one quiz.'),
  'named-retired': error('A retired question named in a quiz.'),
  'named-not-for-quiz': error('A question named in a quiz that "only" or "except" keeps off paper.'),
  'named-though-avoided': warning(
    'A question named in a quiz that another quiz, which is to be avoided, uses.',
  ),
  cueing: warning('A question whose answer stands in another question of the same quiz.'),
  'roster-header': error('A class list without a column "name", or with two of one name.'),
  'roster-row': error('A row of a class list without a name, or with too few or too many fields.'),
  'roster-id': error('An id that two pupils of a class list have.'),
  'picture-unprintable': error('A picture in a format that cannot be printed.'),
  'paper-not-accessible': warning('A paper that screen readers may not read well.'),
  'character-without-font': warning('A character that no font on this machine has.'),
  'card-too-full': advice('A question with more text than a printed flashcard holds in a readable size.'),
  'font-of-this-machine': warning('Text that no font of ours has, printed with one of this machine.'),
} as const satisfies Record<string, Rule>;

/** The name of a rule: "unknown-field". */
export type RuleId = keyof typeof rules;

/** The rules' names, in the order of the index. */
export const ruleIds = Object.keys(rules) as readonly RuleId[];

export const isRule = (word: string): word is RuleId => Object.hasOwn(rules, word);

function error(summary: string) {
  return { level: 'error', summary } as const;
}

function warning(summary: string) {
  return { level: 'warning', summary } as const;
}

function advice(summary: string) {
  return { level: 'advice', summary } as const;
}
