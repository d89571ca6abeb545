/** What does she get when she saves her case? Everything that it shows, as one file that needs no server, with a signed receipt for each request. */
import { letterText } from '@likeness/casework';
import { downloadName, type Frame, paths, renderDownload } from '@likeness/web/person';
import type { FastifyInstance } from 'fastify';
import { receiptText } from '../ledger/receipt.ts';
import { byFile, picturesOf } from '../store/cases.ts';
import type { Engine } from '../workflows/engine.ts';
import { type CaseView, readCase } from '../workflows/open-case.ts';
import { listPlatforms } from '../workflows/platforms.ts';
import { spokenTo } from './her-language.ts';
import { pageHeaders } from './page-answers.ts';
import { draftInFile } from './person-drafts.ts';
import type { PersonSessions } from './person-session.ts';

export function downloadPage(
  app: FastifyInstance,
  { engine, frame, sessions }: { readonly engine: Engine; readonly frame: Frame; readonly sessions: PersonSessions },
): void {
  app.get(paths.download, async (request, reply) => {
    const who = await sessions.personOf(request);
    const { speech } = spokenTo(frame, request);
    const view = who === null ? null : await readCase(engine, who.caseId, speech.language);
    if (view === null) return sessions.idle(request, reply);
    const here = await listPlatforms(engine.store.db);
    const drafts = view.drafts.map((draft) => draftInFile(draft, here, speech.words));
    const html = renderDownload({
      speech,
      now: view.now,
      timeZone: frame.timeZone,
      requests: view.requests.map(({ platformName, ...filing }) => ({ ...filing, serviceName: platformName })),
      letters: view.letters.map((letter) => ({ ...letter, serviceName: letter.asked.serviceName, texts: letter.letters.map(letterText) })),
      drafts: drafts.map(({ shown }) => shown),
      watches: view.lookOuts.map(({ platformName, ...lookOut }) => ({ ...lookOut, serviceName: platformName })),
      talk: view.talk?.messages ?? [],
      receipts: receiptsOf(engine, view),
      data: await dataOf(engine, view, drafts),
    });
    return pageHeaders(reply)
      .header('content-disposition', `attachment; filename="${downloadName}"`)
      .type('text/html; charset=utf-8')
      .send(html);
  });
}

/** One for each law of each request. */
function receiptsOf({ keys }: Engine, { requests }: CaseView): string[] {
  return requests.flatMap(({ platformName, laws }) =>
    laws.map(({ trackingNumber, name, statute, receivedAt, dueAt, completeAt }) =>
      receiptText({ trackingNumber, service: platformName, law: `${name}, ${statute}`, receivedAt, dueAt, completeAt }, keys),
    ),
  );
}

/** Never the code or anything made of it. */
async function dataOf(
  { store }: Engine,
  { requests, letters, lookOuts, talk, withdrawalDueAt, now }: CaseView,
  drafts: readonly ReturnType<typeof draftInFile>[],
): Promise<unknown> {
  const each = [];
  for (const { trackingNumber, platformName, receivedAt, standing, timeline, missing, answers, laws, parts } of requests)
    each.push({
      service: platformName,
      receivedAt,
      standing: standing.key,
      timeline,
      missing: missing.map(({ element }) => element),
      answers,
      fingerprints: byFile(await picturesOf(store.db, trackingNumber)).map(({ fingerprints }) => fingerprints),
      laws: laws.map((law) => ({ ...law, standing: law.standing.key })),
      takingOut: parts.flatMap(({ part, link, fingerprint, waiting }) =>
        waiting === null
          ? []
          : [{ part, ...(link === null ? {} : { link }), ...(fingerprint === null ? {} : { fingerprint }), at: waiting.until }],
      ),
    });
  return {
    format: 'likeness-case/1',
    savedAt: now,
    endsAt: withdrawalDueAt,
    requests: each,
    letters: letters.map(({ asked, madeAt, sentAt, outcome, standing }) => ({ ...asked, madeAt, sentAt, outcome, standing: standing.key })),
    notSent: drafts.map(({ data }) => data),
    talk: talk?.messages ?? [],
    lookOuts: lookOuts.map(({ id: _id, platformName, ...lookOut }) => ({ service: platformName, ...lookOut })),
  };
}
