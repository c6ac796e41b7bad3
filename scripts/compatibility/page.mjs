import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { TESTS } from './suite.mjs';

const PAGE = join(import.meta.dirname, '../../docs/compatibility.md');

const HEAD = `# Compatibility

\`npm run compatibility\` wrote these tables. It packs the library, installs it in each project of \`test/peers\` as a
user would, and runs the suite in \`test/peers/suite\` there. CI runs a part of it (\`npm run peers\`): every
runner, every package manager and every Node, but not each with each.

| test                | what it is                                                                                 |
| ------------------- | ------------------------------------------------------------------------------------------ |
| EC2Client           | a client that the code under test builds                                                   |
| aggregated EC2      | \`new EC2().describeVpcs()\`                                                                 |
| built at import     | a client that is there before any test                                                     |
| document client     | \`DynamoDBDocumentClient\`, and the client under it                                          |
| SDK 3.840, 3.600    | older clients, on \`@smithy/smithy-client\` 4, and on their own copy of 3                    |
| in a dependency     | a client inside a dependency that has its own copy of \`@smithy/core\`                       |
| STS in credentials  | the client that \`fromTemporaryCredentials\` makes                                           |
| after resetModules  | clients loaded again after \`vi.resetModules()\` or \`jest.resetModules()\`, and those before  |
| in isolateModules   | clients loaded in Jest's \`isolateModulesAsync()\`                                           |
| concurrent          | tests at once, each with a stub of its own, two of them of one name                        |
| lasting fixture     | a server that a fixture of the file starts, in Vitest: each test answers its calls          |
| mockClient          | \`aws-sdk-stubber/client-mock\`: mocks of classes and clients, its matchers, and ours          |
| worker thread       | a client in a worker thread that the code under test starts                                |
| unstubbed           | a test whose code swallows the error of a call that nothing answers: it must fail          |
| connection, look-up | tests whose code swallows the error of a connection or of a look-up: they must fail        |
| late call           | a test that a call comes from after its end: it must fail, and not the test that runs then |
| end of file         | a file's own \`afterAll\` whose code swallows such an error: the file must fail              |

And what the cells say:

- **stubbed**: the client was answered by the test's stub, and its call was seen.
- **blocked**: nothing left the machine, and the error says why and what to write; see
  [No way out](isolation.md#the-network).
- **fails**: the test, or the file, failed at its end, as it must.
- **not loadable**: the SDK itself cannot be loaded there, with or without this library: Vitest gives Vite's condition
  \`module\` to the threads it runs in, and Node finds the SDK's ES modules by it, which it cannot run.
- **–**: the runner does not have it.
`;

/** Writes docs/compatibility.md: a table for each runner, a row for each set-up and Node. */
export async function writePage(rows) {
  const runners = [...new Set(rows.map(([runner]) => runner))];
  const tables = runners.map((runner) => {
    const own = rows.filter(([name]) => name === runner);
    // Rows that say the same of several Nodes are one.
    const merged = new Map();
    for (const [, node, setUp, ...words] of own) {
      const key = JSON.stringify([setUp, ...words]);
      merged.set(key, [...(merged.get(key) ?? []), node]);
    }
    const lines = [...merged].map(([key, nodes]) => {
      const [setUp, ...words] = JSON.parse(key);
      return line([setUp, nodes.join(', '), ...words]);
    });
    const head = ['set-up', 'Node', ...TESTS];
    return `## ${runner}\n\n${[line(head), line(head.map(() => '---')), ...lines].join('\n')}\n`;
  });
  const text = [HEAD, ...tables].join('\n');
  writeFileSync(PAGE, await format(text, { ...(await resolveConfig(PAGE)), parser: 'markdown' }));
}

function line(cells) {
  return `| ${cells.join(' | ')} |`;
}
