/**
 * What did the thirty-third version add? New uploads that met something are written by the one statement too: with their matches, what a person is asked, and
 * their rows of the ledger. History: nothing is imported but the migration's own types.
 */
import { type Kysely, sql } from 'kysely';

const statements = [
  'drop function remember_new_uploads',
  // What is planned once for each connection may be planned while the tables are empty: the settings leave only plans that find each row by an index.
  // `store/remember-new.ts` says when it is called and what its answers mean. Rows first, then the logs, bank before ledger: the order of everybody.
  `create function remember_new_uploads(
     at timestamptz, bank_seq bigint, key_ids text[], platform_ids uuid[], content_ids text[], refs uuid[], id_hashes bytea[], urls text[], address_hashes bytea[],
     uploader_refs text[], links jsonb[], sources text[], verdicts text[], code_refs uuid[], code_kinds text[], code_variants text[], code_values bytea[],
     code_qualities integer[], code_places integer[], page_kinds text[], page_loose boolean[], page_refs bytea[], page_counts bytea[], page_codes bytea[],
     part_refs uuid[], parts bytea[], text_refs uuid[], texts bytea[],
     match_refs uuid[], match_items uuid[], match_banks uuid[], match_kinds text[], match_variants text[], match_distances integer[], match_effects text[], match_videos jsonb[],
     review_refs uuid[], review_ids uuid[], review_platforms uuid[], review_effects text[], review_clusters uuid[], matched_subjects text[])
     returns integer[] language plpgsql
     set plan_cache_mode = force_generic_plan set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off set enable_material = off as $$
   declare
     places integer[] := array(select generate_subscripts(refs, 1));
     others integer[];
     page_group bigint;
     head ledger;
     matched text;
   begin
     -- Before anything is written for nothing; the lock below decides.
     if exists (select from bank_change where seq > bank_seq) then
       raise exception using errcode = 'LK001', message = 'the bank has changed since these uploads were looked up';
     end if;
     if exists (select from unnest(key_ids) as given (id) where not exists (select from api_key where api_key.id = given.id and api_key.revoked_at is null)) then
       raise exception using errcode = 'LK002', message = 'one of the keys is no longer good';
     end if;
     -- Planned each time: a plan made while the table was small may go by another index, through all uploads of the platform.
     execute 'select array_agg(place) from unnest($1, $2) with ordinality as given (platform_id, content_id, place) join content using (platform_id, content_id)'
       into others using platform_ids, content_ids;
     -- Whether that request still waits, and is about this platform, is asked where it is linked.
     select others || array_agg(given.place) into others
       from unnest(id_hashes || address_hashes, places || places) as given (place_hash, place) join request_place using (place_hash);
     if others is not null then
       return others;
     end if;
     page_group := nextval('content_page_group');
     insert into content (platform_id, content_id, ref, url, address_hash, uploader_ref, links, source, verdict, screened_at, screened_at_seq, deleted_at, page_group)
       select given.platform_id, given.content_id, given.ref, given.url, given.address_hash, given.uploader_ref,
         case when given.links is null then '{}' else array(select jsonb_array_elements_text(given.links)) end, given.source, given.verdict, at, bank_seq, null, page_group
       from unnest(platform_ids, content_ids, refs, urls, address_hashes, uploader_refs, links, sources, verdicts)
         as given (platform_id, content_id, ref, url, address_hash, uploader_ref, links, source, verdict)
       order by given.platform_id, given.content_id;
     insert into far_waiting (screened_at, ref) select at, given.ref from unnest(refs) as given (ref);
     insert into content_code (ref, kind, variant, value, quality, at_ms)
       select * from unnest(code_refs, code_kinds, code_variants, code_values, code_qualities, code_places);
     insert into content_page (kind, first_group, last_group, is_loose, refs, counts, codes)
       select given.kind, page_group, page_group, given.is_loose, given.refs, given.counts, given.codes
       from unnest(page_kinds, page_loose, page_refs, page_counts, page_codes) as given (kind, is_loose, refs, counts, codes);
     if cardinality(part_refs) > 0 then
       insert into content_part (ref, parts) select * from unnest(part_refs, parts);
     end if;
     if cardinality(text_refs) > 0 then
       insert into content_text (ref, sealed) select given.ref, given.sealed from unnest(text_refs, texts) as given (ref, sealed)
         join content on content.ref = given.ref join platform on platform.id = content.platform_id and 'text' = any(platform.acts_on);
     end if;
     if cardinality(match_refs) > 0 then
       insert into match (ref, item_id, bank_id, kind, variant, distance, effect, video, found_by, at)
         select given.ref, given.item_id, given.bank_id, given.kind, given.variant, given.distance, given.effect, given.video, 'screen', at
         from unnest(match_refs, match_items, match_banks, match_kinds, match_variants, match_distances, match_effects, match_videos)
           as given (ref, item_id, bank_id, kind, variant, distance, effect, video);
       insert into review (id, platform_id, ref, effect, opened_at, cluster)
         select given.id, given.platform_id, given.ref, given.effect, at, given.cluster
         from unnest(review_ids, review_platforms, review_refs, review_effects, review_clusters) as given (id, platform_id, ref, effect, cluster);
     end if;
     perform pg_advisory_xact_lock_shared(7301);
     if exists (select from bank_change where seq > bank_seq) then
       raise exception using errcode = 'LK001', message = 'the bank has changed since these uploads were looked up';
     end if;
     if cardinality(matched_subjects) > 0 then
       -- As ledger/record.ts appends a row and ledger/row.ts hashes it, format version 1.
       perform pg_advisory_xact_lock(7303);
       select * into head from ledger order by seq desc limit 1;
       foreach matched in array matched_subjects loop
         head.seq := coalesce(head.seq, 0) + 1;
         head.prev_hash := coalesce(head.hash, decode(repeat('00', 32), 'hex'));
         head.hash := sha256(convert_to('{"act":"content.matched","at":"' || to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '","commitment":null,"prev":"'
           || encode(head.prev_hash, 'hex') || '","seq":' || head.seq || ',"subjects":' || matched || ',"version":1}', 'UTF8'));
         insert into ledger (seq, at, act, subjects, commitment, prev_hash, hash)
           values (head.seq, at, 'content.matched', matched::jsonb, null, head.prev_hash, head.hash);
       end loop;
     end if;
     return '{}';
   end $$`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
