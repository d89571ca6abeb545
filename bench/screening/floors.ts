/**
 * What is the least that an answer costs here? Two programs: `floors.ts route` is a Fastify route that reads the same JSON and answers at once; `floors.ts insert
 * URL CONNECTIONS SECONDS` writes one small row into PostgreSQL per commit, from as many callers, and prints how many a second.
 */
import fastify from 'fastify';
import pg from 'pg';

const [which, url = '', callers = '', seconds = ''] = process.argv.slice(2);
if (which === 'route') {
  const app = fastify();
  app.post('/bare', async () => ({ contentId: 'x', verdict: 'allow', reviewPending: false, matches: [] }));
  process.stdout.write(`${await app.listen({ host: '127.0.0.1', port: 0 })}\n`);
} else {
  const pool = new pg.Pool({ connectionString: url, max: 10 });
  await pool.query('create table bench_floor (id bigint generated always as identity primary key, code bytea not null)');
  const until = performance.now() + 1000 * Number(seconds);
  let rows = 0;
  const code = Buffer.alloc(32, 7);
  await Promise.all(
    Array.from({ length: Number(callers) }, async () => {
      while (performance.now() < until) {
        await pool.query({ name: 'floor', text: 'insert into bench_floor (code) values ($1)', values: [code] });
        rows += 1;
      }
    }),
  );
  await pool.query('drop table bench_floor');
  await pool.end();
  process.stdout.write(JSON.stringify({ perSecond: rows / Number(seconds) }));
}
