import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { type Example, examples } from './examples.ts';
import { readCard } from './read.ts';
import { render, page as wholePage } from './render.ts';

const places = [
  process.env.CHROMIUM ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
/** A Chromium of this machine, or undefined. */
export const executablePath = places.find((place) => place !== '' && existsSync(place));

/** `describe` where there is a Chromium. Elsewhere it says so and skips, but not where it must run. */
export function describeInBrowser(name: string, tests: (open: OpenCard) => void): void {
  if (!executablePath) {
    if (process.env.CI === 'true') throw new Error('No Chromium found. Name one in $CHROMIUM.');
    console.warn(`Skipped "${name}": no Chromium found. Name one in $CHROMIUM.`);
  }
  const run = executablePath ? describe : describe.skip;
  run(name, () => {
    let browser: Browser;
    beforeAll(async () => {
      const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'];
      // Letters and colours are drawn alike on every machine that has the font.
      const plain = ['--disable-lcd-text', '--force-color-profile=srgb'];
      const env = { ...process.env, FONTCONFIG_FILE: join(import.meta.dirname, 'fonts.conf') };
      const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync'];
      browser = await chromium.launch({
        executablePath: executablePath ?? '',
        env,
        args: [...args, ...plain, ...quiet],
      });
    }, 60_000);
    afterAll(() => browser.close());
    tests((options, look) => openCard(browser, options, look));
  });
}

/** How the program around the card looks. */
export interface Look {
  readonly phone?: boolean;
  /** Rules after those of the card. */
  readonly css?: string;
}

export type OpenCard = (options?: BrowserContextOptions, look?: Look) => Promise<Reviewer>;

/** A reviewer as desktop's: one page, in which the sides of all cards follow each other. */
export interface Reviewer {
  readonly page: Page;
  /** Errors that a script on the page threw. */
  readonly errors: string[];
  front(example: string | Example): Promise<void>;
  back(example: string | Example): Promise<void>;
}

async function openCard(
  browser: Browser,
  options: BrowserContextOptions = {},
  look: Look = {},
): Promise<Reviewer> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  // A page of its own address, for one without has no sessionStorage; nothing is fetched.
  const html = wholePage('', readCard('card.css') + (look.css ?? ''), look);
  await context.route('**/*', (route) => route.fulfill({ contentType: 'text/html', body: html }));
  await page.goto('http://anki.test/');
  const show = (example: string | Example, back: boolean) => swap(page, sideOf(example, back));
  return { page, errors, front: (example) => show(example, false), back: (example) => show(example, true) };
}

/** A side of a card as Anki puts it into its page. */
export function sideOf(name: string | Example, back: boolean): string {
  const example = typeof name === 'string' ? examples[name] : name;
  if (!example) throw new Error(`no example "${name}"`);
  const { type, template = type, number = 1, typed = '' } = example;
  return render(readCard(`${template}.${back ? 'back' : 'front'}.html`), example.fields, {
    back,
    number,
    typed,
  });
}

/** Puts a side into the page and makes its scripts anew, for those set with innerHTML do not run. */
async function swap(page: Page, html: string): Promise<void> {
  await page.evaluate(`{
    const qa = document.querySelector('#qa');
    qa.innerHTML = ${JSON.stringify(html)};
    for (const old of Array.from(qa.getElementsByTagName('script'))) {
      const script = document.createElement('script');
      script.textContent = old.textContent;
      old.replaceWith(script);
    }
  }`);
}

/** A property of the first element that a selector finds, or of what stands before or after it, as computed. */
export function computed(
  page: Page,
  selector: string,
  property: string,
  part?: '::before' | '::after',
): Promise<string> {
  const element = `document.querySelector(${JSON.stringify(selector)})`;
  return page.evaluate(`getComputedStyle(${element}, ${JSON.stringify(part)})[${JSON.stringify(property)}]`);
}

/** The text of a page that a reader sees. */
export async function visibleText(page: Page, selector = 'body'): Promise<string> {
  return (await page.locator(selector).allInnerTexts()).join(' ');
}
