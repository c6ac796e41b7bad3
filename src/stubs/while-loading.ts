import { runnerHere } from '../setup-advice.js';

const HOISTED = [
  '- in the test file itself, before what it imports:',
  '',
  '  await vi.hoisted(async () => {',
  "    const { stub } = await import('aws-sdk-stubber');",
  "    stub('SERVICE').on(…).resolves({ … });",
  '  });',
];

const IMPORTED_FIRST = [
  '- in a file of your own, which the test file imports before what calls:',
  '',
  "  import './stubs';",
];

/**
 * What helps where a module calls while it is loaded: imports come first, and no test or hook is run before them.
 *
 * @param line - of code that would answer the call
 * @param service - its id, by which it is stubbed where no import is at hand
 */
export function waysWhileLoading(line: string, service: string): string[] {
  const isVitest = runnerHere() === 'Vitest';
  const [option, entry] = isVitest
    ? ['setupFiles', 'aws-sdk-stubber/vitest']
    : ['setupFilesAfterEnv', 'aws-sdk-stubber/jest'];
  return [
    'It was called while the test file was loaded, before any test or hook runs. To answer it, write',
    '',
    `- in a setup file, named after '${entry}' in ${option}:`,
    '',
    `  ${line}`,
    '',
    ...(isVitest ? HOISTED : IMPORTED_FIRST).map((each) => each.replace('SERVICE', service)),
    '',
    '- in the test, or in a hook, before the module that calls is loaded there:',
    '',
    `  ${line}`,
    "  const { handler } = await import('./handler');",
  ];
}
