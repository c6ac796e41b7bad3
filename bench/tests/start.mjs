import { performance } from 'node:perf_hooks';

/** The first setup file: what comes after it is what a test file pays. */
globalThis.benchStart = { cpu: process.cpuUsage(), wall: performance.now() };
