/** Why does the program not do what it was asked, in one sentence an operator can act on? */

/** Exit status of a command that cannot start or cannot reach what it needs. */
export const REFUSED = 3;

/** Exit status of a command that was asked about something by name or by file that is missing, unreadable, or does not allow it. */
export const NOT_SO = 1;

/** A known reason not to go on. The CLI prints its message as the one line on stderr; no stack trace is ever shown for it. */
export class Refusal extends Error {
  /** Names the reason for programs, such as `config/port` or `postgres/unreachable`. */
  readonly code: string;
  /** The exit status of the process (docs/operating/README.md): `NOT_SO` for what was named, 2 for wrong usage, `REFUSED` (the default) for "cannot". */
  readonly exitCode: number;

  constructor(code: string, sentence: string, exitCode: number = REFUSED) {
    // One line whatever was quoted into the sentence, so that a log line stays a line.
    super(sentence.replace(/\s*[\r\n]+\s*/g, ' '));
    this.name = 'Refusal';
    this.code = code;
    this.exitCode = exitCode;
  }
}

/** The system's error code (`EACCES`, `ENOSPC`, ...) of something caught, if it has one. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

const SYSTEM_REASONS: Readonly<Record<string, string>> = {
  EACCES: 'this user has no permission',
  EPERM: 'this user has no permission',
  EROFS: 'the file system is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  ENOTDIR: 'a part of the path is a file, not a folder',
  EISDIR: 'it is a folder, not a file',
  EEXIST: 'something else of that name is there',
  ENOENT: 'there is no such file or folder',
  ELOOP: 'its symbolic links go in circles',
  ENAMETOOLONG: 'the path is too long',
  EIO: 'the disk reports an input/output error',
  EMFILE: 'too many files are open',
};

/** A system error in plain words, with its code: "the disk is full (ENOSPC)". */
export function plainReason(error: unknown): string {
  const code = systemErrorCode(error);
  if (code !== undefined) return `${SYSTEM_REASONS[code] ?? 'the system refused'} (${code})`;
  return error instanceof Error ? error.message : String(error);
}
