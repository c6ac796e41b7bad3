import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { linkTo } from './link-to.js';

const root = JSON.parse(readFileSync(join(import.meta.dirname, '../package.json'), 'utf8')) as {
  devDependencies: Record<string, string>;
  dependencies?: Record<string, string>;
};

/** An empty folder outside the repository, with the tarball and nothing else but what a user has. */
let folder: string;

function npm(...args: string[]): string {
  return execFileSync('npm', args, {
    cwd: folder,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function node(...args: string[]): string {
  const env = {
    ...process.env,
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    CI: 'true',
  };
  for (const name of Object.keys(env))
    if (/^(VITEST|JEST|NODE_OPTIONS|NODE_ENV)/.test(name)) Reflect.deleteProperty(env, name);
  return execFileSync(process.execPath, args, {
    cwd: folder,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

function write(path: string, text: string): void {
  writeFileSync(join(folder, path), text);
}

const tests = `
  test('is stubbed', async () => {
    stub(EC2Client).on(CreateVpcCommand, { CidrBlock: '10.0.0.0/16' }).resolves({ Vpc: { VpcId: 'vpc-1' } });
    const { Vpc } = await new EC2Client({}).send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' }));
    expect(Vpc).toEqual({ VpcId: 'vpc-1' });
    expect(EC2Client).toHaveCalledOperation('CreateVpc', { CidrBlock: expect.stringContaining('/16') });
  });`;

const requires = `
  const { CreateVpcCommand, EC2Client } = require('@aws-sdk/client-ec2');
  const { stub } = require('aws-sdk-stubber');`;
const imports = `
  import { CreateVpcCommand, EC2Client } from '@aws-sdk/client-ec2';
  import { stub } from 'aws-sdk-stubber';`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'a-users-project-'));
  write('package.json', '{ "name": "a-users-project", "private": true }');
  const wanted = ['@aws-sdk/client-ec2', 'vitest', 'jest', '@jest/globals', 'typescript'];
  const versions = wanted.map((name) => `${name}@${root.devDependencies[name] ?? ''}`);
  npm(
    'install',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    inject('packed').tarball,
    ...versions,
  );
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

describe('the packed tarball, in an empty folder', () => {
  test('brings no dependency', () => {
    const installed = JSON.parse(
      readFileSync(join(folder, 'node_modules/aws-sdk-stubber/package.json'), 'utf8'),
    ) as { dependencies?: object };
    expect(installed.dependencies).toBeUndefined();
    expect(existsSync(join(folder, 'node_modules/aws-sdk-stubber/node_modules'))).toBe(false);
  });

  test('holds the code, its declarations and what a reader looks for, no more', () => {
    const names = readdirSync(join(folder, 'node_modules/aws-sdk-stubber'));
    expect(names.sort()).toEqual([
      'LICENSE',
      'README.md',
      'THIRD-PARTY-LICENSES.md',
      'dist',
      'package.json',
    ]);
  });

  test('works in Vitest', () => {
    write(
      'vitest.config.mjs',
      `export default { test: { setupFiles: ['aws-sdk-stubber/vitest'], include: ['*.vitest.mjs'] } };`,
    );
    write('a.vitest.mjs', `import { expect, test } from 'vitest'; ${imports} ${tests}`);
    expect(node('node_modules/vitest/vitest.mjs', 'run')).toMatch(/1 passed/);
  });

  test('works in Jest with CommonJS', () => {
    write(
      'jest.config.cjs',
      `module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'], testMatch: ['**/*.jest.cjs'] };`,
    );
    write('a.jest.cjs', `${requires} ${tests}`);
    expect(node('node_modules/jest/bin/jest.js', '-c', 'jest.config.cjs', '--json')).toMatch(
      /"numPassedTests":1/,
    );
  });

  test('works in Jest with ES modules', () => {
    write(
      'jest.esm.config.cjs',
      `module.exports = { setupFilesAfterEnv: ['aws-sdk-stubber/jest'], testMatch: ['**/*.jest.mjs'], transform: {} };`,
    );
    write('a.jest.mjs', `${imports} ${tests}`);
    expect(
      node(
        '--experimental-vm-modules',
        'node_modules/jest/bin/jest.js',
        '-c',
        'jest.esm.config.cjs',
        '--json',
      ),
    ).toMatch(/"numPassedTests":1/);
  });

  test.each([
    ['an ES module', 'import.mjs', (name: string) => `await import('${name}');`],
    ['CommonJS', 'require.cjs', (name: string) => `require('${name}');`],
  ])('has entries of types, which do nothing where %s runs them', (_, file, load) => {
    write(
      file,
      load('aws-sdk-stubber/services/ec2') + load('aws-sdk-stubber/services/lib-dynamodb'),
    );
    expect(node(file)).toBe('');
  });

  test.each([
    ['vitest', `import { expect } from 'vitest'; import 'aws-sdk-stubber/vitest';`],
    [
      'jest-globals',
      `import { expect } from '@jest/globals'; import 'aws-sdk-stubber/jest-globals';`,
    ],
  ])('has types for %s, in ES modules and in CommonJS', (name, head) => {
    const body = `
      ${imports}
      stub(EC2Client).on(CreateVpcCommand).resolves({ Vpc: { VpcId: 'vpc-1' } });
      expect(EC2Client).toHaveCalledOperation(CreateVpcCommand, { CidrBlock: '10.0.0.0/16' });
      // @ts-expect-error -- a misspelt parameter
      expect(EC2Client).toHaveCalledOperation(CreateVpcCommand, { CidrBlok: '10.0.0.0/16' });
      import 'aws-sdk-stubber/services/ec2';
      // @ts-expect-error -- there is no such service
      import type {} from 'aws-sdk-stubber/services/ec22';
      // @ts-expect-error -- a misspelt operation
      stub(EC2Client).on('CreateVpcs');
      // @ts-expect-error -- a misspelt operation
      expect(EC2Client).toHaveCalledOperation('CreateVpcs');`;
    const files = name === 'vitest' ? [`${name}.mts`] : [`${name}.mts`, `${name}.cts`];
    for (const file of files) write(file, head + body);
    const options = [
      '--strict',
      '--noEmit',
      '--skipLibCheck',
      '--target',
      'es2022',
      '--module',
      'nodenext',
    ];
    expect(node('node_modules/typescript/bin/tsc', ...options, ...files)).toBe('');
  });

  test.each([
    [
      'vitest',
      `import { expect } from 'vitest'; import awsSdkStubber from 'aws-sdk-stubber/vite';`,
    ],
    [
      'jest-globals',
      `import { expect } from '@jest/globals'; import 'aws-sdk-stubber/jest-globals';`,
    ],
  ])('has types for %s where TypeScript reads no exports (ts-jest with CommonJS)', (name, head) => {
    const plugin =
      name === 'vitest'
        ? `
          awsSdkStubber({ fastLoading: false });
          // @ts-expect-error -- a misspelt option
          awsSdkStubber({ fastLoadin: false });`
        : '';
    const file = `${name}.node10.ts`;
    write(
      file,
      `${head} ${imports} ${plugin}
      import 'aws-sdk-stubber/services/ec2';
      import { resource } from 'aws-sdk-stubber/resource';
      stub(EC2Client).on(CreateVpcCommand).resolves({});
      expect(EC2Client).toHaveCalledOperation('CreateVpc');
      // @ts-expect-error -- a misspelt operation
      expect(EC2Client).toHaveCalledOperation('CreateVpcs');
      // @ts-expect-error -- a misspelt parameter
      export const subnet = resource('ec2').Vpc('vpc-1').createSubnet({ CidrBlok: '10.0.1.0/24' });`,
    );
    const older = ['--module', 'commonjs', '--moduleResolution', 'node10'];
    const options = ['--strict', '--noEmit', '--skipLibCheck', '--esModuleInterop', '--target'];
    const silent = ['--ignoreDeprecations', '6.0'];
    expect(outputOf(...options, 'es2022', ...older, ...silent, file)).toBe('');
  });

  test.each(['vitest', 'jest', 'jest-globals'])(
    'leaves the types of Node where tsconfig.json lists no others than %s',
    (name) => {
      write('node-types.mts', `export const table = process.env['TABLE'] ?? Buffer.from('a');`);
      const options = ['--strict', '--noEmit', '--skipLibCheck', '--module', 'nodenext'];
      expect(outputOf(...options, '--types', `aws-sdk-stubber/${name}`, 'node-types.mts')).toBe('');
    },
  );

  test('has resources outside tests, in ES modules and in CommonJS', () => {
    const script = `
      const vpc = resource('ec2', { region: 'eu-north-1' }).Vpc('vpc-1');
      process.stdout.write(String(vpc));`;
    write('script.mjs', `import { resource } from 'aws-sdk-stubber/resource'; ${script}`);
    write('script.cjs', `const { resource } = require('aws-sdk-stubber/resource'); ${script}`);

    expect(node('script.mjs')).toBe('ec2.Vpc(id="vpc-1")');
    expect(node('script.cjs')).toBe('ec2.Vpc(id="vpc-1")');
  });

  test('names the package that a fixture needs to be a resource, and needs it for nothing else', () => {
    write(
      'fixtures.mjs',
      `
      import { install, useAwsFixture } from 'aws-sdk-stubber';
      install();
      const files = useAwsFixture('bucket', { objects: { 'a.txt': 'a' } });
      const network = useAwsFixture('vpc', { subnets: 2 });
      console.log(String(files), files.keys.length, (await network.vpc.subnets.toArray()).length);
      try {
        files.objects;
      } catch (error) {
        console.log(String(error).replace(process.cwd(), '.'));
      }`,
    );

    expect(node('fixtures.mjs')).toBe(`s3.Bucket(name="bucket-1") 1 2
WrongUseError: What fixtures hand out is a resource too, which calls through @aws-sdk/client-s3. \
That is not found from .: npm install --save-dev @aws-sdk/client-s3

${linkTo('what-a-fixture-hands-out')}
`);
  });

  test('has types of fixtures for the clients that are installed, and needs no others', () => {
    const body = `
      import { useAwsFixture } from 'aws-sdk-stubber';
      const network = useAwsFixture('vpc');
      const subnet = network.vpc.createSubnet({ CidrBlock: '10.0.1.0/24' });
      export const id: Promise<string> = subnet.then((made) => made.id);
      // @ts-expect-error -- a misspelt parameter
      network.vpc.createSubnet({ CidrBlok: '10.0.1.0/24' });
      export const keys: readonly string[] = useAwsFixture('bucket').keys;`;
    for (const file of ['resource-f.mts', 'resource-f.cts']) write(file, body);
    const options = ['--strict', '--noEmit', '--target', 'es2022', '--module', 'nodenext'];

    const complaints = complaintsOf(...options, 'resource-f.mts', 'resource-f.cts');
    // Node's own types are not here, which those of sent requests want.
    expect(complaints.filter((line) => !line.includes("Cannot find name 'Buffer'"))).toEqual([]);
  });

  test('has types of resources for the clients that are installed, and needs no others', () => {
    const body = `
      import { EC2Client } from '@aws-sdk/client-ec2';
      import { resource } from 'aws-sdk-stubber/resource';
      export const subnet = resource(new EC2Client({})).Vpc('vpc-1').createSubnet({ CidrBlock: '10.0.1.0/24' });
      // @ts-expect-error -- a misspelt parameter
      resource('ec2').Vpc('vpc-1').createSubnet({ CidrBlok: '10.0.1.0/24' });`;
    for (const file of ['resource.mts', 'resource.cts']) write(file, body);
    const options = ['--strict', '--noEmit', '--target', 'es2022', '--module', 'nodenext'];

    expect(complaintsOf(...options, 'resource.mts', 'resource.cts')).toEqual([]);
  });
});

/** What TypeScript says of our declarations and the user's code; the SDK's own want more than is here. */
function complaintsOf(...options: string[]): string[] {
  return outputOf('--skipLibCheck', 'false', ...options)
    .split('\n')
    .filter((line) => /^(resource[.-]|node_modules\/aws-sdk-stubber)/.test(line));
}

/** What TypeScript prints, with errors and without. */
function outputOf(...options: string[]): string {
  try {
    return node('node_modules/typescript/bin/tsc', ...options);
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}
