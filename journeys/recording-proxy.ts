/** What did her browser send, byte by byte, and does any of it come from her files? A proxy that all of a browser's traffic goes through, and a search of what it recorded. */
import { createServer, type IncomingMessage, request as requestOf, type ServerResponse } from 'node:http';

export interface Recorded {
  readonly method: string;
  readonly url: string;
  /** Request line, headers and body. */
  readonly bytes: Buffer;
}

export interface RecordingProxy {
  /** For the browser's settings. */
  readonly server: string;
  readonly recorded: readonly Recorded[];
  close(): Promise<void>;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** Passes everything to where it is addressed, on this machine only; whatever is addressed elsewhere is recorded and refused. */
export async function openRecordingProxy(): Promise<RecordingProxy> {
  const recorded: Recorded[] = [];

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '', rawHeaders, headers } = request;
    const body = await bodyOf(request);
    recorded.push({ method, url, bytes: Buffer.concat([Buffer.from(`${method} ${url}\r\n${rawHeaders.join('\r\n')}\r\n\r\n`), body]) });
    if (new URL(url).hostname !== '127.0.0.1') {
      response.writeHead(502).end();
      return;
    }
    const onward = requestOf(url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.rawHeaders);
      answer.pipe(response);
    });
    onward.on('error', () => response.destroy());
    onward.end(body);
  }

  const server = createServer((request, response) => void pass(request, response).catch(() => response.destroy()));
  // A tunnel cannot be looked into, so none is made.
  server.on('connect', (request, socket) => {
    recorded.push({ method: 'CONNECT', url: request.url ?? '', bytes: Buffer.from(request.url ?? '') });
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the proxy has no port');
  return {
    server: `http://127.0.0.1:${address.port}`,
    recorded,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

const run = 16;

/** What was sent, also as it reads once percent signs, base64 (from each of four letters) and hexadecimal (from each of two) are undone. */
function readings(recorded: readonly Recorded[]): readonly Buffer[] {
  return recorded.flatMap(({ bytes }) => {
    const text = bytes.toString('latin1');
    const plain = text.replaceAll(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
    const words = plain.match(/[\w+/-]{22,}/g) ?? [];
    return [
      bytes,
      Buffer.from(plain, 'latin1'),
      ...words.flatMap((word) => [0, 1, 2, 3].map((from) => Buffer.from(word.slice(from), 'base64'))),
      ...(plain.match(/[0-9a-f]{32,}/gi) ?? []).flatMap((word) => [0, 1].map((from) => Buffer.from(word.slice(from), 'hex'))),
    ];
  });
}

/** The places in a file from which a run of 16 bytes was sent, in any of the readings. Every place of the file is looked at. */
export function sentRuns(recorded: readonly Recorded[]): (file: Buffer) => readonly number[] {
  const sent = new Set<string>();
  // By the first three bytes: nearly every place of a file is ruled out by one look.
  const begins = new Uint8Array(1 << 24);
  for (const reading of readings(recorded)) {
    for (let at = 0; at + run <= reading.length; at += 1) {
      begins[reading.readUIntBE(at, 3)] = 1;
      sent.add(reading.toString('latin1', at, at + run));
    }
  }
  return (file) => {
    const found: number[] = [];
    for (let at = 0; at + run <= file.length; at += 1)
      if (begins[file.readUIntBE(at, 3)] === 1 && sent.has(file.toString('latin1', at, at + run))) found.push(at);
    return found;
  };
}
