/** What did the twenty-third version add? People who sign in at the operator's identity provider, and sign-ins under way there. History: nothing is imported but the migration's own types. */
import { type Kysely, sql } from 'kysely';

const statements = [
  `create table identity (issuer text not null, subject text not null, moderator_id uuid not null unique references moderator, bound_at timestamptz not null,
     primary key (issuer, subject))`,
  `create table provider_visit (id_mac bytea primary key, begun_at timestamptz not null, next text, moderator_id uuid references moderator, standing text,
     check ((moderator_id is null) = (standing is null)))`,
];

export async function up(db: Kysely<unknown>): Promise<void> {
  for (const statement of statements) await sql.raw(statement).execute(db);
}
