/** Which of the uploads that look like a requester's pictures does one page show, and what of them waits for an answer? What shows the same is one card. */
import { provedBy } from '@likeness/casework';
import type { Fingerprint } from '@likeness/fingerprint';
import type { FoundOnPage, UploadStanding } from '@likeness/web/moderator';
import type { Candidate } from '../store/candidates.ts';
import { type Content, contentsByRef, isDown, isListable, standingsOf, withCodes } from '../store/content.ts';
import type { Db } from '../store/database.ts';
import { type DeskUpload, deskUpload } from './desk-uploads.ts';
import { markBehind, markOfUpload } from './what-was-shown.ts';

/** As many different pictures as a moderator can look at, and as a page loads quickly. */
const foundAtMost = 20;

export interface DeskFound {
  /** What needs an answer first, the newest before the others; copies after what they show the same as. */
  readonly found: readonly (DeskUpload & FoundOnPage)[];
  /** So many more need an answer and are not on this page. */
  readonly moreFound: number;
  /** So many more have one, or are out of view, and are not on this page. */
  readonly moreAnswered: number;
  readonly marks: readonly string[];
}

interface Waiting {
  readonly content: Content;
  readonly fingerprints: readonly Fingerprint[];
  readonly answered: Candidate['answered'];
  readonly standing: UploadStanding;
  readonly needsAnswer: boolean;
}

/** `pictures` are the requester's; `own` is the request on whose page they stand. */
export async function deskFound(
  db: Db,
  candidates: readonly Candidate[],
  pictures: readonly { readonly number: number; readonly fingerprints: readonly Fingerprint[] }[],
  own: string,
): Promise<DeskFound> {
  const all = await waitingOf(db, candidates);
  const heads: { readonly head: Waiting; readonly copies: Waiting[] }[] = [];
  const behind: Waiting[] = [];
  for (const one of [...all.filter(({ needsAnswer }) => needsAnswer), ...all.filter(({ needsAnswer }) => !needsAnswer)]) {
    const like = heads.find(({ head }) => head.standing === one.standing && provedBy(one.fingerprints, head.fingerprints).length > 0);
    if (like !== undefined) like.copies.push(one);
    else if (heads.length < foundAtMost) heads.push({ head: one, copies: [] });
    else behind.push(one);
  }
  const found: (DeskUpload & FoundOnPage)[] = [];
  for (const { head, copies } of heads) {
    const together = [head, ...copies];
    const answers = new Set(together.map(({ answered }) => answered?.answer));
    const onPage: FoundOnPage = {
      needsAnswer: together.some(({ needsAnswer }) => needsAnswer),
      answered: answers.size === 1 ? head.answered : null,
    };
    const upload = await deskUpload(db, head.content, pictures, own);
    found.push({ ...upload, ...onPage });
    // Of a copy the card says where it stands, and what is known of the picture stands there already.
    for (const { content } of copies) {
      const { ref, contentId, url, screenedAt, source } = content;
      found.push({ ...upload, ...onPage, ref, contentId, url, screenedAt, source, copyOf: upload.contentId });
    }
  }
  const more = behind.filter(({ needsAnswer }) => needsAnswer).length;
  return {
    found,
    moreFound: more,
    moreAnswered: behind.length - more,
    marks: [
      ...heads.flatMap(({ head, copies }) => [head, ...copies].map(({ content }) => markOfUpload(content))),
      ...behind.map(({ content }) => markBehind(markOfUpload(content))),
    ],
  };
}

/** In the order in which they were noted. */
async function waitingOf(db: Db, candidates: readonly Candidate[]): Promise<Waiting[]> {
  const contents = await contentsByRef(
    db,
    candidates.map(({ ref }) => ref),
  );
  const standings = await standingsOf(db, contents);
  const coded = new Map((await withCodes(db, contents)).map((one) => [one.content.ref, one]));
  return candidates.flatMap(({ ref, answered }) => {
    const one = coded.get(ref);
    const standing = standings.get(ref) ?? 'visible';
    if (one === undefined) return [];
    const fingerprints = one.fingerprints.filter(isListable);
    return [{ content: one.content, fingerprints, answered, standing, needsAnswer: answered === null && !isDown(standing) }];
  });
}
