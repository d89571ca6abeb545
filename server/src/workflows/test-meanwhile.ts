/** What if somebody else acts between two statements of a transaction? It is begun right there, and the transaction goes on once it is done or waits for a lock. */
import { type KyselyPlugin, sql } from 'kysely';
import type { Engine } from './engine.ts';

/** An engine of which the first transaction to have done this statement stops, until what is done meanwhile is done or waits; `ended` resolves once it is done. */
export function interrupted(
  engine: Engine,
  after: { readonly kind: 'select' | 'insert'; readonly table: string },
  meanwhile: () => Promise<unknown>,
): { readonly engine: Engine; readonly ended: () => Promise<void> } {
  let begun: Promise<void> | undefined;
  const isDoneOrWaits = async (): Promise<void> => {
    let isDone = false;
    begun = meanwhile().then(() => {
      isDone = true;
    });
    for (let waits = 0; !isDone && waits === 0; ) {
      const { rows } = await sql<{ waits: number }>`select count(*)::int as waits from pg_stat_activity
        where datname = current_database() and wait_event_type = 'Lock'`.execute(engine.store.db);
      waits = rows[0]?.waits ?? 0;
    }
  };
  const stops = new WeakSet<object>();
  const plugin: KyselyPlugin = {
    transformQuery: ({ node, queryId }) => {
      const of =
        after.kind === 'select' && node.kind === 'SelectQueryNode'
          ? node.from
          : after.kind === 'insert' && node.kind === 'InsertQueryNode'
            ? node.into
            : undefined;
      if (of !== undefined && JSON.stringify(of).includes(`"${after.table}"`)) stops.add(queryId);
      return node;
    },
    transformResult: async ({ result, queryId }) => {
      if (stops.has(queryId) && begun === undefined) await isDoneOrWaits();
      return result;
    },
  };
  const { store } = engine;
  return {
    engine: {
      ...engine,
      store: { ...store, transact: (work, plans) => store.transact((tx) => work({ ...tx, sql: tx.sql.withPlugin(plugin) }), plans) },
    },
    ended: async () => {
      if (begun === undefined) throw new Error(`nothing of ${after.table} was done`);
      await begun;
    },
  };
}
