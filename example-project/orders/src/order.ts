/** An order, as the table keeps it. */
export interface Order {
  readonly id: string;
  readonly customer: string;
  /** In cents. */
  readonly total: number;
  readonly status: 'placed' | 'paid';
}
