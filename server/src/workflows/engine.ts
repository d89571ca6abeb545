/** What does a workflow need to do its work? Everything from outside, as one value: storage, keys, chance, the index, the queue, the way out. */
import type { Laws, MisusePolicy } from '@likeness/casework';
import type { KeyRing } from '../config/key-ring.ts';
import type { Random } from '../config/random.ts';
import type { BankIndex } from '../index/bank-index.ts';
import type { Queue } from '../outbox/queue.ts';
import type { TransparencyDatabase } from '../outbox/submissions.ts';
import type { Targets } from '../outbox/targets.ts';
import type { Store } from '../store/database.ts';
import type { ExposureLimits } from '../store/reveals.ts';

export interface Engine {
  readonly store: Store;
  readonly keys: KeyRing;
  readonly random: Random;
  readonly index: BankIndex;
  readonly queue: Queue;
  readonly targets: Targets;
  /** Origin of links that people get, such as `https://likeness.example`. */
  readonly publicUrl: string;
  /** An item that meets more uploaders than this within a day only asks until a person has looked. */
  readonly floodUploaders: number;
  /** For so many minutes whoever made a decision may take it back; 0: never. */
  readonly undoMinutes: number;
  /** The laws as this installation reads them. */
  readonly laws: Laws;
  /** Where the service is established, as ISO 3166-1 writes it in two letters: whom to report to. Null: nobody said. */
  readonly reportingCountry: string | null;
  /** How many different pictures are enough for a moderator in an hour and in 24 hours. */
  readonly exposure: ExposureLimits;
  /** What the operator calls frequent (DSA Article 23). */
  readonly misuse: MisusePolicy;
  /** Where statements of reasons are sent; null: nowhere. */
  readonly transparency: TransparencyDatabase | null;
}
