/** Is what a law asks of the content asked on the page, and what was answered said afterwards? */
import { expect, test } from 'vitest';
import { examplePages } from './examples.ts';
import { readRulingForm, testField } from './fields.ts';

const page = (name: string): string => {
  const render = examplePages[name];
  if (render === undefined) throw new Error(`there is no example ${name}`);
  return render().replace(/\s+/g, ' ');
};

test('every question of every law that the filing is open under is asked, with nothing chosen', () => {
  const html = page('request-several-laws');
  for (const [law, key] of [
    ['take-it-down', 'intimate'],
    ['take-it-down', 'identifiable'],
    ['take-it-down', 'consent-to-publication'],
    ['take-it-down', 'indistinguishable'],
    ['online-safety-act', 'intimate'],
    ['digital-services-act', 'evident'],
  ] as const)
    expect(html).toContain(`name="${testField(law, key)}"`);
  expect(html).not.toMatch(/type="radio"[^>]*checked/);
});

test('what was answered about the same uploads is given with who answered it and when; of what changed since it is told, and nothing is chosen', () => {
  const html = page('request-answered-before');
  const chosen = [...html.matchAll(/name="(test_[^"]+)" value="([a-z]+)" checked/g)].map(([, name, value]) => [name, value]);
  expect(chosen).toEqual([
    [testField('online-safety-act', 'intimate'), 'yes'],
    [testField('online-safety-act', 'subject'), 'unclear'],
  ]);
  expect(html).toMatch(
    /As answered by <bdi>Tomás Beck<\/bdi>, <time[^>]+>.+?<\/time>, with <a[^>]+>LK-7Q2M-9XKA-0RTE-5<\/a> of the same filing/,
  );
  expect(html).toContain('before something changed here, so answer it anew: Illegal, or against our rules: Yes; Evidently so: No.');
});

test('a page that comes back holds what its form said, whatever was answered before', () => {
  const html = page('request-answered-before-changed');
  expect([...html.matchAll(/name="test_[^"]+" value="([a-z]+)" checked/g)].map(([, value]) => value)).toEqual(['no']);
});

test('of an order, and of a copyright notice, all that it says stands above its question, and that it binds nobody here can be the answer', () => {
  const html = page('request-order');
  for (const said of [
    'The issuing authority</dt>',
    'District Court of Harbour Town, third chamber',
    '12 O 345/26',
    'Civil Code, section 1004',
    'The picture was published against the will of the person in it.',
    'The country of the court',
    'An objection to the same court, within two weeks',
    'Whom to tell of the effect given</dt>',
    'The police of Harbour Town',
    'Must not be told: the order forbids it.',
    'A photo that I took of myself in May',
    'Maria Example',
  ])
    expect(html).toContain(said);
  expect(html).toContain('Is it the content that the order names?');
  expect(html).toContain('value="keep:not-binding"');
  expect(html).not.toContain('Not stated that it was shared without consent');
});

test('nothing is asked of what was referred, of a match, or after the decision', () => {
  for (const name of ['request-names-what-was-referred', 'review', 'request-decided'])
    expect([name, page(name).includes('name="test_')]).toEqual([name, false]);
});

test('what was found is said beside the decision', () => {
  expect(page('request-decided')).toMatch(/Intimate: Yes/);
});

test('an upload that nothing hides is not called visible: only the service knows whether it still has it', () => {
  expect(page('review-closed')).toContain('>Post not hidden<');
  expect(page('review-closed')).not.toContain('Visible');
});

test('an answer is read by its law; what is no answer, or of no law, is none', () => {
  const { tests } = readRulingForm({
    [testField('take-it-down', 'intimate')]: 'yes',
    [testField('take-it-down', 'identifiable')]: 'perhaps',
    'test_take-it-down_': 'yes',
    test___proto___x: 'yes',
  });
  expect(tests).toEqual({ 'take-it-down': { intimate: 'yes' } });
});
