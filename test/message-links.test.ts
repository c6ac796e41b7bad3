import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CreateTransitGatewayCommand,
  CreateVpcCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { beforeEach, expect, test, vi } from 'vitest';
import { anchorOf } from '../docs/.vitepress/anchor.mjs';
import { Scope } from '../src/calls/scope.js';
import * as errors from '../src/errors.js';
import { configure, stub, Stubber, useAwsFixture } from '../src/index.js';
import { resource } from '../src/resources/index.js';
import { verdict } from '../src/runners/verdict.js';
import { linkTo } from './link-to.js';

const ROOT = join(import.meta.dirname, '..');
const { homepage } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
  homepage: string;
};
const page = readFileSync(join(ROOT, 'docs/messages.md'), 'utf8');
const anchors = Array.from(page.matchAll(/^##+ (.*)$/gm), ([, title = '']) => anchorOf(title));

const ec2 = new EC2Client({});
const call = { service: 'EC2', operation: 'CreateVpc', input: {} };

beforeEach(() => {
  // As the build writes it into the code.
  vi.stubGlobal('HOMEPAGE', homepage);
  configure({ unstubbed: 'throw' });
  return () => vi.unstubAllGlobals();
});

async function thrownBy(action: () => unknown): Promise<Error> {
  try {
    await action();
  } catch (error) {
    return error as Error;
  }
  throw new Error('Nothing was thrown.');
}

/** How often a text is in another. */
function timesIn(text: string, part: string): number {
  return text.split(part).length - 1;
}

test.each([
  ['unstubbedoperationerror', () => new errors.StubberError('UNSTUBBED_OPERATION', 'What.')],
  ['no-stub-answers', () => new errors.UnstubbedOperationError('What.', call)],
  ['pendingexpectationserror', () => new errors.PendingExpectationsError('What.')],
  ['unusedstubserror', () => new errors.UnusedStubsError('What.')],
  ['invalidstuberror', () => new errors.InvalidStubError('What.')],
  ['invalidinputerror', () => new errors.InvalidInputError('What.')],
  ['endlesslooperror', () => new errors.EndlessLoopError('What.')],
  ['latecallerror', () => new errors.LateCallError('What.')],
  [
    'networkblockederror',
    () => new errors.NetworkBlockedError('What.', { host: 'a', port: undefined }),
  ],
  ['resourceerror', () => new errors.ResourceError('What.')],
  ['wronguseerror', () => new errors.WrongUseError('What.')],
])('an error ends with a link to its heading, and shows it in its stack: %s', (anchor, make) => {
  const error = make();
  expect(error.message).toBe(`What.\n\n${linkTo(anchor)}`);
  expect(error.stack?.startsWith(`${error.name}: ${error.message}\n    at `)).toBe(true);
  expect(anchors).toContain(anchor);
});

const send = (input = {}): Promise<unknown> => ec2.send(new CreateVpcCommand(input));

test.each<[string, () => unknown]>([
  ['no-stub-answers', () => send()],
  [
    'the-nearest-stub',
    () => {
      stub(EC2Client).on('CreateVpc', { CidrBlock: '10.0.0.0/16' }).resolves({});
      return send({ CidrBlock: '10.1.0.0/16' });
    },
  ],
  [
    'used-up',
    async () => {
      stub(EC2Client).on('CreateVpc').resolvesOnce({});
      await send();
      await send();
    },
  ],
  [
    'another-call-is-next',
    () => {
      stub(EC2Client, { unused: 'ignore' }).expects('CreateVpc').resolves({});
      stub(EC2Client).expects('DescribeVpcs').resolves({});
      return ec2.send(new DescribeVpcsCommand({})).finally(() => {
        stub(EC2Client).reset();
      });
    },
  ],
  [
    'a-fixture-does-not-play-it',
    () => {
      useAwsFixture('vpc');
      return ec2.send(new CreateTransitGatewayCommand({}));
    },
  ],
  [
    'the-stubber-does-not-answer',
    () => {
      const own = new EC2Client({});
      return new Stubber(own).using(() => own.send(new DescribeVpcsCommand({})));
    },
  ],
])('a call that nothing answers links to the reason: %s', async (anchor, act) => {
  const { message, stack = '' } = await thrownBy(act);
  expect(message.endsWith(`\n\n${linkTo(anchor)}`)).toBe(true);
  expect(timesIn(message, homepage)).toBe(1);
  expect(timesIn(stack, homepage)).toBe(1);
  expect(anchors).toContain(anchor);
});

test('what several problems of a test link to is at their end, each once', () => {
  const scope = new Scope('a test', undefined);
  scope.violate(new errors.UnstubbedOperationError('One.', call));
  scope.violate(new errors.UnstubbedOperationError('Two.\n\n  With more.', call));
  scope.violate(new errors.UnstubbedOperationError('Three.', call, 'used-up'));
  scope.violate(new errors.UnstubbedOperationError('Three.', call, 'used-up'));
  expect(verdict(scope, [])?.message).toBe(`4 problems with this test's calls to AWS:

1. One.

2. Two.

     With more.

3. (2 times) Three.

${linkTo('no-stub-answers')}
${linkTo('used-up')}`);
});

test('an error that is told by its message keeps the link of that', () => {
  const first = new errors.UnstubbedOperationError('One.', call, 'order');
  const again = new errors.StubberError(first.code, first.message);
  expect(again.message).toBe(`One.\n\n${linkTo('another-call-is-next')}`);
  const quoting = new errors.WrongUseError(`It said:\n\n${again.message}\n\nDo that.`);
  expect(quoting.message).toBe(`It said:\n\nOne.\n\nDo that.\n\n${linkTo('another-call-is-next')}`);
});

test('what is added to an error stands before its link', () => {
  const error = new errors.WrongUseError('One.');
  errors.addToMessage(error, '\n\nIt happened 2 times.');
  expect(error.message).toBe(`One.\n\nIt happened 2 times.\n\n${linkTo('wronguseerror')}`);
  expect(error.stack?.startsWith(`WrongUseError: ${error.message}\n    at `)).toBe(true);
});

test('what a resource adds to an error stands before its link', async () => {
  const { message } = await thrownBy(() => resource(ec2).Vpc('vpc-1').get('CidrBlock'));
  expect(message).toContain(
    'Nothing was sent to AWS.\nIt was called to load ec2.Vpc(id="vpc-1") for its attribute CidrBlock.\n',
  );
  expect(message.endsWith(`\n\n${linkTo('no-stub-answers')}`)).toBe(true);
  expect(timesIn(message, homepage)).toBe(1);
});

test('an error of someone else gets no link', () => {
  const error = new Error('One.');
  errors.addToMessage(error, ' Two.');
  expect(error.message).toBe('One. Two.');
});
