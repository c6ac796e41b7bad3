import type { AwsCommand, MetadataBearer } from '../types.js';

/** A command class. */
type CommandClass<Input extends object, Output extends MetadataBearer> = new (
  input: Input,
) => AwsCommand<Input, Output>;

/** Any members of an input, as values or as asymmetric matchers. */
type SomeOf<Input> = Partial<{ [Name in keyof Input]: unknown }>;

/**
 * The matchers on `expect(mock)`, by their full names.
 *
 * @typeParam R - what an assertion returns
 */
export interface FullMatchers<R> {
  /** The mock received a command, whichever. */
  toHaveReceivedAnyCommand(): R;

  /** The mock received the command, at least once. */
  toHaveReceivedCommand<Input extends object, Output extends MetadataBearer>(
    command: CommandClass<Input, Output>,
  ): R;

  /** The mock received the command once, and no more often. */
  toHaveReceivedCommandOnce<Input extends object, Output extends MetadataBearer>(
    command: CommandClass<Input, Output>,
  ): R;

  /** The mock received the command exactly this often. */
  toHaveReceivedCommandTimes<Input extends object, Output extends MetadataBearer>(
    command: CommandClass<Input, Output>,
    times: number,
  ): R;

  /**
   * The mock received the command with an input that has these members, each equal as a whole.
   *
   * @param input - values, or asymmetric matchers
   */
  toHaveReceivedCommandWith<Input extends object, Output extends MetadataBearer>(
    command: CommandClass<Input, Output>,
    input: SomeOf<Input>,
  ): R;

  /** The mock received the command once and no more often, with an input that has these members. */
  toHaveReceivedCommandExactlyOnceWith<Input extends object, Output extends MetadataBearer>(
    command: CommandClass<Input, Output>,
    input: SomeOf<Input>,
  ): R;

  /** The last call of the command had an input that has these members. */
  toHaveReceivedLastCommandWith<Input extends object, Output extends MetadataBearer>(
    command: CommandClass<Input, Output>,
    input: SomeOf<Input>,
  ): R;

  /**
   * The nth call of all was of the command, and had an input with these members.
   *
   * @param call - from 1
   */
  toHaveReceivedNthCommandWith<Input extends object, Output extends MetadataBearer>(
    call: number,
    command: CommandClass<Input, Output>,
    input: SomeOf<Input>,
  ): R;
  /**
   * The nth call of the command had an input with these members.
   *
   * @param times - from 1
   */
  toHaveReceivedNthCommandWith<Input extends object, Output extends MetadataBearer>(
    command: CommandClass<Input, Output>,
    times: number,
    input: SomeOf<Input>,
  ): R;

  /**
   * The nth call of the command had an input with these members.
   *
   * @param call - from 1
   */
  toHaveReceivedNthSpecificCommandWith<Input extends object, Output extends MetadataBearer>(
    call: number,
    command: CommandClass<Input, Output>,
    input: SomeOf<Input>,
  ): R;
}

/**
 * The matchers on `expect(mock)`, by their shorter names.
 *
 * @typeParam R - what an assertion returns
 */
export interface ShorterMatchers<R> {
  /** The same as `toHaveReceivedAnyCommand`. */
  toReceiveAnyCommand: FullMatchers<R>['toHaveReceivedAnyCommand'];
  /** The same as `toHaveReceivedCommand`. */
  toReceiveCommand: FullMatchers<R>['toHaveReceivedCommand'];
  /** The same as `toHaveReceivedCommandOnce`. */
  toReceiveCommandOnce: FullMatchers<R>['toHaveReceivedCommandOnce'];
  /** The same as `toHaveReceivedCommandTimes`. */
  toReceiveCommandTimes: FullMatchers<R>['toHaveReceivedCommandTimes'];
  /** The same as `toHaveReceivedCommandWith`. */
  toReceiveCommandWith: FullMatchers<R>['toHaveReceivedCommandWith'];
  /** The same as `toHaveReceivedCommandExactlyOnceWith`. */
  toReceiveCommandExactlyOnceWith: FullMatchers<R>['toHaveReceivedCommandExactlyOnceWith'];
  /** The same as `toHaveReceivedLastCommandWith`. */
  toReceiveLastCommandWith: FullMatchers<R>['toHaveReceivedLastCommandWith'];
  /** The same as `toHaveReceivedNthCommandWith`. */
  toReceiveNthCommandWith: FullMatchers<R>['toHaveReceivedNthCommandWith'];
  /** The same as `toHaveReceivedNthSpecificCommandWith`. */
  toReceiveNthSpecificCommandWith: FullMatchers<R>['toHaveReceivedNthSpecificCommandWith'];
}

/**
 * The matchers on `expect(mock)`: those of aws-sdk-client-mock-jest and of aws-sdk-client-mock-vitest.
 *
 * @typeParam R - what an assertion returns
 */
export interface MockMatchers<R> extends FullMatchers<R>, ShorterMatchers<R> {}
