import { DUMMY_ACCESS_KEY_ID, DUMMY_SECRET_ACCESS_KEY } from '../calls/index.js';

/**
 * Lets clients that have no region and no credentials work, as `getSignedUrl` needs them, and keeps
 * the machine's profiles and its metadata service out of reach.
 */
export function setEnvironment(env: NodeJS.ProcessEnv = process.env): void {
  env['AWS_REGION'] ??= env['AWS_DEFAULT_REGION'] ?? 'us-east-1';
  env['AWS_ACCESS_KEY_ID'] = DUMMY_ACCESS_KEY_ID;
  env['AWS_SECRET_ACCESS_KEY'] = DUMMY_SECRET_ACCESS_KEY;
  env['AWS_EC2_METADATA_DISABLED'] = 'true';
  // A profile beats keys in the environment, a token would go with other keys.
  for (const name of ['AWS_PROFILE', 'AWS_DEFAULT_PROFILE', 'AWS_SESSION_TOKEN']) {
    Reflect.deleteProperty(env, name);
  }
  const nowhere = process.platform === 'win32' ? 'NUL' : '/dev/null';
  env['AWS_CONFIG_FILE'] = nowhere;
  env['AWS_SHARED_CREDENTIALS_FILE'] = nowhere;
}
