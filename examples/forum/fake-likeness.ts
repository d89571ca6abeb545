/** What would Likeness answer? For the tests: a server whose every answer the test decides, and which records what it hears. */
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';

export interface Call {
  readonly method: string;
  readonly path: string;
  readonly headers: Headers;
  readonly body: Record<string, unknown>;
}

export class FakeLikeness {
  readonly calls: Call[] = [];
  readonly secret = `whsec_${randomBytes(24).toString('base64')}`;
  verdict = 'allow';
  missing: string[] = [];
  /** What the next calls of this path are answered instead. */
  readonly failing = new Map<string, { status: number; code: string }>();
  url = '';
  #server: Server | null = null;

  async start(port = 0): Promise<void> {
    this.#server = createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(chunk);
      const type = request.headers['content-type'] ?? '';
      const message = new Response(new Uint8Array(Buffer.concat(chunks)), { headers: { 'content-type': type } });
      const sent: unknown = type.startsWith('multipart/')
        ? Object.fromEntries((await message.formData()).entries())
        : await message.json().catch(() => ({}));
      const body: Record<string, unknown> = Object.fromEntries(Object.entries(sent ?? {}));
      const headers = new Headers(Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]));
      const path = (request.url ?? '').replace('/api/v1', '');
      this.calls.push({ method: request.method ?? '', path, headers, body });
      const failure = this.failing.get(path.split('/')[1] ?? '');
      const problem = failure ? { code: failure.code, detail: 'because the test says so' } : null;
      response.writeHead(failure?.status ?? 200, { 'content-type': problem ? 'application/problem+json' : 'application/json' });
      response.end(JSON.stringify(problem ?? this.#answer(path, body)));
    }).listen(port, '127.0.0.1');
    await once(this.#server, 'listening');
    const address = this.#server.address();
    if (address !== null && typeof address === 'object') this.url = `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    this.#server?.close();
    if (this.#server?.listening) await once(this.#server, 'close');
  }

  #answer(path: string, body: Record<string, unknown>): object {
    if (path === '/webhook-endpoints') return { id: 'e1', url: body['url'], secret: this.secret, createdAt: new Date() };
    if (path === '/screen') return { contentId: body['contentId'], verdict: this.verdict, reviewPending: false, matches: [] };
    if (path === '/requests')
      return {
        trackingNumber: 'LK-7Q2M-9XKA-0RTE-5',
        followUrl: `${this.url}/follow#secret&more`,
        status: this.missing.length === 0 ? 'complete' : 'incomplete',
        receivedAt: '2026-11-22T08:00:00.000Z',
        dueAt: '2026-11-24T08:00:00.000Z',
        missingDetails: this.missing.slice(0, 1).map((sentence) => ({ element: 'x', pointer: '/x', sentence })),
        // Of two laws, each lacks the first; what only the other asks for stands there alone.
        requests: [this.missing.slice(0, 1), this.missing].map((sentences) => ({
          missingDetails: sentences.map((sentence) => ({ element: 'x', pointer: '/x', sentence })),
        })),
      };
    return {};
  }

  heard(method: string, path: string): Call[] {
    return this.calls.filter((call) => call.method === method && call.path === path);
  }
}
