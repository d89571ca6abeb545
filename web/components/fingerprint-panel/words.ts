/** Which sentences does the fingerprint panel need? The page passes them as data, so that the behaviour holds no language. */
import type { Spoken, Translation } from '@likeness/casework';
import type { fingerprintPanel } from '../../person/words/en/fingerprints.ts';

/** The shape of the sentences, as their English has it. */
export type FingerprintPanelEnglish = typeof fingerprintPanel;

/** The sentences of one language, as they travel in the page. */
export type FingerprintPanelSentences = Translation<FingerprintPanelEnglish>;

/** What the panel speaks with. */
export type FingerprintPanelWords = Spoken<FingerprintPanelEnglish>;

/** Why a picture or a video has no fingerprint. */
export type PictureProblem = keyof FingerprintPanelEnglish['problems'];
