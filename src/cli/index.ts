#!/usr/bin/env node
import { COMMANDS } from './commands.js';
import { main } from './main.js';
import { ownVersion } from './own-version.js';
import { processTerminal } from './process-terminal.js';

// Not `process.exit`: what is printed into a pipe would be cut off.
process.exitCode = await main(process.argv.slice(2), COMMANDS, ownVersion(), processTerminal());
