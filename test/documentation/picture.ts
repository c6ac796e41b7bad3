import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { blocksOf, fileNameOf, ROOT } from './blocks.js';

const CHARACTER = 8.4;
const LINE = 20;
const PADDING = 24;
/** Of the line of text that a letter stands on, from its top. */
const BASE = 15;
/** What a code of a terminal begins with. */
const ESCAPE = '\u001b';
const BACKGROUND = '#1b1b1f';
const TEXT = '#dfdfd6';
const COLOURS: Readonly<Record<number, string>> = {
  30: '#1b1b1f',
  31: '#ff8080',
  32: '#6fd88b',
  33: '#e5c07b',
  34: '#7fb0ff',
  35: '#d19aff',
  36: '#5fd0d8',
  37: '#dfdfd6',
  90: '#9a9aa3',
};

interface Style {
  readonly colour?: string | undefined;
  readonly background?: string | undefined;
  readonly bold?: boolean;
  readonly dim?: boolean;
}

/** README's first test with another address in its stub, as Vitest shows it in a terminal, as an SVG. */
export async function failingTest(): Promise<string> {
  mkdirSync(join(ROOT, 'test/projects'), { recursive: true });
  const folder = mkdtempSync(join(ROOT, 'test/projects/picture-'));
  try {
    for (const block of blocksOf('README.md')) {
      const name = fileNameOf(block);
      if (name === undefined || name.startsWith('jest')) continue;
      const text = block.code.slice(block.code.indexOf('\n') + 1);
      writeFileSync(
        join(folder, name),
        text.replace(
          ".on(CreateVpcCommand, { CidrBlock: '172.16.1.0/24' })",
          ".on(CreateVpcCommand, { CidrBlock: '10.0.0.0/16' })",
        ),
      );
    }
    cpSync(join(ROOT, 'dist'), join(folder, 'node_modules/aws-sdk-stubber/dist'), {
      recursive: true,
      filter: (path) => !/\.d\.c?ts$/.test(path),
    });
    cpSync(join(ROOT, 'package.json'), join(folder, 'node_modules/aws-sdk-stubber/package.json'));
    return toSvg(await coloured(folder), 'npx vitest run');
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What Vitest prints, without what is otherwise in each run. */
function coloured(cwd: string): Promise<string[]> {
  const env: NodeJS.ProcessEnv = { ...process.env };
  for (const name of Object.keys(env))
    if (
      /^(?:VITEST|NODE_OPTIONS|NODE_ENV|NO_COLOR|CI|GITHUB_ACTIONS|TEST|DEV|PROD|SSR|MODE)/.test(
        name,
      )
    )
      Reflect.deleteProperty(env, name);
  Object.assign(env, {
    FORCE_COLOR: '1',
    COLUMNS: '100',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  });
  const script = join(ROOT, 'node_modules/vitest/vitest.mjs');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, 'run', '--testTimeout=60000'], { cwd, env });
    let output = '';
    const add = (text: Buffer): void => {
      output += text.toString();
    };
    child.stdout.on('data', add);
    child.stderr.on('data', add);
    child.on('error', reject);
    child.on('close', () => {
      const from = output.indexOf('FAIL');
      const lines = output.slice(output.lastIndexOf('\n', from) + 1).split('\n');
      const end = lines.findIndex((line) => line.includes('⎯⎯⎯⎯'));
      resolve(lines.slice(0, end).map((line) => line.trimEnd()));
    });
  });
}

function toSvg(given: readonly string[], command: string): string {
  const lines = [`${ESCAPE}[90m$ ${ESCAPE}[39m${command}`, '', ...given];
  while (lines.at(-1) === '') lines.pop();
  const widest = Math.max(...lines.map((line) => textOf(line).length));
  const across = Math.ceil(widest * CHARACTER) + 2 * PADDING;
  const height = lines.length * LINE + 2 * PADDING;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${across} ${height}" width="${across}" height="${height}" role="img">`,
    `<title>A test that fails: no stub answers EC2 CreateVpc</title>`,
    `<rect width="100%" height="100%" rx="8" fill="${BACKGROUND}"/>`,
    `<g font-family="ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace" font-size="14" fill="${TEXT}">`,
    ...lines.flatMap((line, i) => lineOf(line, PADDING + i * LINE)),
    '</g>',
    '</svg>',
    '',
  ].join('\n');
}

function lineOf(line: string, top: number): string[] {
  let style: Style = {};
  let column = 0;
  return partsOf(line).flatMap(({ codes, text }) => {
    for (const code of codes) style = changed(style, code);
    const shapes = text === '' ? [] : shapesOf(text, style, column, top);
    column += text.length;
    return shapes;
  });
}

/** Texts, each with the codes of a terminal that stand before it. */
function partsOf(line: string): { codes: number[]; text: string }[] {
  return line.split(ESCAPE).map((part, i) => {
    const [all = '', codes = ''] = (i > 0 && /^\[([\d;]*)m/.exec(part)) || [];
    return {
      codes: codes === '' ? [] : codes.split(';').map(Number),
      text: part.slice(all.length),
    };
  });
}

function shapesOf(text: string, style: Style, column: number, top: number): string[] {
  const { background, colour, bold, dim } = style;
  const letters = text.trim();
  const at = column + text.indexOf(letters);
  const fill = background === undefined ? colour : BACKGROUND;
  const attributes = [
    `x="${across(at)}" y="${top + BASE}" textLength="${width(letters)}"`,
    fill === undefined ? '' : ` fill="${fill}"`,
    bold === true ? ' font-weight="bold"' : '',
    dim === true ? ' fill-opacity="0.75"' : '',
  ];
  // Blanks in a row would be one.
  const escaped = letters
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll(' ', '\u00a0');
  const shapes = letters === '' ? [] : [`<text ${attributes.join('')}>${escaped}</text>`];
  if (background === undefined) return shapes;
  const box = `x="${across(column)}" y="${top}" width="${width(text)}" height="${LINE}"`;
  return [`<rect ${box} fill="${background}"/>`, ...shapes];
}

function textOf(line: string): string {
  return partsOf(line)
    .map(({ text }) => text)
    .join('');
}

function across(column: number): string {
  return (PADDING + column * CHARACTER).toFixed(1);
}

function width(text: string): string {
  return (text.length * CHARACTER).toFixed(1);
}

function changed(style: Style, code: number): Style {
  if (code === 0) return {};
  if (code === 1) return { ...style, bold: true };
  if (code === 2) return { ...style, dim: true };
  if (code === 22) return { ...style, bold: false, dim: false };
  if (code === 39) return { ...style, colour: undefined };
  if (code === 49) return { ...style, background: undefined };
  if (code >= 40 && code <= 47) return { ...style, background: COLOURS[code - 10] };
  return code in COLOURS ? { ...style, colour: COLOURS[code] } : style;
}
