import {
  CreateSubnetCommand,
  CreateVpcCommand,
  DeleteVpcCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { describe, expect, test } from 'vitest';
import { ANY, configure, exactly, stub } from '../../src/index.js';
import { messageOf } from '../message-of.js';
import { createNetwork } from './calls-of-a-network.js';

describe('toHaveCalledOperation passes', () => {
  test('where the operation was called, by name or by command class', async () => {
    await createNetwork();
    expect(EC2Client).toHaveCalledOperation('CreateVpc');
    expect(EC2Client).toHaveCalledOperation(CreateVpcCommand);
  });

  test('where one of the calls had the parameters', async () => {
    await createNetwork();
    expect(EC2Client).toHaveCalledOperation(CreateSubnetCommand, { CidrBlock: '10.0.1.0/24' });
    expect(EC2Client).toHaveCalledOperation('CreateSubnet', {
      AvailabilityZone: 'us-east-1b',
      VpcId: 'vpc-1',
    });
    expect(EC2Client).toHaveCalledOperation(DescribeVpcsCommand, {
      Filters: [{ Name: 'vpc-id', Values: ['vpc-1'] }],
      MaxResults: undefined,
    });
  });

  test('where the call was refused', async () => {
    await createNetwork();
    expect(EC2Client).toHaveCalledOperation('CreateSubnet', { CidrBlock: '10.0.2.0/24' });
  });

  test('with ANY, exactly() and asymmetric matchers at any depth', async () => {
    await createNetwork();
    expect(EC2Client).toHaveCalledOperation('CreateVpc', exactly({ CidrBlock: ANY }));
    expect(EC2Client).toHaveCalledOperation(CreateSubnetCommand, {
      CidrBlock: expect.stringMatching(/^10\.0\.\d\.0\/24$/),
      AvailabilityZone: ANY,
    });
    expect(EC2Client).toHaveCalledOperation('DescribeVpcs', {
      Filters: [{ Name: 'vpc-id', Values: [expect.stringContaining('vpc-')] }],
    });
    expect(EC2Client).toHaveCalledOperation('DescribeVpcs', {
      Filters: expect.arrayContaining([expect.objectContaining({ Values: ['vpc-1'] })]),
    });
    expect(EC2Client).toHaveCalledOperation(
      'CreateVpc',
      expect.objectContaining({ CidrBlock: ANY }) as object,
    );
    expect(EC2Client).toHaveCalledOperation('CreateVpc', ANY);
  });

  test('under .not where it was not called, or not so', async () => {
    await createNetwork();
    expect(EC2Client).not.toHaveCalledOperation('DeleteVpc');
    expect(EC2Client).not.toHaveCalledOperation(DeleteVpcCommand, { VpcId: 'vpc-1' });
    expect(EC2Client).not.toHaveCalledOperation('CreateVpc', { CidrBlock: '10.1.0.0/16' });
    expect(EC2Client).not.toHaveCalledOperation('CreateSubnet', exactly({ VpcId: 'vpc-1' }));
    expect(EC2Client).not.toHaveCalledOperation('DescribeVpcs', { Filters: [] });
    expect(EC2Client).not.toHaveCalledOperation('DescribeVpcs', { Filters: [{ Name: 'vpc-id' }] });
    expect(EC2Client).not.toHaveCalledOperation('CreateVpc', { DryRun: ANY });
  });
});

describe('toHaveCalledOperation says', () => {
  test('that nothing was called', async () => {
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperation('CreateVpc');
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOperation('CreateVpc')

      Expected a call of CreateVpc

      No operation was called on EC2Client."
    `);
  });

  test('that nothing was called with these parameters either', async () => {
    expect(
      await messageOf(() => {
        expect(new EC2Client({})).toHaveCalledOperation('CreateVpc', { CidrBlock: '10.0.0.0/16' });
      }),
    ).toMatchInlineSnapshot(`
      "expect(ec2).toHaveCalledOperation('CreateVpc', params)

      Expected a call of CreateVpc with { "CidrBlock": "10.0.0.0/16" }

      No operation was called on this EC2Client."
    `);
  });

  test('which operations were called instead', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperation('DeleteVpc');
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOperation('DeleteVpc')

      Expected a call of DeleteVpc

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('how the nearest call differs', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperation(CreateSubnetCommand, {
          VpcId: 'vpc-1',
          CidrBlock: '10.0.2.0/24',
          AvailabilityZone: 'us-east-1c',
        });
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOperation('CreateSubnet', params)

      Expected a call of CreateSubnet with { "AvailabilityZone": "us-east-1c", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" }

      The nearest call is call 3:

      - Expected
      + Received

        {
      -   "AvailabilityZone": "us-east-1c",
      +   "AvailabilityZone": "us-east-1b",
          "CidrBlock": "10.0.2.0/24",
          "VpcId": "vpc-1",
        }

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
      → 3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('what a call has beside exact parameters', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperation(
          'CreateSubnet',
          exactly({ VpcId: 'vpc-1', CidrBlock: ANY }),
        );
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOperation('CreateSubnet', params)

      Expected a call of CreateSubnet with nothing but { "CidrBlock": ANY, "VpcId": "vpc-1" }

      The nearest call is call 2:

      - Expected
      + Received

        {
      +   "AvailabilityZone": "us-east-1a",
          "CidrBlock": "10.0.1.0/24",
          "VpcId": "vpc-1",
        }

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
      → 2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('where a member is missing, or was not to be there', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperation('CreateVpc', {
          CidrBlock: undefined,
          DryRun: true,
        });
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOperation('CreateVpc', params)

      Expected a call of CreateVpc with { "CidrBlock": undefined, "DryRun": true }

      The nearest call is call 1:

      - Expected
      + Received

        {
      -   "DryRun": true,
      +   "CidrBlock": "10.0.0.0/16",
        }

      4 calls of EC2Client:
      → 1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('where a list differs deep inside', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperation('DescribeVpcs', {
          Filters: [
            { Name: 'vpc-id', Values: [expect.stringMatching(/^vpc-9/), ANY] },
            { Name: 'state', Values: ['available'] },
          ],
        });
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOperation('DescribeVpcs', params)

      Expected a call of DescribeVpcs with { "Filters": [ { "Name": "vpc-id", "Values": [ StringMatching /^vpc-9/, ANY ] }, { "Name": "state", "Values": [ "available" ] } ] }

      The nearest call is call 4:

      - Expected
      + Received

        {
          "Filters": [
            {
              "Name": "vpc-id",
              "Values": [
      -         StringMatching /^vpc-9/,
      -         ANY,
      -       ],
      -     },
      -     {
      -       "Name": "state",
      -       "Values": [
      -         "available",
      +         "vpc-1",
              ],
            },
          ],
        }

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
      → 4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('that a member does not match an asymmetric matcher', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperation('CreateVpc', {
          CidrBlock: expect.stringMatching(/^192\.168\./),
        });
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOperation('CreateVpc', params)

      Expected a call of CreateVpc with { "CidrBlock": StringMatching /^192\\.168\\./ }

      The nearest call is call 1:

      - Expected
      + Received

        {
      -   "CidrBlock": StringMatching /^192\\.168\\./,
      +   "CidrBlock": "10.0.0.0/16",
        }

      4 calls of EC2Client:
      → 1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('that no call matches a matcher of the whole input', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperation(
          'CreateVpc',
          expect.objectContaining({ CidrBlock: '10.1.0.0/16' }) as object,
        );
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOperation('CreateVpc', params)

      Expected a call of CreateVpc with ObjectContaining { "CidrBlock": "10.1.0.0/16" }

      The nearest call is call 1:

      - Expected
      + Received

      - ObjectContaining {
      -   "CidrBlock": "10.1.0.0/16",
      + {
      +   "CidrBlock": "10.0.0.0/16",
        }

      4 calls of EC2Client:
      → 1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('which calls there were, under .not', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).not.toHaveCalledOperation('CreateSubnet', { VpcId: 'vpc-1' });
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).not.toHaveCalledOperation('CreateSubnet', params)

      Expected no call of CreateSubnet with { "VpcId": "vpc-1" }

      4 calls of EC2Client:
        1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
      → 2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
      → 3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('which calls there were, under .not and without params', async () => {
    await createNetwork();
    expect(
      await messageOf(() => {
        expect(EC2Client).not.toHaveCalledOperation('CreateVpc');
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).not.toHaveCalledOperation('CreateVpc')

      Expected no call of CreateVpc

      4 calls of EC2Client:
      → 1. CreateVpc { "CidrBlock": "10.0.0.0/16" }
        2. CreateSubnet { "AvailabilityZone": "us-east-1a", "CidrBlock": "10.0.1.0/24", "VpcId": "vpc-1" }
        3. CreateSubnet { "AvailabilityZone": "us-east-1b", "CidrBlock": "10.0.2.0/24", "VpcId": "vpc-1" } (refused: InvalidSubnet.Conflict)
        4. DescribeVpcs { "Filters": [ { "Name": "vpc-id", "Values": [ "vpc-1" ] } ] }"
    `);
  });

  test('of many calls, those of the operation first, and a summary of the others', async () => {
    configure({ unstubbed: 'empty' });
    const client = new EC2Client({});
    for (let i = 1; i <= 20; i++) {
      await client.send(new DescribeVpcsCommand({ MaxResults: i }));
      if (i % 5 === 0) {
        await client.send(new CreateVpcCommand({ CidrBlock: `10.${String(i)}.0.0/16` }));
      }
      if (i === 3) await client.send(new DeleteVpcCommand({ VpcId: 'vpc-3' }));
    }
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperation('CreateVpc', { CidrBlock: '10.0.0.0/16' });
      }),
    ).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOperation('CreateVpc', params)

      Expected a call of CreateVpc with { "CidrBlock": "10.0.0.0/16" }

      The nearest call is call 7:

      - Expected
      + Received

        {
      -   "CidrBlock": "10.0.0.0/16",
      +   "CidrBlock": "10.5.0.0/16",
        }

      25 calls of EC2Client:
         1. DescribeVpcs { "MaxResults": 1 }
         2. DescribeVpcs { "MaxResults": 2 }
         3. DescribeVpcs { "MaxResults": 3 }
         4. DeleteVpc { "VpcId": "vpc-3" }
         5. DescribeVpcs { "MaxResults": 4 }
         6. DescribeVpcs { "MaxResults": 5 }
      →  7. CreateVpc { "CidrBlock": "10.5.0.0/16" }
         8. DescribeVpcs { "MaxResults": 6 }
         9. DescribeVpcs { "MaxResults": 7 }
        13. CreateVpc { "CidrBlock": "10.10.0.0/16" }
        19. CreateVpc { "CidrBlock": "10.15.0.0/16" }
        25. CreateVpc { "CidrBlock": "10.20.0.0/16" }
        … and 13 more calls: DescribeVpcs ×13"
    `);
  });

  test('of many calls of the operation, the first', async () => {
    configure({ unstubbed: 'empty' });
    const client = new EC2Client({});
    for (let i = 1; i <= 100; i++) {
      await client.send(new DescribeVpcsCommand({ MaxResults: i }));
    }
    const message = await messageOf(() => {
      expect(EC2Client).toHaveCalledOperation('DescribeVpcs', { MaxResults: 1000 });
    });
    expect(message).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOperation('DescribeVpcs', params)

      Expected a call of DescribeVpcs with { "MaxResults": 1000 }

      The nearest call is call 1:

      - Expected
      + Received

        {
      -   "MaxResults": 1000,
      +   "MaxResults": 1,
        }

      100 calls of EC2Client:
      →   1. DescribeVpcs { "MaxResults": 1 }
          2. DescribeVpcs { "MaxResults": 2 }
          3. DescribeVpcs { "MaxResults": 3 }
          4. DescribeVpcs { "MaxResults": 4 }
          5. DescribeVpcs { "MaxResults": 5 }
          6. DescribeVpcs { "MaxResults": 6 }
          7. DescribeVpcs { "MaxResults": 7 }
          8. DescribeVpcs { "MaxResults": 8 }
          9. DescribeVpcs { "MaxResults": 9 }
         10. DescribeVpcs { "MaxResults": 10 }
         11. DescribeVpcs { "MaxResults": 11 }
         12. DescribeVpcs { "MaxResults": 12 }
        … and 88 more calls: DescribeVpcs ×88"
    `);
  });

  test('the nearest call is pointed at, however many calls there are', async () => {
    configure({ unstubbed: 'empty' });
    const client = new EC2Client({});
    for (let i = 1; i <= 50; i++) {
      await client.send(new DescribeVpcsCommand({ MaxResults: i, DryRun: i === 40 }));
    }
    const message = await messageOf(() => {
      expect(EC2Client).toHaveCalledOperation('DescribeVpcs', { MaxResults: 41, DryRun: true });
    });
    expect(message).toContain('The nearest call is call 40:');
    expect(message).toContain('40. DescribeVpcs { "DryRun": true, "MaxResults": 40 }');
  });

  test('what identifies a call, also beside a long body', async () => {
    configure({ unstubbed: 'empty' });
    const Body = 'x'.repeat(1000);
    await new S3Client({}).send(new PutObjectCommand({ Body, Bucket: 'docs', Key: 'a.txt' }));
    const message = await messageOf(() => {
      expect(S3Client).toHaveCalledOperation('GetObject');
    });
    expect(message).toContain('1. PutObject {');
    expect(message).toContain('"Bucket": "docs", "Key": "a.txt"');
    expect(message.length).toBeLessThan(600);
  });

  test('a call that has no answer yet', async () => {
    stub(EC2Client)
      .on('DescribeVpcs')
      .answers(() => new Promise(() => undefined));
    void new EC2Client({}).send(new DescribeVpcsCommand({}));
    const message = await messageOf(() => {
      expect(EC2Client).toHaveCalledOperation('CreateVpc');
    });
    expect(message).toMatchInlineSnapshot(`
      "expect(EC2Client).toHaveCalledOperation('CreateVpc')

      Expected a call of CreateVpc

      1 call of EC2Client:
        1. DescribeVpcs {} (not answered yet)"
    `);
  });

  test('no members that are undefined', async () => {
    configure({ unstubbed: 'empty' });
    await new EC2Client({}).send(new DescribeVpcsCommand({ VpcIds: undefined, MaxResults: 5 }));
    const message = await messageOf(() => {
      expect(EC2Client).toHaveCalledOperation('CreateVpc');
    });
    expect(message).toContain('1. DescribeVpcs { "MaxResults": 5 }');
  });
});

describe('wrong use: toHaveCalledOperation refuses', () => {
  test('an operation that the service does not have, also under .not', async () => {
    expect(
      await messageOf(() => {
        expect(EC2Client).not.toHaveCalledOperation('CreateVpcs');
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(EC2Client).toHaveCalledOperation(): EC2Client has no operation 'CreateVpcs'. Did you mean 'CreateVpc'?"`,
    );
  });

  test('a command class of another service, also under .not', () => {
    expect(() => {
      expect(EC2Client).not.toHaveCalledOperation(PutObjectCommand as never);
    }).toThrow(
      "expect(EC2Client).toHaveCalledOperation(): EC2Client has no operation 'PutObject'.",
    );
  });

  test('a command instead of its class', async () => {
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperation(new CreateVpcCommand({}) as never);
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(EC2Client).toHaveCalledOperation() takes an operation: a command class (CreateVpcCommand) or its name ('CreateVpc'), but got an instance of CreateVpcCommand (give the class itself: CreateVpcCommand)."`,
    );
  });

  test('no operation', async () => {
    expect(
      await messageOf(() => {
        (expect(EC2Client).toHaveCalledOperation as () => void)();
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(EC2Client).toHaveCalledOperation() takes an operation: a command class (CreateVpcCommand) or its name ('CreateVpc'), but got nothing."`,
    );
  });

  test('params that are no object', async () => {
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperation('CreateVpc', '10.0.0.0/16' as never);
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(EC2Client).toHaveCalledOperation() takes an object of parameters after the operation, such as { CidrBlock: '10.0.0.0/16' }, but got "10.0.0.0/16"."`,
    );
    expect(
      await messageOf(() => {
        expect(EC2Client).toHaveCalledOperation('CreateVpc', [{ CidrBlock: '10.0.0.0/16' }]);
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(EC2Client).toHaveCalledOperation() takes an object of parameters after the operation, such as { CidrBlock: '10.0.0.0/16' }, but got a list."`,
    );
  });

  test('too many arguments', async () => {
    expect(
      await messageOf(() => {
        (expect(EC2Client).toHaveCalledOperation as (...args: unknown[]) => void)(
          'CreateVpc',
          {},
          1,
        );
      }),
    ).toMatchInlineSnapshot(
      `"WrongUseError: expect(…).toHaveCalledOperation() takes (operation, params?), but got 3 arguments."`,
    );
  });
});
