import { statusLine } from '../../src/cli/status.ts';
import { processTerminal } from '../../src/cli/terminal.ts';

/** A status line, what is written for it, and a clock to set. */
function drawn(columns = 80) {
  const written: string[] = [];
  const time = { now: 0 };
  const line = statusLine(
    (text) => written.push(text),
    columns,
    () => time.now,
  );
  return { line, written, time };
}

test('work of less than a second is not told', () => {
  const { line, written, time } = drawn();
  line.show('half');
  time.now = 999;
  line.show('nearly done');
  line.hide();
  expect(written).toEqual([]);
});

test('longer work is told on one line, ten times a second at most, and the line goes in the end', () => {
  const { line, written, time } = drawn();
  for (const now of [1000, 1050, 1099, 1100]) {
    time.now = now;
    line.show(`at ${now}`);
  }
  line.hide();
  line.hide();
  expect(written).toEqual(['\r\u001b[Kat 1000', '\r\u001b[Kat 1100', '\r\u001b[K']);
});

test('a line is cut where it would wrap', () => {
  const { line, written, time } = drawn(10);
  time.now = 2000;
  line.show('0123456789');
  expect(written).toEqual(['\r\u001b[K012345678']);
});

test('only a terminal is told', () => {
  for (const isTTY of [true, false]) {
    const written: string[] = [];
    const stream = { isTTY, columns: 80, write: (text: string) => written.push(text) };
    const process = { env: {}, stdout: stream, stderr: stream, cwd: () => '/' } as unknown as NodeJS.Process;
    let now = 0;
    const terminal = processTerminal(process, () => now);
    now = 5000;
    terminal.status('halfway');
    terminal.out('done\n');
    expect(written).toEqual([...(isTTY ? ['\r\u001b[Khalfway', '\r\u001b[K'] : []), 'done\n']);
  }
});
