/** Do documents say what is so? Every link, test, command, setting, file and code that one names is there, and what is drawn up from data is drawn up from today's. */
import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { basisIds, basisOf, type LegalElement } from '@likeness/casework';
import { describe, expect, test } from 'vitest';
import { commands } from './cli/src/main.ts';
import { commandsOf, optionsOf } from './cli/src/usage.ts';

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

function elementRow({ key, pointer, asks, missing, lawWording, mark, isOptional }: LegalElement): string {
  return row(
    `\`${key}\`${isOptional ? ', where it applies' : ''}`,
    `\`${pointer}\``,
    lawWording === '' ? '' : `"${lawWording}" (${mark})`,
    asks,
    isOptional ? 'nothing: nothing is missing without it' : missing,
  );
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

const rooms = '{packages,web,server,cli,journeys,examples,soak,bench,vectors,docs}';
/** Everything that somebody wrote, by its path in the checkout. */
const written = globSync(['*.*', '.env.example', `${rooms}/**/*.*`], {
  cwd: import.meta.dirname,
  exclude: ['**/node_modules/**', '**/dist/**'],
});
const documents = written.filter((file) => file.endsWith('.md')).toSorted();
const source = written
  .filter((file) => /\.(ts|tsx|mjs|js)$/.test(file))
  .map((file) => textOf(file))
  .join('\n');

/** The anchor that a heading gets. */
const anchorOf = (heading: string): string =>
  heading
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');

/** What each document says of one kind, and it is not there. */
function nowhere(pattern: RegExp, isThere: (said: string, document: string) => boolean): string[] {
  return documents.flatMap((document) =>
    [...textOf(document).matchAll(pattern)]
      .map(([, said = '']) => said)
      .filter((said) => !isThere(said, document))
      .map((said) => `${document}: ${said}`),
  );
}

describe('what a document names is there', () => {
  test('links within the checkout, and their headings', () => {
    const isThere = (link: string, document: string): boolean => {
      const [path = '', anchor] = link.split('#');
      const file = path === '' ? document : join(dirname(document), path);
      if (!existsSync(new URL(file, import.meta.url))) return false;
      return anchor === undefined || [...textOf(file).matchAll(/^#+ (.+)$/gm)].some(([, heading = '']) => anchorOf(heading) === anchor);
    };
    expect(nowhere(/\]\((?!https?:|mailto:)([^)\s]+)\)/g, isThere)).toEqual([]);
  });

  test('scripts of the package', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(textOf('package.json'));
    expect(nowhere(/npm run (?!--)([\w:-]+)/g, (name) => name in scripts)).toEqual([]);
  });

  test('commands of the program, with the options that they are typed with', () => {
    const isThere = (line: string): boolean => {
      const words = line.split(/\s+/);
      const command = commands.find((one) => one.words === words.slice(0, one.words.split(' ').length).join(' '));
      // A group alone, such as `likeness key`.
      if (command === undefined) return words[1] === undefined && commandsOf(words[0] ?? '', commands).length > 0;
      const typed = [...line.replace(/ #.*/, '').matchAll(/ --([a-z-]+)/g)].map(([, name = '']) => name);
      return typed.every((name) => optionsOf(command).some((option) => option.name === name));
    };
    const inCode = nowhere(/`(?:npx )?likeness ([a-z][^`\n]*)`/g, isThere);
    const inBlocks = nowhere(/^\s*(?:[A-Z_]+=\S* )*(?:npx )?likeness ([a-z][^\n]*)$/gm, isThere);
    // What is sealed under is a text that begins with the program's name (docs/formats/key-ring.md).
    expect([...inCode, ...inBlocks]).toEqual(['docs/formats/key-ring.md: key check 1|<purpose>|<id>']);
  });

  test('settings', () => {
    const settings = `${textOf('.env.example')}${textOf('examples/forum/main.ts')}`;
    expect(nowhere(/\b((?:LIKENESS|FORUM)_[A-Z0-9_]+)/g, (name) => settings.includes(name))).toEqual([]);
  });

  test('in the README, where the start stands: the settings by which what it makes is kept elsewhere', () => {
    const start = textOf('README.md')
      .split(/^## /m)
      .find((part) => part.startsWith('Start'));
    for (const name of ['LIKENESS_DATA_DIR', 'LIKENESS_SECRET_FILE', '.env']) expect(start).toContain(`\`${name}\``);
  });

  test('files', () => {
    const isThere = (path: string): boolean => {
      const pattern = path
        .replace(/^casework\/(?!src\/)/, 'casework/src/')
        .replaceAll(/[.+]/g, '\\$&')
        .replaceAll('*', '[^/]*');
      const name = new RegExp(`(^|/)${pattern}${path.endsWith('/') ? '' : '($|/)'}`);
      return written.some((file) => name.test(file));
    };
    const files = nowhere(/`([\w.*-]+(?:\/[\w.*-]+)*\.(?:ts|tsx|mjs|css|md))`/g, isThere);
    const folders = nowhere(
      /`((?:packages|web|server|cli|journeys|examples|soak|bench|vectors|docs|casework|workflows|store)\/[\w/.*-]*)`/g,
      isThere,
    );
    // Written by whoever follows the example.
    expect([...files, ...folders.filter((one) => !one.endsWith(': server/unready'))]).toEqual([
      'packages/fingerprint/README.md: fingerprint.mjs',
    ]);
  });

  test('codes of problems, refusals and files', () => {
    const codes =
      /`((?:image|video|decode|file|body|server|storage|request|complaint|clock|screen|config|laws|key-ring|data-dir|postgres)\/[a-z-]+)`/g;
    expect(nowhere(codes, (code) => source.includes(`'${code}'`) || source.includes(`\`${code}\``))).toEqual([]);
  });

  test('addresses of the API', () => {
    const doors = globSync('server/src/http/*.ts', { cwd: import.meta.dirname })
      .filter((file) => !file.endsWith('.test.ts'))
      .map((file) => textOf(file))
      .join('\n');
    const routes = [...doors.matchAll(/['`](\/[a-z][^'`\s]*)['`]/g)].map(([, route = '']) => route.replaceAll(/:\w+/g, '*'));
    const isThere = (address: string): boolean => routes.includes(address.replaceAll(/\{\w+\}/g, '*').replace(/\.$/, ''));
    expect(nowhere(/(?:GET|POST|PUT|PATCH|DELETE) +\/api\/v1(\/[\w/{}.-]+)/g, isThere)).toEqual([]);
  });
});
