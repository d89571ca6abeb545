/** Can nobody make the server call an address that is not public? Proven with a listener that must never hear a connection. */
import { createServer, type Server } from 'node:http';
import { Problem } from '@likeness/contract';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { openTargets, type ResolveName, type TargetCall } from './targets.ts';

let server: Server;
let port: number;
let connections: string[] = [];
let answer: (path: string) => { status: number; headers?: Record<string, string>; body?: string; hang?: 'before' | 'within' | 'reset' };

beforeAll(async () => {
  server = createServer((request, response) => {
    const { status, headers = {}, body = '', hang } = answer(request.url ?? '');
    if (hang === 'before') return;
    if (hang === 'reset') {
      request.socket.destroy();
      return;
    }
    response.writeHead(status, headers);
    response.write(body);
    if (hang !== 'within') response.end();
  });
  server.on('connection', (socket) => connections.push(socket.localAddress ?? ''));
  // Every address of this machine, in both families.
  await new Promise<void>((resolve) => server.listen(0, '::', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no address');
  ({ port } = address);
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

beforeEach(() => {
  connections = [];
  answer = () => ({ status: 204 });
});

const to = (url: string): TargetCall => ({ method: 'POST', url, headers: {}, body: '{}', timeoutMs: 500, maxAnswerBytes: 1000 });
const names =
  (table: Record<string, readonly string[]>): ResolveName =>
  async (host) =>
    (table[host] ?? []).map((address) => ({ address, family: address.includes(':') ? 6 : 4 }));
const refusalOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work;
    return 'called';
  } catch (error) {
    return error instanceof Problem ? error.code : String(error);
  }
};

const hostsThatAreNotPublic = [
  '127.0.0.1',
  '127.255.255.254',
  '127.1',
  '127.0.1',
  '2130706433',
  '0x7f000001',
  '0x7f.1',
  '0x7F.0x0.0x0.0x1',
  '0177.0.0.1',
  '017700000001',
  '127.0.0.1.',
  '%31%32%37.0.0.1',
  '１２７.０.０.１',
  '127。0。0。1',
  '0',
  '0.0.0.0',
  'localhost',
  'LOCALHOST.',
  '10.0.0.1',
  '10.255.255.255',
  '100.64.0.1',
  '100.100.100.200',
  '169.254.169.254',
  '169.254.170.2',
  '0xa9fea9fe',
  '172.16.0.1',
  '172.31.255.255',
  '192.0.0.192',
  '192.0.2.1',
  '192.168.0.1',
  '198.18.0.1',
  '203.0.113.7',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '[::]',
  '[::1]',
  '[0:0:0:0:0:0:0:1]',
  '[::127.0.0.1]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[::ffff:10.0.0.1]',
  '[::ffff:8.8.8.8]',
  '[::ffff:0:127.0.0.1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::1]',
  '[100::1]',
  '[2001::1]',
  '[2001:db8::1]',
  '[2002:7f00:1::]',
  '[3fff::1]',
  '[5f00::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fe80::1]',
  '[fec0::1]',
  '[ff02::1]',
];

test.each(hostsThatAreNotPublic)('%s is refused without a connection', async (host) => {
  const targets = openTargets([]);
  const url = `http://${host}:${port}/`;
  expect(await refusalOf(targets.check(url))).toBe('target/refused');
  expect(await refusalOf(targets.call(to(url)))).toBe('target/refused');
  expect(connections).toEqual([]);
});

test.each([
  '',
  'no address',
  '//127.0.0.1/',
  'http://',
  'http:///path',
  'ftp://example.com/',
  'file:///etc/passwd',
  'gopher://127.0.0.1/',
  'data:text/plain,x',
  'javascript:alert(1)',
  'ws://127.0.0.1/',
  'unix:/var/run/docker.sock',
  'http://user@public.example/',
  'http://user:password@public.example/',
  'https://:password@public.example/',
  'http://[fe80::1%25eth0]/',
])('"%s" is refused: not a plain http or https address', async (url) => {
  const targets = openTargets([], names({ 'public.example': ['93.184.215.14'] }));
  expect(await refusalOf(targets.check(url))).toBe('target/refused');
  expect(await refusalOf(targets.call(to(url)))).toBe('target/refused');
});

describe('a host name', () => {
  test('that leads to a private address is refused, alone or among public ones', async () => {
    const targets = openTargets(
      [],
      names({
        'inner.example': ['10.0.0.5'],
        'metadata.example': ['169.254.169.254'],
        'mixed.example': ['93.184.215.14', '127.0.0.1'],
        'mixed6.example': ['2606:2800:21f:cb07:6820:80da:af6b:8b2c', '::1'],
        'mapped.example': ['::ffff:127.0.0.1'],
        'nowhere.example': [],
      }),
    );
    for (const name of ['inner', 'metadata', 'mixed', 'mixed6', 'mapped', 'nowhere'])
      expect(await refusalOf(targets.call(to(`http://${name}.example:${port}/`)))).toBe('target/refused');
    expect(connections).toEqual([]);
  });

  test('with public addresses may be registered', async () => {
    const targets = openTargets([], names({ 'public.example': ['93.184.215.14', '2606:2800:21f:cb07:6820:80da:af6b:8b2c'] }));
    await targets.check('https://public.example/hook');
  });

  test('that answers differently the second time is called at the address that was checked, or not at all', async () => {
    const answers = ['127.0.0.2', '127.0.0.1'];
    let asked = 0;
    const rebinding: ResolveName = async () => {
      asked += 1;
      return [{ address: answers[asked - 1] ?? '127.0.0.1', family: 4 }];
    };
    const targets = openTargets([{ address: '127.0.0.2', prefix: 32, family: 'ipv4' }], rebinding);
    expect((await targets.call(to(`http://rebinding.example:${port}/`))).status).toBe(204);
    expect(asked).toBe(1);
    expect(connections).toEqual(['::ffff:127.0.0.2']);
    expect(await refusalOf(targets.call(to(`http://rebinding.example:${port}/`)))).toBe('target/refused');
    expect(connections).toHaveLength(1);
  });
});

describe('ranges that the operator allowed', () => {
  const loopback = [
    { address: '127.0.0.0', prefix: 8, family: 'ipv4' },
    { address: '::1', prefix: 128, family: 'ipv6' },
  ] as const;

  test.each(['127.0.0.1', '127.1', '[::1]', '[::ffff:127.0.0.1]'])('%s is called', async (host) => {
    expect((await openTargets(loopback).call(to(`http://${host}:${port}/`))).status).toBe(204);
    expect(connections).toHaveLength(1);
  });

  test('open nothing else', async () => {
    for (const host of ['10.0.0.1', '169.254.169.254', '[::ffff:10.0.0.1]', '[fe80::1]'])
      expect(await refusalOf(openTargets(loopback).call(to(`http://${host}:${port}/`)))).toBe('target/refused');
  });

  test('a redirect is an answer, never followed', async () => {
    answer = (path) =>
      path === '/' ? { status: 302, headers: { location: `http://127.0.0.1:${port}/inner` } } : { status: 200, body: 'reached' };
    expect(await openTargets(loopback).call(to(`http://127.0.0.1:${port}/`))).toMatchObject({ status: 302 });
    expect(connections).toHaveLength(1);
  });
});

describe('a call that goes wrong is rejected in time', () => {
  const targets = openTargets([{ address: '127.0.0.1', prefix: 32, family: 'ipv4' }]);

  test.each([
    ['never answers', { status: 200, hang: 'before' }],
    ['stops in the middle of its answer', { status: 200, headers: { 'content-length': '10' }, body: 'half', hang: 'within' }],
    ['closes the connection', { status: 200, hang: 'reset' }],
    ['sends more than was asked for', { status: 200, body: 'x'.repeat(2000) }],
  ] as const)('when the receiver %s', async (_what, reply) => {
    answer = () => reply;
    await expect(targets.call(to(`http://127.0.0.1:${port}/`))).rejects.toThrow(Error);
  });

  test('when nobody listens', async () => {
    await expect(targets.call(to('http://127.0.0.1:1/'))).rejects.toThrow('ECONNREFUSED');
  });
});
