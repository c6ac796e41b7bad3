import { spawn } from 'node:child_process';
import { Buffer } from 'node:buffer';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { UsageError } from '../usage-error.mjs';
import { isJest, RUNNERS } from './runners.mjs';
import { SUITES } from './suites.mjs';

const ROOT = join(import.meta.dirname, '../..');

const CLIENTS = {
  '@aws-sdk/client-ec2': ['EC2Client', 'CreateVpcCommand'],
  '@aws-sdk/client-s3': ['S3Client', 'GetObjectCommand'],
  '@aws-sdk/client-dynamodb': ['DynamoDBClient', 'GetItemCommand'],
};

/** What the tests test: it builds clients of its own. */
const CODE = `
  const config = { region: 'us-east-1', credentials: { accessKeyId: 'a', secretAccessKey: 's' } };
  const ec2 = new EC2Client(config), s3 = new S3Client(config), dynamodb = new DynamoDBClient(config);
  const work = async () => [
    await ec2.send(new CreateVpcCommand({ CidrBlock: '10.0.0.0/16' })),
    await s3.send(new GetObjectCommand({ Bucket: 'b', Key: 'k' })),
    await dynamodb.send(new GetItemCommand({ TableName: 't', Key: { id: { S: '1' } } })),
  ];`;

const REPLIES = `
  const VPC = { Vpc: { VpcId: 'vpc-1', CidrBlock: '10.0.0.0/16', State: 'available' } };
  const OBJECT = { ContentType: 'text/plain', ContentLength: 4, ETag: '"e"' };
  const ITEM = { Item: { id: { S: '1' }, total: { N: '12' } } };`;

/** A project for each side, in a temporary folder, with this package as it is in dist/. */
export class SuiteProject {
  #place = mkdtempSync(join(tmpdir(), 'aws-sdk-stubber-suite-'));

  constructor() {
    process.once('exit', () => {
      rmSync(this.#place, { recursive: true, force: true });
    });
    process.once('SIGINT', () => process.exit(130));
    if (!existsSync(join(ROOT, 'dist', 'vitest.js'))) {
      throw new UsageError('There is nothing in dist to measure; run `npm run build` first.');
    }
  }

  /** Writes the suite of a side, in place of the one before. */
  write(name, { setUp, imports, file, arrange, assert }, runner, suite, files) {
    const home = join(this.#place, name);
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home);
    this.#install(home);
    const jest = isJest(runner);
    const asModule = (from, names) =>
      jest
        ? `const { ${names.join(', ')} } = require('${from}');`
        : `import { ${names.join(', ')} } from '${from}';`;
    const clients = Object.entries(CLIENTS)
      .map(([from, names]) => asModule(from, names))
      .join('\n');
    writeFileSync(
      join(home, 'package.json'),
      JSON.stringify({ private: true, type: jest ? 'commonjs' : 'module' }),
    );
    writeFileSync(
      join(home, 'code.js'),
      `${clients}\n${CODE}\n${jest ? 'module.exports = { work };' : 'export { work };'}`,
    );
    writeFileSync(join(home, configFile(runner)), configOf(runner, setUp(runner)));
    const test = (i) => `
      test('test ${i}', async () => {
        ${arrange}
        const [vpc, object, item] = await work();
        expect(vpc.Vpc.VpcId).toBe('vpc-1');
        expect(object.ContentType).toBe('text/plain');
        expect(item.Item.id).toEqual({ S: '1' });
        ${assert}
      });`;
    const tests = Array.from({ length: SUITES[suite].tests }, (_, i) => test(i)).join('\n');
    const code = [
      jest ? '' : asModule('vitest', ['beforeEach', 'expect', 'test']),
      clients,
      imports(runner),
      asModule('./code.js', ['work']),
      REPLIES,
      file,
      tests,
    ].join('\n');
    for (let i = 0; i < files; i++) writeFileSync(join(home, `${i}.test.js`), code);
  }

  /** @returns {Promise<{ cpu: number, wall: number }>} seconds of the whole run, of all its processes */
  async run(name, runner) {
    const { script, args } = RUNNERS[runner];
    const begin = performance.now();
    // POSIX: the second line of `times` is of the shell's children, and of theirs.
    const printed = await this.#shell(
      ['"$@" >run.txt 2>&1 || { cat run.txt; exit 1; }; times', 'sh', process.execPath],
      [join('node_modules', script), ...args],
      join(this.#place, name),
    );
    const wall = (performance.now() - begin) / 1000;
    const [, children] = printed.trim().split('\n').slice(-2);
    return { cpu: secondsIn(children), wall };
  }

  #install(home) {
    const modules = join(home, 'node_modules');
    const own = join(modules, 'aws-sdk-stubber');
    mkdirSync(own, { recursive: true });
    for (const name of readdirSync(join(ROOT, 'node_modules'))) {
      if (name.startsWith('.') || name === 'aws-sdk-stubber') continue;
      symlinkSync(join(ROOT, 'node_modules', name), join(modules, name), 'junction');
    }
    cpSync(join(ROOT, 'dist'), join(own, 'dist'), { recursive: true });
    cpSync(join(ROOT, 'package.json'), join(own, 'package.json'));
  }

  #shell([script, ...names], args, cwd) {
    const env = {
      ...process.env,
      CI: 'true',
      AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
    };
    const child = spawn('sh', ['-c', script, ...names, ...args], { cwd, env });
    const said = [];
    child.stdout.on('data', (text) => said.push(text));
    child.stderr.on('data', (text) => said.push(text));
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => {
        const text = Buffer.concat(said).toString();
        if (code === 0) resolve(text);
        else reject(new Error(`A measured run failed.\n${text}`));
      });
    });
  }
}

/** `0m1.25s 0m0.30s`: user and system. */
function secondsIn(line) {
  return [...line.matchAll(/(\d+)m([\d.]+)s/g)]
    .map(([, minutes, seconds]) => Number(minutes) * 60 + Number(seconds))
    .reduce((sum, each) => sum + each, 0);
}

function configFile(runner) {
  return isJest(runner) ? 'jest.config.js' : 'vitest.config.js';
}

function configOf(runner, { plugin = false, ...config }) {
  if (isJest(runner)) {
    const whole = { testEnvironment: 'node', transform: {}, watchman: false, ...config };
    return `module.exports = ${JSON.stringify(whole)};`;
  }
  const text = JSON.stringify(config);
  return plugin
    ? `import awsSdkStubber from 'aws-sdk-stubber/vite';\nexport default { plugins: [awsSdkStubber()], ...${text} };`
    : `export default ${text};`;
}
