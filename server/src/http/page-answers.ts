/** Under which headers does a page leave, and may this form be taken? Strict CSP, nothing cached, forms from our own pages only. */
import { Problem } from '@likeness/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** Nothing from anywhere else, WebAssembly for the kernels, workers of our own. */
export const contentSecurityPolicy = [
  "default-src 'none'",
  "connect-src 'self'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "worker-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** Sends a page. Nothing of it is kept by the browser, so Back after leaving shows nothing. */
export function sendPage(reply: FastifyReply, html: string, status = 200): FastifyReply {
  return pageHeaders(reply).status(status).type('text/html; charset=utf-8').send(html);
}

/** The headers of every page and every redirect between pages. */
export function pageHeaders(reply: FastifyReply): FastifyReply {
  return reply
    .header('content-security-policy', contentSecurityPolicy)
    .header('cache-control', 'no-store')
    .header('referrer-policy', 'no-referrer')
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-opener-policy', 'same-origin')
    .header('cross-origin-resource-policy', 'same-origin')
    .header('permissions-policy', 'camera=(), microphone=(), geolocation=(), browsing-topics=()');
}

/** Answers 303: the browser asks for the next page with GET, and a reload sends nothing twice. */
export function goTo(reply: FastifyReply, path: string): FastifyReply {
  return pageHeaders(reply).redirect(path, 303);
}

/**
 * Whether another site's page sent this form. Browsers say so in Sec-Fetch-Site; older ones, and those on plain http, in Origin. The Host header decides
 * nothing: a site whose name was pointed at this server sends its own name in both.
 */
function isForeignForm(request: FastifyRequest, ownOrigins: readonly string[]): boolean {
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  // Our pages send no referrer, and then browsers write `null` for the origin of a form: Sec-Fetch-Site tells it from another site's.
  const isOurs = origin === undefined || ownOrigins.includes(origin) || (origin === 'null' && site !== undefined);
  return !isOurs || (site !== undefined && site !== 'same-origin' && site !== 'none');
}

/** Refuses a form that another site's page sent. Problem `form/foreign`. */
export function refuseForeignForm(request: FastifyRequest, ownOrigins: readonly string[]): void {
  if (isForeignForm(request, ownOrigins)) throw new Problem('form/foreign');
}

/**
 * Whether a form that is refused as foreign came from a page of ours which was opened under a name that is not the site's own: by an old link, or by the number
 * of the machine. What was filled in there is given back and never taken. A form of another site's page, which names our own host, is none of these.
 */
export function isUnderAnotherName(request: FastifyRequest, ownOrigins: readonly string[]): boolean {
  const site = request.headers['sec-fetch-site'];
  const isOurHost = ownOrigins.some((origin) => new URL(origin).host === request.headers.host);
  return !isOurHost && (site === undefined || site === 'same-origin') && isForeignForm(request, ownOrigins);
}

/** The headers of scripts and styles. A worker takes its policy from its own answer, so they carry the pages' policy too. */
export function assetHeaders(reply: FastifyReply): void {
  void reply
    .header('content-security-policy', contentSecurityPolicy)
    .header('x-content-type-options', 'nosniff')
    .header('cross-origin-resource-policy', 'same-origin');
}
