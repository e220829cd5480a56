import type { NoteTypeKey } from '../../../../src/identity/note.ts';
import type { Fields } from './render.ts';

export interface Example {
  readonly type: NoteTypeKey;
  /** Which of the type's templates, when not its first: `term-2`. */
  readonly template?: string;
  readonly number?: number;
  readonly typed?: string;
  readonly fields: Fields;
}

const common = { Language: 'en-GB', Topic: 'Wages and schools' };
const option = (kind: 'right' | 'wrong', text: string, why = '', rest = '') =>
  `<li class="${kind}"${rest}><span class="text">${text}</span>${why && `<span class="why">${why}</span>`}</li>`;

/** A picture without a network: three bars of a chart. */
const chart = `<img alt="Chart" src="data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" width="600" height="360"><rect width="600" height="360" fill="#f3efe4"/><g fill="#b9856a"><rect x="60" y="200" width="110" height="120"/><rect x="240" y="130" width="110" height="190"/><rect x="420" y="60" width="110" height="260"/></g><g font-family="sans-serif" font-size="22" text-anchor="middle"><text x="115" y="190">Coal</text><text x="295" y="120">Steel</text><text x="475" y="50">Schools</text></g></svg>',
)}">`;

const list: Fields = {
  ...common,
  Prompt: 'Name the three signs of a return to equality.',
  Text: '<ul class="items"><li>{{c2::Time-wages replace piece-wages}}</li><li>{{c3::Fees for schools are abolished}}</li><li>{{c4::The lowest pensions are raised}}</li></ul>',
  Whole:
    '{{c1::<ol><li>Time-wages replace piece-wages</li><li>Fees for schools are abolished</li><li>The lowest pensions are raised</li></ol>}}',
  Hint: 'It concerns families with children.',
  Source: 'Deutscher 1956, ¶ 3–5',
};

/** One or more notes of every kind, as the compiler fills them. */
export const examples: Readonly<Record<string, Example>> = {
  basic: {
    type: 'basic',
    fields: {
      ...common,
      Question: 'In which book did Trotsky analyse the role of the piece wage, as Deutscher recalls?',
      Answer: '<em>The Revolution Betrayed</em>',
      Hint: 'A title that accuses',
      Why: 'Written twenty years before the essay, the book explains how the piece wage served a policy <strong>against equality</strong>.',
      Source: 'Deutscher 1956, ¶ 3: “the role of the piece wage”',
    },
  },
  discuss: {
    type: 'basic',
    fields: {
      ...common,
      Topic: 'From above or from below',
      Question:
        'Why does Deutscher doubt that reform from above can go on without pressure from below? Answer in about 150 words.',
      Answer:
        '<ol class="rubric"><li>Says who carried out the first reforms, and in whose interest <span class="points">2</span></li><li>Names one way in which workers were kept from speaking for themselves <span class="points">1</span></li><li>Draws a line from the one to the other, with an example from the essay <span class="points">3</span></li></ol>',
      Source: 'Deutscher 1956, ¶ 19',
    },
  },
  passage: {
    type: 'basic',
    fields: {
      ...common,
      Passage:
        '<p><strong>A factory, 1955</strong></p><p>The foreman posts two lists. On the first stand the hours each man has worked; on the second, the pieces he has made. For years only the second list counted.</p><table><thead><tr><th>Name</th><th style="text-align:right">Hours</th><th style="text-align:right">Pieces</th></tr></thead><tbody><tr><td>Ivanov</td><td style="text-align:right">48</td><td style="text-align:right">310</td></tr><tr><td>Petrova</td><td style="text-align:right">48</td><td style="text-align:right">190</td></tr></tbody></table>',
      Question: 'Which list will count under the new system, and who gains by it?',
      Answer: 'The first: pay goes by hours. Petrova gains, since both worked <code>48</code> hours.',
      Notice: 'Withdrawn on 23 November 2026. Please suspend this card.',
      Why: 'Where \\(w\\) is the rate, each earns \\(48w\\).',
      Audio: '[sound:factory.mp3]',
    },
  },
  typed: {
    type: 'typed',
    typed: 'nikita khrushchev',
    fields: {
      ...common,
      Question: 'Who gave the secret speech at the Twentieth Congress?',
      Typed: 'Khrushchev',
      Answer: 'Khrushchev <span class="also">(also: Nikita Khrushchev)</span>',
      Data: '{"accept":["Nikita Khrushchev","N. S. Khrushchev"]}',
      Why: 'He spoke behind closed doors in February 1956.',
      Source: 'Deutscher 1956, ¶ 1',
    },
  },
  number: {
    type: 'typed',
    typed: '1951',
    fields: {
      ...common,
      Question: 'In which year did the Twentieth Congress meet?',
      Typed: '1956',
      Answer: '1956',
      Data: '{"tolerance":1}',
      Why: 'Three years after Stalin’s death.',
    },
  },
  term: {
    type: 'term',
    fields: {
      ...common,
      Term: 'Stakhanovism',
      Meaning: 'Stalin-era campaign that praised and richly paid workers who broke output records',
      Hint: 'Named after a coal miner',
      Why: 'It takes its name from the miner Alexei Stakhanov and his record of 1935.',
      Source: 'Deutscher 1956, ¶ 3: “has been given a quiet burial”',
    },
  },
  'term-2': {
    type: 'term',
    template: 'term-2',
    fields: {
      ...common,
      Term: 'Stakhanovism',
      Meaning: 'Stalin-era campaign that praised and richly paid workers who broke output records',
      Why: 'It takes its name from the miner Alexei Stakhanov and his record of 1935.',
      Audio: '[sound:stakhanov.mp3]',
    },
  },
  cloze: {
    type: 'cloze',
    number: 2,
    fields: {
      ...common,
      Text: 'Deutscher recalls that {{c1::Marx}} held the piece-wage to be typically {{c2::capitalist::which order?}}, while Stalin praised it as the core of {{c2::socialist}} incentives.',
      Why: 'The contrast shows how far wage policy had moved from the theory it appealed to.',
      Source: 'Deutscher 1956, ¶ 3',
    },
  },
  list: { type: 'cloze', number: 3, fields: list },
  whole: { type: 'cloze', number: 1, fields: list },
  match: {
    type: 'cloze',
    number: 2,
    fields: {
      ...common,
      Prompt: 'Match each person to what the essay connects with him.',
      Text: '<div class="pairs"><div class="pair"><span class="left">Marx</span><span class="right">{{c1::the piece-wage is typical of capitalism}}</span></div><div class="pair"><span class="left">Stalin</span><span class="right">{{c2::the piece-wage is the core of socialist incentives}}</span></div><div class="pair"><span class="left">Trotsky</span><span class="right">{{c3::the piece-wage serves inequality}}</span></div></div>',
      Options:
        '<ul class="pool" data-seed="77"><li>the piece-wage is typical of capitalism</li><li>the piece-wage is the core of socialist incentives</li><li>the piece-wage serves inequality</li><li>the time-wage is wasteful</li></ul>',
      Why: 'Stalin turned Marx’s judgement upside down.',
      Source: 'Deutscher 1956, ¶ 3',
    },
  },
  choice: {
    type: 'choice',
    fields: {
      ...common,
      Question: 'What is to decide a worker’s pay in the new Soviet system, as Deutscher reports?',
      Options: `<ol class="options" data-seed="123456">${option('wrong', 'Years served', 'Deutscher says nothing of pay by seniority.')}${option('right', 'Time worked')}${option('wrong', 'Pieces made', 'The piece-wage was Stalin’s basis, and it is being given up.')}${option('wrong', 'None of the above', '', ' data-pin="last"')}</ol>`,
      Answer: 'Time worked',
      Hint: 'Think of the two ways to pay a factory worker.',
      Why: 'The time-wage replaces the piece-wage as the basis. Deutscher sees in this a reversal of policy at a vital point.',
      Source: 'Deutscher 1956, ¶ 3: “a reversal of policy”',
    },
  },
  multiple: {
    type: 'choice',
    fields: {
      ...common,
      Topic: 'Limits at home and abroad',
      Question: 'Which two of these does the essay count among the limits of the reforms?',
      Options: `<ol class="options multiple" data-seed="42">${option('right', 'The party keeps its monopoly of power')}${option('wrong', 'The army refuses to be reduced')}${option('right', 'Workers may not form unions of their own, nor speak for themselves where pay is decided')}${option('wrong', 'The schools lack teachers')}</ol>`,
      Answer:
        '<ul><li>The party keeps its monopoly of power</li><li>Workers may not form unions of their own, nor speak for themselves where pay is decided</li></ul>',
      Why: 'Both leave society without a voice.',
    },
  },
  claim: {
    type: 'choice',
    fields: {
      ...common,
      Question: 'Critics who echo Trotsky on the piece wage were quick to see its reversal.',
      Options: `<ol class="options claim" data-seed="31">${option('wrong', 'True')}${option('right', 'False')}</ol>`,
      Answer: 'False',
      Why: 'They had repeated the charge for so long that the change escaped them.',
      Source: 'Deutscher 1956, ¶ 3',
    },
  },
  order: {
    type: 'choice',
    fields: {
      ...common,
      Topic: 'Stalinism and industry',
      Question: 'Put these in order, the earliest first.',
      Options:
        '<ol class="options order" data-seed="9"><li data-place="3"><span class="text">The secret speech</span></li><li data-place="1"><span class="text">Stakhanov’s record</span></li><li data-place="4"><span class="text">Deutscher’s essay</span></li><li data-place="2"><span class="text">Stalin’s death</span></li></ol>',
      Answer:
        '<ol><li>Stakhanov’s record</li><li>Stalin’s death</li><li>The secret speech</li><li>Deutscher’s essay</li></ol>',
      Why: 'From 1935 to the autumn of 1956.',
    },
  },
  diagram: {
    type: 'diagram',
    fields: {
      ...common,
      Occlusion: '',
      Header: 'Which sector is hidden?',
      Image: chart,
      'Back Extra': 'Steel',
      Why: 'Figures are invented.',
    },
  },
};
