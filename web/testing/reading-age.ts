/**
 * How hard is a text to read, by a formula of its own language? English has two; Italian, German and Spanish one each. For Arabic none is
 * established for plain public texts, so its sentences are only counted.
 */

const sentencesOf = (text: string): number => text.split(/[.?!:؟]+(?:\s|$)/).filter((sentence) => sentence.trim() !== '').length;
const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{M}\d'’-]+/gu) ?? [];
const lettersOf = (text: string): number => (text.match(/[\p{L}\d]/gu) ?? []).length;

/** Years of age: the Automated Readability Index (Smith and Senter 1967) and Coleman and Liau (1975), whose school years begin at five. */
export function englishAges(text: string): { readonly ari: number; readonly colemanLiau: number } {
  const words = wordsOf(text);
  const sentences = sentencesOf(text);
  const perWord = words.join('').length / words.length;
  return {
    ari: 4.71 * perWord + (0.5 * words.length) / sentences - 21.43 + 5,
    colemanLiau: 5.88 * perWord - (29.6 * sentences) / words.length - 15.8 + 5,
  };
}

/** Gulpease (Lucisano and Piemontese 1988), 0 to 100, the higher the easier: from 60 on it is easy at the lower secondary school, which begins at eleven. */
export function italianEase(text: string): number {
  return 89 + (300 * sentencesOf(text) - 10 * lettersOf(text)) / wordsOf(text).length;
}

const germanSyllables = (word: string): number => word.match(/[aeiouyäöü]+/gi)?.length ?? 1;

/** The first Wiener Sachtextformel (Bamberger and Vanecek 1984): the school year that can read it; the sixth begins at eleven. */
export function germanSchoolYear(text: string): number {
  const words = wordsOf(text);
  const share = (is: (word: string) => boolean): number => (100 * words.filter(is).length) / words.length;
  const long = share((word) => germanSyllables(word) >= 3);
  const ofManyLetters = share((word) => word.length > 6);
  const ofOneSyllable = share((word) => germanSyllables(word) === 1);
  return 0.1935 * long + 0.1672 * (words.length / sentencesOf(text)) + 0.1297 * ofManyLetters - 0.0327 * ofOneSyllable - 0.875;
}

/** Vowels that meet make one syllable, unless both are strong or the weak one carries the accent. */
function spanishSyllables(word: string): number {
  const runs = word.toLowerCase().match(/[aeiouáéíóúü]+/g) ?? [];
  const breaks = (run: string): number => run.match(/[aeoáéó](?=[aeoáéó])|[íú](?=[aeo])|[aeo](?=[íú])/g)?.length ?? 0;
  return Math.max(1, runs.length + runs.reduce((sum, run) => sum + breaks(run), 0));
}

/** Szigriszt Pazos (1993), 0 to 100, the higher the easier; on the scale of INFLESZ (Barrio 2007) "fairly easy", the end of primary school, begins at 65. */
export function spanishEase(text: string): number {
  const words = wordsOf(text);
  const syllables = words.reduce((sum, word) => sum + spanishSyllables(word), 0);
  return 206.835 - (62.3 * syllables) / words.length - words.length / sentencesOf(text);
}

/** Words in a sentence, on average. */
export const sentenceLength = (text: string): number => wordsOf(text).length / sentencesOf(text);
