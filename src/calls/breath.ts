/** So many answers in a row may be given in microtasks, in which neither timers nor the runner's time-outs run. */
const ANSWERS_IN_A_ROW = 100;

/** From about so many answers in a row on there is ever more time between them: each is kept, in memory. */
const MANY = 50_000;

/** As it is when this package is loaded: tests replace `process`, and the modules that are imported. */
const getBuiltinModule = process.getBuiltinModule.bind(process);

/** Answers in a row, over turns of the event loop in which there were ever more of them. */
let row = 0;
let sinceTurn = 0;
let turning: Promise<void> | undefined;
let isWaitedFor = false;

/**
 * What an answer has to wait for, so that a loop of calls lets timers and the runner run: the next turn of the
 * event loop, after at least 100 answers in this one.
 *
 * @returns undefined nearly always
 */
export function breath(): Promise<void> | undefined {
  row += 1;
  sinceTurn += 1;
  if (sinceTurn < ANSWERS_IN_A_ROW) return undefined;
  // Turns are not counted while there are few answers, so these may have come in several.
  turning ??= nextTurn();
  // All that come now wait for the same: calls that are made at once are answered in their order.
  if (sinceTurn < 2 * ANSWERS_IN_A_ROW) return undefined;
  isWaitedFor = true;
  return turning;
}

/** An answer, after the breath that it has to wait for. */
export function afterBreath<T>(answer: Promise<T>): Promise<T> {
  const waiting = breath();
  return waiting === undefined ? answer : answer.finally(() => waiting);
}

/** How many answers were given in a row, about. */
export function answersInARow(): number {
  return row;
}

/** The next turn of the event loop, whatever a test has done with its timers. */
export function nextTurnOfLoop(): Promise<void> {
  return getBuiltinModule('node:timers/promises').scheduler.yield();
}

/** So long on the machine's clock, whatever a test has done with its timers. */
export function waitReally(ms: number): Promise<void> {
  return getBuiltinModule('node:timers/promises').scheduler.wait(ms);
}

async function nextTurn(): Promise<void> {
  // What Node itself is made of: fake timers replace what it exports for this, but not these.
  const { scheduler } = getBuiltinModule('node:timers/promises');
  await (row < MANY ? scheduler.yield() : scheduler.wait((row / MANY) ** 2));
  sinceTurn = 0;
  if (!isWaitedFor) row = 0;
  // A loop goes on now, or in the next turn it is seen that it does not.
  turning = isWaitedFor ? nextTurn() : undefined;
  isWaitedFor = false;
}
