/** How is it erased how she can be reached? At once, in every request of her case; nothing else of them changes. */
import { withoutContact } from '@likeness/casework';
import { record } from '../ledger/record.ts';
import { lockRequest, noteEvent, openAnswers, requestsOfCase, sealAnswers } from '../store/cases.ts';
import { eraseContactInDrafts } from './drafts.ts';
import type { Engine } from './engine.ts';
import { eraseContactInLetters } from './letters.ts';

/**
 * Erases how she can be reached, at once and everywhere in the case; her requests stay complete and their clocks run on. Each request from which something
 * was erased says so in its timeline. Answers whether there was anything.
 */
export async function eraseContact(engine: Engine, caseId: string): Promise<boolean> {
  return engine.store.transact(async (tx) => {
    const inLetters = await eraseContactInLetters(engine, tx, caseId);
    const inDrafts = await eraseContactInDrafts(engine, tx, caseId);
    let isErased = inLetters || inDrafts;
    for (const { trackingNumber } of await requestsOfCase(tx.sql, caseId)) {
      const request = await lockRequest(tx, trackingNumber);
      const answers = request === null ? null : openAnswers(engine.keys, request);
      if (answers?.contact === undefined) continue;
      const { contact: _erased, amendments = [], ...others } = answers;
      const rest = { ...others, amendments: withoutContact(amendments, tx.now) };
      // The old commitment bound the ledger to a text with her contact in it: its salt goes with the text.
      await tx.sql
        .updateTable('request')
        .set({ answers_sealed: sealAnswers(engine.keys, trackingNumber, rest), commitment_salt: null })
        .where('tracking_number', '=', trackingNumber)
        .execute();
      await noteEvent(tx, { caseId, trackingNumber }, 'contact-erased');
      isErased = true;
    }
    if (isErased) await record(tx, { act: 'case.contact-erased', subjects: { case: caseId } });
    return isErased;
  });
}
