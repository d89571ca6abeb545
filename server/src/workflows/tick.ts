/** What is due by now? Looks at every clock; each one that has passed makes its event exactly once, whoever looks and however late. */
import { destroyOldChallenges } from '../access/passkeys.ts';
import { destroyOldVisits } from '../access/provider-visit.ts';
import { destroyIdleSessions } from '../access/sessions.ts';
import { destroyOldAttempts } from '../access/throttle.ts';
import { takeLookBacks } from '../store/bank-lists.ts';
import { gatherPages } from '../store/content-pages.ts';
import { destroyReferred } from '../store/referrals.ts';
import { destroyOldReveals } from '../store/reveals.ts';
import { closeRemoved } from './close-removed.ts';
import { sealPlainNotes } from './complete.ts';
import { forgetPassedOver } from './desk-break.ts';
import { releaseQuiet } from './desk-hold.ts';
import { destroyForgotten } from './destroy-forgotten.ts';
import { destroyOldDrafts } from './drafts.ts';
import { endExpiredClaims } from './end-claims.ts';
import type { Engine } from './engine.ts';
import { findAmongNewUploads } from './find-uploads.ts';
import { guardAll } from './flood-guard.ts';
import { endMeasures } from './misuse.ts';
import { noteClocks } from './note-clocks.ts';
import { oneByOne } from './one-by-one.ts';
import { destroySources } from './piles.ts';
import { joinLaterCopies } from './refer.ts';
import { removeCopies } from './remove-copies.ts';
import { restrictMeanwhile } from './restrict-meanwhile.ts';
import { endIdleProposals } from './second-look.ts';
import { takeOutDue } from './take-out.ts';
import { withdrawDue } from './withdraw.ts';

const answersKeptMs = 24 * 60 * 60 * 1000;

/** Looks once. What fails stops nothing else; @throws AggregateError once all was tried. */
export async function tick(engine: Engine): Promise<void> {
  await oneByOne(
    [
      withdrawDue,
      takeOutDue,
      closeRemoved,
      endMeasures,
      noteClocks,
      releaseQuiet,
      restrictMeanwhile,
      endIdleProposals,
      destroyOld,
      sealPlainNotes,
      findAmongNewUploads,
      endExpiredClaims,
      guardAll,
      joinLaterCopies,
      removeCopies,
      queueLookBacks,
      gather,
    ],
    async (look) => {
      await look(engine);
    },
  );
}

/** Destroys what has had its time: idle sessions, old attempts and answers, forms kept unsent, forgotten uploads that two transactions at once left to each other. */
async function destroyOld(engine: Engine): Promise<void> {
  await engine.store.transact(async (tx) => {
    await destroyReferred(tx);
    await destroyForgotten(tx);
    await destroyIdleSessions(tx);
    await destroyOldVisits(tx);
    await destroyOldChallenges(tx);
    await destroyOldAttempts(tx);
    await destroySources(tx);
    await destroyOldReveals(tx);
    await forgetPassedOver(tx);
    await destroyOldDrafts(tx);
    await tx.sql
      .deleteFrom('idempotency')
      .where('at', '<', new Date(tx.now.getTime() - answersKeptMs))
      .execute();
  });
}

/** Queues one look at earlier uploads for all imports and bank changes that ask for it by now. */
async function queueLookBacks({ store, queue }: Engine): Promise<void> {
  await store.transact(async (tx) => {
    const changes = await takeLookBacks(tx);
    if (changes !== null) await queue.sweep(tx, { ...changes, isLookBack: true });
  });
}

/** Keeps the pages of codes few and full: what is left loose is read as well. */
async function gather({ store }: Engine): Promise<void> {
  await gatherPages(store);
}
