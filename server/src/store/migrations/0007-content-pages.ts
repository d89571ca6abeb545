/** What did the seventh version add? The codes of uploads in pages, to be read by the hundred thousand (docs/decisions/0012), from which change on a look back is asked for, and what banks were counted to hold. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  // A screening writes one page for all uploads that share its transaction, under the number of that group; pages are gathered into full ones later.
  `create sequence content_page_group`,
  `create table content_page (kind text not null, id bigint generated always as identity, first_group bigint not null, last_group bigint not null,
     is_loose boolean not null, refs bytea not null, counts bytea not null, codes bytea not null, primary key (kind, id),
     check (octet_length(refs) = 16 * octet_length(counts)), check (octet_length(codes) % 32 = 0))`,
  // A page fits one of PostgreSQL's: kept in the row, uncompressed, it is read at the speed of the disk.
  `alter table content_page alter refs set storage plain, alter counts set storage plain, alter codes set storage plain`,
  `create index content_page_by_group on content_page using gist (int8range(first_group, last_group, '[]'))`,
  `create index content_page_loose on content_page (kind, id) where is_loose`,
  `alter table content add column page_group bigint`,

  // What is there already, in the order of its references: each upload is a group of its own, and no more than 24 codes of one stand together.
  `update content set page_group = numbered.number
     from (select ref, row_number() over (order by ref) as number from content) numbered where numbered.ref = content.ref`,
  `insert into content_page (kind, first_group, last_group, is_loose, refs, counts, codes)
     with placed as (
       select kind, ref, value, variant, (row_number() over (partition by kind, ref order by variant, value) - 1) / 24 as part
       from content_code where kind in ('pdq', 'vpdq') and octet_length(value) = 32),
     parts as (
       select kind, ref, part, string_agg(value, ''::bytea order by variant, value) as codes, count(*)::int as many
       from placed group by kind, ref, part),
     paged as (
       select *, sum(17 + 32 * many) over (partition by kind order by ref, part) / 7000 as page from parts)
     select kind, min(page_group), max(page_group), false, string_agg(uuid_send(ref), ''::bytea order by ref, part),
       string_agg(set_byte('\\x00'::bytea, 0, many), ''::bytea order by ref, part), string_agg(codes, ''::bytea order by ref, part)
     from paged join content using (ref) group by kind, page order by kind, page`,
  `create table bank_size (bank_id uuid primary key references bank on delete cascade, seq bigint not null, items bigint not null, codes bigint not null)`,
  `alter table look_back add column after_seq bigint not null default 0`,
  `select setval('content_page_group', (select coalesce(max(page_group), 0) + 1 from content))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
