#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { COMMANDS } from './commands.js';
import { main } from './main.js';
import { processTerminal } from './process-terminal.js';

const { version } = JSON.parse(
  readFileSync(new URL('../package.json', import.meta.url), 'utf8'),
) as { version: string };

// Not `process.exit`: what is printed into a pipe would be cut off.
process.exitCode = await main(process.argv.slice(2), COMMANDS, version, processTerminal());
