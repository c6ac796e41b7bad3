import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { URL } from 'node:url';
import { defineConfig } from 'vitepress';
import { anchorOf } from './anchor.mjs';

const DOCS = join(import.meta.dirname, '..');
const { description, homepage, repository } = JSON.parse(
  readFileSync(join(DOCS, '../package.json'), 'utf8'),
);
const source = repository.url.replace(/^git\+|\.git$/g, '');

const start = [
  ['Vitest', 'vitest'],
  ['Jest', 'jest'],
  ['TypeScript', 'typescript'],
  ['Monorepos and projects', 'projects'],
  ['jsdom and happy-dom', 'jsdom'],
];
const guides = [
  ['Stub a call', 'stub-a-call'],
  ['Assert on calls', 'assert-on-calls'],
  ['Errors and retries', 'errors-and-retries'],
  ['Pages, waiters and streams', 'pages-waiters-streams'],
  ['Document clients', 'document-client'],
  ['Fixtures', 'fixtures'],
  ['A whole application', 'whole-application'],
  ['Tests that run at once', 'tests-at-once'],
  ['In CI', 'ci'],
];
const migrating = [
  ['aws-sdk-client-mock', '/migrating'],
  ['aws-sdk-vitest-mock', '/migrating-vitest-mock'],
  ['aws-sdk-mock', '/migrating-aws-sdk-mock'],
  ['vi.mock and jest.mock', '/migrating-module-mocks'],
  ['moto, LocalStack, dynalite', '/migrating-emulators'],
];
const reference = [
  ['Stubs', '/stubs'],
  ['Bodies, streams, pages, waiters', '/streams'],
  ['What is checked', '/checks'],
  ['The list of calls', '/calls'],
  ['How long things last', '/lifetimes'],
  ['No way out', '/isolation'],
  ['The wire', '/wire'],
  ['Stubber', '/stubber'],
  ['aws-sdk-stubber/client-mock', '/client-mock'],
  ['Runners and packages', '/compatibility'],
  ['Conformance', '/conformance'],
];

const items = (folder, pages) =>
  pages.map(([text, page]) => ({ text, link: page.startsWith('/') ? page : `/${folder}/${page}` }));

/** A page's heading, without what follows its subject: `DynamoDB in fixtures`. */
function subjectOf(path) {
  const [, title = ''] = /^# (.*)$/m.exec(readFileSync(join(DOCS, path), 'utf8')) ?? [];
  return title.replaceAll('`', '').replace(/ in fixtures$/, '');
}

/** All pages of a folder whose names fit, by their subjects. */
function pagesIn(folder, name) {
  const files = readdirSync(join(DOCS, folder)).filter((file) => name.test(file));
  return files
    .map((file) => ({
      text: subjectOf(join(folder, file)),
      link: `/${join(folder, file).replace(/\.md$/, '')}`,
    }))
    .sort((one, other) => (one.text.toLowerCase() < other.text.toLowerCase() ? -1 : 1));
}

/** Made by TypeDoc of the doc comments: typedoc.json. */
const api = [
  ['aws-sdk-stubber', 'index-1'],
  ['aws-sdk-stubber/vitest', 'runners/vitest'],
  ['aws-sdk-stubber/jest', 'runners/jest'],
  ['aws-sdk-stubber/vite', 'runners/vite'],
  ['aws-sdk-stubber/client-mock', 'client-mock'],
  ['aws-sdk-stubber/resource', 'resources/'],
];

const sidebar = [
  { text: 'Getting started', items: items('start', start) },
  { text: 'Guides', items: items('guides', guides) },
  { text: 'Migrate from', collapsed: true, items: items('', migrating) },
  {
    text: 'Matchers',
    collapsed: true,
    items: [{ text: 'All matchers', link: '/matchers/' }, ...pagesIn('matchers', /^to-.*\.md$/)],
  },
  {
    text: 'Fixtures',
    collapsed: true,
    items: [{ text: 'All fixtures', link: '/fixtures' }, ...pagesIn('', /^fixtures-.*\.md$/)],
  },
  { text: 'Resources', link: '/resources' },
  { text: 'Messages', link: '/messages' },
  { text: 'Troubleshooting', link: '/troubleshooting' },
  { text: 'Compared with', link: '/compared' },
  { text: 'Reference', collapsed: true, items: items('', reference) },
  { text: 'API', collapsed: true, items: items('api', api) },
];

export default defineConfig({
  title: 'aws-sdk-stubber',
  description,
  base: new URL(homepage).pathname,
  lang: 'en',
  cleanUrls: true,
  lastUpdated: false,
  sitemap: { hostname: homepage },
  markdown: {
    anchor: { slugify: anchorOf },
    theme: { light: 'github-light-high-contrast', dark: 'github-dark-high-contrast' },
  },
  themeConfig: {
    search: {
      provider: 'local',
      options: {
        miniSearch: {
          searchOptions: {
            // A reader with a message wants the page of messages, one with a symptom that of troubleshooting. Tables of
            // reference hold every word there is.
            boostDocument(id) {
              if (/\/messages/.test(id)) return 4;
              if (/\/troubleshooting/.test(id)) return 3;
              return /\/(?:api|conformance|compatibility)/.test(id) ? 0.2 : 1;
            },
          },
        },
      },
    },
    nav: [
      { text: 'Getting started', link: '/start/vitest', activeMatch: '/start/' },
      { text: 'Guides', link: '/guides/stub-a-call', activeMatch: '/guides/' },
      { text: 'Matchers', link: '/matchers/', activeMatch: '/matchers/' },
      { text: 'Fixtures', link: '/fixtures', activeMatch: '/fixtures' },
      { text: 'Messages', link: '/messages' },
    ],
    sidebar,
    outline: [2, 3],
    editLink: { pattern: `${source}/edit/main/docs/:path`, text: 'Edit this page' },
    socialLinks: [{ icon: 'github', link: source }],
    footer: { message: 'Apache-2.0' },
  },
});
