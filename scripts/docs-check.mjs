// `npm run docs:check`: looks at the built site (`npm run docs`) in a real browser: its navigation, search, a matcher's page
// on a wide and on a narrow screen, contrast and headings, and that it asks for nothing outside. It leaves pictures of six pages.
/* global document -- in the browser */
import { createServer } from 'node:http';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import process from 'node:process';
import { URL } from 'node:url';
import { chromium } from 'playwright-core';

const ROOT = join(import.meta.dirname, '..');
const SITE = join(ROOT, 'docs/.vitepress/dist');
const { homepage } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const base = new URL(homepage).pathname;
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ARGUMENTS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 390, height: 844 };
const PICTURES = [
  '',
  'start/vitest',
  'guides/stub-a-call',
  'matchers/to-have-called-operation',
  'fixtures',
  'messages',
];
const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.json': 'application/json',
  '.woff2': 'font/woff2',
};

const executablePath = [process.env.CHROMIUM, ...BROWSERS].find(
  (path) => path !== undefined && existsSync(path),
);
if (executablePath === undefined) {
  // In CI nobody would see that nothing was looked at.
  const isCi = Boolean(process.env.CI);
  console.log(
    `${isCi ? 'Not checked' : 'Skipped'}: there is no Chromium here. Install it (apt-get install chromium), or name one in CHROMIUM.`,
  );
  process.exit(isCi ? 1 : 0);
}
if (!existsSync(join(SITE, 'index.html'))) {
  console.error('There is no site yet: npm run docs');
  process.exit(1);
}

const problems = [];
const profile = mkdtempSync(join(tmpdir(), 'docs-profile-'));
const pictures = mkdtempSync(join(tmpdir(), 'docs-pictures-'));
const server = await serve();
const origin = `http://127.0.0.1:${server.address().port}`;
const browser = await chromium.launchPersistentContext(profile, {
  executablePath,
  args: ARGUMENTS,
  viewport: WIDE,
  colorScheme: 'light',
});
try {
  const page = browser.pages()[0] ?? (await browser.newPage());
  browser.setDefaultTimeout(60_000);
  page.on('request', (request) => {
    if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(origin))
      problems.push(`the site asks for ${request.url()}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.url()} is ${response.status()}`);
  });
  page.on('pageerror', (error) => problems.push(`${page.url()}: ${error.message}`));
  await clickThrough(page);
  await search(page);
  await onNarrowScreen(page);
  await accessibility(page);
  await takePictures(page);
} finally {
  await browser.close();
  server.close();
  rmSync(profile, { recursive: true, force: true });
}
console.log(`Pictures of ${PICTURES.length} pages: ${pictures}`);
if (problems.length > 0) {
  console.error(`\n${[...new Set(problems)].join('\n')}`);
  process.exit(1);
}
console.log('The site is as it should be.');

/** As GitHub Pages does it: below the base, and without `.html`. */
async function serve() {
  const made = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://site');
    const path = join(SITE, decodeURIComponent(pathname.slice(base.length)));
    const file = [path, `${path}.html`, join(path, 'index.html')].find(
      (each) => existsSync(each) && statSync(each).isFile(),
    );
    if (!pathname.startsWith(base) || file === undefined) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  await new Promise((resolve) => {
    made.listen(0, '127.0.0.1', resolve);
  });
  return made;
}

async function open(page, path) {
  await page.goto(`${origin}${base}${path}`, { waitUntil: 'load' });
}

/** From the first page on through the bar at the top, and then through every link of the side bar. */
async function clickThrough(page) {
  await open(page, '');
  const bar = page.locator('.VPNavBarMenu a.VPLink');
  const count = await bar.count();
  for (let i = 0; i < count; i++) {
    await bar.nth(i).click();
    await page.locator('.VPDoc h1').first().waitFor();
  }
  const links = await page
    .locator('.VPSidebar a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')));
  if (count === 0 || links.length === 0)
    problems.push('there are no entries at the top, or none at the side');
  for (const link of new Set(links)) {
    await page.evaluate((to) => document.querySelector(`.VPSidebar a[href="${to}"]`).click(), link);
    await page.waitForURL(`${origin}${link}`);
    const title = await page.locator('.VPDoc h1').first().innerText();
    if (title.trim() === '') problems.push(`${link} has no heading`);
  }
  console.log(
    `Clicked through ${count} entries at the top and ${new Set(links).size} at the side.`,
  );
}

async function search(page) {
  await open(page, 'start/vitest');
  for (const [words, place] of [
    ['toHaveCalledOperationTimes', 'matchers/'],
    ['Region is missing', 'troubleshooting'],
    ['Invalid Chai property: toHaveCalledOperation', 'troubleshooting'],
    ['was called after its test was over', 'messages'],
  ]) {
    await page.locator('.VPNavBarSearch button').first().click();
    await page.locator('.VPLocalSearchBox input').fill(words);
    const found = page.locator('.VPLocalSearchBox .result');
    await found.first().waitFor();
    const hrefs = await found.evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    if (!hrefs.slice(0, 3).some((href) => href.includes(place)))
      problems.push(
        `a search for “${words}” does not find ${place}: ${hrefs.slice(0, 3).join(', ')}`,
      );
    await found.first().click();
    await page.locator('.VPDoc h1').first().waitFor();
  }
  console.log('Searched, and found.');
}

async function onNarrowScreen(page) {
  for (const size of [WIDE, NARROW]) {
    await page.setViewportSize(size);
    for (const path of PICTURES) {
      await open(page, path);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      if (over > 0)
        problems.push(`/${path} is ${over} px too wide for a screen of ${size.width} px`);
    }
  }
  await open(page, 'matchers/to-have-called-operation');
  await page.locator('.VPLocalNav .menu').click();
  await page.locator('.VPSidebar.open').waitFor();
  await page.setViewportSize(WIDE);
  console.log('Looked at it on a wide and on a narrow screen.');
}

async function accessibility(page) {
  const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const colorScheme of ['light', 'dark']) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    for (const path of [...PICTURES, 'troubleshooting', 'stubs']) {
      await open(page, path);
      await page.evaluate(axe);
      const { violations } = await page.evaluate(() =>
        globalThis.axe.run(document, {
          runOnly: [
            'color-contrast',
            'heading-order',
            'page-has-heading-one',
            'image-alt',
            'link-name',
          ],
        }),
      );
      for (const { id, nodes } of violations)
        problems.push(
          `/${path}, ${colorScheme}: ${id} at ${nodes
            .slice(0, 3)
            .map(({ html, any }) => `${html.slice(0, 120)} ${any[0]?.message ?? ''}`)
            .join(' | ')}`,
        );
    }
  }
  await page.emulateMedia({ colorScheme: 'light' });
  console.log('Looked for contrast and headings, light and dark.');
}

async function takePictures(page) {
  for (const path of PICTURES) {
    await open(page, path);
    const name = path === '' ? 'home' : path.replaceAll('/', '-');
    await page.screenshot({ path: join(pictures, `${name}.png`) });
  }
}
