/** Which requests are about an upload: those that name it, and those that named the very same file under another id of its service? */
import { type RawBuilder, sql } from 'kysely';
import type { Tx } from './database.ts';

/** In a query, in the place of a table: the requests (`tracking_number`) about an upload or the very same file, by SHA-256, and the upload that each named (`ref`). What is said of one is said of all, whatever was screened since where it was said. */
export const requestsAbout = (ref: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select tracking_number, ref from request_content where request_content.ref = ${ref}
  union all select named.tracking_number, named.ref from content_code own join content on content.ref = own.ref
    join content_code theirs on theirs.value = own.value and theirs.kind = 'sha256' and theirs.variant = 'whole' and theirs.ref <> own.ref
    join content twin on twin.ref = theirs.ref and twin.platform_id = content.platform_id
    join request_content named on named.ref = twin.ref
    where own.ref = ${ref} and own.kind = 'sha256' and own.variant = 'whole'
  union all select earlier.tracking_number, earlier.ref from content_code own join content on content.ref = own.ref
    join said_young_file earlier on earlier.sha256 = own.value
    join request named_by on named_by.tracking_number = earlier.tracking_number and named_by.platform_id = content.platform_id
    where own.ref = ${ref} and own.kind = 'sha256' and own.variant = 'whole')`;

/**
 * The files of these uploads are about to be forgotten, for others were screened in their place: those that a request says may show somebody under 18 stay known by their SHA-256, as long as the request
 * names the upload. Where somebody found that person certainly adult they say nothing, and say it again should that be taken back.
 */
export async function keepSaidYoungFiles(tx: Tx, refs: readonly string[]): Promise<void> {
  await sql`
    insert into said_young_file (tracking_number, ref, sha256)
    select named.tracking_number, named.ref, code.value from request_content named join request on request.tracking_number = named.tracking_number
      join content_code code on code.ref = named.ref and code.kind = 'sha256' and code.variant = 'whole'
    where named.ref = any(${[...refs]}::uuid[]) and (request.is_young
      or exists (select from adult_finding finding where finding.filing_id = request.filing_id and finding.taken_back_at is null)
      or exists (select from request sibling join decision on decision.tracking_number = sibling.tracking_number
        where sibling.filing_id = request.filing_id and decision.is_adult))
    on conflict do nothing`.execute(tx.sql);
}
