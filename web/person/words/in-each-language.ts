/** What must a translation of her words hold? The shape of the English, sentence by sentence. */
import type { Spoken, Translation } from '@likeness/casework';
import type { english } from './en/all.ts';

type English = typeof english;

/** All of a language. */
export type AllWords = Translation<English>;

/** One part of it, under its name in the English file: `export const landing: WordsOf<'landing'> = { ... }`. */
export type WordsOf<Part extends keyof English> = Translation<English[Part]>;

/** What pages speak with. */
export type Words = Spoken<English>;
