/** Who asks: a person with a browser, or a program? A person who meets an error outside every page gets the calm page; a program gets the problem. */
import { type Problem, problems } from '@likeness/contract';
import { type Frame, type PrivacyModel, type ProblemModel, paths, renderProblem, speechIn } from '@likeness/web/person';
import type { FastifyRequest } from 'fastify';
import type { DataProtection } from '../config/data-protection.ts';
import type { Settings } from '../config/settings.ts';

/** What stands around every page of the person's door. */
export function frameOfPages({ exitUrl }: Pick<Settings, 'exitUrl'>, dataProtection: DataProtection | null): Frame {
  const kept = keptHere(dataProtection);
  const operator = kept === null ? null : { name: kept.controller.name, contactHref: kept.contactHref };
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { siteName: 'Likeness', exitUrl, operator, timeZone, speech: speechIn('en'), prefix: '', here: paths.landing };
}

/** What the page about kept data says; null while the operator has said nothing. */
export function keptHere(dataProtection: DataProtection | null): PrivacyModel['kept'] {
  if (dataProtection === null) return null;
  const { contact } = dataProtection;
  const isMail = /^[^\s@:/?#]+@[^\s@:/?#]+$/.test(contact);
  return { ...dataProtection, contactHref: isMail ? `mailto:${contact}` : /^https:\/\/\S+$/.test(contact) ? contact : null };
}

/** Whether an address belongs to the platforms' API: nobody opens it in a browser. */
export const isApi = (request: FastifyRequest): boolean => request.url === '/api' || request.url.startsWith('/api/');

const operatorsDoors: readonly string[] = ['/healthz', '/readyz', '/metrics'];

/** Whether a page is wanted. At every address that people open it is, unless JSON and no page was asked for: not everything a person opens an address with says text/html. */
export function wantsPage(request: FastifyRequest): boolean {
  const { accept = '' } = request.headers;
  const [path = ''] = request.url.split('?');
  return !isApi(request) && !operatorsDoors.includes(path) && (accept.includes('text/html') || !accept.includes('json'));
}

/** The status under which a page says this: it may be milder than the problem's. */
export function shownStatus({ code }: Problem): ProblemModel['status'] {
  const { status } = problems[code];
  return status === 403 || status === 404 || status === 405 || status === 413 || status === 429 || status === 500 || status === 503
    ? status
    : 400;
}

/** The page for an error: what to do, never what went wrong inside. */
export function calmPage(frame: Frame, problem: Problem): { readonly html: string; readonly status: number } {
  const { retryAfterSeconds } = problem.place;
  const status = shownStatus(problem);
  return { html: renderProblem({ ...frame, status, ...(retryAfterSeconds === undefined ? {} : { retryAfterSeconds }) }), status };
}
