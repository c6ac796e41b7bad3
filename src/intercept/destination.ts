export { isLocalName, isLoopback } from '../stubs/index.js';

/** What would leave the machine. */
export interface Destination {
  readonly what: 'connection' | 'datagram' | 'look-up';
  readonly host: string;
  /** Undefined where none is known, as for the look-up of a name. */
  readonly port: number | undefined;
}
