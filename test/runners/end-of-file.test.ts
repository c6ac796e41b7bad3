import { describe, expect, test } from 'vitest';
import { BY_PATH, REACH } from './files-of-jest.js';
import { inEachWay, project, runJest, runVitest, type Results, type Run } from './project.js';

const IMPORTS = `
  const { EC2Client, DescribeVpcsCommand } = require('@aws-sdk/client-ec2');
  const { stub } = require('aws-sdk-stubber');
  const { reach } = require('../reach.js');
  const call = () => new EC2Client({}).send(new DescribeVpcsCommand({}));`;

const CONFIG = `module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'] };`;

const firstLines = (texts: readonly string[]): (string | undefined)[] =>
  texts.map((text) => text.split('\n').find((line) => line.includes('Error: ')));

function statuses({ tests }: Results): object {
  return Object.fromEntries(Object.entries(tests).map(([name, { status }]) => [name, status]));
}

describe("in Jest a file's own afterAll", () => {
  test.each([
    ['the entry', 'aws-sdk-stubber/jest'],
    ['a setup file of one’s own', './setup.js'],
  ])('comes before the end of the file, with %s', async (_, setup) => {
    const run = await runJest(
      project({
        'jest.config.js': `module.exports = { setupFilesAfterEnv: ['${setup}'] };`,
        'setup.js': `
          const { install } = require('aws-sdk-stubber/jest');
          install({ unstubbed: 'fail' });`,
        'reach.js': REACH,
        'tests/a.test.js': `${IMPORTS}
          beforeAll(() => { stub(EC2Client).on('DescribeVpcs').resolves({ Vpcs: [] }); });
          test('passes', async () => { expect(await call()).toEqual(expect.objectContaining({ Vpcs: [] })); });
          afterAll(async () => {
            expect(await call()).toEqual(expect.objectContaining({ Vpcs: [] }));
            expect(process.env.AWS_ACCESS_KEY_ID).toBe('AKIASTUBBEREXAMPLE00');
          });
          afterAll(async () => { expect(await reach(9)).toBe('NetworkBlockedError'); });`,
        'tests/b.test.js': `${IMPORTS}
          afterAll((done) => { call().catch(() => undefined).then(() => done()); });
          test('passes too', () => undefined);`,
      }),
      '--runInBand',
      { env: { AWS_ACCESS_KEY_ID: 'the-machines-own' } },
    );
    expect(statuses(run)).toEqual({ passes: 'passed', 'passes too': 'passed' });
    expect(run.output).not.toContain('expect(received)');
    expect(firstLines(run.fileFailures)).toEqual([
      expect.stringContaining('NetworkBlockedError: A connection to example.org:9 was blocked'),
      expect.stringContaining('UnstubbedOperationError: '),
    ]);
  });
});

test.each(['--runInBand', '--maxWorkers=2'])(
  'in Jest with %s a late call of the last test fails it',
  async (how) => {
    const forgets = (name: string) => `${IMPORTS}
      test('${name}', () => { setTimeout(() => { call().catch(() => undefined); }, 0); });`;
    const run = await runJest(
      project({
        'jest.config.js': CONFIG,
        'reach.js': REACH,
        'tests/a.test.js': forgets('first'),
        'tests/b.test.js': forgets('second'),
      }),
      how,
    );
    const late = (name: string) => ({
      status: 'failed',
      messages: [expect.stringContaining(`was called after its test was over: "${name}".`)],
    });
    expect(run.tests).toEqual({ first: late('first'), second: late('second') });
  },
);

describe('in Jest in band, what a file leaves running', () => {
  const LATE = (ms: number) => `${IMPORTS}
    const fs = require('node:fs');
    // From the end of the file on: how long that takes to come is the machine's business.
    let end;
    const ended = new Promise((resolve) => { end = resolve; });
    const later = (act) => { ended.then(() => setTimeout(act, ${String(ms)})); };
    afterAll(() => end());
    test('leaves a connection', () => {
      later(async () => fs.appendFileSync('log.txt', 'connection ' + await reach(9) + '\\n'));
    });
    test('leaves a call', () => {
      later(() => call().catch(({ name }) => fs.appendFileSync('log.txt', 'call ' + name + '\\n')));
    });
    beforeAll(() => {
      later(async () => fs.appendFileSync('log.txt', 'hook ' + await reach(9) + '\\n'));
    });`;
  test.each([
    [20, 'soft'],
    [60, 'on'],
    [400, 'soft'],
  ])(
    'is told, after %i ms and a clean-up of globals that is %s, of no other file',
    async (ms, globalsCleanup) => {
      const folder = project({
        'jest.config.js': `
        process.on('warning', ({ name, message }) => console.log('warned of', name, message));
        module.exports = {
        setupFilesAfterEnv: ['aws-sdk-stubber/jest'],
        testEnvironmentOptions: { globalsCleanup: '${globalsCleanup}' },
      };`,
        'reach.js': REACH,
        'tests/a.test.js': LATE(ms),
        'tests/b.test.js': `
        const fs = require('node:fs');
        const wait = () => new Promise((resolve) => { setTimeout(resolve, 300); });
        test('waits', wait);
        test('waits again', wait);
        test('has seen all', () => {
          expect(fs.readFileSync('log.txt', 'utf8').trim().split('\\n').sort()).toEqual([
            'call LateCallError', 'connection NetworkBlockedError', 'hook NetworkBlockedError',
          ]);
        });`,
        'sequencer.js': BY_PATH,
      });
      const run = await runJest(folder, '--runInBand', '--testSequencer=./sequencer.js');
      const after = `after the end of ${folder}/tests/a.test.js`;
      const blocked = expect.stringContaining(
        'NetworkBlockedError: A connection to example.org:9 was blocked',
      ) as unknown;
      const told = run.output.split('aws-sdk-stubber: ').slice(1);
      expect(told.map((text) => text.split('\n').slice(0, 2)).sort()).toEqual([
        [
          after,
          expect.stringContaining(
            'LateCallError: EC2 DescribeVpcs was called after its test was over: "leaves a call".',
          ),
        ],
        [after, blocked],
        [after, blocked],
      ]);
      expect(run.output).not.toContain('warned of DeprecationWarning');
      expect(statuses(run)).toMatchObject({
        'leaves a call': 'passed',
        'leaves a connection': 'passed',
        waits: 'passed',
        'waits again': 'passed',
        'has seen all': 'passed',
      });
      expect(run.exitCode).toBe(1);
    },
  );
});

test.each<{ after: string; files: Record<string, string> }>([
  { after: 'a file', files: {} },
  {
    after: 'files of which no test ran, and one',
    files: {
      'tests/0.test.js': `test.skip('is skipped', () => {});`,
      'tests/1.test.js': `throw new Error('not loaded');`,
      'tests/2.test.js': `const no test;`,
      'tests/3.test.js': `// none`,
    },
  },
])(
  "in Jest in band the global teardown has the machine's own way out and environment after $after",
  async ({ files }) => {
    const folder = project({
      'jest.config.js': `module.exports = {
      setupFilesAfterEnv: ['aws-sdk-stubber/jest'], globalTeardown: './teardown.js',
      testSequencer: './sequencer.js',
    };`,
      'sequencer.js': BY_PATH,
      'reach.js': REACH,
      'teardown.js': `
      const http = require('node:http');
      const { reach } = require('./reach.js');
      module.exports = async () => {
        const server = http.createServer();
        await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
        const reached = await reach(server.address().port);
        server.close();
        const { AWS_ACCESS_KEY_ID, AWS_REGION } = process.env;
        console.log(JSON.stringify({ reached, AWS_ACCESS_KEY_ID, AWS_REGION }));
      };`,
      'tests/a.test.js': `${IMPORTS}
      test('is shut', async () => {
        const { configure } = require('aws-sdk-stubber');
        configure({ network: { blocked: 'throw' } });
        expect(await reach(9)).toBe('NetworkBlockedError');
      });`,
      ...files,
    });
    const run = await runJest(folder, '--runInBand', {
      env: { AWS_ACCESS_KEY_ID: 'the-machines-own', AWS_REGION: 'eu-north-1' },
    });
    expect(statuses(run)).toMatchObject({ 'is shut': 'passed' });
    expect(run.output).toContain(
      '{"reached":"reached","AWS_ACCESS_KEY_ID":"the-machines-own","AWS_REGION":"eu-north-1"}',
    );
    expect(run.exitCode).toBe(Object.keys(files).length === 0 ? 0 : 1);
  },
);

test('in Vitest without isolation a late call is told of the test that made it', async () => {
  const run = await vitest(
    {
      // Vitest begins with the longest file.
      a: `test('forgets', () => { setTimeout(swallow, 40); });${' '.repeat(200)}`,
      b: `test('waits', () => new Promise((resolve) => { setTimeout(resolve, 200); }));`,
    },
    '--no-isolate',
    '--maxWorkers=1',
  );
  expect(run.output).toContain('FAIL  a.test.js > forgets');
  expect(run.output).toContain('LateCallError: EC2 DescribeVpcs was called after its test');
  expect(run.output).toContain('Tests  1 failed | 1 passed (2)');
  expect(run.exitCode).toBe(1);
});

test.each(['--no-isolate', '--pool=vmForks'])(
  'in Vitest with %s a file of which no test ran leaves nothing to the next one',
  async (how) => {
    const run = await vitest(
      {
        // Vitest begins with the longest file.
        a: `
          answer('of the file before');
          process.env.AWS_REGION = 'eu-west-3';
          await new EC2Client({}).send(new CreateVpcCommand({})).catch(() => undefined);
          test.skip('is skipped', () => undefined);${' '.repeat(900)}`,
        b: `
          test('has no stub', () => expect(call()).rejects.toThrow('No stub answers'));
          test('has the region of all', () => { expect(process.env.AWS_REGION).toBe('us-east-1'); });`,
      },
      how,
      '--maxWorkers=1',
    );
    expect(statuses(run)).toEqual({
      'has no stub': 'failed',
      'has the region of all': 'passed',
      'is skipped': 'skipped',
    });
    expect(run.output).toMatch(
      /aws-sdk-stubber: after the end of .*a\.test\.js\nUnstubbedOperationError: No stub answers EC2 CreateVpc/,
    );
    expect(run.output).not.toContain('FAIL  b.test.js\n');
  },
);

test.each(['forks', 'vmForks'])(
  'in Vitest’s pool %s an auto fixture is its test’s',
  async (pool) => {
    const run = await vitest(
      {
        a: `
        const it = test.extend({
          made: [async ({}, use) => {
            stub(EC2Client).on('DescribeVpcs').resolves({ NextToken: 'fixture' });
            process.env.AWS_REGION = 'eu-west-3';
            await use(1);
            await call();
          }, { auto: true }],
        });
        it('has its stub', async () => {
          expect(await token()).toBe('fixture');
          expect(EC2Client).toHaveCalledOperationOnce('DescribeVpcs');
        });
        it('has its stub, and not its calls', async () => {
          expect(EC2Client).not.toHaveCalledAnyOperation();
        });
        it.fails('fails with it', () => { throw new Error(); });
        test('has none', async () => {
          expect(process.env.AWS_REGION).toBe('us-east-1');
          await expect(call()).rejects.toThrow('No stub answers');
        });
        const own = test.extend({
          made: [({}, use) => { stub(EC2Client).expects('CreateVpc').resolves({}); return use(1); }, { auto: true }],
        });
        own('expects a call', () => undefined);`,
      },
      '--pool=' + pool,
    );
    expect(statuses(run)).toEqual({
      'expects a call': 'failed',
      'fails with it': 'passed',
      'has its stub': 'passed',
      'has its stub, and not its calls': 'passed',
      'has none': 'failed',
    });
    expect(run.fileFailures).toEqual([]);
  },
);

test('in Vitest what a run of a test leaves is not of its next run', async () => {
  const run = await vitest({
    a: `
      for (const [name, make] of [['in sequence', test], ['at once', test.concurrent]]) {
        let runs = 0;
        let code;
        make(name, { retry: 1 }, async () => {
          runs += 1;
          answer('run ' + runs);
          if (runs === 1) {
            setTimeout(() => call().catch((error) => { code = error.code; }), 20);
            throw new Error('to be run again');
          }
          await new Promise((resolve) => { setTimeout(resolve, 40); });
          expect(code).toBe('LATE_CALL');
          expect(EC2Client).not.toHaveCalledAnyOperation();
        });
      }`,
  });
  expect(run.output).toContain('Tests  2 failed (2)');
  expect(
    run.output.match(/LateCallError: EC2 DescribeVpcs was called after its test/g),
  ).toHaveLength(2);
  expect(run.output).not.toContain('AssertionError');
});

const VITEST = `
  import { CreateVpcCommand, DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
  import { stub } from 'aws-sdk-stubber';
  import { afterAll, aroundAll, beforeAll, describe, expect, test } from 'vitest';
  const call = () => new EC2Client({}).send(new DescribeVpcsCommand({}));
  const token = async () => (await call()).NextToken;
  const answer = (NextToken) => { stub(EC2Client).on('DescribeVpcs').resolves({ NextToken }); };
  const swallow = () => call().catch(() => undefined);`;

function vitest(files: Readonly<Record<string, string>>, ...args: string[]): Promise<Run> {
  return runVitest(
    project({
      'package.json': '{ "name": "project", "private": true, "type": "module" }',
      'vitest.config.js': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };`,
      ...testFiles(files),
    }),
    ...args,
  );
}

function testFiles(files: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).map(([name, text]) => [`${name}.test.js`, `${VITEST}\n${text}`]),
  );
}

describe.each(['stack', 'list', 'parallel'])('in Vitest, with hooks in %s order,', (order) => {
  test('a call that is swallowed at the end of a file fails it', async () => {
    const run = await inEachOrder();
    const { fileFailures, tests } = run.in(`${order}/swallowing`);
    const said = expect.stringContaining('No stub answers EC2 DescribeVpcs.') as unknown;
    expect(fileFailures).toEqual([said, said, said, said]);
    expect(statuses({ tests, fileFailures })).toEqual({
      cleanUp: 'passed',
      around: 'passed',
      after: 'passed',
      fixture: 'passed',
    });
    expect(run.exitCode).toBe(1);
  });

  // Vitest has ended the run by then, and fails it for nothing.
  test('a fixture of the worker tells of a call that it swallows', async () => {
    const { output } = await inEachOrder();
    expect(output).toMatch(
      new RegExp(`after the end of \\S+/${order}/worker\\.test\\.js\\nUnstubbedOperationError: `),
    );
  });

  test('the stubs of a file and of a block last for all hooks of it, and no longer', async () => {
    const run = await inEachOrder();
    expect(run.in(`${order}/lasting`)).toEqual({
      fileFailures: [],
      tests: {
        'has the stub of the file': passed,
        'with aroundAll has its stub': passed,
        'with beforeAll has its stub': passed,
      },
    });
  });
});

const passed = { status: 'passed', messages: [] };

let ofEachOrder: Promise<Run> | undefined;

function inEachOrder(): Promise<Run> {
  const passes = (name: string): string => `test('${name}', () => undefined);`;
  const files = {
    'swallowing/clean-up': `beforeAll(() => swallow); ${passes('cleanUp')}`,
    'swallowing/around': `aroundAll(async (run) => { await run(); await swallow(); }); ${passes('around')}`,
    'swallowing/after': `afterAll(swallow); ${passes('after')}`,
    'swallowing/fixture': `
      test.extend({ made: [async ({}, use) => { await use(1); await swallow(); }, { scope: 'file' }] })
        ('fixture', ({ made }) => { expect(made).toBe(1); });`,
    worker: `
      test.extend({ made: [async ({}, use) => { await use(1); await swallow(); }, { scope: 'worker' }] })
        ('asks for it', ({ made }) => { expect(made).toBe(1); });`,
    'lasting/a': `
      const seen = [];
      const see = async () => { seen.push(await token()); };
      beforeAll(() => { answer('file'); return see; });
      afterAll(see);
      describe('with beforeAll', () => {
        beforeAll(() => { answer('hook'); return see; });
        afterAll(see);
        test('has its stub', async () => { expect(await token()).toBe('hook'); });
      });
      describe('with aroundAll', () => {
        aroundAll(async (run) => { answer('around'); await run(); await see(); });
        test('has its stub', async () => { expect(await token()).toBe('around'); });
      });
      test('has the stub of the file', async () => {
        expect(await token()).toBe('file');
        expect(seen).toEqual(['hook', 'hook', 'around']);
      });
      aroundAll(async (run) => {
        await run();
        expect(seen).toEqual(['hook', 'hook', 'around', 'file', 'file']);
      });`,
  };
  const order = (name: string): [string, string] => [
    name,
    `setupFiles: ['aws-sdk-stubber/vitest'], sequence: { hooks: '${name}' }`,
  ];
  return (ofEachOrder ??= runVitest(
    project({
      'package.json': '{ "name": "project", "private": true, "type": "module" }',
      ...inEachWay(Object.fromEntries(['stack', 'list', 'parallel'].map(order)), testFiles(files)),
    }),
  ));
}

describe('in Vitest a fixture that lasts', () => {
  const FIXTURES = {
    'in an object': (scope: string) => `test.extend({
      server: [async ({}, use) => { const made = await start(); await use(made); made.close(); }, { scope: '${scope}' }],
    })`,
    'by name': (
      scope: string,
    ) => `test.extend('server', { scope: '${scope}' }, async ({}, { onCleanup }) => {
      const made = await start(); onCleanup(() => { made.close(); }); return made;
    })`,
    'in place of another': (scope: string) => `test.extend({
      server: [({}, use) => use(0), { scope: '${scope}' }],
    }).extend({
      server: async ({}, use) => { const made = await start(); await use(made); made.close(); },
    })`,
    'by name, with a call in its clean-up': (scope: string) => `test
      .extend('server', { scope: '${scope}' }, () => 0)
      .extend('server', async ({}, { onCleanup }) => {
        const made = await start();
        onCleanup(async () => { made.close(); if ('${scope}' === 'file') await call(); });
        return made;
      })`,
    'in an override': (scope: string) => `test.extend({
      server: [({}, use) => use(0), { scope: '${scope}' }],
    }).override({
      server: async ({}, use) => { const made = await start(); await use(made); made.close(); },
    })`,
    'of a sequential test': (
      scope: string,
    ) => `test.sequential.extend({ other: 1 }).sequential.extend({
      server: [async ({}, use) => { const made = await start(); await use(made); made.close(); }, { scope: '${scope}' }],
    })`,
    'in an override by name': (scope: string) => `test
      .extend('server', { scope: '${scope}' }, () => 0)
      .override('server', async ({}, { onCleanup }) => {
        const made = await start(); onCleanup(() => { made.close(); }); return made;
      })`,
    'after another': (scope: string) => `test.extend({ other: ({}, use) => use(1) }).extend({
      port: [({}, use) => use(0), { scope: '${scope}' }],
      server: [async ({ port }, use) => { const made = await start(port); await use(made); made.close(); }, { scope: '${scope}' }],
    })`,
  };
  const testsOf = (name: string, text: string): string => `
    import http from 'node:http';
    const start = async (port = 0) => {
      answer('fixture');
      const server = http.createServer(async (_, response) => response.end(await token().catch(String)));
      await new Promise((resolve) => { server.listen(port, '127.0.0.1', resolve); });
      return server;
    };
    const get = async (server) => (await fetch('http://127.0.0.1:' + server.address().port)).text();
    const it = ${text};
    it('${name}: first', async ({ server }) => {
      expect([test.extend.name, test.extend.length]).toEqual(['', 3]);
      expect(await get(server)).toBe('fixture');
      expect(EC2Client).toHaveCalledOperationOnce('DescribeVpcs');
    });
    it('${name}: second', async ({ server }) => {
      answer('second');
      expect(await get(server)).toBe('second');
      expect(EC2Client).toHaveCalledOperationOnce('DescribeVpcs');
    });
    it('${name}: third', async ({ server }) => { expect(await get(server)).toBe('fixture'); });`;

  test.each(['file', 'worker'])('for the %s works for the test that runs', async (scope) => {
    const files = Object.entries(FIXTURES).map(([name, text]) => [
      name.replaceAll(' ', '-'),
      testsOf(name, text(scope)),
    ]);
    const run = await vitest(Object.fromEntries(files) as Record<string, string>);
    expect(run.tests).toEqual(
      Object.fromEntries(
        Object.keys(FIXTURES).flatMap((name) =>
          ['first', 'second', 'third'].map((test) => [`${name}: ${test}`, passed]),
        ),
      ),
    );
    expect(run.exitCode).toBe(0);
  });
});

describe('a poller that outlives its test is told of once, with how often it called', () => {
  const POLLER = `
    let timer, calls = 0;
    test('starts a poller', () => {
      const ec2 = new EC2Client({});
      timer = setInterval(() => {
        calls += 1;
        ec2.send(new DescribeVpcsCommand({})).catch(() => undefined);
      }, 1);
    });
    test('goes on', async () => {
      while (calls < 20) await new Promise((resolve) => setTimeout(resolve, 1));
      clearInterval(timer);
    });`;
  const expectOnce = ({ tests, output }: Run): void => {
    const { status, messages } = tests['starts a poller'] ?? {};
    expect(status).toBe('failed');
    expect(messages).toHaveLength(1);
    expect(messages?.[0]).toMatch(
      /^LateCallError: EC2 DescribeVpcs was called after its test was over: "starts a poller"\.\nAwait what the test starts, or stop it before the test ends\.\n\nIt happened 2\d times\.\n\nSee \S+#latecallerror$/,
    );
    expect(output.match(/was called after its test was over/g)?.length).toBeLessThanOrEqual(2);
    expect(tests['goes on']?.status).toBe('passed');
  };

  test('in Vitest', async () => {
    const folder = project({
      'package.json': '{ "name": "project", "private": true, "type": "module" }',
      'poller.test.js': `
        import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
        import { test } from 'vitest';
        ${POLLER}`,
      'vitest.config.js': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };`,
    });
    expectOnce(await runVitest(folder));
  });

  test('in Jest', async () => {
    const folder = project({
      'poller.test.js': `
        const { DescribeVpcsCommand, EC2Client } = require('@aws-sdk/client-ec2');
        ${POLLER}`,
      'jest.config.js': `module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'] };`,
    });
    expectOnce(await runJest(folder));
  });

  const WITHOUT_TEST = `
    const ec2 = new EC2Client({});
    const poll = () => {
      setInterval(() => { ec2.send(new DescribeVpcsCommand({})).catch(() => undefined); }, 1);
    };
    const ticks = () => new Promise((resolve) => setTimeout(resolve, 60));`;
  const BY_BLOCK = `${WITHOUT_TEST}
    describe('a block', () => {
      beforeAll(poll);
      test('runs meanwhile', ticks);
    });
    test('another', ticks);
    afterAll(ticks);`;
  const BY_FILE = `${WITHOUT_TEST}
    poll();
    test('runs meanwhile, too', ticks);
    afterAll(ticks);`;

  const expectTold = ({ tests, output, exitCode }: Run): void => {
    // What no test started counts for the one that runs.
    for (const name of ['a block runs meanwhile', 'another', 'runs meanwhile, too']) {
      expect(tests[name]?.messages.join()).toMatch(/^UnstubbedOperationError: \d+ problems/);
    }
    expect(exitCode).toBe(1);
    for (const name of ['by-block', 'by-file']) {
      const late = output.split(/^aws-sdk-stubber: after the end of (?=.*\.js$)/m).slice(1);
      const ofFile = late.filter((text) => (text.split('\n')[0] ?? '').includes(name));
      expect(ofFile.length).toBeGreaterThan(0);
      expect(ofFile.length).toBeLessThanOrEqual(2);
      if (ofFile[1] !== undefined) expect(ofFile[1]).toMatch(/It happened \d+ times\./);
    }
  };

  test('in Vitest, of no test', async () => {
    const head = `
      import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
      import { afterAll, beforeAll, describe, test } from 'vitest';`;
    const folder = project({
      'package.json': '{ "name": "project", "private": true, "type": "module" }',
      'by-block.test.js': head + BY_BLOCK,
      'by-file.test.js': head + BY_FILE,
      'vitest.config.js': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };`,
    });
    expectTold(await runVitest(folder));
  });

  test('in Jest, of no test', async () => {
    const head = `const { DescribeVpcsCommand, EC2Client } = require('@aws-sdk/client-ec2');`;
    const folder = project({
      'by-block.test.js': head + BY_BLOCK,
      'by-file.test.js': head + BY_FILE,
      'last.test.js': `test('goes on', () => new Promise((resolve) => setTimeout(resolve, 100)));`,
      'jest.config.js': `module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'] };`,
    });
    expectTold(await runJest(folder, '--runInBand', '--forceExit'));
  });
});
