import { describe, expect, test } from 'vitest';
import { project, runJest, runVitest } from './project.js';

const tests = `
  const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));
  const random = () => Math.random() * 5;

  // By which ways the code under test comes from one call to the next.
  const WAYS = {
    'a timer': (next) => setTimeout(next, random()),
    'an immediate': (next) => setImmediate(() => setImmediate(next)),
    'a tick': (next) => process.nextTick(next),
    'an event': (next) => {
      const emitter = new EventEmitter();
      emitter.once('next', next);
      setTimeout(() => emitter.emit('next'), random());
    },
    'a stream': (next) => {
      const slow = new PassThrough();
      setTimeout(() => slow.end('a chunk'), random());
      pipeline(slow, new Writable({ write: (chunk, encoding, done) => setTimeout(done, random()) }), next);
    },
    'a server': (next) => {
      const server = createServer((request, response) => response.end()).listen(0, () =>
        get({ port: server.address().port }, (response) => {
          response.resume().on('end', () => server.close(next));
        }));
    },
  };

  describe('concurrent tests', () => {
    for (const [id, way] of Object.entries(WAYS)) {
      test.concurrent('sees its own stubs and calls by ' + id, async () => {
        stub(EC2Client).on('CreateVpc').resolves({ Vpc: { VpcId: id } });
        await pause(Math.random() * 20);
        await new Promise((resolve, reject) => {
          const step = (left) => new EC2Client({}).send(new CreateVpcCommand({ CidrBlock: id })).then(({ Vpc }) => {
            if (Vpc.VpcId !== id) throw new Error('got ' + Vpc.VpcId + ' in ' + id);
            if (left === 0) resolve();
            else way(() => step(left - 1).catch(reject));
          });
          step(4).catch(reject);
        });
        const inputs = stub(EC2Client).calls('CreateVpc').map(({ input }) => input.CidrBlock);
        if (inputs.join() !== [id, id, id, id, id].join()) throw new Error(inputs.join() + ' in ' + id);
      });
    }

    test.concurrent('fails for itself', async () => {
      await pause(5);
      await new EC2Client({}).send(new CreateVpcCommand({ CidrBlock: 'none' })).catch(() => undefined);
      await pause(5);
    });

    test.concurrent('expects for itself', async () => {
      stub(EC2Client).expects('DescribeVpcs').resolves({});
      await pause(10);
    });
  });

  test('a sequential one after them', async () => {
    expect(EC2Client).not.toHaveCalledAnyOperation();
    stub(EC2Client).on('CreateVpc').resolves({});
    await new EC2Client({}).send(new CreateVpcCommand({ CidrBlock: 'x' }));
    expect(EC2Client).toHaveCalledOperationOnce('CreateVpc');
  });
`;

const runners = describe.each([
  {
    runner: 'Vitest',
    runTests: () =>
      runVitest(
        project({
          'vitest.config.mjs': `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'] } };`,
          'concurrent.test.js': `
            import { describe, expect, test } from 'vitest';
            import { EventEmitter } from 'node:events';
            import { createServer, get } from 'node:http';
            import { PassThrough, pipeline, Writable } from 'node:stream';
            import { CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
            import { stub } from 'aws-sdk-stubber';
            ${tests}`,
        }),
      ),
  },
  {
    runner: 'Jest',
    runTests: () =>
      runJest(
        project({
          'jest.config.js': `module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'] };`,
          'concurrent.test.js': `
            const { EventEmitter } = require('node:events');
            const { createServer, get } = require('node:http');
            const { PassThrough, pipeline, Writable } = require('node:stream');
            const { CreateVpcCommand, EC2Client } = require('@aws-sdk/client-ec2');
            const { stub } = require('aws-sdk-stubber');
            ${tests}`,
        }),
      ),
  },
]);

runners('concurrent tests in $runner', ({ runTests }) => {
  test('see their own stubs and calls, and fail for themselves only', async () => {
    const { tests: outcomes, fileFailures } = await runTests();
    expect(fileFailures).toEqual([]);
    expect(
      Object.entries(outcomes).map(([name, { status, messages }]) => [
        name.replace('concurrent tests ', ''),
        status,
        ...messages.map((text) => text.split('\n')[0]),
      ]),
    ).toEqual([
      ['sees its own stubs and calls by a timer', 'passed'],
      ['sees its own stubs and calls by an immediate', 'passed'],
      ['sees its own stubs and calls by a tick', 'passed'],
      ['sees its own stubs and calls by an event', 'passed'],
      ['sees its own stubs and calls by a stream', 'passed'],
      ['sees its own stubs and calls by a server', 'passed'],
      [
        'fails for itself',
        'failed',
        'UnstubbedOperationError: No stub answers EC2 CreateVpc. Nothing was sent to AWS.',
      ],
      [
        'expects for itself',
        'failed',
        'PendingExpectationsError: 1 expectation was not met: the code under test did not make this call.',
      ],
      ['a sequential one after them', 'passed'],
    ]);
  });
});

/** Tests in each form that Jest knows, which end as they do in Jest alone. */
const forms = `
  const call = () => new EC2Client({}).send(new CreateVpcCommand({ CidrBlock: 'none' })).catch(() => undefined);
  const later = (act) => setTimeout(act, 5);

  for (const [kind, make] of [['concurrent', test.concurrent], ['sequential', test]]) {
    make(kind + ' done', (done) => { later(done); });
    make(kind + ' done with an error', (done) => { later(() => done(new Error('told'))); });
    make(kind + ' done with a text', (done) => { later(() => done('told')); });
    make(kind + ' done that throws', (done) => { throw new Error('thrown'); });
    make(kind + ' done that gives a value', (done) => { later(done); return 5; });
    make(kind + ' generator', function* () {
      const five = yield Promise.resolve(5);
      let caught;
      try { yield Promise.reject(new Error('sent in')); } catch (error) { caught = error.message; }
      expect([five, caught]).toEqual([5, 'sent in']);
    });
    make(kind + ' generator of generators', function* () {
      const all = yield [Promise.resolve(1), (function* () { return yield (done) => later(() => done(null, 2)); })()];
      expect(all).toEqual([1, 2]);
    });
    make(kind + ' generator that throws', function* () { yield Promise.resolve(); throw new Error('thrown'); });
    make(kind + ' value', () => 5);
    make(kind + ' nothing', () => undefined);
    make(kind + ' that throws', () => { throw new Error('thrown'); });
    make(kind + ' promise', async () => 5);
    make(kind + ' rejection', () => Promise.reject(new Error('rejected')));
    make(kind + ' nothing to reject with', () => Promise.reject(undefined));
    make(kind + ' thenable', () => ({ then: (resolve) => { later(resolve); } }));
    make(kind + ' thenable to reject', () => ({ then: (resolve, reject) => { later(() => reject(new Error('rejected'))); } }));
    make(kind + ' thenable that stays', () => ({ then: () => {} }), 50);
    make(kind + ' promise that stays', () => new Promise(() => {}), 50);
    make(kind + ' generator with done', function* (done) { later(done); }, 50);
  }
  test.concurrent.each([[1, 2]])('each of a row %i %i', async (a, b) => { expect(a).toBe(b); });
  test.concurrent.failing('failing that throws', () => { throw new Error('thrown'); });
  test.concurrent.failing('failing that passes', () => undefined);
  test.failing('failing in sequence that throws', () => { throw new Error('thrown'); });
  test.failing('failing in sequence that passes', () => undefined);
`;

const violations = `
  test.concurrent('by done', (done) => { call().then(() => done()); });
  test.concurrent('by done with an error of its own', (done) => { call().then(() => done(new Error('its own'))); });
  test.concurrent('by a generator', function* () { yield call(); });
  test.concurrent('by a promise', async () => { await call(); });
  test.concurrent('by a rejection', async () => { await call(); throw new Error('its own'); });
  test.concurrent('by a thenable', () => ({ then: (resolve) => { call().then(() => resolve()); } }));
  test.concurrent.failing('to fail, by what it throws', async () => { await call(); throw new Error('its own'); });
  test.concurrent.failing('to fail, by the call alone', async () => { await call(); });
  test.failing('to fail in sequence, by the call', () => new EC2Client({}).send(new CreateVpcCommand({})));
  test.failing('to fail in sequence, by what it throws', async () => { await call(); throw new Error('its own'); });
  test.concurrent('by nothing', () => { stub(EC2Client).expects('DescribeVpcs').resolves({}); });
`;

describe('a concurrent test of Jest', () => {
  const run = (config: string, tests: string) =>
    runJest(
      project({
        'jest.config.js': `module.exports = ${config};`,
        'forms.test.js': `
          const { CreateVpcCommand, EC2Client } = require('@aws-sdk/client-ec2');
          const { stub } = require('aws-sdk-stubber');
          ${tests}`,
      }),
    );
  const ours = `{ setupFilesAfterEnv: ['aws-sdk-stubber/jest'] }`;

  test('ends as it does in Jest alone, whatever its form', async () => {
    const plain = await run('{}', forms);
    const stubbed = await run(ours, forms);
    expect(Object.values(plain.tests).map(({ status }) => status)).toContain('failed');
    expect(stubbed.tests).toEqual(plain.tests);
    expect(stubbed.fileFailures).toEqual(plain.fileFailures);
  });

  test('fails for a call that nothing answers, whatever its form', async () => {
    const { tests } = await run(ours, forms.slice(0, forms.indexOf('for (const')) + violations);
    const firstLines = Object.entries(tests).map(([name, { messages }]) => [
      name,
      ...messages.map((text) => text.split('\n')[0]),
    ]);
    const unstubbed =
      'UnstubbedOperationError: No stub answers EC2 CreateVpc. Nothing was sent to AWS.';
    expect(firstLines).toEqual([
      ['by done', unstubbed],
      ['by done with an error of its own', unstubbed, 'Error: its own'],
      ['by a generator', unstubbed],
      ['by a promise', unstubbed],
      ['by a rejection', unstubbed, 'Error: its own'],
      ['by a thenable', unstubbed],
      ['to fail, by what it throws'],
      ['to fail, by the call alone'],
      ['to fail in sequence, by the call'],
      ['to fail in sequence, by what it throws'],
      [
        'by nothing',
        'PendingExpectationsError: 1 expectation was not met: the code under test did not make this call.',
      ],
    ]);
  });

  test('that times out leaves nothing to its next run, and to no test', async () => {
    const { tests } = await run(
      ours,
      `
      jest.retryTimes(1);
      const VPC = { CidrBlock: '10.0.0.0/16' };
      const create = () => new EC2Client({}).send(new CreateVpcCommand(VPC));
      const runs = {};
      const stays = new Promise(() => {});
      const isFirst = (name) => (runs[name] = (runs[name] ?? 0) + 1) === 1;
      describe('at once', () => {
        test.concurrent('no stub', async () => {
          if (isFirst('stub')) { stub(EC2Client).on('CreateVpc').resolves({}); await stays; }
          await create();
        }, 50);
        test.concurrent('no violation', async () => {
          if (isFirst('violation')) { await create().catch(() => undefined); await stays; }
        }, 50);
        test.concurrent('no call', async () => {
          stub(EC2Client).on('CreateVpc').resolves({});
          await create();
          if (isFirst('call')) await stays;
          expect(EC2Client).toHaveCalledOperationOnce('CreateVpc');
        }, 50);
        test.concurrent('no call that comes late', async () => {
          stub(EC2Client).on('CreateVpc').resolves({});
          if (isFirst('late')) {
            setTimeout(() => create().catch(({ code }) => { runs.code = code; }), 20);
            throw new Error('to be run again');
          }
          await new Promise((resolve) => setTimeout(resolve, 40));
          expect(runs.code).toBe('LATE_CALL');
          delete runs.code;
          expect(EC2Client).not.toHaveCalledAnyOperation();
        });
      });
      describe('in sequence', () => {
        test('sets', () => { process.env.AWS_REGION = 'eu-west-3'; });
        test('sees none', () => { expect(process.env.AWS_REGION).toBe('us-east-1'); });
        test('no call that comes late', async () => {
          jest.retryTimes(1, { retryImmediately: true });
          stub(EC2Client).on('CreateVpc').resolves({});
          if (isFirst('later')) {
            setTimeout(() => create().catch(({ code }) => { runs.code = code; }), 20);
            throw new Error('to be run again');
          }
          await new Promise((resolve) => setTimeout(resolve, 40));
          expect(runs.code).toBe('LATE_CALL');
          expect(EC2Client).not.toHaveCalledAnyOperation();
        });
      });`,
    );
    expect(
      Object.entries(tests).map(([name, { messages }]) => [
        name,
        ...messages.map((text) => text.split('\n')[0]),
      ]),
    ).toEqual([
      [
        'at once no stub',
        'UnstubbedOperationError: No stub answers EC2 CreateVpc. Nothing was sent to AWS.',
      ],
      ['at once no violation'],
      ['at once no call'],
      // It came before the next run, for which Jest forgets what the first failed with.
      ['at once no call that comes late'],
      ['in sequence sets'],
      ['in sequence sees none'],
      [
        'in sequence no call that comes late',
        'LateCallError: EC2 CreateVpc was called after its test was over: "in sequence no call that comes late".',
      ],
    ]);
  });
});
