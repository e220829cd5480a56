import { toHtml } from '../../src/targets/anki/html.ts';
import { parseMarkdown } from '../../src/text/markdown.ts';

const html = (source: string) => toHtml(parseMarkdown(source));

describe('Markdown to HTML', () => {
  const cases: [string, string, string][] = [
    ['emphasis', 'a *b* **c** `d`', 'a <em>b</em> <strong>c</strong> <code>d</code>'],
    ['sub and sup', 'H~2~O, x^2^', 'H<sub>2</sub>O, x<sup>2</sup>'],
    ['HTML as typed', '<b>x</b> & &nbsp;', '&lt;b&gt;x&lt;/b&gt; &amp; &amp;nbsp;'],
    ['a list', '- a\n- b', '<ul><li>a</li><li>b</li></ul>'],
    ['a list that begins later', '3. a\n4. b', '<ol start="3"><li>a</li><li>b</li></ol>'],
    ['a year with a full stop is no list', '1956. A year', '1956. A year'],
    ['a lone number is no list', '1956.', '1956.'],
    ['a negative number is no list', '- 5', '- 5'],
    ['headings and rules are text', '#import x\n\n---', '<p>#import x</p><p>---</p>'],
    ['indented text is no code', '    four', 'four'],
    ['prices are no maths', 'It costs $5 and earns $10.', 'It costs $5 and earns $10.'],
    ['maths', 'So $x^2$.', 'So \\(x^2\\).'],
    ['braces in maths stay apart', '$\\frac{1}{\\sqrt{2}}$', '\\(\\frac{1}{\\sqrt{2} }\\)'],
    ['display maths in a line', 'Solve $$x^2$$ now, $$\\$$$.', 'Solve \\[x^2\\] now, \\[\\$\\].'],
    ['doubled prices are no maths', 'It costs $$5 or $$6.', 'It costs $$5 or $$6.'],
    ['display maths at the start of a line', '$$x$$ is what?', '\\[x\\] is what?'],
    ['display maths after a text', 'So:\n$$\nx\n$$\nThen.', '<p>So:</p><p>\\[x\\]</p><p>Then.</p>'],
    ['an empty or open display', '$$$$ and $$x', '$$$$ and $$x'],
    ['display maths', '$$\na<b\n$$', '\\[a&lt;b\\]'],
    ['a link', '[x](https://example.org/?a=1&b=2)', '<a href="https://example.org/?a=1&amp;b=2">x</a>'],
    ['no scripts in links', '[x](javascript:alert)', '[x](javascript:alert)'],
    ['template braces', 'a {{Tags}} b', 'a &#123;&#123;Tags&#125;&#125; b'],
    ['nothing that Anki plays', '[sound:x.mp3] [latex]', '&#91;sound:x.mp3] &#91;latex]'],
    [
      'a table',
      '|a|b|\n|-|-:|\n|1|2|',
      '<table><thead><tr><th>a</th><th style="text-align:right">b</th></tr></thead><tbody><tr><td>1</td><td style="text-align:right">2</td></tr></tbody></table>',
    ],
  ];
  test.each(cases)('%s', (_name, source, expected) => expect(html(source)).toBe(expected));
});
