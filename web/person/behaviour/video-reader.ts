/** Who reads the videos? A worker with a program of its own, started only when she says that she has videos. */
import type { ReadVideo, VideoProgress, VideoReader, VideoReadiness } from '../../components/fingerprint-panel/behaviour.ts';
import type { VideoOrder, VideoWorkerMessage } from './video-messages.ts';

type Waiting = { readonly onProgress: (progress: VideoProgress) => void; readonly done: (read: ReadVideo) => void };

/** Loads and starts the worker. `readiness` settles once, and never rejects. */
export function startVideoReader(): VideoReader {
  const worker = new Worker(new URL('./video.worker.ts', import.meta.url));
  const waiting = new Map<number, Waiting>();
  const order = (message: VideoOrder): void => worker.postMessage(message);
  let lastId = 0;

  function settle(id: number, read: ReadVideo): void {
    waiting.get(id)?.done(read);
    waiting.delete(id);
  }

  const readiness = new Promise<VideoReadiness>((resolve) => {
    worker.addEventListener('error', () => {
      resolve('not-loaded');
      for (const id of [...waiting.keys()]) settle(id, { problem: 'out-of-memory' });
    });
    worker.addEventListener('message', ({ data: message }: MessageEvent<VideoWorkerMessage>) => {
      switch (message.kind) {
        case 'progress':
          waiting.get(message.id)?.onProgress(message);
          break;
        case 'read':
          settle(message.id, message);
          break;
        case 'refused':
          settle(message.id, { problem: message.problem });
          break;
        default:
          resolve(message.kind);
      }
    });
  });

  return {
    readiness,
    read(file, onProgress) {
      lastId += 1;
      const id = lastId;
      const result = new Promise<ReadVideo>((done) => {
        waiting.set(id, { onProgress, done });
        order({ kind: 'read', id, file });
      });
      return {
        result,
        stop() {
          waiting.delete(id);
          order({ kind: 'stop', id });
        },
      };
    },
  };
}
