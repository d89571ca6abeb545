/**
 * How fast is it, held against something in the same run? `npm run bench -- fingerprint [--json]`: one table, or one JSON object per measure and line.
 * Exits with 1 where a target is missed.
 */
import { parseArgs } from 'node:util';
import { benchQueue } from './console/queue.ts';
import { benchFingerprint } from './fingerprint/bench.ts';
import { benchFrontDoor } from './front-door.ts';
import { benchFreshness } from './index/freshness.ts';
import { benchRestart } from './index/restart.ts';
import { benchSweep } from './index/sweep.ts';
import { benchLookup } from './lookup/bench.ts';
import { type Measure, tableOf } from './measure.ts';
import { benchScreening } from './screening/bench.ts';
import { benchVideo } from './video.ts';

/** Each gives its measures as they are done. */
const benches: Readonly<Record<string, () => AsyncIterable<Measure>>> = {
  fingerprint: benchFingerprint,
  video: benchVideo,
  lookup: () => benchLookup(Number(values.n)),
  freshness: () => benchFreshness(Number(values.n)),
  restart: () => benchRestart(Number(values.n)),
  sweep: () => benchSweep(Number(values.n)),
  screening: () => benchScreening(Number(values.n)),
  'front-door': benchFrontDoor,
  queue: () => benchQueue(Number(values.n)),
};

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { json: { type: 'boolean', default: false }, n: { type: 'string', default: '1000000' } },
});
const [name = ''] = positionals;
const bench = Object.hasOwn(benches, name) ? benches[name] : undefined;
if (bench === undefined || positionals.length !== 1) {
  console.error(`Say which benchmark to run: ${Object.keys(benches).join(', ')}.`);
  process.exitCode = 2;
} else {
  const measures: Measure[] = [];
  for await (const measure of bench()) {
    measures.push(measure);
    if (values.json) console.log(JSON.stringify(measure));
  }
  if (!values.json) console.log(tableOf(measures));
  if (measures.some(({ met }) => !met)) process.exitCode = 1;
}
