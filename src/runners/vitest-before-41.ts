/** In a file of its own, which Node loads, and not Vite: see src/runners/vitest-blocks.ts. */
export { getFn, getHooks, setFn } from 'vitest/suite';
