// Budgets of what users install, for `npm run size`. Bytes as they lie on the disk: nobody downloads this to a browser.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FILES = 470;
/** 65 kB of it are aws-sdk-client-mock's API with its types, 260 kB resources with theirs, 45 kB the types of fixtures. Each service's fixtures have their own. */
const WHOLE = '898 kB';

/**
 * What `npx aws-sdk-stubber` runs, and no test loads. 320 kB of it are the parser of `migrate`, which works in every project
 * so: without a network, and whatever reads TypeScript there.
 */
const COMMANDS = '480 kB';

/**
 * What every test file loads at once, with an import of the index: each millisecond of it is felt. 9 kB of it are what Vitest
 * alone needs, which lie in core for Jest too: there they are never compiled, and in Vitest a file more would be 0.3 ms.
 */
const AT_ONCE = {
  'a test file in Vitest': ['vitest.js', 'core.cjs', 'index.cjs'],
  'a test file in Jest': ['jest.cjs', 'jest-early.cjs', 'jest-setup.cjs', 'core.cjs', 'index.cjs'],
};
const AT_ONCE_LIMIT = '95 kB';

/**
 * What an entry holds: its file, and each that it loads now or later (resources among them), without fixtures. 15 kB are what
 * things of fixtures hand to each other, operations that wait, and matchers of what arrived; 2 kB are the headings that
 * messages link to.
 */
const ENTRIES = {
  index: ['index.cjs', '448 kB'],
  vitest: ['vitest.js', '455 kB'],
  jest: ['jest.cjs', '463 kB'],
  'jest-globals': ['jest-globals.cjs', '463 kB'],
  vite: ['vite.cjs', '25 kB'],
  // 50 kB are the tables; what programs need besides: the check of inputs, plain values, conditions, copies in parts. 1 kB are
  // the headings that messages link to.
  resource: ['resource.cjs', '126 kB'],
  'client-mock': ['client-mock.cjs', '476 kB'],
  'client-mock/vitest': ['client-mock-vitest.js', '478 kB'],
  'client-mock/jest': ['client-mock-jest.cjs', '476 kB'],
  services: ['services.cjs', '0 B'],
};
/**
 * The fixtures of EC2 and S3 were there first. S3 has twice as many operations as at first: ACLs, Object Lock, and what is
 * set of a bucket, with what each refuses and whom it tells; the lists of actions and events alone are 4 kB.
 * EC2 plays twice as many, too: disks, images, launch templates, fleets, the spot market, peering, network interfaces,
 * and a table of 165 instance types (9 kB).
 */
const FIXTURES = { ec2: '265 kB', s3: '98 kB' };
const FURTHER_FIXTURES = '60 kB';
/**
 * DynamoDB's are a language of expressions and PartiQL, legacy forms, 573 reserved words, and the words of some 150 errors.
 * IAM's are 151 operations, and tables of AWS's own policies and of services' own roles (16 kB).
 * EventBridge's are the language of patterns too, with the words of the parser that AWS reads them with.
 * SNS has 42 operations, and the language of event patterns for its filters (24 kB).
 * KMS has 53 operations, and what each of them refuses in AWS's words. Step Functions' are the rules of definitions.
 * Lambda's are its runtime, what polls queues and streams for it, and the language of patterns again; layers, code signing and
 * provisioned concurrency as state (13 kB), with AWS's lists of runtimes and long expressions that its refusals show; what AWS's
 * reader of JSON says of a wrong payload (4 kB).
 */
const LARGER_FIXTURES = {
  dynamodb: '118 kB',
  iam: '115 kB',
  eventbridge: '72 kB',
  sns: '78 kB',
  kms: '63 kB',
  sfn: '64 kB',
  lambda: '109 kB',
};

const files = filesOfPackage();
if (files.length > FILES) {
  throw new Error(
    `The package has ${files.length} files, and its budget is ${FILES}. \`npm pack --dry-run\` lists them: ` +
      'look for what a build left over, or for files that could be one.',
  );
}

const message =
  'Look for what came in by an import (`npx esbuild dist/index.cjs --bundle --platform=node --analyze`), ' +
  'and load what few tests need when it is needed. If it must be that large, say why beside the new budget in .size-limit.js.';
const budget = (name, path, limit) => ({ name, path, limit, brotli: false, message });

const fixtures = files.filter((file) => /^dist\/fixtures-.*\.cjs$/.test(file));
const serviceOf = (file) => file.slice('dist/fixtures-'.length, -'.cjs'.length);

export default [
  ...Object.entries(AT_ONCE).map(([name, own]) =>
    budget(
      name,
      own.map((file) => join('dist', file)),
      AT_ONCE_LIMIT,
    ),
  ),
  ...Object.entries(ENTRIES).map(([name, [file, limit]]) =>
    budget(`entry ${name}`, [...loadedBy(join('dist', file))], limit),
  ),
  ...fixtures.map((file) =>
    budget(
      `fixtures of ${serviceOf(file)}`,
      file,
      { ...FIXTURES, ...LARGER_FIXTURES }[serviceOf(file)] ?? FURTHER_FIXTURES,
    ),
  ),
  budget('commands', 'dist/cli.js', COMMANDS),
  budget(
    'the whole package, without commands and fixtures',
    files.filter((file) => file !== 'dist/cli.js' && !fixtures.includes(file)),
    WHOLE,
  ),
];

/** What npm packs, by path. */
function filesOfPackage() {
  const args = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const shell = process.platform === 'win32';
  const [packed] = JSON.parse(execFileSync('npm', args, { encoding: 'utf8', shell }));
  return packed.files.map(({ path }) => path);
}

function loadedBy(file, found = new Set()) {
  if (found.has(file)) return found;
  found.add(file);
  const names = readFileSync(file, 'utf8').matchAll(/["'](\.\/[\w-]+\.c?js)["']/g);
  for (const [, name] of names) loadedBy(join(dirname(file), name), found);
  return found;
}
