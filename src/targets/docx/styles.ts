import { type IStylesOptions, LineRuleType } from 'docx';
import { faint, ruledLine } from '../../look/paper.ts';
import type { DocumentHead } from '../../view/document.ts';
import { mm, type Page } from './page.ts';

/** How much smaller letters are in a table that has little room. */
export const narrowScale = 0.75;

/** Everything hangs on Normal, so that a teacher changes the font of a paper in one place. */
export function stylesFor(page: Page, { language, direction }: DocumentHead): IStylesOptions {
  const { font, scale } = page;
  const heading = (halfPoints: number, spacing: object) => ({
    run: { font, color: '000000', bold: true, size: sized(halfPoints, scale) },
    paragraph: { ...kept, spacing },
  });
  const small = { size: sized(18, scale) };
  return {
    default: {
      document: documentStyle(page, language, direction === 'rtl'),
      heading1: heading(34, spacing(1, 3)),
      heading2: heading(24, spacing(7, 2.5)),
      footnoteText: { run: small },
      hyperlink: { run: { color: '000000', underline: { type: 'single' } } },
    },
    characterStyles: [
      { id: 'Faint', name: 'Faint', run: { color: faint, ...small, bold: false } },
      { id: 'Code', name: 'Code', run: { font: 'Consolas', ...small, noProof: true } },
    ],
    paragraphStyles: paragraphStyles(page),
  };
}

const sized = (halfPoints: number, scale: number): number => Math.round(halfPoints * scale);

const spacing = (before: number, after: number) => ({ before: mm(before), after: mm(after) });

const kept = { keepNext: true, keepLines: true };

function documentStyle({ font, size }: Page, language: string, rightToLeft: boolean) {
  const tongue = { value: language, eastAsia: language };
  const spacing = { after: 0, line: 264, lineRule: LineRuleType.AUTO };
  return {
    run: { font, size, language: rightToLeft ? { ...tongue, bidirectional: language } : tongue },
    paragraph: { ...(rightToLeft ? { bidirectional: true } : {}), spacing },
  };
}

const style = (id: string, name: string, paragraph: object, run: object = {}) => ({
  id,
  name,
  basedOn: 'Normal',
  quickFormat: true,
  paragraph,
  run,
});

function paragraphStyles({ size, scale }: Page): NonNullable<IStylesOptions['paragraphStyles']> {
  const small = { size: sized(18, scale) };
  const nearlyUsual = { size: sized(20, scale) };
  const keepLines = true;
  const exactly = (line: number) => ({ line, lineRule: LineRuleType.EXACT });
  const ruled = { before: mm(1.5), after: 0, ...exactly(mm(ruledLine * Math.min(scale, 1.5))) };
  const deck = { color: faint, size: sized(19, scale), smallCaps: true };
  return [
    style('Deck', 'Deck', { spacing: spacing(0, 1) }, deck),
    style('Instructions', 'Instructions', { ...kept, spacing: spacing(0, 3) }, { italics: true }),
    style('Question', 'Question', { keepLines, spacing: spacing(4.5, 1) }),
    style('More', 'Question text', { keepLines, spacing: spacing(0, 1.5) }),
    style('Note', 'Note', { ...kept, spacing: spacing(0, 1) }, { italics: true, ...nearlyUsual }),
    style('Option', 'Option', { keepLines, spacing: spacing(1, 1) }),
    style('Cell', 'Cell text', { spacing: spacing(0.5, 0.5) }),
    style(
      'NarrowCell',
      'Narrow cell text',
      { spacing: spacing(0.5, 0.5) },
      { size: sized(size, narrowScale) },
    ),
    style('Ruled', 'Ruled lines', { keepLines, spacing: ruled }),
    style('Fill', 'Line to fill', { spacing: spacing(3, 0.5) }),
    style('Listing', 'Listing', { spacing: spacing(1, 1) }, { font: 'Consolas', ...small, noProof: true }),
    style('Gap', 'Gap', { spacing: exactly(60) }, { size: 2 }),
    style('Running', 'Running head', {}, { color: faint, ...small }),
    style('Reason', 'Reason', { keepLines, spacing: spacing(1, 0) }, nearlyUsual),
    style('Origin', 'Origin', { keepLines, spacing: spacing(0.5, 0) }, { ...small, color: faint }),
  ];
}
