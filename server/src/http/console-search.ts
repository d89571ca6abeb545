/** How does somebody come back to what she has the number of, or decided before? By search, and by the list of decisions. */
import { decidedPage, type Found, paths, readSearchForm, searchPage } from '@likeness/web/moderator';
import type { FastifyPluginAsync } from 'fastify';
import { decidedLately, foundById } from '../workflows/desk-search.ts';
import type { Engine } from '../workflows/engine.ts';
import { listPlatforms } from '../workflows/platforms.ts';
import { may } from './console-permission.ts';
import { fieldsOf, frameOf, queryOf, signedIn } from './console-session.ts';
import { goTo, sendPage } from './page-answers.ts';

/** Rows of one part: a screen or two. */
const partSize = 50;

export const searchRoutes: FastifyPluginAsync<{ readonly engine: Engine }> = async (app, { engine }) => {
  const { db } = engine.store;

  app.get('/search', may('work-the-queue'), async (request, reply) =>
    sendPage(reply, searchPage({ ...frameOf(engine, request), text: '', found: null })),
  );
  // A form that is posted: what is looked for may be a service's own id, and stands in no address and no log.
  app.post('/search', may('work-the-queue'), async (request, reply) => {
    const { text } = readSearchForm(fieldsOf(request));
    if (text === '') return sendPage(reply, searchPage({ ...frameOf(engine, request), text, found: null }));
    const found = await foundById(db, text);
    const only = onlyOne(found);
    if (only !== null) return goTo(reply, only);
    return sendPage(reply, searchPage({ ...frameOf(engine, request), text, found }));
  });

  app.get('/decided', may('work-the-queue'), async (request, reply) => {
    const isMine = queryOf(request, 'whose') === 'mine';
    const wanted = { cursor: queryOf(request, 'after'), size: partSize, moderatorId: isMine ? signedIn(request).id : null };
    const part = await decidedLately(db, wanted);
    const hasManyServices = (await listPlatforms(db)).length > 1;
    return sendPage(reply, decidedPage({ ...frameOf(engine, request), part, isMine, hasManyServices }));
  });
};

/** Where to go when exactly one thing was found. */
function onlyOne({ requests, reviews, referrals, items }: Found): string | null {
  if (requests.length + reviews.length + referrals.length + items.length !== 1) return null;
  const [request] = requests;
  const [review] = reviews;
  const [referral] = referrals;
  if (request !== undefined) return paths.request(request.trackingNumber);
  if (review !== undefined) return paths.review(review.reviewId);
  return referral === undefined ? null : paths.referral(referral);
}
