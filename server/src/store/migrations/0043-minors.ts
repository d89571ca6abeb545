/**
 * What did the forty-fourth version add? Of a request that says the person may have been under 18, a decision says that they certainly were not; taken back, nobody has
 * said so. And the files that were referred, so that the same file is known when it comes again. History: nothing is imported but the migration's own types.
 */
import { type Kysely, sql } from 'kysely';

const statements = [
  `create table referred_file (sha256 bytea not null, platform_id uuid not null references platform, referral_id uuid not null references referral, primary key (sha256, platform_id))`,
  `create index referred_file_by_referral on referred_file (referral_id)`,
  `insert into referred_file (sha256, platform_id, referral_id)
     select distinct on (content_code.value, referral.platform_id) content_code.value, referral.platform_id, referral.id
     from referral join referral_content on referral_content.referral_id = referral.id
       join content_code on content_code.ref = referral_content.ref and content_code.kind = 'sha256' and content_code.variant = 'whole'
     where referral.hold_until is null or (referral.reported_at is not null and referral.hold_until > now())
     order by content_code.value, referral.platform_id, referral.known_at desc`,
  // Uploads that are the same file are left to the way of those that are known (\`store/remember-new.ts\`): it is asked there what holds them.
  `do $outer$
   declare
     body text := pg_get_functiondef('remember_new_uploads'::regproc);
     place text := '     if others is not null then';
   begin
     if position(place in body) = 0 then
       raise exception 'remember_new_uploads is not as the thirty-third version wrote it';
     end if;
     execute replace(body, place, '     select others || array_agg(given.place) into others
       from unnest(code_refs, code_kinds, code_values) as code (ref, kind, value)
         join referred_file on referred_file.sha256 = code.value and code.kind = ''sha256''
         join unnest(refs, platform_ids, places) as given (ref, platform_id, place) on given.ref = code.ref and given.platform_id = referred_file.platform_id;
' || place);
   end $outer$`,
  // Last, because these keep everybody else from reading. Measured with 10^6 requests, decisions and uploads and 100,000 referrals: 2 s in all, of it 98 ms for `referral`
  // and 6 ms for `decision`; where they stood first it was 4 s for both.
  // The same file that comes after the report has a task of its own, of the same decision.
  `alter table referral drop constraint referral_decision_id_key`,
  `create index referral_of_decision on referral (decision_id)`,
  `alter table decision add column is_adult boolean not null default false`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
