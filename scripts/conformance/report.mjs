import { writeFileSync } from 'node:fs';
import { format } from 'prettier';

const DELIVERIES = ['direct', 'wire'];
const KINDS = ['outputs', 'errors'];

/**
 * The totals of all services.
 *
 * @param explained gives the reason why something may fail, or undefined
 */
export function summaryOf(results, explained) {
  const totals = Object.fromEntries(
    KINDS.map((kind) => [
      kind,
      Object.fromEntries(
        DELIVERIES.map((delivery) => [
          delivery,
          results.reduce(
            (sum, { counts }) => ({
              total: sum.total + (counts?.[kind]?.[delivery]?.total ?? 0),
              right: sum.right + (counts?.[kind]?.[delivery]?.right ?? 0),
            }),
            { total: 0, right: 0 },
          ),
        ]),
      ),
    ]),
  );
  const failures = results.flatMap(({ service, failures = [] }) =>
    failures.map((failure) => ({ ...failure, service, reason: explained(service, failure.what) })),
  );
  return {
    totals,
    failures,
    unexplained: failures.filter(({ reason }) => reason === undefined),
    broken: results.filter(({ problem }) => problem !== undefined),
    checked: results.filter(({ protocol }) => protocol !== undefined),
    without: results.filter(
      ({ protocol, problem }) => protocol === undefined && problem === undefined,
    ),
  };
}

/** One line for all of it. */
export function totalLine({ totals, checked }) {
  const part = (kind, delivery) =>
    `${totals[kind][delivery].right} of ${totals[kind][delivery].total}`;
  return (
    `${new Set(checked.map(({ service }) => service)).size} clients: ${part('outputs', 'direct')} operations and ${part('errors', 'direct')} errors came back as they were given; ` +
    `on the wire ${part('outputs', 'wire')} and ${part('errors', 'wire')}.`
  );
}

export function printReport(results, summary, hasDetails) {
  const rows = summary.checked.map((result) => rowOf(result));
  const head = ['client', 'protocol', 'operations', 'errors', 'wire: operations', 'errors'];
  const widths = head.map((name, i) => Math.max(name.length, ...rows.map((row) => row[i].length)));
  const line = (cells) =>
    cells
      .map((cell, i) => cell.padEnd(widths[i]))
      .join('  ')
      .trimEnd();
  console.log(['', line(head), ...rows.map(line), ''].join('\n'));
  for (const { service, what, delivery, why, reason } of summary.failures) {
    const text = hasDetails ? why : why.split('\n')[0].slice(0, 200);
    console.log(
      `${reason === undefined ? 'FAILED' : 'explained'} ${service} ${what} (${delivery}): ${text}`,
    );
  }
  for (const { service, problem } of summary.broken) {
    console.log(`BROKEN ${service}: ${hasDetails ? problem : problem.split('\n')[0]}`);
  }
  if (summary.without.length > 0) {
    console.log(
      `Without schemas (before 3.930), not checked: ${summary.without.map(({ service }) => service).join(', ')}`,
    );
  }
  console.log(totalLine(summary));
}

/**
 * Writes the report.
 *
 * @param exceptions what may fail, by service; what came back all the same is named too, for it does not come back everywhere
 */
export async function writeReport(file, results, summary, exceptions) {
  const rows = summary.checked.map(
    (result) => `| ${[...rowOf(result), result.version].join(' | ')} |`,
  );
  const line = ({ service, what, reason }) => `- \`${service}\`, \`${what}\`: ${reason}.`;
  const explained = summary.failures.filter(({ reason }) => reason !== undefined);
  const failed = new Set(explained.map(line));
  const cameBack = Object.entries(exceptions)
    .flatMap(([service, list]) => list.map((each) => line({ service, ...each })))
    .filter((each) => !failed.has(each));
  const others = [...summary.without, ...summary.broken];
  const text = `# Conformance

Written by \`npm run conformance\`, which says with \`--help\` what it takes.

For every operation of every client of the AWS SDK for JavaScript v3, a stub is given a synthetic output with
every member, once for each arm of its unions, and what the SDK hands back is compared with it, deeply: bodies are
read to their end, events one by one. The same for every error that a service models, by its class, status,
\`$fault\` and members. All of it twice: answered directly, and on the wire, through the whole SDK.

**${totalLine(summary)}**

What does not come back as it was given, with the reason in the SDK:

${[...failed].join('\n')}
${
  cameBack.length === 0
    ? ''
    : `
What came back in this run, and not in every project:

${cameBack.join('\n')}
`
}
What the SDK itself checks or works out is given right, since it refuses anything else: SQS's MD5 sums, S3's
checksums of a body and its text of a date. Only those checksums are given that Node can compute.

| client | protocol | operations | errors | operations on the wire | errors on the wire | version |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}
${
  others.length === 0
    ? ''
    : `
Not checked, since the newest version that could be installed carries no schemas (before 3.930), or none could be: ${others.map(({ service }) => `\`${service}\``).join(', ')}.
`
}`;
  writeFileSync(file, await format(text, { parser: 'markdown', printWidth: 110 }));
}

function rowOf({ service, protocol, counts }) {
  const cell = (kind, delivery) => {
    const { right, total } = counts[kind][delivery];
    return right === total ? String(total) : `${right} of ${total}`;
  };
  return [
    service,
    protocol,
    cell('outputs', 'direct'),
    cell('errors', 'direct'),
    cell('outputs', 'wire'),
    cell('errors', 'wire'),
  ];
}
