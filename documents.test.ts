/** Do documents say what is so? Every test that one names is there, and what is drawn up from data is drawn up from today's. */
import { globSync, readFileSync } from 'node:fs';
import { basisIds, basisOf, type LegalElement } from '@likeness/casework';
import { describe, expect, test } from 'vitest';

const textOf = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');

describe('docs/situations.md', () => {
  const named = [...textOf('docs/situations.md').matchAll(/\| `([^`]+\.test\.ts)`: (.+) \|$/gm)];

  test.each(named.map(([, file = '', sentence = '']) => [file, sentence] as const))('%s: %s', (file, sentence) => {
    expect(textOf(file)).toContain(sentence);
  });
});

describe('docs/trust-checklist.md', () => {
  const files = globSync('{packages,web,server,cli,journeys,examples}/**/*.test.ts', { cwd: import.meta.dirname }).filter(
    (file) => !file.includes('node_modules'),
  );
  // A file may be named by its end; what stands in asterisks behind it are words of its tests.
  const named = [...textOf('docs/trust-checklist.md').matchAll(/`([\w/.-]+\.test\.ts)`(?:: ((?:\*[^*]+\*(?:, )?)+))?/g)].map(
    ([, file = '', words = '']) => [file, [...words.matchAll(/\*([^*]+)\*/g)].map(([, one = '']) => one)] as const,
  );

  test.each(named)('%s: %j', (file, words) => {
    const meant = files.filter((one) => `/${one}`.endsWith(`/${file}`));
    expect(meant.length).toBeGreaterThan(0);
    for (const one of words)
      expect(
        meant.some((path) => textOf(path).includes(one)),
        one,
      ).toBe(true);
  });
});

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');
const row = (...cells: readonly string[]): string => `| ${cells.map(cell).join(' | ')} |`;

function elementRow({ key, pointer, asks, missing, lawWording, mark }: LegalElement): string {
  return row(`\`${key}\``, `\`${pointer}\``, lawWording === '' ? '' : `"${lawWording}" (${mark})`, asks, missing);
}

/** Each law as its folder says it, in one place for whoever compares it with the statute. */
function elementsOfTheLaws(): string {
  const lines = [
    '# The laws, element by element',
    '',
    'For whoever compares the software with the statutes: where each element stands in a request, the words of the law with how sure we are of them, what the person is asked, and what she',
    'reads while it is missing. Drawn up from the folders in `packages/casework/src/notice`; `documents.test.ts` fails when it is not what they say (`npx vitest run documents.test.ts -u`',
    'draws it up again). That each element is asked for, named when it is missing and enough when it is given is proved for every law by `packages/casework/src/notice/bases.test.ts` and',
    '`packages/casework/src/request/missing.test.ts`; that the pointers are where it goes, by `server/src/http/laws-at-the-doors.test.ts`.',
  ];
  for (const id of basisIds) {
    const { name, statute, inForce, confidence, checkedOn, whoMayFile, clock, scopeOfCopies, uploader, contentTests, ...basis } =
      basisOf(id);
    lines.push(
      '',
      `## ${name}`,
      '',
      `${statute}. ${inForce.isConfirmed ? '' : '**Not confirmed.** '}${inForce.note} Checked on ${checkedOn}, confidence ${confidence}.`,
      '',
      `- May file: ${whoMayFile.join(', ')}.`,
      `- Clock: ${clock.words}${clock.lawWording === '' ? '' : ` ("${clock.lawWording}", ${clock.mark})`}; ${clock.canMove ? `a reason may move it by ${clock.movesAtMostHours} h in all` : 'nothing moves it'}.`,
      `- Copies: ${scopeOfCopies}. The uploader is told: ${uploader.isTold} (${uploader.when.replace(/\.$/, '')}).`,
      ...basis.warnings.map((warning) => `- Said before it is chosen: ${warning}`),
      '',
      '| element | in the request | the law | she is asked | she reads while it is missing |',
      '| --- | --- | --- | --- | --- |',
      ...basis.elements.map(elementRow),
      ...basis.agentElements.map(elementRow),
    );
    if (contentTests.length === 0) continue;
    lines.push('', '| asked of the moderator | in full |', '| --- | --- |');
    for (const { short, question, mark } of contentTests) lines.push(row(short, `${question} (${mark})`));
  }
  return `${lines.join('\n')}\n`;
}

test('docs/elements.md is what the folders of the laws say', async () => {
  await expect(elementsOfTheLaws()).toMatchFileSnapshot('docs/elements.md');
});
