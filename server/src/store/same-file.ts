/** Under which ids does a service have the very same file as an upload? */
import { type RawBuilder, sql } from 'kysely';

/** In a query, in the place of a table: an upload and every other of its platform that is the very same file, by SHA-256. What is said of one of them is said of all. */
export const sameFilesAs = (ref: RawBuilder<unknown>): RawBuilder<unknown> => sql`(select ${ref} as ref
  union all select twin.ref from content_code own join content on content.ref = own.ref
    join content_code theirs on theirs.value = own.value and theirs.kind = 'sha256' and theirs.variant = 'whole' and theirs.ref <> own.ref
    join content twin on twin.ref = theirs.ref and twin.platform_id = content.platform_id
    where own.ref = ${ref} and own.kind = 'sha256' and own.variant = 'whole')`;
