import { fileRules, passageInPassage, rosterRules } from '../../bank/rules.ts';
import { avoidCircle } from './avoid-circle.ts';
import { badMaths } from './bad-maths.ts';
import { blueprintShort } from './blueprint-short.ts';
import { cardTooFull } from './card-too-full.ts';
import { characterWithoutFont } from './character-without-font.ts';
import { cueing } from './cueing.ts';
import { deletionNumber } from './deletion-number.ts';
import { duplicateId } from './duplicate-id.ts';
import { emptyDeletion } from './empty-deletion.ts';
import { emptyLink } from './empty-link.ts';
import { emptySection } from './empty-section.ts';
import { equalItems } from './equal-items.ts';
import { equalKeys } from './equal-keys.ts';
import { equalOptions } from './equal-options.ts';
import { fontOfThisMachine } from './font-of-this-machine.ts';
import { historyLost } from './history-lost.ts';
import { historyMoved } from './history-moved.ts';
import { idleWaiver } from './idle-waiver.ts';
import { linkOutside } from './link-outside.ts';
import { mediaFormat } from './media-format.ts';
import { missingAlt } from './missing-alt.ts';
import { missingFile } from './missing-file.ts';
import { namedNotForQuiz } from './named-not-for-quiz.ts';
import { namedRetired } from './named-retired.ts';
import { namedThoughAvoided } from './named-though-avoided.ts';
import { namedTwice } from './named-twice.ts';
import { needTooGreat } from './need-too-great.ts';
import { noDeletion } from './no-deletion.ts';
import { numberClash } from './number-clash.ts';
import { numbersUsedUp } from './numbers-used-up.ts';
import { oneNoteTwice } from './one-note-twice.ts';
import { openDeletion } from './open-deletion.ts';
import { paperNotAccessible } from './paper-not-accessible.ts';
import { pictureNotForWord } from './picture-not-for-word.ts';
import { pictureTooLarge } from './picture-too-large.ts';
import { pictureUnprintable } from './picture-unprintable.ts';
import { pinnedTwice } from './pinned-twice.ts';
import { regionOutside } from './region-outside.ts';
import { textTooDeep } from './text-too-deep.ts';
import { tooFewItems } from './too-few-items.ts';
import { unexplainedGuid } from './unexplained-guid.ts';
import { unknownQuestion } from './unknown-question.ts';
import { unknownQuiz } from './unknown-quiz.ts';
import { unknownRule } from './unknown-rule.ts';
import { unknownSource } from './unknown-source.ts';
import { unknownTag } from './unknown-tag.ts';
import { unknownTarget } from './unknown-target.ts';
import { unknownTopic } from './unknown-topic.ts';
import { wasCollides } from './was-collides.ts';
import { whichSource } from './which-source.ts';

/**
 * Every rule there is, those of the reader among them, in the order of the index in docs/diagnostics: to add one, write its
 * file and its page, and enter it here.
 */
export const rules = [
  ...fileRules,
  duplicateId,
  wasCollides,
  unknownSource,
  whichSource,
  unknownTarget,
  missingFile,
  linkOutside,
  emptyLink,
  badMaths,
  textTooDeep,
  mediaFormat,
  missingAlt,
  unknownRule,
  idleWaiver,
  equalOptions,
  pinnedTwice,
  tooFewItems,
  equalItems,
  equalKeys,
  needTooGreat,
  regionOutside,
  passageInPassage,
  openDeletion,
  noDeletion,
  emptyDeletion,
  deletionNumber,
  blueprintShort,
  emptySection,
  unknownQuestion,
  unknownTopic,
  unknownTag,
  unknownQuiz,
  avoidCircle,
  namedTwice,
  namedRetired,
  namedNotForQuiz,
  namedThoughAvoided,
  cueing,
  ...rosterRules,
  historyLost,
  historyMoved,
  numberClash,
  numbersUsedUp,
  oneNoteTwice,
  unexplainedGuid,
  pictureUnprintable,
  pictureTooLarge,
  pictureNotForWord,
  paperNotAccessible,
  characterWithoutFont,
  cardTooFull,
  fontOfThisMachine,
] as const;
