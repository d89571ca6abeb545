/** May this address be called, and how is it called safely? Public addresses only, plus the private ranges that the operator allowed; the checked address is the one connected to. */
import { lookup as dnsLookup } from 'node:dns/promises';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP } from 'node:net';
import { Problem } from '@likeness/contract';
import type { AddressRange } from '../config/settings.ts';

// IANA special-purpose registries for IPv4 and IPv6 (RFC 6890 and later): none of these is a public host.
const specialRanges: readonly (readonly [string, number, 'ipv4' | 'ipv6'])[] = [
  ['0.0.0.0', 8, 'ipv4'],
  ['10.0.0.0', 8, 'ipv4'],
  ['100.64.0.0', 10, 'ipv4'],
  ['127.0.0.0', 8, 'ipv4'],
  ['169.254.0.0', 16, 'ipv4'],
  ['172.16.0.0', 12, 'ipv4'],
  ['192.0.0.0', 24, 'ipv4'],
  ['192.0.2.0', 24, 'ipv4'],
  ['192.88.99.0', 24, 'ipv4'],
  ['192.168.0.0', 16, 'ipv4'],
  ['198.18.0.0', 15, 'ipv4'],
  ['198.51.100.0', 24, 'ipv4'],
  ['203.0.113.0', 24, 'ipv4'],
  ['224.0.0.0', 4, 'ipv4'],
  ['240.0.0.0', 4, 'ipv4'],
  ['2001::', 23, 'ipv6'],
  ['2001:db8::', 32, 'ipv6'],
  ['2002::', 16, 'ipv6'],
  ['3fff::', 20, 'ipv6'],
];

// RFC 4291 §2.4, as IANA has assigned it: everything else in IPv6 is loopback, local, embedded IPv4, multicast or not given out.
const globalUnicast = new BlockList();
globalUnicast.addSubnet('2000::', 3, 'ipv6');

const special = new BlockList();
for (const [address, prefix, family] of specialRanges) special.addSubnet(address, prefix, family);

export interface Targets {
  /** Resolves when the address may be called; Problem `target/refused` when not. Used when an address is registered: calls check again. */
  check(url: string): Promise<void>;
  /** One call: no redirects, one address, a time limit, a size limit. Rejects with an Error whose message names no secret. */
  call(wanted: TargetCall): Promise<TargetAnswer>;
}

export interface TargetCall {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly timeoutMs: number;
  readonly maxAnswerBytes: number;
}

export interface TargetAnswer {
  readonly status: number;
  /** The body as it arrived, in order: joining it would hold it twice. */
  readonly chunks: readonly Buffer[];
  readonly contentType: string;
  /** The header, as it came; empty without one. */
  readonly retryAfter: string;
}

/** Every address of a host name; none when it does not resolve. */
export type ResolveName = (host: string) => Promise<readonly { readonly address: string; readonly family: number }[]>;

const systemNames: ResolveName = (host) => dnsLookup(host, { all: true, verbatim: true }).catch(() => []);

/** `allowed` are private ranges that the operator opened (`LIKENESS_PRIVATE_TARGETS`). */
export function openTargets(allowed: readonly AddressRange[], resolveName: ResolveName = systemNames): Targets {
  const opened = new BlockList();
  for (const range of allowed) opened.addSubnet(range.address, range.prefix, range.family);
  const mayConnect = (address: string): boolean => {
    // IPv4 inside IPv6 is judged as the IPv4 address that it is.
    const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
    const plain = mapped ?? address;
    const family = isIP(plain) === 6 ? 'ipv6' : 'ipv4';
    if (opened.check(plain, family)) return true;
    if (family === 'ipv6' && !globalUnicast.check(plain, family)) return false;
    return !special.check(plain, family);
  };
  const resolve = async (url: URL): Promise<{ address: string; family: 4 | 6 }> => {
    if (url.protocol !== 'https:' && url.protocol !== 'http:')
      throw new Problem('target/refused', { detail: 'Only http and https addresses are called.' });
    if (url.username !== '' || url.password !== '')
      throw new Problem('target/refused', { detail: 'The address must not carry a user name or password.' });
    const host = url.hostname.replace(/^\[|\]$/g, '');
    const found = isIP(host) === 0 ? await resolveName(host) : [{ address: host, family: isIP(host) }];
    if (found.length === 0) throw new Problem('target/refused', { detail: 'The host name does not resolve.' });
    // Every address must be fit, so that a name with one public and one private address opens nothing.
    if (!found.every(({ address }) => mayConnect(address))) throw new Problem('target/refused');
    const [first] = found;
    if (first === undefined) throw new Problem('target/refused');
    return { address: first.address, family: first.family === 6 ? 6 : 4 };
  };
  const parse = (text: string): URL => {
    const url = URL.parse(text);
    if (url === null) throw new Problem('target/refused', { detail: 'This is not a web address.' });
    return url;
  };
  return {
    check: async (text) => {
      await resolve(parse(text));
    },
    call: async (wanted) => {
      const url = parse(wanted.url);
      const pinned = await resolve(url);
      return send(url, pinned, wanted);
    },
  };
}

function send(url: URL, pinned: { address: string; family: 4 | 6 }, wanted: TargetCall): Promise<TargetAnswer> {
  return new Promise((fulfil, reject) => {
    const open = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = open(
      url,
      {
        method: wanted.method,
        headers: { ...wanted.headers, ...(wanted.body === undefined ? {} : { 'content-length': String(Buffer.byteLength(wanted.body)) }) },
        agent: false,
        signal: AbortSignal.timeout(wanted.timeoutMs),
        // The address that was judged is the address that is connected to: a second DNS answer cannot change it.
        lookup: (_host, options, done) => {
          if (options.all === true) done(null, [pinned]);
          else done(null, pinned.address, pinned.family);
        },
      },
      (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size <= wanted.maxAnswerBytes) {
            chunks.push(chunk);
            return;
          }
          // Rejected first: all of it may have arrived at once, and then its end is heard before the request is destroyed.
          reject(new Error(`the answer is larger than ${wanted.maxAnswerBytes} bytes`));
          request.destroy();
        });
        response.on('error', reject);
        response.on('end', () => {
          const { 'content-type': contentType = '', 'retry-after': retryAfter = '' } = response.headers;
          fulfil({ status: response.statusCode ?? 0, chunks, contentType, retryAfter });
        });
      },
    );
    request.on('error', reject);
    request.end(wanted.body);
  });
}
