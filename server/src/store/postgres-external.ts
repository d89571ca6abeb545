/** Can the PostgreSQL that DATABASE_URL names be used? Asked once at start, answered in one sentence that never shows a password. */
import pg from 'pg';
import { Refusal, systemErrorCode } from '../config/refusal.ts';
import { type DatabaseUrl, describeDatabase } from '../config/secret.ts';

const OLDEST_VERSION = 150_000;
const CONNECT_TIMEOUT_MS = 10_000;

/** @throws Refusal `postgres/unreachable`, `/sign-in`, `/no-database`, `/too-old` or `/encoding` */
export async function checkExternalPostgres(url: DatabaseUrl): Promise<void> {
  const name = describeDatabase(url);
  const client = new pg.Client({
    connectionString: url.reveal(),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'likeness',
  });
  // A connection that breaks later reports through the query that was waiting; without a listener it would end the process.
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ version: string; number: number; encoding: string }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
              current_setting('server_encoding') as encoding`,
    );
    const server = rows[0];
    if (server === undefined || server.number < OLDEST_VERSION) {
      throw new Refusal('postgres/too-old', `PostgreSQL at ${name} is version ${server?.version}; Likeness needs 15 or newer.`);
    }
    if (server.encoding !== 'UTF8') {
      throw new Refusal('postgres/encoding', `The database ${name} is in ${server.encoding}; create one with: createdb --encoding UTF8`);
    }
  } catch (error) {
    throw error instanceof Refusal ? error : refusalOf(error, name);
  } finally {
    await client.end().catch(() => {});
  }
}

function refusalOf(error: unknown, name: string): Refusal {
  const code = systemErrorCode(error);
  switch (code) {
    case '28P01':
    case '28000':
      return new Refusal('postgres/sign-in', `PostgreSQL at ${name} does not accept the user or password in DATABASE_URL.`);
    case '3D000':
      return new Refusal('postgres/no-database', `The database ${name} does not exist; create it, or correct DATABASE_URL.`);
    case '42501':
      return new Refusal('postgres/sign-in', `PostgreSQL at ${name} does not let the user in DATABASE_URL connect.`);
  }
  // What pg says beyond its code may quote the connection string; the code is enough to act on.
  const reason =
    code ?? (error instanceof Error && /timeout/i.test(error.message) ? 'no answer within 10 seconds' : 'it hung up: is it a PostgreSQL?');
  return new Refusal('postgres/unreachable', `PostgreSQL at ${name} cannot be reached (${reason}); start it, or correct DATABASE_URL.`);
}
