import { reachingOut } from '../../src/text/maths/reach.ts';

describe('a formula reaches out of itself', () => {
  test.each([
    ['\\href{javascript:a}{b}', '\\href', 0],
    ['a \\url{b}', '\\url', 2],
    ['\\href %\n {a}{b}', '\\href', 0],
    ['\\text{a \\href{b}{c}}', '\\href', 8],
    ['\\let\\x\\href \\x{a}{b}', '\\href', 6],
    ['\\def\\x{\\href}', '\\href', 7],
    ['\\newcommand\\x[1]{\\cssId{#1}{a}}', '\\cssId', 17],
    ['\\begin{array}{c}\\class{a}{b}\\end{array}', '\\class', 16],
    ['\\ce{\\style{a}{b}}', '\\style', 4],
    ['% \\href{a}{b}', '\\href', 2],
    // MathJax takes the first backslash of these for another's.
    ['\\verb\\a\\\\href{javascript:a}{b}', '\\href', 8],
    ['\\def\\x#1\\{#1}\\x a\\\\href{a}{b}', '\\href', 18],
    ['\\x a\\\\href{a}{b}', '\\href', 5],
    ['\\verb\\a\\\\class a{b}', '\\class', 8],
    ['\\def\\x#1\\{#1}\\x a\\\\style ab', '\\style', 18],
    ['a \\\\style {color:red}{b}', '\\style', 3],
    ['\\mmlToken{mi}[href="javascript:a"]{b}', '\\mmlToken', 0],
    ['\\require{physics}', '\\require', 0],
    ['\\data{a=b}{c}', '\\data', 0],
    ['\\htmlStyle{a}{b}', '\\htmlStyle', 0],
    ['\\bbox[border:1px solid red]{a}', '\\bbox', 0],
    ['\\bbox [{]},color:red]{a}', '\\bbox', 0],
    ['\\let\\x\\bbox \\x[color:red]{a}', '\\bbox', 6],
    ['\\def\\x#1{#1[color:red]{a}}\\x\\bbox{}', '\\bbox', 28],
    ['\\unicode[a; background:url(//b)]{x41}', '\\unicode', 0],
    ['\\unicode[.5,.5][a;b]{x41}', '\\unicode', 0],
    ['\\fcolorbox{red;background:url(//b)}{red}{c}', '\\fcolorbox', 0],
    ['\\fcolorbox{red}{red;color:red}{c}', '\\fcolorbox', 0],
    ['\\definecolor{a}{named}{red;color:red}', '\\definecolor', 0],
  ])('%j', (tex, command, at) => expect(reachingOut(tex)).toMatchObject({ command, at }));
});

describe('a formula only shows something', () => {
  test.each([
    'x^2',
    '\\frac{1}{\\sqrt{2}} \\ce{H2O}',
    '\\text{href} style class',
    '\\hrefs \\classes \\Style \\styled',
    '\\begin{array}{c}a\\\\class\\\\ \\text{b}\\end{array}',
    'a \\\\data b',
    '\\bbox[yellow]{a} \\bbox[5px, #fff]{b} \\bbox{c}',
    '\\unicode{x263a} \\unicode[Arial]{x263a} \\unicode[.5,.5][Arial]{x263a}',
    '\\fcolorbox{red}{#fff}{a; b} \\colorbox{red}{a} \\color{red}a',
    '\\definecolor{a}{rgb}{1, 0, 0}\\color{a}b',
    '\\newcommand{\\R}{\\mathbb R}\\newcommand{\\hl}[1]{\\bbox[yellow]{#1}}\\hl\\R',
    '\\def\\x#1{#1}\\verb|a|\\label{a}\\eqref{a}',
    '\\mathtip{a}{b} \\toggle{a}{b}\\endtoggle \\enclose{circle}[mathcolor="red"]{a}',
  ])('%j', (tex) => expect(reachingOut(tex)).toBeUndefined());
});
