import { SSMClient } from '@aws-sdk/client-ssm';
import { stub, useAwsFixture } from 'aws-sdk-stubber';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { main } from '../src/cli.js';
import { forgetSettings, settingsAt } from '../src/settings.js';

const parameters = useAwsFixture('parameters', {
  '/netkit/web/table': 'networks',
  '/netkit/web/owner': { SecureString: 'web' },
  '/netkit/docs/bucket': 'manifests',
});
useAwsFixture('bucket', { name: 'manifests', objects: { 'networks/wiki.json': {} } });
useAwsFixture('table', {
  name: 'networks',
  key: { name: 'S' },
  indexes: { byOwner: { pk: 'owner', sk: 'name' } },
  items: [
    { name: 'shop', owner: 'web' },
    { name: 'wiki', owner: 'docs' },
  ],
});

beforeEach(() => {
  forgetSettings();
});

afterEach(() => {
  vi.useRealTimers();
});

async function netkit(line: string) {
  const written = { stdout: '', stderr: '' };
  const exitCode = await main(line.split(' '), {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
  });
  return { exitCode, ...written };
}

describe('settings', () => {
  test('stand for what the command line does not give', async () => {
    expect((await netkit('list --settings /netkit/web')).stdout).toBe('shop\n');
    expect((await netkit('list --settings /netkit/docs')).stdout).toBe('wiki\n');
  });

  test('give way to what it gives', async () => {
    expect((await netkit('list --settings /netkit/web --owner docs')).stdout).toBe('wiki\n');
  });

  test('are read once in five minutes', async () => {
    vi.useFakeTimers();
    await netkit('list --settings /netkit/web');
    parameters.put('/netkit/web/owner', { SecureString: 'docs' });
    expect((await netkit('list --settings /netkit/web')).stdout).toBe('shop\n');
    expect(SSMClient).toHaveCalledOperationOnce('GetParametersByPath', {
      Path: '/netkit/web',
      WithDecryption: true,
    });

    vi.advanceTimersByTime(5 * 60_000);

    expect((await netkit('list --settings /netkit/web')).stdout).toBe('wiki\n');
  });

  test('are found among many parameters, and none but those are taken', async () => {
    for (let n = 0; n < 15; n += 1) parameters.put(`/netkit/docs/a-${n}`, 'x');

    expect(await settingsAt('/netkit/docs')).toEqual({ bucket: 'manifests' });
    expect(SSMClient).toHaveCalledOperationTimes('GetParametersByPath', 2);
  });

  test('are read again after AWS refused', async () => {
    stub(SSMClient).on('GetParametersByPath').rejectsOnce('InternalServerError');

    expect((await netkit('list --settings /netkit/web')).exitCode).toBe(1);
    expect((await netkit('list --settings /netkit/web')).exitCode).toBe(0);
  });

  test.each([
    ['/netkit/none', 'there are no settings at /netkit/none: put /netkit/none/bucket into'],
    ['netkit', "'netkit' is no path of parameters: write one such as /netkit/web"],
  ])('that are not there are an error of usage: %s', async (path, problem) => {
    const { exitCode, stderr } = await netkit(`list --settings ${path}`);

    expect(exitCode).toBe(2);
    expect(stderr).toContain(problem);
  });
});
