/** What was shared, and who may see it now? Kept in memory: when the program ends, all is gone. */
import { randomUUID } from 'node:crypto';

export type PostState =
  /** Not screened yet: nobody sees it. */
  | 'waiting'
  /** A person decides before anybody sees it (again). */
  | 'held'
  | 'published'
  /** Not a picture that can be read; `sentence` tells its uploader. */
  | 'unreadable'
  /** Deleted by its uploader or removed by a decision: the bytes are gone, the id stays so that we know it was ours. */
  | 'removed';

export type Hidden =
  /** It was never shown: a match keeps it back until a person has looked. */
  | 'before-it-was-shown'
  /** It was shown, and a person looks at it now. */
  | 'until-decided'
  /** A decision leaves it up for fewer people, in a way that this forum cannot carry out. */
  | 'by-decision';

export interface Post {
  readonly id: string;
  caption: string;
  /** Kept while nobody may see it. */
  hiddenCaption: string;
  /** Whose cookie sent it. */
  readonly uploader: string;
  readonly postedAt: Date;
  readonly contentType: string;
  picture: Buffer | null;
  state: PostState;
  sentence: string;
  /** Whether Likeness knows the address of the published post. */
  isAddressKnown: boolean;
  /** Whether it is being screened or told of right now. */
  isUnderway: boolean;
  /** Left out of the list of posts; its address still opens it. */
  isUnlisted: boolean;
  /** Why nobody sees it while it is `held`. */
  hidden: Hidden;
  /** What Likeness said has to be kept is kept out of view, whatever its uploader does: `purge` and the preview leave it alone. */
  isKeptUnderLock: boolean;
  /** Where its uploader can read why it was removed, hidden or left out of the list; empty while nobody said, or once that was taken back. */
  statementUrl: string;
  /** The same about its words. */
  wordsStatementUrl: string;
  /** What its uploader is told once a decision was taken back. */
  answer: string;
  isRemovedByDecision: boolean;
  /** That removal was taken back after the bytes had been deleted. */
  isClearedTooLate: boolean;
  /** That it was removed was taken back, and somebody is to decide again; the bytes were gone by then. */
  isOpenAgainTooLate: boolean;
  /** The newest decision that was obeyed: an older one that arrives late changes nothing. */
  sequence: number;
}

export type Posts = Map<string, Post>;

/** Whoever posted it reads that its removal was taken back, and that it is not here all the same. */
export const isTakenBackTooLate = ({ isClearedTooLate, isOpenAgainTooLate }: Post): boolean => isClearedTooLate || isOpenAgainTooLate;

export function addPost(posts: Posts, given: Pick<Post, 'caption' | 'uploader' | 'contentType'> & { picture: Buffer }): Post {
  const fresh = {
    state: 'waiting',
    hiddenCaption: '',
    sentence: '',
    isAddressKnown: false,
    isUnderway: false,
    isUnlisted: false,
    hidden: 'before-it-was-shown',
    isKeptUnderLock: false,
    statementUrl: '',
    wordsStatementUrl: '',
    answer: '',
    isRemovedByDecision: false,
    isClearedTooLate: false,
    isOpenAgainTooLate: false,
    sequence: 0,
  } as const;
  const post: Post = { ...given, ...fresh, id: randomUUID(), postedAt: new Date() };
  posts.set(post.id, post);
  return post;
}

/**
 * Deletes every byte of the picture, so that nothing brings it back. This forum keeps one copy; a platform with thumbnails, resized copies or a CDN
 * deletes those here too. What has to be kept under lock leaves every page and stays.
 */
export function purge(post: Post): void {
  if (!post.isKeptUnderLock) post.picture = null;
  post.state = 'removed';
}

/** The kind of picture by its first bytes, never by its name or by what the browser says; null for anything else. */
export function pictureType(bytes: Buffer): string | null {
  if (bytes.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))) return 'image/jpeg';
  if (bytes.subarray(0, 8).equals(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))) return 'image/png';
  if (bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP') return 'image/webp';
  if (['GIF87a', 'GIF89a'].includes(bytes.toString('latin1', 0, 6))) return 'image/gif';
  if (['ftypavif', 'ftypavis'].includes(bytes.toString('latin1', 4, 12))) return 'image/avif';
  return null;
}
