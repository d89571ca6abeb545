/** What does the thread do that sorts a new base? It builds from what it is given, in memory that both threads share, and says where. */
import { parentPort, workerData } from 'node:worker_threads';
import { buildImage, loadBands } from '@likeness/lookup';

const engine = (await loadBands()).empty();
for (const _ of buildImage(engine, workerData));
parentPort?.postMessage({ home: engine.home, shape: engine.shape });
