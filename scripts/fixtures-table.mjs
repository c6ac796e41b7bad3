// `npm run docs:fixtures`: writes the tables of docs/fixtures.md from the built package (dist/).
// They say which fixtures there are, and which operations are played; a test keeps them up to date.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = join(import.meta.dirname, '..');
const DOCUMENT = join(ROOT, 'docs/fixtures.md');
/** Where each service has its page. */
const PAGES = {
  AppConfig: 'fixtures-configuration.md',
  AppConfigData: 'fixtures-configuration.md',
  DynamoDB: 'fixtures-dynamodb.md',
  'DynamoDB Streams': 'fixtures-dynamodb.md',
  EC2: 'fixtures-ec2.md',
  EventBridge: 'fixtures-messaging.md#buses',
  IAM: 'fixtures-iam.md',
  KMS: 'fixtures-keys.md',
  Lambda: 'fixtures-lambda.md',
  S3: 'fixtures-s3.md',
  SFN: 'fixtures-state-machines.md',
  SNS: 'fixtures-messaging.md#topics',
  SQS: 'fixtures-messaging.md#queues',
  SSM: 'fixtures-parameters.md',
  STS: 'fixtures-identity.md',
  'Secrets Manager': 'fixtures-secrets.md',
};

/**
 * The part of the document between a table's markers, with the table made anew.
 *
 * @param {string} text - of the document
 * @param {readonly { service: object, fixtures: object }[]} all - what `fixtures-*.cjs` export
 */
export function withTables(text, all) {
  const modules = [...all].sort(({ service: one }, { service: other }) =>
    one.serviceId < other.serviceId ? -1 : 1,
  );
  return withTable(
    withTable(text, 'fixtures', fixturesTable(modules)),
    'operations',
    operationsList(modules),
  );
}

function withTable(text, name, table) {
  const [begin, end] = [`<!-- ${name}: made by npm run docs:fixtures -->`, `<!-- /${name} -->`];
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from === -1 || to < from) throw new Error(`docs/fixtures.md has no place for '${name}'.`);
  return `${text.slice(0, from + begin.length)}\n\n${table}\n\n${text.slice(to)}`;
}

function fixturesTable(modules) {
  const rows = modules.flatMap(({ service, fixtures }) =>
    Object.entries(fixtures).map(([name, { options }]) => [
      `\`${name}\``,
      linked(service),
      options?.map((option) => `\`${option}\``).join(', ') ?? 'names and values',
    ]),
  );
  return aligned([['fixture', 'service', 'options'], ...rows]);
}

function operationsList(modules) {
  return modules
    .map(({ service }) => {
      const names = Object.keys({ ...service.fakes, ...service.slow }).sort();
      return `**${linked(service)}**, ${names.length} operations: ${names.map((name) => `\`${name}\``).join(', ')}.`;
    })
    .join('\n\n');
}

function linked({ serviceId }) {
  const page = PAGES[serviceId];
  if (page === undefined) throw new Error(`${serviceId} has no page: name it in PAGES.`);
  return `[${serviceId}](${page})`;
}

/** As prettier has tables. */
function aligned([head, ...rows]) {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i].length)));
  const line = (cells) => `| ${cells.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const require = createRequire(import.meta.url);
  const dist = join(ROOT, 'dist');
  const files = readdirSync(dist).filter((name) => /^fixtures-.*\.cjs$/.test(name));
  // `fixtures-s3-select.cjs` and its like are parts of a service, and none themselves.
  const modules = files
    .sort()
    .map((name) => require(join(dist, name)))
    .filter(({ service }) => service !== undefined);
  writeFileSync(DOCUMENT, withTables(readFileSync(DOCUMENT, 'utf8'), modules));
}
