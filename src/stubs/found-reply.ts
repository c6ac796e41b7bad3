import type { Reply } from '../replies/index.js';
import type { StubSettings } from './settings.js';

/** What answers a call, before it is used up. */
export interface FoundReply {
  /** What holds for this stub only. */
  readonly settings?: StubSettings;
  /** Uses the stub up, and gives its reply. */
  take(): Reply;
}
