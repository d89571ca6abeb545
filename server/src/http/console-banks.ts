/** How are banks looked after at the console? Their policies, their pictures, and those that only ask until a moderator says what is so. */
import { Problem } from '@likeness/contract';
import {
  type BankModel,
  type BankNews,
  bankPage,
  banksPage,
  type FieldProblem,
  fieldNames,
  isConsolePage,
  paths,
  readNext,
  readPolicyForm,
} from '@likeness/web/moderator';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { changeBank, type PolicyChange, type PolicyRefused, policyOf } from '../workflows/banks.ts';
import { askingItems, bankFacts, itemsOfBank } from '../workflows/desk-banks.ts';
import type { Engine } from '../workflows/engine.ts';
import { judgeItem } from '../workflows/judge-item.ts';
import { may } from './console-permission.ts';
import { fieldsOf, frameOf, goSaying, newsOf, paramOf, queryOf, signedIn } from './console-session.ts';
import { sendPage } from './page-answers.ts';

const newsWords: readonly BankNews[] = ['saved', 'on', 'off', 'resume', 'confirm', 'doubt'];

const itemsOnAPage = 25;
const askingOnAPage = 50;

const fieldFor: Readonly<Record<PolicyRefused['field'], string>> = {
  onMatch: fieldNames.onMatch,
  radius: fieldNames.radius,
  ratio: fieldNames.ratio,
};

export const bankRoutes: FastifyPluginAsync<{ readonly engine: Engine }> = async (app, { engine }) => {
  const { store } = engine;
  const by = (request: FastifyRequest) => ({ moderator: signedIn(request).id });

  app.get('/banks', may('see-banks'), async (request, reply) =>
    sendPage(
      reply,
      banksPage({
        ...frameOf(engine, request),
        banks: await bankFacts(store.db),
        asking: await askingItems(store.db, askingOnAPage),
        news: await newsOf(engine, request, newsWords),
      }),
    ),
  );

  const show = async (request: FastifyRequest, reply: FastifyReply, more: Partial<BankModel> = {}, status = 200): Promise<FastifyReply> => {
    const bank = await bankHere(request);
    const pictures = await itemsOfBank(store.db, bank.id, queryOf(request, 'after'), itemsOnAPage);
    return sendPage(
      reply,
      bankPage({ ...frameOf(engine, request), bank, pictures, news: await newsOf(engine, request, newsWords), ...more }),
      status,
    );
  };
  const bankHere = async (request: FastifyRequest) => {
    const id = paramOf(request, 'bankId');
    const bank = (await bankFacts(store.db, id)).find((one) => one.id === id);
    if (bank === undefined) throw new Problem('route/unknown');
    return bank;
  };
  const change = async (request: FastifyRequest, reply: FastifyReply, wanted: PolicyChange, news: BankNews): Promise<FastifyReply> => {
    const { id } = await bankHere(request);
    if ((await changeBank(store, id, wanted, by(request))) === null) throw new Problem('route/unknown');
    return goSaying(engine, request, reply, paths.bank(id), news);
  };

  app.get('/banks/:bankId', may('see-banks'), (request, reply) => show(request, reply));

  app.post('/banks/:bankId/policy', may('change-banks'), async (request, reply) => {
    const entered = readPolicyForm(fieldsOf(request));
    const { isHarmless } = await bankHere(request);
    // A harmless bank asks nobody, so its form has no such choice.
    const wanted = policyOf({ ...entered, onMatch: isHarmless ? undefined : entered.onMatch });
    if (!isRefused(wanted)) return change(request, reply, wanted, 'saved');
    const problems = wanted.map(({ field, sentence }): FieldProblem => ({ field: fieldFor[field], sentence }));
    return show(request, reply, { corrections: { problems, entered }, news: null }, 422);
  });

  app.post('/banks/:bankId/on', may('change-banks'), (request, reply) => change(request, reply, { enabled: true }, 'on'));
  app.post('/banks/:bankId/off', may('change-banks'), (request, reply) => change(request, reply, { enabled: false }, 'off'));

  for (const judgement of ['resume', 'confirm', 'doubt'] as const)
    app.post(`/items/:itemId/${judgement}`, may('judge-items'), async (request, reply) => {
      const judged = await judgeItem(store, paramOf(request, 'itemId'), judgement, by(request));
      if (judged === null) throw new Problem('route/unknown');
      const next = readNext(fieldsOf(request));
      return goSaying(engine, request, reply, isConsolePage(next) ? next : paths.banks, judgement);
    });
};

function isRefused<T>(answer: PolicyChange | readonly T[]): answer is readonly T[] {
  return Array.isArray(answer);
}
