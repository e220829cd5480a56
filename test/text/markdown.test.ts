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
    [
      'nothing that Anki plays in maths',
      '$[sound:x.mp3]$ $[Anki:a]$',
      '\\(&#91;sound:x.mp3]\\) \\(&#91;Anki:a]\\)',
    ],
    ['no LaTeX of Anki in maths', '$[latex]a[/latex]$', '\\(&#91;latex]a[/latex]\\)'],
    ['nor by its short sign', '$$[$]a[/$]$$', '\\[&#91;$]a[/$]\\]'],
    ['maths that makes a link is code', '$\\href{a}{b}$', '<code>\\href&#123;a&#125;&#123;b&#125;</code>'],
    [
      'maths that MathJax would not end is code',
      'a $\\verb|{|$ $x%{$ $$\\{{$$ b',
      'a <code>\\verb|&#123;|</code> <code>x%&#123;</code> <code>\\&#123;&#123;</code> b',
    ],
    ['maths with a pair of signs within', '$\\text{\\(a\\)} \\}\\{ }$', '\\(\\text{\\(a\\)} \\}\\{ }\\)'],
    [
      'nothing that begins maths, however its bracket is written',
      '\\\\[sound:x \\\\[$] \\\\[y',
      ['&#91;sound:x', '&#91;$]', '[y']
        .map((text) => text.replace(/^(&#91;|\[)/, '<span class="tex2jax_ignore mathjax_ignore">\\$1</span>'))
        .join(' '),
    ],
    ['words for a picture that look like maths', '![\\(a\\) "](p)', '<img src="p" alt="\\(a\\) &quot;">'],
    ['template braces', 'a {{Tags}} b', 'a &#123;&#123;Tags&#125;&#125; b'],
    ['nothing that Anki plays', '[sound:x.mp3] [latex]', '&#91;sound:x.mp3] &#91;latex]'],
    [
      'no box to type into',
      '[[type:Answer]] `[[type:x]]`',
      '&#91;[type:Answer]] <code>&#91;[type:x]]</code>',
    ],
    [
      'nor one in maths or beside a picture',
      '$[[type:x]]$ ![[[type:x]]](p)',
      '\\(&#91;[type:x]]\\) <img src="p" alt="&#91;[type:x]]">',
    ],
    [
      'nor one that begins with the bracket of maths',
      '$$[type:x]$$ $$sound:x$$',
      '\\&#91;[type:x]\\] \\&#91;sound:x\\]',
    ],
    ['other brackets', '[[Type:x]] [type:x]', '[[Type:x]] [type:x]'],
    [
      'a table',
      '|a|b|\n|-|-:|\n|1|2|',
      '<table><thead><tr><th>a</th><th style="text-align:right">b</th></tr></thead><tbody><tr><td>1</td><td style="text-align:right">2</td></tr></tbody></table>',
    ],
  ];
  test.each(cases)('%s', (_name, source, expected) => expect(html(source)).toBe(expected));
});

describe('an address', () => {
  const isLink = (source: string) => /^<a [^>]*>[^<]*<\/a>$/.test(html(source));

  test.each([
    ...[
      'https://x.org',
      'HTTP://x.org',
      'mailto:a@b.org',
      'x.md',
      '/a?b=c:d#e:f',
      './a:b',
      '//x.org/a',
      '#a',
      '?a:b',
    ],
    ...['12:30', 'wiki%3ATides', '-a:b', 'ä:b'],
  ])('such as %s is one', (address) => expect(isLink(`[x](${address})`)).toBe(true));

  test.each([
    ...[
      'ms-word:x',
      'search-ms:x',
      'file:///etc/passwd',
      'tel:1',
      'ftp://x.org',
      'C:\\a',
      'x:',
      'web+a.b-c:d',
      'JavaScript:x',
    ],
    ...[
      'data:text/html,x',
      'data:image/png;base64,AAAA',
      'httpx:a',
      'java%09script:x',
      '%6Aavascript:x',
      '&#106;avascript:x',
    ],
    ...['<java\tscript:x>', '< javascript:x>', '<&#9;javascript:x>', 'java&#10;script:x', 'ms-word:x "t"'],
    ...['\u00a0javascript:x', 'vbscript&#58;x', '%20javascript:x'],
  ])('such as %j is text as it is typed', (address) => {
    const source = `[x](${address})`;
    expect(parseMarkdown(source)).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: source }] },
    ]);
  });

  test.each(['<https://x.org/a>', '<mailto:a@b.org>', '<a@b.org>'])('%s is one by itself', (source) =>
    expect(isLink(source)).toBe(true),
  );

  test.each(['<search-ms:x>', '<file:///a>', '<JAVASCRIPT:x>', '<ftp://x.org>'])('%s is text', (source) =>
    expect(parseMarkdown(source)).toEqual([
      { type: 'paragraph', children: [{ type: 'text', text: source }] },
    ]),
  );

  test('of a picture is told by the check, whatever it is', () => {
    expect(html('![a](ftp://x/p.png)')).toBe('<img src="ftp://x/p.png" alt="a">');
    expect(html('[![a](p.png)](ms-word:x)')).toBe('[<img src="p.png" alt="a">](ms-word:x)');
  });

  test('in a link that is none does not hide one that is', () => {
    expect(html('[a](ms-word:x) [b](https://x.org) *[c](ms-word:x)*')).toBe(
      '[a](ms-word:x) <a href="https://x.org">b</a> <em>[c](ms-word:x)</em>',
    );
    expect(html('[a [b](ms-word:x)](https://x.org)')).toBe('<a href="https://x.org">a [b](ms-word:x)</a>');
  });
});
