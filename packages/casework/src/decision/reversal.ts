/** What follows when a decision is taken back? One act for each upload, and the words for it; nothing here performs one. */
import type { ReversedBecause } from '../case/events.ts';
import type { RequestGround } from '../notice/basis.ts';
import { decisionWords } from '../words/en/decision.ts';
import type { AlsoKind } from './also.ts';
import type { Visibility } from './visibility.ts';

/** The ground of what stands after a complaint was upheld against a removal, a restriction or a hold. Nobody chooses it from a list. */
export const afterComplaint: RequestGround = {
  key: 'after-complaint',
  decision: 'keep',
  label: 'A complaint of whoever posted it was right',
  toPlatform: 'Keep: a complaint of whoever posted it was upheld by somebody who had not decided about it.',
  ...decisionWords.grounds.afterComplaint,
};

/** An upload that the decision acted on, as it would stand without it. */
export interface TakenBackUpload {
  readonly contentId: string;
  /** Another decision or referral wants it down as well: then nothing about it changes. */
  readonly isWantedDown: boolean;
  /** Its removal was ordered, or that fewer people see it; otherwise it was given back. */
  readonly was: 'removed' | 'restricted' | 'given-back';
  /** A match held it before, and with the decision gone that match waits for a person again. */
  readonly isHeldAgain: boolean;
  /** A list met it while the decision kept it down: nobody has held it before, and now that match does. */
  readonly isHeldAnew?: boolean;
  /** It was restricted before, until somebody decides about a request that is open still, or again. */
  readonly isRestrictedAgain: boolean;
  /** How another decision that stands restricts it: then it is seen so again, and not by everybody. */
  readonly visibility: Visibility | null;
  /** The decision had ended that restriction, which stands again with it gone. */
  readonly isPutBack?: boolean;
  /** An open request says that it may show somebody under 18: whatever would show it keeps it from being seen for that one. */
  readonly isSaidYoung?: boolean;
}

export interface ReversalAct {
  readonly action: 'content.restore' | 'content.hold' | 'content.restrict';
  readonly contentId: string;
  readonly sentence: string;
  /** Of a restriction by another decision: which. */
  readonly visibility?: Visibility;
}

/**
 * What the service is told of each upload. Taken back at once, each goes to where it stood before; after a complaint somebody has found that it may be seen, so
 * it is shown again whatever held it before, but for another request that is still to be decided. Whether the service had confirmed the removal does not matter: it is told all the same, for many can bring back
 * what they took down, and all must know that nobody asks for it any more.
 */
export function actsOfReversal(because: ReversedBecause, uploads: readonly TakenBackUpload[]): ReversalAct[] {
  return uploads.flatMap((upload): ReversalAct[] => {
    const acts = actsOf(because, upload);
    if (upload.isSaidYoung !== true) return acts;
    return acts.map((act) =>
      act.action === 'content.restore' || act.visibility !== undefined
        ? { action: 'content.restrict', contentId: act.contentId, sentence: hiddenForYoung }
        : act,
    );
  });
}

function actsOf(
  because: ReversedBecause,
  { contentId, isWantedDown, was, isHeldAgain, isHeldAnew = false, isRestrictedAgain, visibility, isPutBack = false }: TakenBackUpload,
): ReversalAct[] {
  if (isWantedDown) return [];
  if (because === 'undone' && isHeldAgain)
    return [{ action: 'content.hold', contentId, sentence: isHeldAnew ? sentences.holdAnew : sentences.hold }];
  if (isRestrictedAgain)
    return [{ action: 'content.restrict', contentId, sentence: because === 'undone' ? sentences.restrict : sentences.restrictForOther }];
  if (was === 'given-back')
    return visibility !== null && isPutBack ? [{ action: 'content.restrict', contentId, sentence: sentences.putBack, visibility }] : [];
  if (visibility !== null) return [{ action: 'content.restrict', contentId, sentence: sentences.asBefore, visibility }];
  return [{ action: 'content.restore', contentId, sentence: (was === 'removed' ? sentences : ofRestriction)[because] }];
}

/** What the service reads of an upload that nothing keeps from being seen any more but an open request that says it may show somebody under 18. */
export const hiddenForYoung =
  'What it was kept back for stands no more. A request that is still to be decided says that it may show somebody under 18: keep it from being seen until then.';

/** What the service reads where a removal is taken back and another decision keeps the upload down. */
export const keptDown =
  'The decision that had it removed is taken back, and another one wants it down as well. It is down already: keep it so, and tell whoever uploaded it the new reasons, where there are some.';

const sentences = {
  undone: 'The decision to remove was a mistake and is taken back. Show it again; nothing is left to remove.',
  complaint: 'A complaint against the removal was upheld. Show it again; nothing is left to remove.',
  outside: 'A decision from outside the service set the removal aside. Show it again; nothing is left to remove.',
  hold: 'The decision was a mistake and is taken back. Keep it back, as before, until a person decides.',
  holdAnew:
    'The decision was a mistake and is taken back. Meanwhile it was found to be like what is listed: keep it back until a person decides.',
  restrict: 'The decision was a mistake and is taken back. Keep it from being seen, as before, until a person decides.',
  restrictForOther: 'This decision is taken back. Another request is still to be decided: keep it from being seen, as before, until then.',
  putBack: 'The decision was a mistake and is taken back. Restrict it again, as it was before.',
  asBefore: 'This decision is taken back. Another one that restricts it stands: show it again, as that one says.',
} as const;

const ofRestriction = {
  undone: 'The decision to restrict it was a mistake and is taken back. Show it again to everybody.',
  complaint: 'A complaint against the restriction was upheld. Show it again to everybody.',
  outside: 'A decision from outside the service set the restriction aside. Show it again to everybody.',
} as const;

/** For the platform and, through it, for whoever asked, where a request is open again whose decision was told. */
export const reopenedWords = {
  toPlatform: 'What was decided about this request is taken back, and counts no more. It is open again, in the time that it had.',
  toRequester:
    'What you were told of a decision about your request is taken back. Your request is open again, and the service looks at it anew.',
  withdrawn: 'What was decided about this request is taken back, and the person had ended the case. Nothing is left to decide.',
} as const;

/** For whoever uploaded what was removed, where they were owed a statement of reasons. */
export const statementTakenBack =
  'The decision that you were told of is taken back. What was removed is to be shown again, and the statement of reasons counts no more.';

/** The same of what stays hidden for a request that is still to be decided. */
export const statementTakenBackHidden =
  'The decision that you were told of is taken back, and the statement of reasons counts no more. Your post stays hidden until somebody has decided about it.';

/** The same of what was kept from being seen before anybody had decided. */
export const restrictionTakenBack =
  'What you were told of is over: your post was hidden until somebody decides. It is to be shown again, and the statement of reasons counts no more.';

/** The same of what a decision had restricted. */
export const visibilityTakenBack =
  'The decision that you were told of is taken back. Your post is to be shown to everybody again, and the statement of reasons counts no more.';

/** Of either, where another decision limits who sees it: it is given back so. */
export const takenBackWithLimit =
  'The decision that you were told of is taken back, and the statement of reasons counts no more. Another decision about your post stands: your post is to be shown as that one says, to fewer people.';

/** For whoever uploaded it, where they had read that a statement of reasons counts no more, and it does. */
export const statementStandsAgain =
  'What you were told last was a mistake and is taken back. What the service had done to your post before stands again, and so does the statement of reasons that you have.';

/** The same of what stood beside it, by what it was. */
export const statementBesideTakenBack: Readonly<Record<AlsoKind, string>> = {
  text: 'The decision about the words of your post is taken back. They are to be shown again, and the statement of reasons counts no more.',
  link: 'The decision about a link in your post is taken back. It is to work again, and the statement of reasons counts no more.',
  account: 'The decision about your account is taken back. It is to be given back to you, and the statement of reasons counts no more.',
};

/** Of an upload that was held because of what is no longer listed. */
export const noLongerListed = 'What it was held for is no longer listed. Show it again.';

export type ItemAfterReversal = 'gone' | 'disputed' | 'pending' | 'unchanged';

/**
 * What becomes of a picture that the decision listed, once the platform's own claim on it has ended. Nobody else claims it: it stops matching and is forgotten.
 * After a complaint what others claim is in dispute, and matches nobody until a person has judged it. After a slip it is as it was: the requester's own
 * fingerprints wait again to be proved, and what others list stays listed.
 */
export function itemAfterReversal(because: ReversedBecause, left: { readonly hers: boolean; readonly others: boolean }): ItemAfterReversal {
  if (!left.hers && !left.others) return 'gone';
  if (because !== 'undone') return 'disputed';
  return left.others ? 'unchanged' : 'pending';
}

/** Until when a decision may be taken back by who made it; null: never. A referral is not undone: a lead closes it with a reason. */
export function undoUntil({ decision, decidedAt }: { readonly decision: string; readonly decidedAt: Date }, minutes: number): Date | null {
  return decision !== 'refer' && minutes > 0 ? new Date(decidedAt.getTime() + minutes * 60_000) : null;
}
