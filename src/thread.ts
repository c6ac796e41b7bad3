import { guardThisThread } from './intercept/index.js';

// Loaded into worker threads before their own code: see src/intercept/threads.ts.
guardThisThread();
