import { describe, expect, test } from 'vitest';
import type { RequestAnswers } from '../request/answers.ts';
import { missingElements } from '../request/missing.ts';
import { type BasisId, bases, basisIds, basisOf, isBasisId } from './bases.ts';
import type { Filer, LegalBasis } from './basis.ts';

/** Everything that any of the bases asks for, each under its own pointer: what a folder adds is answered here without a line of code. */
function answersTo(basis: LegalBasis, id: BasisId, filer: Filer): RequestAnswers {
  const own = (rule: string) => basis.elements.filter((element) => element.rule === rule && element.pointer.split('/')[2] === id);
  return {
    basis: id,
    onBehalfOf: filer,
    agentAuthority: 'I am her lawyer',
    locations: ['https://forum.example/p/7'],
    statement: { notConsensual: true, goodFaith: true },
    signature: 'Maria Example',
    contact: { email: 'maria@example.org' },
    declarations: { [id]: Object.fromEntries(own('declaration').map(({ key }) => [key, true])) },
    texts: { [id]: Object.fromEntries(own('text').map(({ key }) => [key, 'said'])) },
    signatures: { [id]: 'Maria Example' },
  };
}

describe.each(Object.values(bases).map((basis): [string, LegalBasis] => [basis.id, basis]))('%s', (id, basis) => {
  test('is registered under its own id, with days that are days and addresses that can be opened', () => {
    expect(isBasisId(id)).toBe(true);
    expect(basisOf(basisIds.find((one) => one === id) ?? 'take-it-down')).toBe(basis);
    const forces = [basis.inForce, ...basis.authorities.map(({ inForce }) => inForce)];
    for (const day of [
      basis.checkedOn,
      ...basis.sources.map((source) => source.checkedOn),
      ...forces.flatMap(({ from, until }) => [from, until]),
    ])
      if (day !== null) expect(day).toBe(new Date(day).toISOString().slice(0, 10));
    for (const { url } of [...basis.sources, ...(basis.complaint === null ? [] : [basis.complaint])])
      expect(new URL(url).protocol).toMatch(/^https?:$/);
  });

  test('calls a day confirmed only where it has one, and a source that was read', () => {
    if (!basis.inForce.isConfirmed) return;
    expect(basis.inForce.from).not.toBeNull();
    expect(basis.sources.some(({ mark }) => mark === 'read-in-the-law')).toBe(true);
  });

  test('asks for each element once, in words for her, for a moderator and of the law', () => {
    const elements = [...basis.elements, ...basis.agentElements];
    expect(new Set(elements.map(({ key }) => key)).size).toBe(elements.length);
    for (const element of elements)
      for (const words of [
        element.asks,
        element.short,
        element.label,
        element.missing,
        element.whyWeAsk,
        element.whoWillSee,
        element.lawWording,
      ])
        expect(words).not.toBe('');
  });

  test('is complete with all that it asks for, from everyone who may file, and names all of it when nothing is said', () => {
    for (const filer of basis.whoMayFile) {
      expect(missingElements(basis, answersTo(basis, basisIds.find((one) => one === id) ?? 'take-it-down', filer))).toEqual([]);
      const asked = filer === 'agent' ? [...basis.elements, ...basis.agentElements] : basis.elements;
      expect(missingElements(basis, { onBehalfOf: filer }).map(({ element }) => element)).toEqual(
        asked.flatMap(({ key, isOptional }) => (isOptional === true ? [] : [key])),
      );
    }
  });

  test('has content tests, a clock of its own, and grounds for both decisions, each named once', () => {
    expect(basis.contentTests.length).toBeGreaterThan(0);
    expect(basis.clock.hours).toBeGreaterThan(0);
    // Nothing moves hours that a law names.
    expect(basis.clock.canMove).toBe(basis.clock.kind !== 'hours');
    // And what may be moved is not moved without end; an order's time is only its giver's.
    expect(basis.clock.movesAtMostHours > 0).toBe(basis.clock.kind === 'own-target');
    const grounds = basis.grounds.map(({ key }) => key);
    expect(new Set(grounds).size).toBe(grounds.length);
    expect(new Set(basis.grounds.map(({ decision }) => decision))).toEqual(new Set(['remove', 'keep']));
  });

  test('warns before it is chosen, where it is chosen', () => {
    expect(basis.warnings.length > 0).toBe(basis.offered === 'on-choice');
  });
});

test('an unknown basis is not one', () => {
  for (const id of ['', 'DMCA', 'toString', '__proto__']) expect(isBasisId(id)).toBe(false);
});

describe('what the laws say, element by element', () => {
  const keys = (id: BasisId): string[] => basisOf(id).elements.map(({ key }) => key);
  const facts = (id: BasisId) => {
    const { clock, scopeOfCopies, uploader, inForce, whoMayFile } = basisOf(id);
    return {
      hours: clock.hours,
      kind: clock.kind,
      scopeOfCopies,
      isTold: uploader.isTold,
      from: inForce.from,
      isConfirmed: inForce.isConfirmed,
      whoMayFile,
    };
  };

  test('TAKE IT DOWN Act, 47 U.S.C. 223a(a): four elements, 48 hours, identical copies, no word to the uploader, since 19 May 2026', () => {
    expect(basisOf('take-it-down').elements.map(({ key, pointer, mark }) => [key, pointer, mark])).toEqual([
      ['signature', '/signature', 'read-in-the-law'],
      ['locate', '/locations', 'read-in-the-law'],
      ['statement', '/statement', 'read-in-the-law'],
      ['contact', '/contact', 'read-in-the-law'],
    ]);
    expect(facts('take-it-down')).toEqual({
      hours: 48,
      kind: 'hours',
      scopeOfCopies: 'identical',
      isTold: 'by-choice',
      from: '2026-05-19',
      isConfirmed: true,
      whoMayFile: ['self', 'agent'],
    });
  });

  test('Online Safety Act, section 20A: five elements, 48 hours, substantially the same, and no day that anybody confirmed', () => {
    expect(keys('online-safety-act')).toEqual(['intimate', 'subject', 'true', 'locate', 'contact']);
    expect(facts('online-safety-act')).toMatchObject({
      hours: 48,
      kind: 'hours',
      scopeOfCopies: 'substantially-the-same',
      from: null,
      isConfirmed: false,
      whoMayFile: ['self', 'agent'],
    });
  });

  test('Digital Services Act, Article 16(2): four elements from anybody, no hours, and the uploader is told', () => {
    expect(keys('digital-services-act')).toEqual(['explanation', 'locate', 'name-and-email', 'accurate']);
    expect(facts('digital-services-act')).toMatchObject({ kind: 'own-target', isTold: 'required', from: '2024-02-17' });
    expect(basisOf('digital-services-act').whoMayFile).toContain('user');
    // Article 16(2)(c): no name is asked for where the person was a child.
    expect(
      missingElements(basisOf('digital-services-act'), { onBehalfOf: 'user', isYoung: true }).map(({ element }) => element),
    ).not.toContain('name-and-email');
  });

  test('17 U.S.C. 512(c)(3): six elements with a signature of their own, and warnings before it is chosen', () => {
    expect(keys('dmca')).toEqual(['signature', 'work', 'locate', 'contact', 'not-authorised-use', 'perjury']);
    expect(basisOf('dmca').warnings.join(' ')).toMatch(/name.*passed on.*object.*court.*perjury/s);
  });

  test('an order names issuer, reference, law, reasons, scope and redress; 24 hours after an order of the eSafety Commissioner', () => {
    const needed = basisOf('authority-order').elements.filter(({ isOptional }) => isOptional !== true);
    expect(needed.map(({ key }) => key)).toEqual(['issuer', 'reference', 'law', 'reason', 'scope', 'redress', 'locate']);
    // Articles 9(2) and 9(5) of the Digital Services Act: where they apply.
    expect(keys('authority-order')).toEqual(expect.arrayContaining(['effect-to', 'uploader-not-told']));
    expect(basisOf('authority-order').authorities.map(({ key, hours }) => [key, hours])).toEqual([
      ['eu-directive-2024-1385', null],
      ['it-garante', null],
      ['au-esafety', 24],
    ]);
  });
});
