import { EC2Client } from '@aws-sdk/client-ec2';
import { describe, expect, test } from 'vitest';
import { configure, stub } from '../../src/index.js';
import { messageOf } from '../message-of.js';

/** What a test started and left behind goes on once the next test says so. */
let goOn: () => void = () => undefined;
const said: Promise<string>[] = [];

function later(action: () => unknown): void {
  const next = new Promise<void>((resolve) => {
    const before = goOn;
    goOn = () => {
      before();
      resolve();
    };
  });
  said.push(next.then(() => messageOf(action)));
}

describe('code that goes on after its test', () => {
  test('a test that ends too early', () => {
    later(() => stub(EC2Client).on('DescribeVpcs'));
    later(() => stub('EC2').expects('DescribeVpcs'));
    later(() => stub(EC2Client).inAnyOrder());
    later(() => stub(EC2Client, { unstubbed: 'empty' }));
    later(() => {
      configure({ unstubbed: 'empty' });
    });
    expect(said).toHaveLength(5);
  });

  test('stubs and configures nothing any more', async () => {
    goOn();
    const over =
      'was called after its test was over: "code that goes on after its test > a test that ends too early".';
    const [on, expects, inAnyOrder, settings, configured] = await Promise.all(said);
    expect(on).toContain(`WrongUseError: stub(EC2Client).on() ${over}`);
    expect(expects).toContain(`WrongUseError: stub('EC2').expects() ${over}`);
    expect(inAnyOrder).toContain(`WrongUseError: stub(EC2Client).inAnyOrder() ${over}`);
    expect(settings).toContain(`WrongUseError: stub(EC2Client) ${over}`);
    expect(configured).toContain(`WrongUseError: configure() ${over}`);
  });
});
