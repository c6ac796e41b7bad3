/** What would leave the machine. */
export interface Destination {
  readonly what: 'connection' | 'datagram' | 'look-up';
  readonly host: string;
  /** Undefined for the look-up of a name. */
  readonly port: number | undefined;
}
