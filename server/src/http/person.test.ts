/** Does the person's door keep its promises to her, and tell a stranger nothing? */
import { caseworkIn, parseCaseCode } from '@likeness/casework';
import { fieldLimits, fieldNames, openedFor, paths, speechIn, stillOpen, words } from '@likeness/web/person';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setActsOn } from '../workflows/also-acted-on.ts';
import { fileRequest } from '../workflows/file-request.ts';
import { caseOfCode, readCase } from '../workflows/open-case.ts';
import { aCode, answers } from '../workflows/test-cast.ts';
import { askWithdrawal } from '../workflows/withdraw.ts';
import { openTestDoors } from './test-doors.ts';
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

describe('a request', () => {
  test('that is filed opens her case, and filed again is the same case', async () => {
    const code = aCode();
    const filed = await post(paths.request, filing(code.revealForReading()));
    expect([filed.status, filed.location]).toEqual([303, openedFor(`${paths.case}?n=1`)]);
    expect((await get(openedFor(`${paths.case}?n=1`), filed.cookie)).location).toBe(`${paths.case}?n=1`);
    expect((await get(paths.case, filed.cookie)).status).toBe(200);
    const first = await caseOfCode(desk.house.engine, code);
    await post(paths.request, filing(code.revealForReading()));
    expect(await caseOfCode(desk.house.engine, code)).toEqual(first);
  });

  test.each([
    ['sent', (code: string) => post(paths.request, filing(code)), `${paths.case}?n=1`],
    ['opened', (code: string) => post(paths.openCase, { [fieldNames.caseCode]: code }), paths.case],
  ])(
    'from a browser that keeps no cookie, once it is %s, says so, in her language, and not to who was never there',
    async (_, enter, page) => {
      const code = aCode().revealForReading();
      await post(paths.request, filing(code));
      const { location = '' } = await enter(code);
      expect(location).toBe(openedFor(page));
      const led = (await get(`/de${location}`)).location ?? '';
      expect((await get(led)).body).toContain(speechIn('de').words.openCase.notKept);
      for (const [path, cookie] of [
        [paths.openCase, ''],
        [led, '__Host-likeness=another'],
      ] as const)
        expect((await get(path, cookie)).body).not.toMatch(/Cookies|cookies/);
    },
  );

  test.each(['//evil.example', 'https://evil.example/', '/console', '/case/../console', '/case?n=1&x=2'])(
    'that is opened on the way to %s leads to her case',
    async (elsewhere) => {
      const { cookie } = await post(paths.request, filing(aCode().revealForReading()));
      expect((await get(openedFor(elsewhere), cookie)).location).toBe(paths.case);
    },
  );

  test('filed with a found code does not open the case of it without its PIN', async () => {
    const code = aCode().revealForReading();
    const filed = await post(paths.request, filing(code, { [fieldNames.pin]: 'a second secret' }));
    expect(filed.status).toBe(303);
    for (const pin of ['', 'guessed one']) {
      const stranger = await post(paths.request, filing(code, { [fieldNames.pin]: pin }));
      expect([stranger.status, stranger.cookie]).toEqual([422, '']);
      expect(stranger.body).not.toContain('LK-');
    }
    expect((await post(paths.request, filing(code, { [fieldNames.pin]: 'a second secret' }))).status).toBe(303);
  });

  test.each([
    ['a code that is none', { [fieldNames.caseCode]: 'not a code' }],
    ['a service that is none', { [fieldNames.service]: 'nobody' }],
    ['a PIN that is too short', { [fieldNames.pin]: '123' }],
    ['a PIN that is soon guessed', { [fieldNames.pin]: '123456' }],
  ])('with %s is asked again, with what she gave', async (_what, wrong) => {
    const again = await post(paths.request, { ...filing(aCode().revealForReading()), ...wrong });
    expect([again.status, again.cookie]).toEqual([422, '']);
    expect(again.body).toContain('Maria Example');
  });
});

describe('links', () => {
  const links = (count: number): string => Array.from({ length: count }, (_, n) => `https://forum.example/set/photo-${n}.`).join('\r\n');

  test('all reach the service, and too many are said with the limit, with everything kept', async () => {
    const { cookie } = await post(paths.request, filing(aCode().revealForReading(), { [fieldNames.locations]: links(250) }));
    // Where she reads what she sent, and where she takes one out.
    expect((await get(paths.case, cookie)).body.match(/photo-\d+\./g)).toHaveLength(2 * 250);
    const refused = await post(paths.request, filing(aCode().revealForReading(), { [fieldNames.locations]: links(1001) }));
    expect([refused.status, refused.cookie]).toEqual([422, '']);
    expect(refused.body).toContain('One request can take 1,000 links, and these are 1,001.');
    expect(refused.body.match(/photo-\d+\./g)).toHaveLength(1001);
  });

  test('that do not fit into what is missing stay in their field', async () => {
    const { cookie } = await post(paths.request, filing(aCode().revealForReading()));
    const { body } = await get(paths.case, cookie);
    const [, trackingNumber = ''] = /name="trackingNumber" value="([^"]+)"/.exec(body) ?? [];
    const typed = { csrf: csrfOf(body), [fieldNames.trackingNumber]: trackingNumber, [fieldNames.locations]: links(1001) };
    const answer = await post(paths.addMissing, typed, cookie);
    expect(answer.status).toBe(422);
    expect(answer.body).toContain('One request can take 1,000 links');
    expect(answer.body).toContain('photo-1000.');
  });
});

describe('what stands beside the picture', () => {
  const besideHers = {
    [fieldNames.besideText]: 'Maria E.\r\nfrom the bakery',
    [fieldNames.besideLinks]: 'elsewhere.example/more\r\nhttps://elsewhere.example/more',
    [fieldNames.besideAccounts]: '@not-maria\r\n\r\nposter 7',
  };

  test('reaches the service as she named it, beside every picture of the request, and stands in her case', async () => {
    const code = aCode();
    const { cookie, status } = await post(paths.request, filing(code.revealForReading(), besideHers));
    expect(status).toBe(303);
    const found = await caseOfCode(desk.house.engine, code);
    const view = await readCase(desk.house.engine, found?.caseId ?? '');
    expect(view?.requests[0]?.answers.beside).toEqual([
      { kind: 'text', says: 'Maria E.\nfrom the bakery' },
      { kind: 'link', says: 'https://elsewhere.example/more' },
      { kind: 'account', says: '@not-maria' },
      { kind: 'account', says: 'poster 7' },
    ]);
    const { body } = await get(paths.case, cookie);
    for (const hers of ['from the bakery', 'https://elsewhere.example/more', '@not-maria']) expect(body).toContain(hers);
  });

  test('is asked again with all that was typed where a line is no link, or where there is too much', async () => {
    for (const [wrong, sentence] of [
      [{ [fieldNames.besideLinks]: 'the group of the harbour' }, words.request.problems.notALink({ first: 'the group of the harbour' })],
      [
        { [fieldNames.besideLinks]: 'the group\r\nforum.example/7\r\nthe album' },
        words.request.problems.notLinks({ lines: 'the group · the album' }),
      ],
      [
        { [fieldNames.besideAccounts]: Array.from({ length: 101 }, (_, n) => `account ${n}`).join('\r\n') },
        words.request.problems.tooManyBeside({ most: 100 }),
      ],
    ] as const) {
      const code = aCode();
      const answer = await post(paths.request, filing(code.revealForReading(), { ...besideHers, ...wrong }));
      expect(answer.status).toBe(422);
      expect(answer.body).toContain(sentence);
      for (const typed of ['from the bakery', ...(Object.values(wrong)[0]?.split('\r\n') ?? [])]) expect(answer.body).toContain(typed);
      expect(answer.body).toMatch(/<details class="details" open>/);
      expect(await caseOfCode(desk.house.engine, code)).toBeNull();
    }
  });

  test('is asked for with what the service acts on, and her case says what became of each', async () => {
    const { engine } = desk.house;
    const said = words.request.beside;
    expect((await get(paths.request)).body).toContain(said.picturesOnly);
    const { cookie } = await post(paths.request, filing(aCode().revealForReading(), besideHers));
    const shown = async () => (await get(paths.case, cookie)).body;
    expect(await shown()).toContain(`${words.case.besideKinds.account}: <bdi>@not-maria</bdi><br/>${words.case.besideDecided.unheeded}`);
    await setActsOn(engine.store, serviceId, ['account']);
    const asked = async () => {
      const { body } = await get(paths.request);
      return [
        body.includes(`</bdi>: ${said.kinds.account}</li>`),
        ...[said.words, said.links, said.accounts].map((label) => body.includes(label)),
      ];
    };
    expect(await asked(), 'and for nothing else').toEqual([true, false, false, true]);
    expect(await shown()).toContain(`<bdi>@not-maria</bdi><br/>${words.case.besideDecided.open}`);
    await setActsOn(engine.store, serviceId, ['text', 'link', 'account']);
    expect((await get(paths.request)).body).toContain(said.text);
    await setActsOn(engine.store, serviceId, []);
  });

  test('is added to what is missing, a little at a time, until the request has as much as it takes', async () => {
    const { cookie } = await post(paths.request, filing(aCode().revealForReading()));
    const { body } = await get(paths.case, cookie);
    const [, trackingNumber = ''] = /name="trackingNumber" value="([^"]+)"/.exec(body) ?? [];
    const adds = (from: number, count: number) =>
      post(
        paths.addMissing,
        {
          csrf: csrfOf(body),
          trackingNumber,
          [fieldNames.besideAccounts]: Array.from({ length: count }, (_, n) => `account ${from + n}`).join('\r\n'),
        },
        cookie,
      );
    expect((await adds(1, 60)).status).toBe(303);
    expect((await get(paths.case, cookie)).body).toContain('account 60');
    const refused = await adds(61, 60);
    expect(refused.status).toBe(422);
    expect(refused.body).toContain(words.request.problems.tooManyBeside({ most: 100 }));
    expect((await get(paths.case, cookie)).body).not.toContain('account 120');
  });
});

describe('a text that is too long', () => {
  const long = {
    [fieldNames.signature]: `Maria ${'x'.repeat(100_000)}`,
    [fieldNames.contactOther]: `at home ${'y'.repeat(200_000)}`,
  };
  const isAllThere = ({ body }: Page): void => {
    for (const typed of Object.values(long)) expect(body).toContain(typed);
    for (const field of [fieldNames.signature, fieldNames.contactOther])
      expect(body).toMatch(new RegExp(`id="${field}-error">${words.request.problems.textTooLong({ most: fieldLimits[field] })}<`));
  };

  test('is not filed: the limit stands beside its field, and all that was typed in it', async () => {
    const answer = await post(paths.request, filing(aCode().revealForReading(), long));
    expect([answer.status, answer.cookie]).toEqual([422, '']);
    isAllThere(answer);
  });

  test('is not added to what is missing, and the rest is', async () => {
    const { cookie } = await post(
      paths.request,
      filing(aCode().revealForReading(), { [fieldNames.signature]: '', [fieldNames.contactEmail]: '', [fieldNames.locations]: '' }),
    );
    const { body } = await get(paths.case, cookie);
    const [, trackingNumber = ''] = /name="trackingNumber" value="([^"]+)"/.exec(body) ?? [];
    const typed = { ...long, csrf: csrfOf(body), trackingNumber, [fieldNames.locations]: 'https://forum.example/p/7' };
    const answer = await post(paths.addMissing, typed, cookie);
    expect(answer.status).toBe(422);
    isAllThere(answer);
    const after = (await get(paths.case, cookie)).body;
    expect(after).toContain('https://forum.example/p/7');
    expect(after).not.toContain('xxx');
  });

  test('has the same limits in a call, named by its pointer', async () => {
    const key = await desk.key();
    const file = (payload: object) => desk.app.inject({ method: 'POST', url: '/api/v1/requests', headers: key, payload });
    const bodies: readonly (readonly [keyof typeof fieldLimits, string, (text: string) => object])[] = [
      ['agentAuthority', '/agentAuthority', (agentAuthority) => ({ agentAuthority })],
      ['locationDetails', '/locationDetails', (locationDetails) => ({ locationDetails })],
      ['signature', '/signature', (signature) => ({ signature })],
      ['statementDetails', '/statement/details', (details) => ({ statement: { notConsensual: true, goodFaith: true, details } })],
      ['contactEmail', '/contact/email', (email) => ({ contact: { email } })],
      ['contactPhone', '/contact/phone', (phone) => ({ contact: { phone } })],
      ['contactOther', '/contact/other', (other) => ({ contact: { other } })],
    ];
    for (const [field, pointer, body] of bodies) {
      expect([field, (await file(body('x'.repeat(fieldLimits[field])))).statusCode]).toEqual([field, 201]);
      const refused = await file(body('x'.repeat(fieldLimits[field] + 1)));
      expect([field, refused.statusCode, refused.json().pointer]).toEqual([field, 400, pointer]);
    }
  });
});

test('a form whose code is gone or was changed says that nothing was sent, and has another code', async () => {
  for (const code of ['', 'XXXXX-XXXXX-XXXXX-XXXXX-X', '<b>']) {
    const answer = await post(paths.request, filing(code));
    expect([answer.status, answer.cookie]).toEqual([422, '']);
    const [alert = ''] = /<div class="error-summary" role="alert".*?<\/div>/s.exec(answer.body) ?? [];
    expect(alert).toContain(words.request.problems.heading);
    expect(alert).toContain(words.request.problems.newCode);
    const [, fresh = ''] = /name="caseCode" value="([^"]*)"/.exec(answer.body) ?? [];
    expect(parseCaseCode(fresh).ok).toBe(true);
    expect(answer.body).toContain('Maria');
  }
});

describe('a code', () => {
  const open = (code: string, pin?: string): Promise<Page> =>
    post(paths.openCase, { [fieldNames.caseCode]: code, ...(pin === undefined ? {} : { [fieldNames.pin]: pin }) });

  test('that is unknown and one that was withdrawn answer alike, to the letter', async () => {
    const gone = aCode();
    await post(paths.request, filing(gone.revealForReading(), { [fieldNames.pin]: 'a second secret' }));
    const { engine } = desk.house;
    const opened = await caseOfCode(engine, gone);
    const { CasePin } = await import('@likeness/casework');
    await askWithdrawal(engine, opened?.caseId ?? '', CasePin.of('a second secret'));
    const never = aCode();
    const [one, two] = [await open(gone.revealForReading()), await open(never.revealForReading())];
    expect(one.status).toBe(422);
    expect(one.body).toContain(words.openCase.unknown);
    expect(one.body.replaceAll(gone.revealForReading(), '')).toBe(two.body.replaceAll(never.revealForReading(), ''));
    expect([one.cookie, two.cookie]).toEqual(['', '']);
  });

  test('of a case that has ended, filed under again from a form that stood open, opens the new request and nothing of before', async () => {
    const { engine } = desk.house;
    const { CasePin } = await import('@likeness/casework');
    const code = aCode();
    const numbers = (body: string): string[] => [...new Set(body.match(/LK-[0-9A-Z-]{10,}/g))];
    const pin = { [fieldNames.pin]: 'a second secret' };
    const first = await post(paths.request, filing(code.revealForReading(), pin));
    const before = numbers((await get(paths.case, first.cookie)).body);
    const ended = await caseOfCode(engine, code);
    await askWithdrawal(engine, ended?.caseId ?? '', CasePin.of('a second secret'));
    // What stood open shows that code: it was told, and works as one that nobody has used. No PIN of before is asked for, and none opens it.
    const asked = await post(paths.request, { ...filing(code.revealForReading()), [fieldNames.service]: 'nobody' });
    expect(asked.body).toContain(code.revealForReading());
    const again = await post(paths.request, filing(code.revealForReading()));
    expect([again.status, again.location]).toEqual([303, openedFor(`${paths.case}?n=1`)]);
    const opened = await open(code.revealForReading());
    expect(opened.status).toBe(303);
    const after = numbers((await get(paths.case, opened.cookie)).body);
    expect([before.length, after.length]).toEqual([1, 1]);
    expect(after).not.toEqual(before);
    expect((await caseOfCode(engine, code))?.caseId).not.toBe(ended?.caseId);
    expect((await get(paths.case, first.cookie)).body).not.toContain('LK-');
    // A form that is opened afterwards has another code.
    expect((await get(paths.request)).body).not.toContain(code.revealForReading());
  });

  test('that is mistyped is told so without a look at any case', async () => {
    const code = aCode().revealForReading();
    const mistyped = `${code.slice(0, -1)}${code.endsWith('0') ? '1' : '0'}`;
    expect((await open(mistyped)).body).toContain(caseworkIn('en').case.code.check);
    for (const text of ['', '\u0000', 'x'.repeat(10_000), '<script>alert(1)</script>']) {
      const answer = await open(text);
      expect(answer.status).toBe(422);
      expect(answer.body).not.toContain('<script>alert');
    }
  });

  test('with a PIN opens after the PIN, and after five wrong ones only later', async () => {
    const code = aCode().revealForReading();
    await post(paths.request, filing(code, { [fieldNames.pin]: 'a second secret' }));
    expect((await open(code)).cookie).toBe('');
    for (let tries = 0; tries < 5; tries += 1) expect((await open(code, 'guess guess')).status).toBe(422);
    const limited = await open(code, 'a second secret');
    expect([limited.status, limited.cookie]).toEqual([429, '']);
    // Whoever guessed at it elsewhere keeps her out there alone; the proxy in front says who is who.
    const elsewhere = { 'x-forwarded-for': '203.0.113.9' };
    expect((await post(paths.openCase, { [fieldNames.caseCode]: code, [fieldNames.pin]: 'a second secret' }, '', elsewhere)).status).toBe(
      303,
    );
  });
});

describe('a form', () => {
  test('of another site, of another session, or without its token changes nothing', async () => {
    const [hers, other] = await Promise.all([1, 2].map(() => post(paths.request, filing(aCode().revealForReading()))));
    const token = csrfOf((await get(paths.case, hers?.cookie)).body);
    expect(token).not.toBe('');
    expect((await post(paths.withdraw, { csrf: token }, other?.cookie)).status).toBe(403);
    expect((await post(paths.withdraw, {}, hers?.cookie)).status).toBe(403);
    expect((await post(paths.withdraw, { csrf: token }, hers?.cookie, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    const elsewhere = { host: '127.0.0.1:8420', origin: 'https://evil.example' };
    expect((await post(paths.request, filing(aCode().revealForReading()), '', elsewhere)).status).toBe(403);
    expect((await get(paths.withdraw, hers?.cookie)).status).toBe(200);
  });

  const oldLink = { host: 'old-name.example', origin: 'https://old-name.example', 'sec-fetch-site': 'same-origin' };
  test.each([
    [paths.request, 'an old link', oldLink],
    [`/de${paths.request}`, 'the number of the machine, over plain http', { host: '192.168.1.5:8420', origin: 'null' }],
    [paths.watch, 'an old link', oldLink],
    [paths.elsewhere, 'an old link', oldLink],
  ])(
    '%s that was filled in under %s is not taken: it comes back with all that was typed, and the address to open',
    async (path, _name, headers) => {
      const code = aCode();
      const typed = { ...filing(code.revealForReading()), [fieldNames.knownService]: 'other', [fieldNames.serviceName]: 'Old Forum' };
      const answer = await post(path, typed, '', headers);
      expect([answer.status, answer.cookie]).toEqual([422, '']);
      const said = speechIn(path.startsWith('/de') ? 'de' : 'en').words.request.problems;
      expect(answer.body).toContain(said.otherAddress({ address: 'http://127.0.0.1:8420' }));
      for (const kept of [code.revealForReading(), ...(path === paths.watch ? [] : ['Maria Example'])]) expect(answer.body).toContain(kept);
      expect(await caseOfCode(desk.house.engine, code)).toBeNull();
    },
  );

  test('under another name that asks for a code or acts in a case is refused as before', async () => {
    const code = aCode().revealForReading();
    const { cookie } = await post(paths.request, filing(code));
    const csrf = csrfOf((await get(paths.case, cookie)).body);
    for (const path of [paths.openCase, paths.withdraw, paths.addMissing, paths.talk])
      expect([path, (await post(path, { csrf, [fieldNames.caseCode]: code }, cookie, oldLink)).status]).toEqual([path, 403]);
  });

  test('is asked whether her case is open, and starts nothing where it is over', async () => {
    const filed = await post(paths.request, filing(aCode().revealForReading()));
    const ask = `${paths.keep}?${stillOpen}`;
    expect((await post(ask, {}, filed.cookie)).status).toBe(204);
    await post(paths.exit, {}, filed.cookie);
    const over = await post(ask, {}, filed.cookie);
    expect([over.status, over.cookie, over.body]).toEqual([410, '', '']);
    expect((await post(ask, {})).status).toBe(410);
  });

  test('after leaving opens nothing: the copied cookie is over', async () => {
    const { cookie } = await post(paths.request, filing(aCode().revealForReading()));
    expect((await post(paths.exit, {}, cookie)).status).toBe(200);
    expect((await get(paths.case, cookie)).body).not.toContain('LK-');
  });

  test('that is far too long is refused with a page', async () => {
    const answer = await post(paths.openCase, { [fieldNames.caseCode]: 'x'.repeat(1_200_000) });
    expect(answer.status).toBe(413);
    expect(answer.body).toContain('<!');
  });

  test('with another person’s tracking number finds nothing', async () => {
    const { cookie } = await post(paths.request, filing(aCode().revealForReading()));
    const csrf = csrfOf((await get(paths.case, cookie)).body);
    for (const trackingNumber of ['', 'LK-0000-0000-0000-0', '\u0000', 'x'.repeat(500)]) {
      const answer = await post(paths.addMissing, { csrf, [fieldNames.trackingNumber]: trackingNumber }, cookie);
      expect([trackingNumber, answer.status]).toEqual([trackingNumber, 404]);
    }
  });
});

describe('ending a case that has a PIN', () => {
  const opened = async () => {
    const code = aCode();
    const { cookie } = await post(
      paths.request,
      filing(code.revealForReading(), { [fieldNames.pin]: 'a second secret', [fieldNames.contactEmail]: 'maria@example.org' }),
    );
    const { body } = await get(paths.withdraw, cookie);
    const end = (more: Record<string, string>) => post(paths.withdraw, { csrf: csrfOf(body), ...more }, cookie);
    const isThere = async (): Promise<boolean> => (await caseOfCode(desk.house.engine, code)) !== null;
    return { cookie, end, isThere };
  };

  test('with the PIN left empty settles nothing: she reads that it ends it at once, and can still give it', async () => {
    const { cookie, end, isThere } = await opened();
    const told = await end({ [fieldNames.eraseContact]: 'yes' });
    expect(told.body).toContain(words.withdraw.pinLeftEmpty.lead);
    const unsettled = (await get(paths.case, cookie)).body;
    expect(unsettled).not.toContain(words.case.withdrawalHeading);
    expect(unsettled).toContain('maria@example.org');
    expect((await end({ [fieldNames.pin]: 'a second secret' })).body).toContain(words.withdrawDone.endedHeading);
    expect(await isThere()).toBe(false);
  });

  test('the slow way once chosen can still be made the quick one, without going on first', async () => {
    const { cookie, end, isThere } = await opened();
    const waiting = await end({ [fieldNames.withoutPin]: 'yes', [fieldNames.eraseContact]: 'yes' });
    expect(waiting.body).toContain(words.withdrawDone.waitingHeading);
    expect(waiting.body).toContain(words.withdrawDone.contactErased);
    expect((await get(paths.case, cookie)).body).toContain(words.case.withdrawalSooner);
    expect((await get(paths.withdraw, cookie)).body).toContain(words.withdraw.sooner.heading);
    const empty = await end({});
    expect([empty.status, empty.body.includes(words.withdraw.noPin)]).toEqual([422, true]);
    expect((await end({ [fieldNames.pin]: 'guess guess' })).body).toContain(words.withdraw.wrongPin);
    expect((await end({ [fieldNames.pin]: 'a second secret' })).body).toContain(words.withdrawDone.endedHeading);
    expect(await isThere()).toBe(false);
  });

  test('without one it waits, and the page for ending leads back to what waits', async () => {
    const { cookie } = await post(paths.request, filing(aCode().revealForReading()));
    const csrf = csrfOf((await get(paths.withdraw, cookie)).body);
    expect((await post(paths.withdraw, { csrf }, cookie)).body).toContain(words.withdrawDone.waitingHeading);
    expect((await get(paths.withdraw, cookie)).location).toBe(paths.case);
    expect((await get(paths.case, cookie)).body).not.toContain(words.case.withdrawalSooner);
  });
});

test('a link that was made up, used or damaged opens nothing', async () => {
  for (const secret of ['', 'x', '\u0000', 'A'.repeat(43)]) {
    const answer = await post(paths.follow, { [fieldNames.secret]: secret });
    expect([answer.status, answer.cookie]).toEqual([422, '']);
  }
});

describe('a case that came through a platform’s form', () => {
  test('closes in every other browser that followed its link once she has set her code', async () => {
    const { engine, platformId } = desk.house;
    const filed = await fileRequest(engine, { platformId, answers: answers('followed') });
    const secret = filed.follow?.reveal() ?? '';
    const [hers, stranger] = [
      await post(paths.follow, { [fieldNames.secret]: secret }),
      await post(paths.follow, { [fieldNames.secret]: secret }),
    ];
    expect((await get(paths.case, stranger.cookie)).body).toContain(filed.trackingNumber);
    const code = aCode().revealForReading();
    const form = { csrf: csrfOf(hers.body), [fieldNames.caseCode]: code };
    const weak = await post(paths.followCode, { ...form, [fieldNames.pin]: 'abcdef' }, hers.cookie);
    expect([weak.status, weak.body.includes(caseworkIn('en').case.pin.weak)]).toEqual([422, true]);
    expect(await post(paths.followCode, { ...form, [fieldNames.pin]: 'a second secret' }, hers.cookie)).toMatchObject({ status: 303 });
    expect((await get(paths.case, hers.cookie)).body).toContain(filed.trackingNumber);
    expect((await get(paths.case, stranger.cookie)).body).not.toContain(filed.trackingNumber);
    expect(await post(paths.follow, { [fieldNames.secret]: secret })).toMatchObject({ status: 422, cookie: '' });
  });
});

test('a mistyped address is a page for a person, and a problem for a program', async () => {
  for (const path of ['/nowhere', '/case/nowhere', '/%zz', paths.withdraw.repeat(3)]) {
    const answer = await get(path);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    if (path !== '/%zz') expect(answer.body).toContain('<!');
    expect(answer.body).not.toContain('zz');
  }
  const program = await desk.app.inject({ method: 'GET', url: '/nowhere', headers: { accept: 'application/problem+json' } });
  expect([program.statusCode, program.json().code]).toEqual([404, 'route/unknown']);
});

test('no page carries a code, a session or an internal word in its address, and every page says not to keep it', async () => {
  for (const path of [paths.landing, paths.age, paths.under18, paths.request, paths.openCase, paths.left, paths.follow]) {
    const answer = await desk.app.inject({ method: 'GET', url: path });
    expect([path, answer.statusCode, answer.headers['cache-control']]).toEqual([path, 200, 'no-store']);
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  }
  expect(desk.log.filter((line) => line.includes('"failed"'))).toEqual([]);
  expect(desk.log.join('')).not.toContain('Maria');
});

describe('what is kept and for how long', () => {
  test('without a word of the operator the page says just that', async () => {
    const { statusCode, body } = await desk.app.inject({ method: 'GET', url: paths.privacy });
    expect(statusCode).toBe(200);
    expect(body).toContain(words.privacy.nobody);
    expect(body).not.toContain(`<h2>${words.privacy.keptHeading}</h2>`);
  });

  test('is told as the operator wrote it, and the controller stands at the foot of every page', async () => {
    const named = await openTestDoors({}, undefined, {
      controller: { name: 'Harbour <Photos>', address: '1 Quay Street' },
      contact: 'data@harbour.example',
      lawfulBasis: 'GDPR Art. 6(1)(c)',
      keepDays: { uploads: 1, matchedUploads: 201, answers: 302, notes: 403 },
    });
    try {
      const { body } = await named.app.inject({ method: 'GET', url: paths.privacy });
      expect(body).toContain('Harbour &lt;Photos>, 1 Quay Street');
      expect(body).toContain('href="mailto:data@harbour.example"');
      for (const period of ['1 day.', '201 days', '302 days', '403 days']) expect(body).toContain(period);
      const landing = await named.app.inject({ method: 'GET', url: paths.landing });
      expect(landing.body).toContain(`href="${paths.privacy}"`);
      expect(landing.body).toContain(words.frame.operator({ name: 'Harbour &lt;Photos>' }));
    } finally {
      await named.close();
    }
  });
});
