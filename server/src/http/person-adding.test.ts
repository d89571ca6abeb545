/** Does what she adds to a request that is filed reach it, and does what she typed come back to her where it is not taken? */
import { fieldNames, paths, speechIn, words } from '@likeness/web/person';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { askForMore } from '../workflows/ask-for-more.ts';
import { decide } from '../workflows/decide.ts';
import { openOnDesk } from '../workflows/desk-request.ts';
import { caseOfCode, readCase } from '../workflows/open-case.ts';
import { screen } from '../workflows/screen.ts';
import { aCode, aModerator, anUpload, aPicture, pdq, sha256, urlOf } from '../workflows/test-cast.ts';
import { csrfOf, openTestPerson, type Page, type TestPerson } from './test-person.ts';

let desk: TestPerson['desk'];
let get: TestPerson['get'];
let post: TestPerson['post'];
let filing: TestPerson['filing'];
let serviceId: string;

beforeAll(async () => {
  ({ desk, get, post, filing } = await openTestPerson());
  serviceId = desk.house.platformId;
});

afterAll(() => desk.close());

describe('a request that has all it needs', () => {
  const complete = { [fieldNames.locations]: 'https://forum.example/p/1', [fieldNames.contactEmail]: 'maria@exampel.org' };
  const ticked = { [fieldNames.notConsensual]: 'yes', [fieldNames.goodFaith]: 'yes' };
  const said = words.case;

  test('takes more in her case: it reaches the moderator as an amendment, and has its own sentence in the timeline', async () => {
    const { engine } = desk.house;
    const { cookie } = await post(paths.request, filing(aCode().revealForReading(), { ...complete, ...ticked }));
    const { body } = await get(paths.case, cookie);
    expect(body).not.toContain(said.missingHeading);
    expect(body).toContain(`<summary class="details__summary">${said.moreSummary}</summary>`);
    const [, trackingNumber = ''] = /name="trackingNumber" value="([^"]+)"/.exec(body) ?? [];
    const add = (more: Record<string, string>) => post(paths.addMissing, { csrf: csrfOf(body), trackingNumber, ...more }, cookie);
    const nothing = await add({ [fieldNames.contactEmail]: 'maria@exampel.org', [fieldNames.locations]: '' });
    expect([nothing.status, nothing.body.includes(said.nothingNew)]).toEqual([422, true]);
    const wrong = await add({ [fieldNames.besideLinks]: 'the group of the harbour', [fieldNames.besideAccounts]: '@4821' });
    expect(wrong.status).toBe(422);
    expect(wrong.body).toMatch(/<details class="details" open><summary class="details__summary">Add or correct something/);
    for (const typed of ['the group of the harbour', '@4821']) expect(wrong.body).toContain(typed);
    const taken = await add({
      [fieldNames.locations]: 'https://forum.example/p/2',
      [fieldNames.besideText]: 'Quay Street',
      [fieldNames.besideAccounts]: '@4821\r\n@4822',
      [fieldNames.contactEmail]: 'maria@example.org',
    });
    expect(taken.location).toBe(`${paths.case}?n=2`);
    const after = (await get(taken.location ?? '', cookie)).body;
    expect(after).toContain('You added: 1 link. You added beside the picture: words, 2 accounts. You changed: how to reach you.');
    const shown = await openOnDesk(engine, await aModerator(engine, 'Bea Moreau'), trackingNumber);
    expect(shown?.amendments).toMatchObject([
      {
        by: 'person',
        places: ['https://forum.example/p/2'],
        replaced: { contact: 'maria@exampel.org' },
        beside: [{ says: 'Quay Street' }, { says: '@4821' }, { says: '@4822' }],
      },
    ]);
  });

  test('a new request from a refused one starts with what that one says, and with nothing that she confirmed; without her open case with nothing at all', async () => {
    const { engine } = desk.house;
    await screen(engine, serviceId, anUpload('refused', pdq(aPicture())));
    const places = { [fieldNames.locations]: urlOf('refused'), [fieldNames.signature]: 'Maria Again' };
    const { cookie } = await post(paths.request, filing(aCode().revealForReading(), { ...complete, ...ticked, ...places }));
    const [, trackingNumber = ''] = /name="trackingNumber" value="([^"]+)"/.exec((await get(paths.case, cookie)).body) ?? [];
    const moderatorId = await aModerator(engine, 'Rosa Moreau');
    await decide(engine, { about: { trackingNumber }, decision: 'keep', ground: 'cannot-locate', note: '', moderatorId });
    expect((await get(paths.case, cookie)).body).toContain(`href="${paths.age}?again=1"`);
    expect((await get(`${paths.age}?again=1`, cookie)).body).toContain(`href="${paths.request}?again=1"`);
    const form = (await get(`${paths.request}?again=1`, cookie)).body;
    for (const hers of [urlOf('refused'), 'Maria Again']) expect(form).toContain(hers);
    expect(/<input[^>]*id="goodFaith"[^>]*>/.exec(form)?.[0]).not.toContain('checked');
    for (const empty of [
      await get(`${paths.request}?again=1`),
      await get(paths.request, cookie),
      await get(`${paths.request}?again=2`, cookie),
    ])
      expect(empty.body).not.toContain('Maria Again');
  });

  test('takes nothing once it is decided: what comes too late is said so, and her case says where to go instead', async () => {
    const { engine } = desk.house;
    await screen(engine, serviceId, anUpload('decided', pdq(aPicture())));
    const places = { [fieldNames.locations]: urlOf('decided') };
    const { cookie } = await post(paths.request, filing(aCode().revealForReading(), { ...complete, ...ticked, ...places }));
    const before = (await get(paths.case, cookie)).body;
    const [, trackingNumber = ''] = /name="trackingNumber" value="([^"]+)"/.exec(before) ?? [];
    expect(before).not.toContain(said.noMore);
    const moderatorId = await aModerator(engine, 'Cleo Moreau');
    await decide(engine, { about: { trackingNumber }, decision: 'remove', ground: 'valid-request', note: '', moderatorId });
    const late = await post(paths.addMissing, { csrf: csrfOf(before), trackingNumber, [fieldNames.besideAccounts]: '@4821' }, cookie);
    expect(late.status).toBe(409);
    expect(late.body).toContain(said.news['answered-late'].text);
    expect(late.body).toContain(`${said.noMore} <a href="${paths.age}">${said.askAgain}</a>`);
    expect(late.body).not.toContain(said.moreSummary);
    expect(late.body, 'hers to keep').toContain('@4821');
    expect((await get(paths.case, cookie)).body, 'it was not taken').not.toContain('@4821');
  });
});

describe('pictures for a request that waits', () => {
  const said = words.addPictures;
  const picture = () => {
    const value = aPicture();
    return [pdq(value), sha256(value)];
  };
  /** A case with a request of each of these, and the numbers of those that are offered the page. */
  const herCase = async (...filers: readonly ('self' | 'agent' | 'young')[]) => {
    const code = aCode();
    let cookie = '';
    for (const filer of filers) {
      const more =
        filer === 'young' ? { [fieldNames.onBehalfOf]: 'user', [fieldNames.isYoung]: 'yes' } : { [fieldNames.onBehalfOf]: filer };
      cookie = (await post(paths.request, filing(code.revealForReading(), more))).cookie;
    }
    const caseId = (await caseOfCode(desk.house.engine, code))?.caseId ?? '';
    const requests = async () => (await readCase(desk.house.engine, caseId))?.requests ?? [];
    const add = (numbers: readonly string[], pictures: readonly unknown[], csrf: string) =>
      post(
        paths.addPictures,
        [
          ...numbers.map((number): [string, string] => [fieldNames.trackingNumber, number]),
          ['csrf', csrf],
          [fieldNames.fingerprints, pictures.length === 0 ? '' : JSON.stringify(pictures)],
        ],
        cookie,
      );
    const csrf = csrfOf((await get(paths.case, cookie)).body);
    return { cookie, csrf, requests, add, numbers: (await requests()).map(({ trackingNumber }) => trackingNumber) };
  };
  const keep = (trackingNumber: string, moderatorId: string) =>
    decide(desk.house.engine, { about: { trackingNumber }, decision: 'keep', ground: 'cannot-locate', note: '', moderatorId });

  test('are taken, stand in her timeline, and reach the moderator as an amendment; the same once more adds nothing', async () => {
    const { engine } = desk.house;
    const { cookie, csrf, add, numbers } = await herCase('self');
    expect((await get(paths.case, cookie)).body).toContain(`href="${paths.ageMore}">${said.heading}</a>`);
    const page = await get(paths.addPictures, cookie);
    expect(page.body).toContain('type="file"');
    expect(page.body).toContain(`name="${fieldNames.trackingNumber}" value="${numbers[0]}"`);
    const hers = [picture(), picture()];
    const taken = await add(numbers, hers, csrfOf(page.body));
    expect([taken.status, taken.location]).toEqual([303, `${paths.case}?n=2`]);
    expect((await get(paths.case, cookie)).body).toContain('You added: fingerprints of 2 pictures.');
    const shown = await openOnDesk(engine, await aModerator(engine, 'Nora Moreau'), numbers[0] ?? '');
    expect(shown?.pictures).toHaveLength(2);
    expect(shown?.amendments).toMatchObject([{ by: 'person', pictures: 2 }]);
    const again = await add(numbers, hers, csrf);
    expect([again.status, again.body.includes(said.problems.known)]).toEqual([422, true]);
    expect((await add(numbers, [...hers, picture()], csrf)).location).toBe(`${paths.case}?n=2`);
  });

  test('go to those of several requests that she ticks, and nothing is ticked for her; what lacks is said beside the rest', async () => {
    const { cookie, csrf, requests, add, numbers } = await herCase('self', 'agent');
    const [first = '', second = ''] = numbers;
    const { body } = await get(paths.addPictures, cookie);
    expect(body).not.toMatch(/<input[^>]*\schecked/);
    for (const number of numbers) expect(body, 'two of one service are told apart').toContain(`<bdi dir="ltr">${number}</bdi>`);
    const hers = picture();
    const nowhere = await add([], [hers], csrf);
    expect([nowhere.status, nowhere.body.includes(words.watch.problems.services)]).toEqual([422, true]);
    expect(nowhere.body, 'nothing that was made is lost').toContain(hers[0]?.value);
    for (const [pictures, sentence] of [
      [[], words.watch.problems.pictures],
      [['no picture'], words.request.problems.fingerprints],
    ] as const) {
      const nothing = await add([first], pictures, csrf);
      expect([nothing.status, nothing.body.includes(sentence)]).toEqual([422, true]);
      expect(nothing.body).toContain(`value="${first}" checked`);
    }
    const stale = await add([first], [hers], 'x');
    expect([stale.status, stale.body.includes(words.case.stale), stale.body.includes(hers[0]?.value ?? '-')]).toEqual([422, true, true]);
    const elsewhere = await (await herCase('self')).add([first], [hers], csrf);
    expect([elsewhere.status, elsewhere.body.includes(words.case.otherCase), elsewhere.body.includes(hers[0]?.value ?? '-')]).toEqual([
      422,
      true,
      false,
    ]);
    expect((await requests()).map(({ files }) => files.pictures)).toEqual([0, 0]);
    expect((await add([second], [hers], csrf)).location).toBe(`${paths.case}?n=2`);
    expect((await requests()).map(({ files }) => files.pictures)).toEqual([0, 1]);
    expect((await add(numbers, [hers], csrf)).location, 'one had it before').toBe(`${paths.case}?n=2`);
    expect((await requests()).map(({ files }) => files.pictures)).toEqual([1, 1]);
  });

  test('are never asked for and never taken for a request about somebody young, nor for one of another case', async () => {
    const young = await herCase('young');
    expect((await get(paths.case, young.cookie)).body).not.toContain(said.note);
    const page = await get(paths.addPictures, young.cookie);
    expect([page.status, page.location]).toEqual([303, paths.case]);
    expect((await young.add(young.numbers, [picture()], young.csrf)).location).toBe(paths.case);
    expect((await young.requests())[0]?.files.pictures).toBe(0);

    const mixed = await herCase('self', 'young');
    const other = await herCase('self');
    const ofYoung = (await mixed.requests()).find(({ answers }) => answers.isYoung === true)?.trackingNumber ?? '';
    expect((await get(paths.addPictures, mixed.cookie)).body).not.toContain(ofYoung);
    const refused = await mixed.add([ofYoung, other.numbers[0] ?? ''], [picture()], mixed.csrf);
    expect([refused.status, refused.body.includes(words.watch.problems.services)]).toEqual([422, true]);
    for (const { requests } of [mixed, other])
      expect((await requests()).map(({ files }) => files.pictures).every((count) => count === 0)).toBe(true);
    expect((await get(paths.ageMore)).body).toContain(`href="${paths.addPictures}"`);
    expect((await get(paths.addPictures)).location, 'without a session').toBe(paths.openCase);
  });

  test('come too late for one that is decided: the others take them, and she reads that it was in part', async () => {
    const moderatorId = await aModerator(desk.house.engine, 'Olga Moreau');
    const { cookie, csrf, requests, add, numbers } = await herCase('self', 'agent');
    const [first = '', second = ''] = numbers;
    await keep(first, moderatorId);
    const late = await add([first], [picture()], csrf);
    expect([late.status, late.body.includes(said.problems.decided)]).toEqual([422, true]);
    for (const kept of ['href="#trackingNumber"', '<fieldset id="trackingNumber"', `value="${second}"`]) expect(late.body).toContain(kept);
    expect((await add(numbers, [picture()], csrf)).location).toBe(`${paths.case}?n=10`);
    expect((await get(`${paths.case}?n=10`, cookie)).body).toContain(words.case.news['added-in-part'].text);
    expect((await requests()).map(({ files }) => files.pictures)).toEqual([0, 1]);
    await keep(second, moderatorId);
    const over = await add([second], [picture()], csrf);
    expect([over.status, over.body.includes(words.case.news['answered-late'].text)]).toEqual([409, true]);
    expect(over.body).not.toContain(said.note);
    expect((await get(paths.addPictures, cookie)).location).toBe(paths.case);
  });
});

test('an answer that says nothing new is not thanked for: that nothing was added stands beside the form', async () => {
  const code = aCode();
  const { cookie } = await post(
    paths.request,
    filing(code.revealForReading(), {
      [fieldNames.locations]: 'https://forum.example/where',
      [fieldNames.notConsensual]: 'yes',
      [fieldNames.goodFaith]: 'yes',
      [fieldNames.contactEmail]: 'maria@example.org',
    }),
  );
  const found = await caseOfCode(desk.house.engine, code);
  const [request] = (await readCase(desk.house.engine, found?.caseId ?? ''))?.requests ?? [];
  const trackingNumber = request?.trackingNumber ?? '';
  const moderatorId = await aModerator(desk.house.engine, 'Ines Moreau');
  await askForMore(desk.house.engine, { trackingNumber, moderatorId, questions: ['where', 'more'], isRestricted: false });
  const csrf = csrfOf((await get(paths.case, cookie)).body);
  const answer = (more: Record<string, string>) =>
    post(paths.addMissing, { csrf, trackingNumber, [fieldNames.locations]: 'https://forum.example/where', ...more }, cookie);
  const nothing = await answer({ [fieldNames.statementDetails]: '  ' });
  expect(nothing.status).toBe(422);
  expect(nothing.body).toContain(words.case.nothingNew);
  expect(nothing.body).toContain(`href="#asked-${fieldNames.locations}"`);
  expect(nothing.body).toContain(`id="asked-${fieldNames.locations}-error"`);
  expect(nothing.body).not.toContain(words.case.news.added.heading);
  expect((await answer({ [fieldNames.statementDetails]: 'In the second album.' })).location).toBe(`${paths.case}?n=2`);

  // That the link is right is an answer, chosen and not written; to no question it is none.
  expect((await get(paths.case, cookie)).body).toContain(words.case.linkIsRight);
  expect((await answer({ [fieldNames.linkIsRight]: 'yes' })).location).toBe(`${paths.case}?n=2`);
  const [answered] = (await readCase(desk.house.engine, found?.caseId ?? ''))?.requests ?? [];
  expect([answered?.asked, answered?.timeline.findLast(({ key }) => key === 'added')?.sentence]).toEqual([
    [],
    'You said that the link is right.',
  ]);
  const shown = await openOnDesk(desk.house.engine, moderatorId, trackingNumber);
  expect(shown?.amendments.at(-1)).toMatchObject({ by: 'person', linkIsRight: true, places: [], given: [] });
  expect((await get(paths.case, cookie)).body).not.toContain(words.case.linkIsRight);
  expect((await answer({ [fieldNames.linkIsRight]: 'yes' })).status).toBe(422);
});

test('an answer to a question that comes when it is decided, or from a page of an earlier session, is not taken and comes back to be kept', async () => {
  const { engine } = desk.house;
  const code = aCode();
  const { cookie } = await post(paths.request, filing(code.revealForReading(), { [fieldNames.locations]: 'https://forum.example/late' }));
  const found = await caseOfCode(engine, code);
  const trackingNumber = (await readCase(engine, found?.caseId ?? ''))?.requests[0]?.trackingNumber ?? '';
  const moderatorId = await aModerator(engine, 'Ida');
  await askForMore(engine, { trackingNumber, moderatorId, questions: ['more'], isRestricted: false });
  const csrf = csrfOf((await get(paths.case, cookie)).body);
  const answer = { trackingNumber, [fieldNames.statementDetails]: 'It is <in> the second album.\nLook there.' };
  const comesBack = (page: Page) => ['It is &lt;in> the second album.', 'Look there.'].every((line) => page.body.includes(line));
  const stale = await post(paths.addMissing, { csrf: 'x', ...answer }, cookie);
  expect([stale.status, stale.body.includes(words.case.stale), comesBack(stale)]).toEqual([422, true, true]);
  // Another case is open in this browser by now: nobody asks her to send it there.
  const { cookie: ofAnother } = await post(paths.request, filing(aCode().revealForReading()));
  for (const address of [paths.addMissing, paths.complain]) {
    const { status, body } = await post(
      address,
      { csrf, ...answer, [fieldNames.words]: 'It is <in> the second album.\nLook there.' },
      ofAnother,
    );
    expect([status, body.includes(words.case.otherCase), body.includes(words.case.stale)]).toEqual([422, true, false]);
    expect([body.includes(words.left.typedHint), body.includes('Look there.')]).toEqual([true, true]);
  }
  const idle = await post(paths.addMissing, { csrf, ...answer });
  expect([idle.body.includes(words.left.typed), comesBack(idle)]).toEqual([true, true]);
  const decision = { decision: 'keep', ground: 'cannot-locate', note: '', moderatorId } as const;
  expect((await decide(engine, { about: { trackingNumber }, ...decision })).outcome).toBe('decided');
  for (const token of [csrf, 'x']) {
    const late = await post(paths.addMissing, { csrf: token, ...answer }, cookie);
    expect([late.status, late.body.includes(words.case.news['answered-late'].heading), comesBack(late)]).toEqual([409, true, true]);
  }
  const german = await post(`/de${paths.addMissing}`, { csrf, ...answer }, cookie);
  expect([german.body.includes(speechIn('de').words.case.news['answered-late'].heading), comesBack(german)]).toEqual([true, true]);
  // In another case of the same browser there is no form for it: it is given back, and says nothing of the other.
  const other = await post(paths.request, filing(aCode().revealForReading()));
  const elsewhere = await post(paths.addMissing, { csrf, ...answer }, other.cookie);
  expect([elsewhere.status, comesBack(elsewhere), elsewhere.body.includes(trackingNumber)]).toEqual([422, true, false]);
});

test('a reason that goes with another answer than hers is not taken: the form shows those that do, with what she wrote', async () => {
  const { engine } = desk.house;
  const code = aCode();
  const { cookie } = await post(paths.request, filing(code.revealForReading(), { [fieldNames.locations]: 'https://forum.example/no' }));
  const caseId = (await caseOfCode(engine, code))?.caseId ?? '';
  const trackingNumber = (await readCase(engine, caseId))?.requests[0]?.trackingNumber ?? '';
  const moderatorId = await aModerator(engine, 'Iris');
  await decide(engine, { about: { trackingNumber }, decision: 'keep', ground: 'cannot-locate', note: '', moderatorId });
  const csrf = csrfOf((await get(paths.case, cookie)).body);
  const says = (reason: string) =>
    post(
      paths.complain,
      { csrf, trackingNumber, [fieldNames.choice]: reason, [fieldNames.words]: 'It is in the album called summer.' },
      cookie,
    );
  for (const reason of ['', 'too-little', 'depicted']) {
    const { status, body } = await says(reason);
    expect([reason, status, body.includes(words.disagree.choose)]).toEqual([reason, 422, true]);
    expect([body.includes('value="can-be-found"'), body.includes('value="too-little"')]).toEqual([true, false]);
    expect(body).toContain('the album called summer');
  }
  expect((await says('can-be-found')).status).toBe(303);
});

test('an e-mail address that is none is said so beside its field, and what was typed stays', async () => {
  const { cookie } = await post(paths.request, filing(aCode().revealForReading(), { [fieldNames.contactEmail]: 'maria' }));
  const { body } = await get(paths.case, cookie);
  expect(body, 'without script it is said as soon as it was sent').toContain(words.case.notAnEmail);
  const [, trackingNumber = ''] = /name="trackingNumber" value="([^"]+)"/.exec(body) ?? [];
  const typed = { csrf: csrfOf(body), [fieldNames.trackingNumber]: trackingNumber, [fieldNames.contactEmail]: 'maria@' };
  const answer = await post(paths.addMissing, typed, cookie);
  expect(answer.status).toBe(422);
  expect(answer.body.split(words.case.notAnEmail), 'in the list and at the field, once each').toHaveLength(3);
  expect(answer.body).toContain('value="maria@"');
});

test('a phone number that is none, sent with a good e-mail address, is said in her case where she can put it right', async () => {
  const sent = { [fieldNames.contactPhone]: '12 34', [fieldNames.contactEmail]: 'maria@example.org' };
  const { cookie } = await post(paths.request, filing(aCode().revealForReading(), sent));
  const shown = async () => (await get(paths.case, cookie)).body;
  const body = await shown();
  const [more = ''] = /<details[^>]*><summary[^>]*>Add or correct something.*?<\/details>/s.exec(body) ?? [];
  expect([more.startsWith('<details class="details" open>'), more.includes(words.case.notAPhone), more.includes('value="12 34"')]).toEqual([
    true,
    true,
    true,
  ]);
  const [, trackingNumber = ''] = /name="trackingNumber" value="([^"]+)"/.exec(more) ?? [];
  await post(paths.addMissing, { csrf: csrfOf(body), trackingNumber, ...sent, [fieldNames.contactPhone]: '+49 30 123456' }, cookie);
  const after = await shown();
  expect(after).not.toContain(words.case.notAPhone);
  expect(after).toMatch(/<details class="details"><summary[^>]*>Add or correct something/);
});

describe('how to reach her', () => {
  const complete = (code: string): Record<string, string> =>
    filing(code, {
      [fieldNames.locations]: 'https://forum.example/photo',
      [fieldNames.notConsensual]: 'yes',
      [fieldNames.goodFaith]: 'yes',
      [fieldNames.contactEmail]: 'maria@example.org',
    });

  test('is erased at her wish, which the page says with its day, and a new way is taken while the request is open', async () => {
    const { cookie } = await post(paths.request, complete(aCode().revealForReading()));
    const before = await get(paths.case, cookie);
    expect(before.body).toContain('maria@example.org');
    expect(before.body).not.toContain(words.case.contactErased);
    const csrf = csrfOf(before.body);
    const erased = await post(paths.eraseContact, { csrf }, cookie);
    expect([erased.status, erased.location]).toEqual([303, `${paths.case}?n=4`]);
    const { body } = await get(erased.location ?? '', cookie);
    expect(body).not.toContain('maria@example.org');
    expect(body).toContain(words.case.news.erased.heading);
    expect(body).toMatch(/<time [^>]*data-(?:day|moment)[^>]*>[^<]+<\/time><\/p><p class="timeline__sentence">How to reach you was erased/);
    expect(body).toContain(words.case.contactErased);

    const [, trackingNumber = ''] = /name="trackingNumber" value="([^"]+)"/.exec(body) ?? [];
    const give = (more: Record<string, string>) =>
      post(paths.addMissing, { csrf, [fieldNames.trackingNumber]: trackingNumber, ...more }, cookie);
    const [slip, short] = [await give({ [fieldNames.contactPhone]: '12' }), await give({ [fieldNames.contactEmail]: 'maria@' })];
    expect([slip.status, slip.body.includes(words.case.notAPhone)]).toEqual([422, true]);
    expect([short.status, short.body.includes(words.case.notAnEmail)]).toEqual([422, true]);
    expect((await give({ [fieldNames.contactEmail]: 'new@example.org' })).location).toBe(`${paths.case}?n=2`);
    const after = await get(paths.case, cookie);
    expect(after.body).toContain('new@example.org');
    expect(after.body).toContain('You added: how to reach you.');
    expect(after.body).not.toContain(words.case.contactErased);
    const late = await give({ [fieldNames.contactEmail]: 'new@exmple' });
    expect([late.status, late.body.includes(words.case.notAnEmail), late.body.includes('value="new@exmple"')]).toEqual([422, true, true]);
    expect((await get(paths.case, cookie)).body, 'a slip takes the place of no good address').toContain('new@example.org');
    expect((await post(paths.eraseContact, {}, cookie)).status).toBe(403);
  });
});
