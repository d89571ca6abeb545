/** What does not work right now? Said once when it begins and once when it is over, however often it is tried in between. */

export class Outage {
  readonly #log: (line: string) => void;
  readonly #underWay = new Set<string>();
  #isMetThisRound = false;

  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  /** `what` failed. Says the sentence unless it was said of the same before, and that is not over yet. */
  met(what: string, sentence: string): void {
    this.#isMetThisRound = true;
    if (this.#underWay.has(what)) return;
    this.#underWay.add(what);
    this.#log(sentence);
  }

  /** Everything that waits is tried from here on. */
  startRound(): void {
    this.#isMetThisRound = false;
  }

  /** Everything that waited was tried: when nothing failed in this round, what was said is over. */
  endRound(): void {
    if (this.#isMetThisRound || this.#underWay.size === 0) return;
    this.#underWay.clear();
    this.#log('Likeness answers again; nothing waits for it any more.');
  }
}
