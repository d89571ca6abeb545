/**
 * What did the forty-seventh version add? The files that she sent fingerprints of, each with its number and what it is: a decision moves fingerprints from one item to
 * another, and she goes on reading of as many files, the console of the same numbers. History: nothing is imported but the migration's own types.
 */
import { type Kysely, sql } from 'kysely';

const statements = [
  `create table request_file (tracking_number text not null references request on delete cascade, number integer not null,
     kind text not null check (kind in ('picture', 'video', 'other')), primary key (tracking_number, number))`,
  `alter table request_item add column file integer`,
  // What a decision split stands at one place of hers.
  `update request_item set file = ranked.number from
     (select tracking_number, item_id, dense_rank() over (partition by tracking_number order by place) as number from request_item) ranked
     where ranked.tracking_number = request_item.tracking_number and ranked.item_id = request_item.item_id`,
  `insert into request_file (tracking_number, number, kind)
     select request_item.tracking_number, request_item.file,
       case when bool_or(code.kind = 'vpdq') then 'video' when bool_or(code.kind = 'pdq') then 'picture' else 'other' end
     from request_item left join item_code on item_code.item_id = request_item.item_id left join code on code.id = item_code.code_id
     group by request_item.tracking_number, request_item.file`,
  `alter table request_item alter column file set not null`,
  // Two files of hers may be one item.
  `alter table request_item drop constraint request_item_pkey`,
  `alter table request_item add primary key (tracking_number, file, item_id)`,
  `alter table request_item add foreign key (tracking_number, file) references request_file`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
