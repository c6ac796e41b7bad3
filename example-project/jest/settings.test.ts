import { SSMClient } from '@aws-sdk/client-ssm';
import { useAwsFixture } from 'aws-sdk-stubber';

import { forgetSettings, settingsAt } from '../src/settings.js';

describe('settings', () => {
  const parameters = useAwsFixture('parameters', {
    '/netkit/web/bucket': 'manifests',
    '/netkit/web/owner': { SecureString: 'web' },
    '/netkit/web/note': 'ours',
  });

  beforeEach(() => {
    forgetSettings();
  });

  afterEach(() => {
    jest.useRealTimers();
  });

  test('are read from Parameter Store, once in five minutes', async () => {
    jest.useFakeTimers();
    expect(await settingsAt('/netkit/web')).toEqual({ bucket: 'manifests', owner: 'web' });
    parameters.put('/netkit/web/bucket', 'others');
    expect(await settingsAt('/netkit/web')).toMatchObject({ bucket: 'manifests' });
    expect(SSMClient).toHaveCalledOperationOnce('GetParametersByPath');

    jest.advanceTimersByTime(5 * 60_000);

    expect(await settingsAt('/netkit/web')).toMatchObject({ bucket: 'others' });
    expect(parameters).toHaveParameter('/netkit/web/bucket', 'others');
  });
});
