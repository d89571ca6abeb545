/** How is the transparency report of a service read at the console? As a page, and as a file in CSV or JSON. */
import { parsePeriod, reportCsv, reportJson } from '@likeness/casework';
import { Problem } from '@likeness/contract';
import { reportPage } from '@likeness/web/moderator';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import type { Engine } from '../workflows/engine.ts';
import { reportedPlatforms, reportOf } from '../workflows/report.ts';
import { may } from './console-permission.ts';
import { frameOf, queryOf } from './console-session.ts';
import { pageHeaders, sendPage } from './page-answers.ts';

export const reportRoutes: FastifyPluginAsync<{ readonly engine: Engine }> = async (app, { engine }) => {
  const { store } = engine;

  /** The service and the period that the address names; without names the first service, and its last whole month. */
  const reportHere = async (request: FastifyRequest) => {
    const id = queryOf(request, 'service');
    const platforms = await reportedPlatforms(store.db);
    const platform = id === null ? platforms[0] : platforms.find((one) => one.id === id);
    const key = queryOf(request, 'period');
    const period = key === null ? null : parsePeriod(key);
    if (platform === undefined || (key !== null && period === null)) throw new Problem('route/unknown');
    return { platform, others: platforms.filter((one) => one !== platform), ...(await reportOf(store, platform, period)) };
  };
  const sendFile = (reply: FastifyReply, text: string, type: string, name: string): FastifyReply =>
    pageHeaders(reply).header('content-disposition', `attachment; filename="${name}"`).type(`${type}; charset=utf-8`).send(text);

  app.get('/report', may('read-report'), async (request, reply) => {
    const { platform, others, report, at } = await reportHere(request);
    return sendPage(reply, reportPage({ ...frameOf(engine, request), now: at, platform, others, since: platform.since, report }));
  });
  app.get('/report/csv', may('read-report'), async (request, reply) => {
    const { report } = await reportHere(request);
    return sendFile(reply, reportCsv(report), 'text/csv', `transparency-${report.period.key}.csv`);
  });
  app.get('/report/json', may('read-report'), async (request, reply) => {
    const { platform, report } = await reportHere(request);
    return sendFile(reply, reportJson(report, platform.name), 'application/json', `transparency-${report.period.key}.json`);
  });
};
