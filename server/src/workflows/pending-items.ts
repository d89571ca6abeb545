/** What becomes of the fingerprints that she sends? Items that are pending: they list nothing until a person has confirmed content that they describe. */
import { fileKind, noFiles, type SentFiles, sentFiles } from '@likeness/casework';
import { type Fingerprint, isFrameKind } from '@likeness/fingerprint';
import { uuid } from '../config/random.ts';
import { addClaim, insertItem, ownBank, storeCodes } from '../store/banks.ts';
import { addFile, picturesOfEach } from '../store/cases.ts';
import type { Tx } from '../store/database.ts';
import type { Engine } from './engine.ts';

/** Consecutive fingerprints belong to one file until a kind and variant comes again: a file gives each view once, only a video has many frames, its last. */
function picturesIn(fingerprints: readonly Fingerprint[]): Fingerprint[][] {
  const pictures: Fingerprint[][] = [];
  let seen = new Set<string>();
  for (const fingerprint of fingerprints) {
    const view = `${fingerprint.kind} ${fingerprint.variant}`;
    const current = pictures.at(-1);
    const isFrame = isFrameKind(fingerprint.kind);
    if (current === undefined || (!isFrame && (seen.has(view) || current.some(({ kind }) => isFrameKind(kind))))) {
      pictures.push([fingerprint]);
      seen = new Set([view]);
    } else {
      current.push(fingerprint);
      seen.add(view);
    }
  }
  return pictures;
}

/** Her own fingerprints become pending items: they list nothing until a person has confirmed content that they describe. Answers what was new. */
export async function addPendingItems(
  engine: Engine,
  tx: Tx,
  filing: { readonly caseId: string; readonly platformId: string; readonly trackingNumbers: readonly string[] },
  fingerprints: readonly Fingerprint[],
): Promise<SentFiles> {
  if (fingerprints.length === 0) return noFiles;
  const known = await knownValues(tx, filing.trackingNumbers);
  const isFresh = ({ kind, value }: Fingerprint): boolean => !known.has(`${kind} ${value}`);
  const pictures = picturesIn(fingerprints)
    .filter((picture) => picture.some(isFresh))
    // A frame may be known from another video of hers, and belongs to this one too.
    .map((picture) => picture.filter((fingerprint) => isFrameKind(fingerprint.kind) || isFresh(fingerprint)));
  await storeCodes(tx, pictures.flat());
  const bankId = await ownBank(tx.sql, filing.platformId);
  for (const picture of pictures) {
    const itemId = uuid(engine.random);
    const codes = picture.map(({ kind, variant, value, quality, atSeconds }) => ({
      kind,
      variant,
      value,
      quality: quality ?? null,
      atSeconds: atSeconds ?? null,
      provenance: 'claimant' as const,
    }));
    await insertItem(tx, { id: itemId, bankId, state: 'pending', source: 'case', codes });
    await addClaim(tx, { id: uuid(engine.random), itemId, by: { caseId: filing.caseId }, codes });
    await addFile(tx, filing.trackingNumbers, itemId, fileKind(picture.map(({ kind }) => kind)));
  }
  if (pictures.length > 0) {
    await tx.sql
      .updateTable('request')
      .set({ looked_at: null })
      .where('tracking_number', 'in', [...filing.trackingNumbers])
      .execute();
    await engine.queue.find(tx, { platformId: filing.platformId });
  }
  return sentFiles(pictures.map((picture) => picture.map(({ kind }) => kind)));
}

/** Kind and value of every fingerprint that these requests brought. */
export async function knownValues(tx: Tx, trackingNumbers: readonly string[]): Promise<Set<string>> {
  const pictures = [...(await picturesOfEach(tx.sql, trackingNumbers)).values()].flat();
  return new Set(pictures.flatMap(({ fingerprints }) => fingerprints.map(({ kind, value }) => `${kind} ${value}`)));
}

/** A request that joins a filing later is about its pictures too. */
export async function sharePendingItems(tx: Tx, from: string, to: string): Promise<void> {
  await tx.sql
    .insertInto('request_file')
    .columns(['tracking_number', 'number', 'kind'])
    .expression((eb) =>
      eb
        .selectFrom('request_file')
        .select((select) => [select.val(to).as('tracking_number'), 'number', 'kind'])
        .where('tracking_number', '=', from),
    )
    .execute();
  await tx.sql
    .insertInto('request_item')
    .columns(['tracking_number', 'item_id', 'file'])
    .expression((eb) =>
      eb
        .selectFrom('request_item')
        .select((select) => [select.val(to).as('tracking_number'), 'item_id', 'file'])
        .where('tracking_number', '=', from)
        .orderBy('place'),
    )
    .execute();
}
