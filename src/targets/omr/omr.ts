import { below, type OutputFile, textFile } from '../../files/output-file.ts';
import { letterOf } from '../../quiz/versions/printed.ts';
import type { Bubble, SheetLayout, SheetPage } from '../../sheet/layout.ts';
import { rowName } from '../../sheet/rows.ts';
import { present } from '../../text/present.ts';
import { makesPapers, ofEachQuiz } from '../printable.ts';
import type { Target } from '../target.ts';

/** Pixels a millimetre of the page as OMRChecker sees it; the layout's tenths become whole pixels. */
const scale = 10;

/** A solid mark in white, 84 pixels wide for 10.5 mm; a PNG of one bit a pixel. */
const markerPng =
  'iVBORw0KGgoAAAANSUhEUgAAAFQAAABUAQAAAAA0EC1sAAAAHUlEQVR42mP4jwAMg5r9hwEMmEfZo+zByB4a+QgAhRUSC/TfVXwAAAAASUVORK5CYII=';

/** What OMRChecker needs to read and mark the answer sheets: see https://github.com/Udayraj123/OMRChecker. */
export const omr: Target = {
  about: 'what OMRChecker needs to read answer sheets',
  usual: ({ quizzes }) => quizzes.some(({ answerSheet }) => answerSheet !== 'none'),
  beside: makesPapers,
  make: (job, workshop) =>
    ofEachQuiz(job, workshop, ({ folder, versions, sheets }) => {
      const files = sheets.flatMap((sheet, at) => omrFiles(letterOf(versions, at), sheet));
      return { files: files.map((file) => below(folder, file)), rows: [], findings: [] };
    }),
};

/**
 * The files for the sheets of one version, in its formats of 2023: a folder for each page, into which the pictures of
 * that page go.
 */
function omrFiles(version: string, layout: SheetLayout): OutputFile[] {
  return layout.pages.flatMap((page) => {
    const folder = `omr/${layout.pages.length === 1 ? version : `${version}-${page.page}`}`;
    return [
      textFile(`${folder}/template.json`, json(omrTemplate(layout, page))),
      textFile(`${folder}/evaluation.json`, json(omrEvaluation(page))),
      { path: `${folder}/marker.png`, bytes: Uint8Array.from(atob(markerPng), (byte) => byte.charCodeAt(0)) },
    ];
  });
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Its coordinates begin at the centre of the top left mark: it cuts the picture along the marks' centres. */
export function omrTemplate(layout: SheetLayout, { rows, digits }: SheetPage) {
  const first = present(layout.marks.at(0), 'mark on an answer sheet');
  const last = present(layout.marks.at(-1), 'mark on an answer sheet');
  const corner = ({ x, y }: { x: number; y: number }) =>
    [x - first.x - layout.diameter / 2, y - first.y - layout.diameter / 2].map(pixels);
  const block = (label: string, bubbles: readonly Bubble[], way: 'x' | 'y') => {
    const [one, two = one] = bubbles;
    if (!one || !two) throw new Error(`"${label}" has no bubbles`);
    return {
      origin: corner(one),
      bubblesGap: pixels(two[way] - one[way]),
      labelsGap: 0,
      bubbleValues: bubbles.map(({ value }) => value),
      direction: way === 'x' ? 'horizontal' : 'vertical',
      fieldLabels: [label],
    };
  };
  const idLabels = digits.map(({ place }) => `id${place}`);
  return {
    pageDimensions: [pixels(last.x - first.x), pixels(last.y - first.y)],
    bubbleDimensions: [pixels(layout.diameter), pixels(layout.diameter)],
    preProcessors: [
      {
        name: 'CropOnMarkers',
        options: { relativePath: 'marker.png', sheetToMarkerWidthRatio: 20, marker_rescale_range: [80, 120] },
      },
    ],
    ...(idLabels.length > 0 ? { customLabels: { id: idLabels } } : {}),
    fieldBlocks: Object.fromEntries([
      ...digits.map(({ place, bubbles }) => [`id${place}`, block(`id${place}`, bubbles, 'y')]),
      ...rows.map((row) => [fieldOf(row), block(fieldOf(row), row.bubbles, 'x')]),
    ]),
    emptyValue: '',
  };
}

/** The right answers and their points; several letters of one answer stand together: "AC". */
export function omrEvaluation({ rows }: SheetPage) {
  const worths = [...new Set(rows.map(({ points }) => points))].filter((points) => points !== 1);
  return {
    source_type: 'custom',
    options: {
      questions_in_order: rows.map(fieldOf),
      answers_in_order: rows.map(({ key }) => key.join('')),
      should_explain_scoring: true,
    },
    marking_schemes: {
      DEFAULT: marking(1),
      ...Object.fromEntries(
        worths.map((points, at) => [
          `SECTION_${at + 1}`,
          {
            questions: rows.filter((row) => row.points === points).map(fieldOf),
            marking: marking(points),
          },
        ]),
      ),
    },
  };
}

const marking = (points: number) => ({ correct: points, incorrect: 0, unmarked: 0 });

const fieldOf = (row: SheetPage['rows'][number]): string => `q${rowName(row)}`;

const pixels = (millimetres: number): number => Math.round(millimetres * scale);
