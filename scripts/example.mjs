// `npm run example`: installs the packed library in example-project as a user would, and runs it.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const example = join(root, 'example-project');
const installed = join(example, 'node_modules', 'aws-sdk-stubber');
const packed = mkdtempSync(join(tmpdir(), 'aws-sdk-stubber-'));
process.on('exit', () => {
  rmSync(packed, { recursive: true, force: true });
});

if (!existsSync(join(root, 'dist', 'index.js'))) {
  heading('Building the library');
  run('npm', ['run', 'build'], root);
}

heading('Installing the packed library');
// Everything else that the example needs is found in the root's node_modules.
run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', packed], root);
const [tarball] = readdirSync(packed);
rmSync(installed, { recursive: true, force: true });
mkdirSync(installed, { recursive: true });
run('tar', ['-xzf', join(packed, tarball), '-C', installed, '--strip-components=1'], root);

heading('Checking types');
runTool('tsc', ['-p', 'tsconfig.json']);
runTool('tsc', ['-p', 'jest/tsconfig.json']);

heading('Compiling');
runTool('tsc', ['-p', 'tsconfig.build.json']);
runTool('tsc', ['-p', 'tsconfig.demo.json']);

heading('Testing with Vitest');
runTool('vitest', ['run']);

heading('Testing with Jest');
runTool('jest', []);

heading('The orders example: types, Vitest, Jest');
// It finds the library in the folder above, as it finds everything else.
for (const [tool, ...args] of [['tsc'], ['vitest', 'run'], ['jest']]) {
  runTool(tool, args, join(example, 'orders'));
}

heading('Running the demo');
run(process.execPath, [join('dist', 'demo', 'demo', 'main.js')], example);

function heading(text) {
  console.log(`\n━━ ${text}`);
}

/** Runs a tool of the root's node_modules on the example. */
function runTool(name, args, cwd = example) {
  run(join(root, 'node_modules', '.bin', name), args, cwd);
}

function run(command, args, cwd) {
  const { status, error } = spawnSync(command, args, {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    // npm and the tools are .cmd files on Windows, which only a shell starts.
    shell: process.platform === 'win32',
  });
  if (error !== undefined) console.error(error.message);
  if (status !== 0) process.exit(status ?? 1);
}
