/** How is a value carried that must never reach a log, an error or a terminal by accident? */
import { inspect } from 'node:util';

const HIDDEN = '[secret]';

/** Holds a value that prints as `[secret]` everywhere; only `reveal()` gives it out. */
export class Secret<T = string> {
  readonly #value: T;

  constructor(value: T) {
    this.#value = value;
  }

  /** The value itself. Call it where the value is used, and never pass the result on. */
  reveal(): T {
    return this.#value;
  }

  toString(): string {
    return HIDDEN;
  }

  toJSON(): string {
    return HIDDEN;
  }

  [inspect.custom](): string {
    return HIDDEN;
  }
}

/** A PostgreSQL connection URL, password included. */
export type DatabaseUrl = Secret<string>;

/** `host:port/database` of a connection URL, for messages: no user, no password, no options. */
export function describeDatabase(url: DatabaseUrl): string {
  const parsed = new URL(url.reveal());
  const socketFolder = parsed.searchParams.get('host');
  return `${socketFolder ?? (decodeURIComponent(parsed.host) || 'localhost')}${parsed.pathname}`;
}
