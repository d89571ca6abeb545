/** How are the people of the console looked after? Invited, given another role, given a new link, and let go; only an admin comes here. */
import { Problem } from '@likeness/contract';
import {
  type ConsolePerson,
  type FieldProblem,
  fieldNames,
  type PeopleModel,
  type PersonModel,
  paths,
  peoplePage,
  personConfirmPage,
  personPage,
  readPersonForm,
} from '@likeness/web/moderator';
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify';
import { longestName } from '../access/name.ts';
import { createModerator, listModerators, type PasswordLink, resetModerator } from '../access/password-link.ts';
import type { Provider } from '../access/provider.ts';
import { isRole, permissionTable } from '../access/roles.ts';
import type { Engine } from '../workflows/engine.ts';
import { changeRole, endAccess, isLastAdmin } from '../workflows/people.ts';
import { may } from './console-permission.ts';
import { fieldsOf, frameOf, goSaying, newsOf, paramOf, signedIn } from './console-session.ts';
import { goTo, sendPage } from './page-answers.ts';

const lastAdmin: FieldProblem = {
  field: fieldNames.role,
  sentence: 'Nobody else could manage people then. Make somebody else an admin first, who has signed in once.',
};

export const peopleRoutes: FastifyPluginAsync<{ readonly engine: Engine; readonly provider: Provider | null }> = async (
  app,
  { engine, provider },
) => {
  const { store, keys, random } = engine;

  const people = (): Promise<ConsolePerson[]> => listModerators(store.db);
  const providerName = provider?.name ?? null;
  const linkOnce = ({ name, token, expiresAt }: PasswordLink): NonNullable<PeopleModel['shownOnce']> => ({
    text: `${engine.publicUrl}${paths.password}#${token.reveal()}`,
    name,
    until: expiresAt,
  });

  const list = async (
    request: FastifyRequest,
    reply: FastifyReply,
    more: Partial<Pick<PeopleModel, 'shownOnce' | 'entered' | 'problems'>> = {},
    status = 200,
  ): Promise<FastifyReply> => {
    const news = await newsOf(engine, request, ['ended']);
    const model = {
      ...frameOf(engine, request),
      people: await people(),
      providerName,
      table: permissionTable,
      shownOnce: null,
      news,
      ...more,
    } as const;
    return sendPage(reply, peoplePage(model), status);
  };
  app.get('/people', may('manage-people'), (request, reply) => list(request, reply));

  app.post('/people', may('manage-people'), async (request, reply) => {
    const entered = readPersonForm(fieldsOf(request));
    const { name, role } = entered;
    const again = (problem: FieldProblem) => list(request, reply, { entered, problems: [problem] }, 422);
    if (!isRole(role)) return again({ field: fieldNames.role, sentence: 'Choose what this person may do.' });
    const link = await createModerator(store, keys, random, { name, role, by: signedIn(request).id });
    if (!('refused' in link)) return list(request, reply, { shownOnce: linkOnce(link) });
    return again({
      field: fieldNames.name,
      sentence:
        link.refused === 'taken'
          ? 'Somebody has this name already. Colleagues tell each other apart by it.'
          : `Please give a name of 1 to ${longestName} characters.`,
    });
  });

  const personHere = async (request: FastifyRequest): Promise<ConsolePerson> => {
    const id = paramOf(request, 'personId');
    const person = (await people()).find((one) => one.id === id);
    if (person === undefined) throw new Problem('route/unknown');
    return person;
  };
  const show = async (
    request: FastifyRequest,
    reply: FastifyReply,
    more: Partial<Pick<PersonModel, 'shownOnce' | 'problems'>> = {},
    status = 200,
  ): Promise<FastifyReply> => {
    const person = await personHere(request);
    const model = {
      ...frameOf(engine, request),
      person,
      providerName,
      isMe: person.id === signedIn(request).id,
      isLastAdmin: await store.transact((tx) => isLastAdmin(tx, person)),
      shownOnce: null,
      news: await newsOf(engine, request, ['role']),
      ...more,
    };
    return sendPage(reply, personPage(model), status);
  };
  app.get('/people/:personId', may('manage-people'), (request, reply) => show(request, reply));

  app.post('/people/:personId/role', may('manage-people'), async (request, reply) => {
    const { id } = await personHere(request);
    const { role } = readPersonForm(fieldsOf(request));
    if (!isRole(role)) return show(request, reply, { problems: [{ field: fieldNames.role, sentence: 'Choose a role.' }] }, 422);
    const changed = await changeRole(store, id, role, signedIn(request).id);
    if (changed === 'unknown') throw new Problem('route/unknown');
    if (changed === 'last-admin') return show(request, reply, { problems: [lastAdmin] }, 409);
    // Who gave up her own admin role cannot come back to this page.
    if (id === signedIn(request).id && role !== 'admin') return goTo(reply, paths.queue);
    return goSaying(engine, request, reply, paths.person(id), 'role');
  });

  const confirm = async (request: FastifyRequest, reply: FastifyReply, what: 'end-access' | 'new-link'): Promise<FastifyReply> =>
    sendPage(reply, personConfirmPage({ ...frameOf(engine, request), what, person: await personHere(request) }));

  app.get('/people/:personId/end', may('manage-people'), (request, reply) => confirm(request, reply, 'end-access'));
  app.post('/people/:personId/end', may('manage-people'), async (request, reply) => {
    const { id } = await personHere(request);
    const ended = await endAccess(store, id, signedIn(request).id);
    if (ended === 'unknown') throw new Problem('route/unknown');
    if (ended === 'last-admin') return show(request, reply, { problems: [{ sentence: lastAdmin.sentence }] }, 409);
    return goSaying(engine, request, reply, paths.people, 'ended');
  });

  app.get('/people/:personId/link', may('manage-people'), (request, reply) => confirm(request, reply, 'new-link'));
  app.post('/people/:personId/link', may('manage-people'), async (request, reply) => {
    const { id } = await personHere(request);
    const link = await resetModerator(store, keys, random, { id }, signedIn(request).id);
    if (link === null) throw new Problem('route/unknown');
    return show(request, reply, { shownOnce: linkOnce(link) });
  });
};
