/** What does a server's build thread do? Builds from what it is given and tells where: the other side of `layered.test.ts`. */
import { parentPort, workerData } from 'node:worker_threads';
import { loadBands } from './bands.ts';
import { buildImage } from './build.ts';

const engine = (await loadBands()).empty();
const steps = buildImage(engine, workerData);
while (steps.next().done !== true);
parentPort?.postMessage({ home: engine.home, shape: engine.shape });
