/** Who reads the pictures? A worker, started with the page, so that everything is here before a file is chosen and the connection may be off. */
import type { PictureReader, ReadPicture } from '../../components/fingerprint-panel/behaviour.ts';
import type { HeicFiles } from './heic-rows.ts';
import type { LoadHeic, ReadRequest, WorkerMessage } from './picture-messages.ts';

type Waiting = { readonly onShare: (share: number) => void; readonly done: (read: ReadPicture) => void };

/** Starts the worker. `readiness` settles once, and never rejects. `heic` says where the decoder of HEIC pictures is. */
export function startPictureReader(heic: HeicFiles | null): PictureReader {
  const worker = new Worker(new URL('./picture.worker.ts', import.meta.url));
  const waiting = new Map<number, Waiting>();
  let heicLoads: (isLoaded: boolean) => void = () => {};
  let lastId = 0;

  const readiness = new Promise<'ready' | 'slow' | 'distorted' | 'not-available'>((resolve) => {
    worker.addEventListener('error', () => {
      resolve('not-available');
      for (const { done } of waiting.values()) done({ problem: 'out-of-memory' });
      waiting.clear();
      heicLoads(false);
    });
    worker.addEventListener('message', (event: MessageEvent<WorkerMessage>) => {
      const message = event.data;
      switch (message.kind) {
        case 'progress':
          waiting.get(message.id)?.onShare(message.share);
          break;
        case 'read':
          waiting.get(message.id)?.done({ fingerprints: message.fingerprints, isPlain: message.isPlain });
          waiting.delete(message.id);
          break;
        case 'refused':
          waiting.get(message.id)?.done({ problem: message.problem });
          waiting.delete(message.id);
          break;
        case 'heic':
          heicLoads(message.isLoaded);
          break;
        default:
          resolve(message.kind);
      }
    });
  });

  return {
    readiness,
    loadHeic() {
      if (heic === null) return Promise.resolve(false);
      return new Promise((done) => {
        heicLoads = done;
        const order: LoadHeic = { heic };
        worker.postMessage(order);
      });
    },
    read(file, onShare) {
      lastId += 1;
      const request: ReadRequest = { id: lastId, file };
      return new Promise((done) => {
        waiting.set(request.id, { onShare, done });
        worker.postMessage(request);
      });
    },
  };
}
