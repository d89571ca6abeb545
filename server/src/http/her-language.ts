/**
 * In which language is this page wanted? A prefix of the address says it (`/de/case`); without one, what her browser asks for. Nothing is stored
 * and nothing is redirected: links, forms and answers stay under the prefix that a page was asked for with.
 */
import { bestLanguage, type Language } from '@likeness/casework';
import { type Frame, offeredLanguages, pageBehind, paths, speechIn } from '@likeness/web/person';
import { paths as uploaderPaths } from '@likeness/web/uploader';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { goTo } from './page-answers.ts';

const pages: ReadonlySet<string> = new Set<string>([...Object.values(paths), ...Object.values(uploaderPaths)]);

/** The language of an address and the address without it; null where it carries none, or none that is offered. Only pages have languages. */
function prefixOf(url: string): { readonly language: Language; readonly rest: string } | null {
  const [, tag, rest] = /^\/([a-z]{2})(\/.*)$/.exec(url) ?? [];
  const language = offeredLanguages.find((each) => each === tag);
  if (language === undefined || rest === undefined) return null;
  const [path = ''] = rest.split('?');
  return pages.has(path) ? { language, rest } : null;
}

/** What the router looks for: the address without its language. */
export const withoutLanguage = (url: string): string => prefixOf(url)?.rest ?? url;

/** The same page in her language. */
export function spokenTo<F extends Frame>(frame: F, request: FastifyRequest): F {
  const chosen = prefixOf(request.originalUrl);
  const language = chosen?.language ?? bestLanguage(request.headers['accept-language'], offeredLanguages);
  const [path = ''] = request.url.split('?');
  return { ...frame, speech: speechIn(language), prefix: chosen === null ? '' : `/${chosen.language}`, here: pageBehind(path) };
}

/** Says to caches and browsers on what the language depended. */
export function saysWhatItVariedBy(request: FastifyRequest, reply: FastifyReply): void {
  if (prefixOf(request.originalUrl) === null) void reply.header('vary', 'Accept-Language');
}

/** Answers 303 to another page in the same language. */
export function goOn(request: FastifyRequest, reply: FastifyReply, path: string): FastifyReply {
  const chosen = prefixOf(request.originalUrl);
  return goTo(reply, chosen === null ? path : `/${chosen.language}${path}`);
}
