/** Is a statement of reasons owed where a law asks for it and nowhere else, complete, and free of whoever asked? */
import { describe, expect, test } from 'vitest';
import { languages } from '../language/languages.ts';
import type { ServiceFacts } from '../notice/applies.ts';
import { type BasisId, basisIds, basisOf, lawsWith } from '../notice/bases.ts';
import { memberStates } from '../notice/digital-services-act/member-states.ts';
import { caseworkIn } from '../words/catalogue.ts';
import {
  complaintUntil,
  type StatedDecision,
  statedTexts,
  statementHeld,
  statementIn,
  statementMeanwhile,
  statementOf,
} from './statement.ts';

const laws = lawsWith();
const american: ServiceFacts = { kind: 'user-content', territories: ['US'], follows: [], targetHours: {} };
const european: ServiceFacts = { ...american, territories: ['US', 'EU'] };
const day = '2026-11-22';
const decidedAt = new Date('2026-11-22T10:00:00.000Z');
const asked = (basis: BasisId, more: Partial<NonNullable<StatedDecision['request']>> = {}): StatedDecision => ({
  ground: 'valid-request',
  decidedAt,
  isAutomatic: false,
  request: { basis, alsoUnder: [], isTrusted: false, isYoung: false, ...more },
});
const matched: StatedDecision = { ground: 'same-picture', decidedAt, isAutomatic: false, request: null };
const owed = (service: ServiceFacts, decision: StatedDecision, on = day) => statementOf(laws, service, decision, on)?.owedUnder ?? null;

describe('a statement is owed', () => {
  test('for every removal by a service that the Digital Services Act binds, whatever law the request rests on', () => {
    for (const basis of ['digital-services-act', 'take-it-down', 'online-safety-act', 'own-rules'] as const)
      expect([basis, owed(european, asked(basis))]).toEqual([basis, 'digital-services-act']);
    expect(owed(european, matched)).toBe('digital-services-act');
  });

  test('not where no law that binds the service asks for it', () => {
    for (const basis of ['take-it-down', 'online-safety-act', 'own-rules'] as const)
      expect([basis, owed(american, asked(basis))]).toEqual([basis, null]);
    expect(owed(american, matched)).toBeNull();
    expect(owed(european, asked('take-it-down'), '2024-02-16')).toBeNull();
  });

  test('where the request was filed under a law that asks for it, although that law does not bind the service', () => {
    expect(owed(american, asked('take-it-down', { alsoUnder: ['digital-services-act'] }))).toBe('digital-services-act');
    expect(owed(american, asked('dmca'))).toBe('dmca');
  });

  test('never for an order, nor where the person may have been under 18', () => {
    expect(owed(european, asked('authority-order'))).toBeNull();
    expect(owed(european, asked('digital-services-act', { isYoung: true }))).toBeNull();
  });
});

describe('a statement says', () => {
  test('all that Article 17(3) asks for', () => {
    const statement = statementOf(laws, european, asked('digital-services-act'), day);
    expect(statement).toMatchObject({
      restriction: { type: 'removal', territory: 'everywhere', endsAt: null },
      facts: { basis: 'notice' },
      automation: { detection: false, decision: false },
      ground: { kind: 'law', reference: expect.stringMatching(/./), text: expect.stringMatching(/./) },
      redress: {
        complaintUntil: '2027-05-25T10:00:00.000Z',
        complaint: expect.stringMatching(/free/),
        outOfCourt: expect.stringMatching(/certified/),
        court: expect.stringMatching(/court/),
      },
    });
  });

  test('of an upload that the notice does not name, that it was found by comparing pictures, and nothing of what the notice says of the other', () => {
    const found = statementOf(laws, european, { ...asked('digital-services-act'), isFound: true }, day);
    const named = statementOf(laws, european, asked('digital-services-act'), day);
    expect(found).toMatchObject({ facts: { basis: 'notice' }, automation: { detection: true, decision: false } });
    expect(found?.facts.text).toContain('a notice about another post');
    expect([found?.facts.text, found?.automation.text]).not.toEqual([named?.facts.text, named?.automation.text]);
  });

  test('that a machine found it, and when one decided', () => {
    expect(statementOf(laws, european, matched, day)?.automation).toMatchObject({ detection: true, decision: false });
    expect(statementOf(laws, european, { ...matched, isAutomatic: true }, day)).toMatchObject({
      facts: { basis: 'exact-copy' },
      automation: { detection: true, decision: true },
    });
  });

  test('the rules of the service where they are the ground', () => {
    expect(statementOf(laws, european, { ...asked('digital-services-act'), ground: 'own-rules' }, day)?.ground.kind).toBe('terms');
  });

  test('nothing that differs by who asked: two people who file alike make the same statement', () => {
    const texts = basisIds
      .filter((id) => basisOf(id).offered !== 'by-order')
      .map((id) => statementOf(laws, european, asked(id), day))
      .map((statement) => JSON.stringify(statement));
    for (const text of texts) expect(text).not.toMatch(/LK-|@|requester|she |her /);
  });
});

interface Meanwhile {
  readonly isAutomatic: boolean;
  readonly service: ServiceFacts;
  readonly isYoung: boolean;
  readonly isTrusted: boolean;
}

describe('what a match holds before anybody has looked', () => {
  test('is stated wherever its removal would be: provisional, found and hidden by automatic means, and of nobody but the list', () => {
    expect(statementHeld(laws, american, decidedAt, day)).toBeNull();
    const statement = statementHeld(laws, european, decidedAt, day);
    expect(statement).toMatchObject({
      restriction: { type: 'restriction', territory: 'everywhere', endsAt: null, isProvisional: true },
      facts: { basis: 'match' },
      automation: { detection: true, decision: true },
      ground: { kind: 'law', reference: statementOf(laws, european, matched, day)?.ground.reference },
      owedUnder: 'digital-services-act',
    });
    expect(JSON.stringify(statement)).not.toMatch(/examined|found that|notice|LK-|@|requester|\bshe\b|\bher\b/);
    if (statement === null) throw new Error('owed');
    const { facts, grounds } = statedTexts();
    expect([facts.includes(statement.facts.text), grounds.some(({ text }) => text === statement.ground.text)]).toEqual([true, true]);
    for (const language of ['it', 'de', 'es', 'ar'] as const) {
      const read = statementIn(caseworkIn(language), statement);
      for (const part of ['facts', 'automation', 'ground'] as const) expect(read[part].text).not.toBe(statement[part].text);
    }
  });
});

describe('what is hidden before anybody has decided', () => {
  const meanwhile = (
    basis: BasisId,
    { isAutomatic = false, service = european, isYoung = false, isTrusted = false }: Partial<Meanwhile> = {},
  ) => {
    const { request } = asked(basis, { isYoung, isTrusted });
    return request === null ? null : statementMeanwhile(laws, service, { restrictedAt: decidedAt, request, isAutomatic }, day);
  };

  test('is stated wherever its removal would be, and nowhere else', () => {
    for (const basis of basisIds)
      for (const service of [european, american])
        for (const isYoung of [false, true])
          expect([basis, meanwhile(basis, { service, isYoung })?.owedUnder ?? null]).toEqual([
            basis,
            owed(service, asked(basis, { isYoung })),
          ]);
  });

  test('is provisional, and nobody is said to have examined or found anything', () => {
    for (const basis of basisIds.filter((id) => basisOf(id).offered !== 'by-order'))
      for (const isTrusted of [false, true]) {
        const statement = meanwhile(basis, { isTrusted });
        expect(statement?.restriction).toEqual({ type: 'restriction', territory: 'everywhere', endsAt: null, isProvisional: true });
        expect(JSON.stringify(statement)).not.toMatch(/examined|found that|LK-|@|requester|\bshe\b|\bher\b/);
        expect(statement?.facts.text.includes('trusted flagger')).toBe(isTrusted);
      }
  });

  test('by the rule says that it was automatic; by the rules of the service names them', () => {
    expect(meanwhile('digital-services-act', { isAutomatic: true })?.automation).toMatchObject({ detection: false, decision: true });
    expect(meanwhile('own-rules')?.ground).toMatchObject({ kind: 'terms', text: expect.stringMatching(/^The notice says/) });
  });

  test('reads whole in each language', () => {
    const statement = meanwhile('digital-services-act', { isAutomatic: true });
    if (statement === null) throw new Error('owed');
    for (const language of languages.filter((one) => one !== 'en')) {
      const said = statementIn(caseworkIn(language), statement);
      expect(said.facts.text).not.toBe(statement.facts.text);
      expect(said.automation.text).not.toBe(statement.automation.text);
      expect(said.ground.text).not.toBe(statement.ground.text);
    }
  });
});

test('of a copyright notice it says what such a notice says, and how to send a counter-notice; of no other', () => {
  const request = { alsoUnder: [], isTrusted: false, isYoung: false } as const;
  const decision = { ground: 'valid-request', decidedAt: new Date('2026-11-22T12:00:00Z'), isAutomatic: false };
  const of = (basis: 'dmca' | 'digital-services-act') =>
    JSON.stringify(statementOf(laws, european, { ...decision, request: { ...request, basis } }, day));
  expect(of('dmca')).toMatch(/own work.*counter-notice \(17 U\.S\.C\. 512\(g\)\).*10 to 14 business days/);
  // 512(g)(3)(C) and (D), each part of them.
  for (const part of [
    'mistake, or because it was taken for something else',
    'Federal District Court for the place where you live',
    'any place where the service can be found',
    'court papers from whoever sent the notice',
  ])
    expect(of('dmca')).toContain(part);
  expect(of('dmca')).not.toContain('intimate');
  expect(of('digital-services-act')).toContain('intimate');
  expect(of('digital-services-act')).not.toContain('counter-notice');
});

test('whatever law asks for it, a service that the Digital Services Act binds names an out-of-court body; another names none', () => {
  const bodyFor = (service: ServiceFacts) => statementOf(laws, service, asked('dmca'), day)?.redress.outOfCourt;
  expect(bodyFor(european)).toMatch(/certified/);
  expect(bodyFor(american)).toBeNull();
});

describe('the law that makes it illegal', () => {
  const named = (more: Partial<ServiceFacts>) =>
    statementOf(laws, { ...european, ...more }, asked('digital-services-act'), day)?.ground.reference;

  test('is of the member state that the operator named, or of the one where it is offered; of no state is guessed', () => {
    expect(named({ memberState: 'DE' })).toBe('Strafgesetzbuch, §§ 184k, 201a; Kunsturhebergesetz, §§ 22, 33 (Germany)');
    expect(named({ territories: ['EU'] })).toMatch(/^The laws of the member states/);
    expect(named({ memberState: 'IT', territories: ['EU', 'IT'] })).toContain('612-ter');
    expect(statementOf(laws, { ...american, territories: ['IT'] }, asked('digital-services-act'), day)?.ground.reference).toContain(
      '612-ter',
    );
  });

  test('can be named to the public register, whichever it is', () => {
    const references = statedTexts().grounds.map(({ reference }) => reference);
    for (const memberState of memberStates) expect(references).toContain(named({ memberState }));
    for (const reference of references) expect(reference.length).toBeLessThanOrEqual(500);
  });
});

test('a complaint is open for at least six months, from any day', () => {
  for (let month = 0; month < 12; month += 1) {
    const at = new Date(Date.UTC(2026, month, 28));
    expect(complaintUntil(at).getTime()).toBeGreaterThanOrEqual(Date.UTC(2026, month + 6, 28));
  }
});

describe('in the language of whoever posted it', () => {
  const made = statementOf(laws, european, asked('digital-services-act'), day);
  if (made === null) throw new Error('a statement is owed in the Union');

  test('nothing but its sentences differs, and a sentence of an older version stands as it was written', () => {
    const older = { ...made, ground: { ...made.ground, text: 'A sentence of an older version.' } };
    for (const language of languages) {
      const said = statementIn(caseworkIn(language), older);
      expect(said.ground.text).toBe('A sentence of an older version.');
      expect(said).toMatchObject({
        restriction: made.restriction,
        facts: { basis: 'notice' },
        automation: { detection: false, decision: false },
        ground: { kind: 'law' },
        redress: { complaintUntil: made.redress.complaintUntil },
        owedUnder: made.owedUnder,
      });
    }
    expect(statementIn(caseworkIn('en'), made)).toEqual(made);
    expect(statementIn(caseworkIn('de'), made).automation.text).toBe('Weder beim Finden noch beim Entscheiden war etwas automatisch.');
  });

  test('the addresses in it are the same', () => {
    const address = /https:\S+/.exec(made.redress.outOfCourt ?? '')?.[0] ?? 'none';
    for (const language of languages) expect(statementIn(caseworkIn(language), made).redress.outOfCourt).toContain(address);
  });
});
