/** What is a command, and what does it get to work with? */

/** An option of a command. Every command also takes `--json` and `--help`. */
export interface Option {
  readonly name: string;
  /** The name of its value, such as `NAME`; without one it is a switch. */
  readonly value?: string;
  readonly sentence: string;
}

/** What was asked, and the way back. */
export interface Call {
  /** The files or names after the command. */
  readonly operands: readonly string[];
  /** The value of an option, or undefined. */
  option(name: string): string | undefined;
  /** Whether every line printed is to be one JSON value. */
  readonly json: boolean;
  /** Prints a line on standard output. */
  print(line: string): void;
  /** Prints on standard error what failed. */
  complain(line: string): void;
  /** Prints on standard error what a person at a terminal may want to know; nothing with `--json`. */
  note(sentence: string): void;
  /** Runs `work` when the command is over, however it ends: last registered, first run. Waited for, after Ctrl-C too. */
  atEnd(work: () => Promise<void>): void;
  /** Resolves with the signal that asks this process to end. Whoever takes it ends the command by itself. */
  takeSignals(): Promise<NodeJS.Signals>;
}

export interface Command {
  /** The words after `likeness`, such as `key create`. */
  readonly words: string;
  /** How operands stand in the usage line, such as `FILE...`; empty when it takes none. */
  readonly operands: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** What it does, for someone who has never used it. */
  readonly explanation: string;
  readonly options: readonly Option[];
  /** Command lines that work, with what they are for. */
  readonly examples: readonly { readonly line: string; readonly sentence: string }[];
  /** Answers the exit status (docs/operating/README.md): 0 done, 1 something that was asked about failed. Throws a Refusal for everything known that stands in the way. */
  run(call: Call): Promise<number>;
}
