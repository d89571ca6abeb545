/** How is this process doing, in numbers for a monitoring system? `/metrics` in the text format of Prometheus; nothing of any person, picture or bank is in it. */
import type { FastifyPluginAsync } from 'fastify';
import { latestChange } from '../store/banks.ts';
import type { Engine } from '../workflows/engine.ts';

interface Metric {
  readonly name: string;
  readonly type: 'gauge' | 'counter';
  readonly help: string;
  /** Null: not known now, and left out. */
  readonly value: number | null;
}

export const metrics: FastifyPluginAsync<{ readonly engine: Engine }> = async (app, { engine }) => {
  app.get('/metrics', async (_request, reply) => {
    const latest = await latestChange(engine.store.db).catch(() => null);
    return reply
      .header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
      .header('cache-control', 'no-store')
      .send(textOf(indexMetrics(engine.index, latest)));
  });
};

function indexMetrics({ seq, codeCount, facts }: Engine['index'], latest: number | null): readonly Metric[] {
  const gauge = (name: string, help: string, value: number | null): Metric => ({
    name: `likeness_index_${name}`,
    type: 'gauge',
    help,
    value,
  });
  return [
    gauge('loaded', '1 once everything listed is in memory; until then uploads are not screened.', facts.isLoaded ? 1 : 0),
    gauge('sequence', 'Number of the last bank change in memory.', seq),
    gauge('behind_changes', 'Committed bank changes that are not in memory yet.', latest === null ? null : Math.max(0, latest - seq)),
    gauge('codes', 'Distinct codes in memory.', codeCount),
    gauge('tail_codes', 'Codes that every look-up reads one by one until the next rebuild.', facts.tail),
    gauge('tombstones', 'Codes that are gone and still take room until the next rebuild.', facts.tombstones),
    {
      name: 'likeness_index_rebuilds_total',
      type: 'counter',
      help: 'Times that the sorted part was built anew since the start.',
      value: facts.rebuilds,
    },
    gauge('last_rebuild_seconds', 'How long the last rebuild took.', facts.lastRebuildMs === null ? null : facts.lastRebuildMs / 1000),
    gauge('file_sequence', 'Last bank change in the index file that the next start reads.', facts.file?.seq ?? null),
    gauge(
      'file_written_timestamp_seconds',
      'When that file was written.',
      facts.file === null ? null : facts.file.writtenAt.getTime() / 1000,
    ),
    {
      name: 'process_resident_memory_bytes',
      type: 'gauge',
      help: 'Resident memory of this process, without its decoders.',
      value: process.memoryUsage.rss(),
    },
  ];
}

function textOf(all: readonly Metric[]): string {
  return all
    .flatMap(({ name, type, help, value }) =>
      value === null ? [] : [`# HELP ${name} ${help}\n# TYPE ${name} ${type}\n${name} ${value}\n`],
    )
    .join('');
}
