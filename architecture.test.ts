/** Do the rooms import only what ARCHITECTURE.md lets them? Reads every import of every file and the tables of that page; a stranger fails with its file and line. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { expect, test } from 'vitest';

const root = import.meta.dirname;
const page = readFileSync(join(root, 'ARCHITECTURE.md'), 'utf8');

/** `| room | answers | may import |` rows, rooms in backquotes. */
const rooms = new Map(
  [...page.matchAll(/^\| `([a-z/]+)` \| [^|]+ \| ([^|]+) \|$/gm)].map(([, room = '', may = '']) => [
    room,
    [...may.matchAll(/`([a-z/]+)`/g)].map(([, name = '']) => name),
  ]),
);
/** The server's inner order: one line, folders joined by arrows. */
const serverOrder = (/^ {4}(config -> .+)$/m.exec(page)?.[1] ?? '').split(' -> ');

const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '*.ts', '*.tsx', '*.js', '*.mjs'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '');

interface Import {
  readonly file: string;
  readonly line: number;
  readonly from: string;
}

function importsOf(file: string): Import[] {
  const text = readFileSync(join(root, file), 'utf8');
  const found = text.matchAll(/^\s*(?:import|export)\s(?:[^'"`;]*?\sfrom\s)?\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)/gm);
  return [...found].map((match) => ({ file, line: text.slice(0, match.index).split('\n').length, from: match[1] ?? match[2] ?? '' }));
}

const roomOf = (file: string): string | undefined =>
  [...rooms.keys()].filter((room) => file.startsWith(`${room}/`)).sort((a, b) => b.length - a.length)[0];
const isTest = (file: string): boolean => /(\.test\.tsx?|\/test-[a-z-]+\.tsx?|\.test-program\.ts|\/testing\/.*)$/.test(file);
const roomOfPackage = new Map(
  [...rooms.keys()].map((room) => [JSON.parse(readFileSync(join(root, room, 'package.json'), 'utf8')).name as string, room]),
);

test('ARCHITECTURE.md names every room that has code, and only those', () => {
  const withCode = new Set(tracked.map((file) => roomOf(file)).filter((room) => room !== undefined));
  expect([...rooms.keys()].sort()).toEqual([...withCode].sort());
  const workspaces = tracked.filter(
    (file) => /^(packages\/[^/]+|web|server|cli|examples\/[^/]+)\//.test(file) && roomOf(file) === undefined,
  );
  expect(workspaces.filter((file) => !file.endsWith('wasm.d.ts'))).toEqual([]);
});

test('a room imports only the rooms that its line names, through their front door', () => {
  const strangers: string[] = [];
  for (const file of tracked.filter((file) => roomOf(file) !== undefined && !isTest(file))) {
    const room = roomOf(file) ?? '';
    const may = rooms.get(room) ?? [];
    for (const { line, from } of importsOf(file)) {
      const target = from.startsWith('.')
        ? roomOf(posix.join(dirname(file), from))
        : roomOfPackage.get(
            from
              .split('/')
              .slice(0, from.startsWith('@') ? 2 : 1)
              .join('/'),
          );
      if (from.startsWith('.') && target !== room) strangers.push(`${file}:${line} leaves its room by a path: ${from}`);
      else if (target !== undefined && target !== room && !may.includes(target))
        strangers.push(`${file}:${line} ${room} may not import ${target}`);
    }
  }
  expect(strangers).toEqual([]);
});

test('a room uses no package that its package.json does not declare, and the pure rooms use no Node', () => {
  const strangers: string[] = [];
  for (const file of tracked.filter(
    (file) => roomOf(file) !== undefined && !isTest(file) && !/\/(build\.mjs|kernel\/[^/]+\.ts)$/.test(file),
  )) {
    const room = roomOf(file) ?? '';
    const declared = Object.keys(JSON.parse(readFileSync(join(root, room, 'package.json'), 'utf8')).dependencies ?? {});
    for (const { line, from } of importsOf(file)) {
      if (from.startsWith('.') || from.startsWith('#')) continue;
      if (from.startsWith('node:')) {
        if (room.startsWith('packages/') || room === 'web') strangers.push(`${file}:${line} ${room} has no Node: ${from}`);
        continue;
      }
      const name = from
        .split('/')
        .slice(0, from.startsWith('@') ? 2 : 1)
        .join('/');
      if (!declared.includes(name)) strangers.push(`${file}:${line} ${name} is not in ${room}/package.json`);
    }
  }
  expect(strangers).toEqual([]);
});

test('inside the server, a folder imports only folders that come before it', () => {
  const strangers: string[] = [];
  expect(serverOrder.length).toBeGreaterThan(5);
  for (const file of tracked.filter((file) => file.startsWith('server/src/') && !isTest(file))) {
    const place = (path: string): number => serverOrder.indexOf((path.split('/')[2] ?? '').replace(/\.ts$/, ''));
    expect(place(file), `${file} stands in the server's order`).toBeGreaterThanOrEqual(0);
    for (const { line, from } of importsOf(file).filter(({ from }) => from.startsWith('.'))) {
      if (place(posix.join(dirname(file), from)) > place(file)) strangers.push(`${file}:${line} looks ahead: ${from}`);
    }
  }
  expect(strangers).toEqual([]);
});

test('at most 40 direct runtime dependencies, all of one exact version', () => {
  const runtime = new Map<string, string>();
  for (const room of rooms.keys()) {
    const { dependencies = {} } = JSON.parse(readFileSync(join(root, room, 'package.json'), 'utf8'));
    for (const [name, version] of Object.entries<string>(dependencies)) if (!roomOfPackage.has(name)) runtime.set(name, version);
  }
  expect(runtime.size).toBeLessThanOrEqual(40);
  expect([...runtime].filter(([, version]) => !/^\d+\.\d+\.\d+(-[a-z0-9.]+)?$/.test(version))).toEqual([]);
});
