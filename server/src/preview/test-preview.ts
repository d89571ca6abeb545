/** How does a test show a moderator a picture? A console with a decoder and a service that gives its pictures out, and a moderator who sits there. */
import { type DecodePool, openDecodePool } from '../decode/pool.ts';
import { openPictureService, openTestConsole, type PictureService, type Seat, type TestConsole } from '../http/test-console.ts';

export interface PictureDesk {
  readonly decode: DecodePool;
  readonly desk: TestConsole;
  readonly service: PictureService;
  readonly ines: Seat;
  close(): Promise<void>;
}

export async function openPictureDesk(): Promise<PictureDesk> {
  const decode = await openDecodePool({ children: 1 });
  const desk = await openTestConsole(undefined, decode);
  const service = await openPictureService(desk.house);
  const ines = await desk.sitDown('Ines Moreau');
  return {
    decode,
    desk,
    service,
    ines,
    close: async () => {
      await service.close();
      await desk.close();
      await decode.close();
    },
  };
}

/** A file as it arrives, in one piece. */
export async function* once(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}
