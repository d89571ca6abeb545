/** How does a test decide about posts as a service has them? A house with two moderators, posts that get a name each, decisions that are made, and what the service was told of a post. */
import type { ServiceFacts } from '@likeness/casework';
import type { FeedEntry } from '@likeness/contract';
import { afterAll } from 'vitest';
import { feedAfter } from '../outbox/feed.ts';
import { decide, type Ruling } from './decide.ts';
import { setServiceLaw } from './service-facts.ts';
import { aModerator } from './test-cast.ts';
import { openTestHouse, type TestHouse } from './test-house.ts';

export interface TestDesk extends TestHouse {
  readonly ada: string;
  readonly bob: string;
  /** A name that nothing here has. */
  newName(): string;
  /** Makes a decision, by Ada unless `more` says otherwise; answers its id. @throws Error where it was not made */
  decides(about: Ruling['about'], decision: Ruling['decision'], ground: string, more?: Partial<Ruling>): Promise<string>;
  /** All of the feed. */
  feed(): Promise<readonly FeedEntry[]>;
  /** What came after this place in the feed, and the last place in it. */
  toldAfter(sequence: number): Promise<readonly FeedEntry[]>;
  lastTold(): Promise<number>;
  /** The reference of a screened post, also of one that the service deleted since; empty where there is none. */
  refOf(contentId: string): Promise<string>;
  /** What the service was told of a post and its picture. */
  told(contentId: string): Promise<readonly FeedEntry[]>;
  /** What the ledger names of each act of this kind, in order. */
  acts(act: string): Promise<readonly Readonly<Record<string, string | number>>[]>;
}

type Service = Partial<Pick<ServiceFacts, 'territories' | 'follows'>>;

/** One for all tests of a file, opened where the file begins and closed after the last of them. `service`: where it is offered, with the laws it follows by choice. */
export async function deskForTests(service: Service | null = null): Promise<TestDesk> {
  const house = await openDesk(service);
  afterAll(() => house.close());
  return house;
}

async function openDesk(service: Service | null): Promise<TestDesk> {
  const house = await openTestHouse();
  const { engine, platformId, moderatorId: ada } = house;
  const bob = await aModerator(engine, 'Bob');
  if (service !== null)
    await setServiceLaw(engine.store, platformId, {
      facts: { kind: 'user-content', territories: [], follows: [], targetHours: {}, ...service },
      interim: null,
    });
  let made = 0;
  const toldAfter = (sequence: number): Promise<FeedEntry[]> => feedAfter(engine.store.db, platformId, sequence, 100_000);
  const feed = () => toldAfter(0);
  return {
    ...house,
    ada,
    bob,
    newName: () => {
      made += 1;
      return `post-${made}`;
    },
    decides: async (about, decision, ground, more = {}) => {
      const ruled = await decide(engine, { about, decision, ground, note: '', moderatorId: ada, ...more });
      if (ruled.outcome !== 'decided') throw new Error(`not decided: ${ruled.outcome}`);
      return ruled.decisionId;
    },
    feed,
    toldAfter,
    lastTold: async () => (await feed()).at(-1)?.sequence ?? 0,
    refOf: async (contentId) => {
      const row = await engine.store.db.selectFrom('content').select('ref').where('content_id', '=', contentId).executeTakeFirst();
      return row?.ref ?? '';
    },
    told: async (contentId) => (await feed()).filter(({ data, type }) => type.startsWith('content.') && data.contentId === contentId),
    acts: async (act) => {
      const rows = await engine.store.db.selectFrom('ledger').select('subjects').where('act', '=', act).orderBy('seq').execute();
      return rows.map(({ subjects }) => subjects);
    },
  };
}
