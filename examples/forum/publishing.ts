/** When does a post appear, disappear and come back? An upload is screened before anybody sees it; a decision is obeyed when it arrives. */
import { hearOfMeasure, isAboutMeasure, type Measures } from './accounts.ts';
import { type Decision, type Likeness, Refused } from './likeness.ts';
import type { Outage } from './outage.ts';
import { type Post, type Posts, purge } from './posts.ts';

export interface Forum {
  /** Where this forum is reached, without a slash at the end. */
  readonly url: string;
  readonly likeness: Likeness;
  readonly posts: Posts;
  /** Deleted here, and Likeness has not heard it yet. */
  readonly toForget: Set<string>;
  /** Decisions by id, so that each is obeyed once however often it arrives. A platform stores the id in the transaction that acts. */
  readonly heard: Map<string, Promise<void>>;
  /** Accounts that share nothing until a person here has looked at them, with the address where its owner reads why. */
  readonly suspended: Map<string, string>;
  /** Warnings and suspensions for misuse. */
  readonly measures: Measures;
  /** The newest act on the words of a post or on an account: an older one that arrives late changes nothing. */
  readonly besideSequence: Map<string, number>;
  readonly log: (line: string) => void;
  readonly outage: Outage;
}

export const addressOf = (forum: Pick<Forum, 'url'>, post: Post): string => `${forum.url}/posts/${post.id}`;

/** Takes an upload as far as it can go now. When Likeness cannot answer, the upload stays as it is and `catchUp` comes back to it. */
export async function advance(forum: Forum, post: Post): Promise<void> {
  if (post.isUnderway) return;
  post.isUnderway = true;
  try {
    if (post.state === 'waiting' && post.picture !== null) {
      const verdict = await forum.likeness.screen(post.id, Buffer.from(post.picture), post.uploader, post.caption);
      // While we waited, a decision may have arrived or the uploader may have deleted it: that stands.
      if (post.state === 'waiting') {
        // A choice. `hold`: nobody sees it until a person decides. `review`: it is shown, and a person looks soon; a stricter platform keeps it back too.
        post.state = verdict === 'hold' ? 'held' : 'published';
      } else if (post.picture === null) {
        await forum.likeness.forget(post.id);
      }
    }
    if (post.state === 'published' && !post.isAddressKnown) {
      await forum.likeness.published(post.id, addressOf(forum, post));
      post.isAddressKnown = true;
    }
  } catch (error) {
    if (post.state === 'waiting' && error instanceof Refused && [413, 415, 422].includes(error.status)) {
      post.state = 'unreadable';
      post.picture = null;
      post.sentence =
        unreadable[error.code] ?? 'This picture could not be read. Save it again as a JPEG, PNG, WebP, GIF or AVIF file and share that.';
      return;
    }
    // A choice: closed, not open. What nobody could compare is not shown. A platform that shows it instead screens it as soon as it can.
    notAnswered(forum, `post ${post.id}`, error);
  } finally {
    post.isUnderway = false;
  }
}

const unreadable: Readonly<Record<string, string>> = {
  'image/too-many-pixels': 'This picture is too large. Make it smaller and share it again.',
  'image/too-large': 'This picture is too large. Make it smaller and share it again.',
  'image/cmyk': 'This picture is saved in print colours. Save it in ordinary (RGB) colours and share it again.',
};

/** The uploader takes it back. It is gone here at once; Likeness is told, now or later. */
export async function takeBack(forum: Forum, post: Post): Promise<void> {
  purge(post);
  forum.toForget.add(post.id);
  await forgetDeleted(forum);
}

async function forgetDeleted(forum: Forum): Promise<void> {
  for (const id of forum.toForget) {
    try {
      await forum.likeness.forget(id);
      forum.toForget.delete(id);
    } catch (error) {
      notAnswered(forum, `the deletion of post ${id}`, error);
    }
  }
}

/** Does again what could not be done before. */
export async function catchUp(forum: Forum): Promise<void> {
  forum.outage.startRound();
  for (const post of forum.posts.values()) await advance(forum, post);
  await forgetDeleted(forum);
  forum.outage.endRound();
}

/** A Likeness that is away is one trouble, whatever waits for it; a no to one call is that call's own. */
export function notAnswered({ outage, likeness }: Pick<Forum, 'outage' | 'likeness'>, about: string, error: unknown): void {
  if (error instanceof Refused && error.status < 500)
    outage.met(about, `Likeness refuses ${about}; it is tried again (${reasonOf(error)})`);
  else outage.met('likeness', `Likeness at ${likeness.url} does not answer; what waits is tried again until it does (${reasonOf(error)})`);
}

/** Obeys a decision once. Rejects when it could not be carried out: then it must be sent again. */
export function hear(forum: Forum, decision: Decision): Promise<void> {
  const before = forum.heard.get(decision.id);
  if (before !== undefined) return before;
  const now = obey(forum, decision);
  forum.heard.set(decision.id, now);
  now.catch(() => forum.heard.delete(decision.id));
  return now;
}

async function obey(forum: Forum, decision: Decision): Promise<void> {
  const { type, actionId, sequence, trackingNumber } = decision;
  forum.log(`${type} ${trackingNumber || decision.measureId || decision.contentId || decision.url}`);
  // Nothing to complete: such a measure is told, and holds from then on.
  if (isAboutMeasure(decision)) return hearOfMeasure(forum.measures, decision, new Date());
  if (type.startsWith('text.') || type.startsWith('account.')) return obeyBeside(forum, decision);
  if (!type.startsWith('content.')) return; // request.received, .decided and .withdrawn are for the platform's own desk.
  const post = forum.posts.get(decision.contentId) ?? forum.posts.get(idIn(decision.url));
  if (post === undefined) {
    // Not completed: nothing was done, and it stays open in the moderators' queue with its due time.
    forum.log(`${type} names a post that this forum does not know; a person has to look at it`);
    return;
  }
  // An older decision that arrives late changes nothing. The same one again, whose completion failed, has been carried out.
  if (sequence > post.sequence) {
    post.sequence = sequence;
    carryOut(post, decision);
  }
  // Not done, so not completed: a newer decision left it up.
  if (type === 'content.remove' && post.state !== 'removed') return;
  if (actionId !== '') await forum.likeness.completed(actionId, doneWith(type, post));
  // A post that is shown for the first time has an address now: `catchUp` tells it. Likeness waits 15 seconds for our answer, so that is all.
}

function carryOut(post: Post, { type, visibility, preserve, statementUrl, answer }: Decision): void {
  if (type === 'content.restore') post.isKeptUnderLock = false;
  if (type === 'content.remove' || post.state === 'removed') {
    // What is gone stays gone, whatever is decided about it now; only what is said of it changes.
    post.isRemovedByDecision ||= type === 'content.remove' && post.state !== 'removed';
    post.isClearedTooLate = type === 'content.restore' && post.isRemovedByDecision;
    post.isOpenAgainTooLate =
      (type === 'content.hold' || type === 'content.restrict') && visibility === '' && !preserve && post.isRemovedByDecision;
    purge(post);
  } else if (post.picture !== null) {
    // The one restriction that this forum can carry out; any other hides the post, which is never too little.
    const isUnlisted = type === 'content.restrict' && visibility === 'not-recommended';
    if (isUnlisted || type === 'content.restore') {
      post.state = 'published';
      post.isUnlisted = isUnlisted;
    } else if (type === 'content.hold' || type === 'content.restrict') {
      if (visibility !== '') post.hidden = 'by-decision';
      else if (post.state === 'published' || post.hidden === 'by-decision') post.hidden = 'until-decided';
      post.state = 'held';
    }
  }
  post.isKeptUnderLock ||= preserve;
  // Whoever posted it reads why for as long as that stands; once it is taken back, they read that.
  post.statementUrl = preserve || type === 'content.restore' ? '' : statementUrl || post.statementUrl;
  post.answer = type === 'content.restore' ? answer : '';
}

/** What stands beside a picture: the words of its post, and the account. Likeness sends it only to a service that said that it can act on it. */
async function obeyBeside(forum: Forum, decision: Decision): Promise<void> {
  const { type, actionId, contentId, uploaderRef, sequence, statementUrl } = decision;
  const [kind] = type.split('.');
  const name = `${kind} ${kind === 'account' ? uploaderRef : contentId}`;
  const post = forum.posts.get(contentId);
  if (sequence > (forum.besideSequence.get(name) ?? 0)) {
    forum.besideSequence.set(name, sequence);
    if (type === 'account.restrict') forum.suspended.set(uploaderRef, statementUrl);
    if (type === 'account.restore') forum.suspended.delete(uploaderRef);
    if (post !== undefined && type === 'text.remove') post.caption = '';
    if (post !== undefined && type === 'text.restrict') [post.hiddenCaption, post.caption] = [post.caption || post.hiddenCaption, ''];
    if (post !== undefined && type === 'text.restore') [post.caption, post.hiddenCaption] = [post.caption || post.hiddenCaption, ''];
    if (post !== undefined && kind === 'text') post.wordsStatementUrl = type === 'text.restore' ? '' : statementUrl;
  }
  if (actionId !== '') await forum.likeness.completed(actionId, {});
}

function doneWith(type: string, post: Post): { purged?: string[]; note?: string } {
  if (post.isKeptUnderLock) return { note: 'Nobody sees it, and what there is of it is kept under lock.' };
  if (type === 'content.remove') return { purged: ['original', 'derivatives'] };
  return post.state === 'removed' ? { note: 'It had already been deleted here.' } : {};
}

/** The id in an address of ours, of the post or of its picture. Ids are random: only ours have them. */
function idIn(url: string): string {
  return /\/(?:posts|pictures)\/([\w-]+)/.exec(url)?.[1] ?? '';
}

export function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
