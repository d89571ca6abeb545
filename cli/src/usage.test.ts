/** Is every command line understood, or answered with what was probably meant? */
import { Refusal } from '@likeness/server/config/refusal';
import { expect, test } from 'vitest';
import type { Command } from './command.ts';
import { type Asked, nearest, readArguments } from './usage.ts';

const command = (words: string, operands: string, options: Command['options'] = []): Command => {
  return { words, operands, options, summary: '', explanation: '', examples: [], run: async () => 0 };
};
const commands = [
  command('serve', ''),
  command('hash', 'FILE...'),
  command('key create', '', [
    { name: 'scope', value: 'SCOPE', sentence: '' },
    { name: 'force', sentence: '' },
  ]),
  command('bank list', ''),
];
const read = (...args: string[]): Asked => readArguments(args, commands);

function refused(...args: string[]): string {
  try {
    read(...args);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    expect(error.exitCode).toBe(2);
    return error.message;
  }
  throw new Error('was not refused');
}

test('a command of one word or two, its operands and its options are told apart, in any order', () => {
  expect(read('hash', 'a.jpg', '--json', 'b.jpg')).toMatchObject({ command: { words: 'hash' }, operands: ['a.jpg', 'b.jpg'] });
  expect(read('hash', '--', '--json')).toMatchObject({ operands: ['--json'], options: new Map() });
  expect(read('key', 'create', '--scope', 'screen', '--force')).toMatchObject({
    command: { words: 'key create' },
    options: new Map([
      ['scope', 'screen'],
      ['force', ''],
    ]),
  });
  expect(read('key', 'create', '--scope=-x')).toMatchObject({ options: new Map([['scope', '-x']]) });
});

test('help and version are found wherever people look for them', () => {
  for (const args of [[], ['--help'], ['-h'], ['help']]) expect(read(...args)).toEqual({ kind: 'help' });
  for (const args of [
    ['hash', '--help'],
    ['hash', '-h'],
    ['hash', 'a.jpg', '--help'],
    ['help', 'hash'],
  ]) {
    expect(read(...args)).toMatchObject({ kind: 'help', command: { words: 'hash' } });
  }
  expect(read('help', 'key', 'create')).toMatchObject({ kind: 'help', command: { words: 'key create' } });
  expect(read('--version')).toEqual({ kind: 'version' });
});

test('a group of commands explains itself, and named alone it does so as wrong usage', () => {
  for (const args of [
    ['key', '--help'],
    ['key', '-h'],
    ['help', 'key'],
  ])
    expect(read(...args)).toEqual({ kind: 'group-help', group: 'key', wasAsked: true });
  expect(read('key')).toEqual({ kind: 'group-help', group: 'key', wasAsked: false });
  expect(read('bank', '--json')).toEqual({ kind: 'group-help', group: 'bank', wasAsked: false });
});

test('a mistyped command is answered with the nearest one', () => {
  expect(refused('hahs', 'a.jpg')).toMatch(/^Unknown command "hahs"\. Did you mean: likeness hash\?/);
  expect(refused('key', 'creat')).toContain('likeness key create?');
  expect(refused('bank', 'frobnicate')).toContain('likeness bank list?');
  expect(refused('help', 'serv')).toContain('likeness serve?');
  expect(refused('frobnicate')).toBe('Unknown command "frobnicate". For all commands see: likeness --help');
});

test('a mistyped option, a missing or a needless value and wrong operands are refused with the way to help', () => {
  expect(refused('hash', '--jsn', 'a.jpg')).toContain('Did you mean --json?');
  expect(refused('hash', '-x', 'a.jpg')).toContain('Unknown option -x.');
  expect(refused('key', 'create', '--scope')).toContain('--scope SCOPE');
  expect(refused('key', 'create', '--scope', '--json')).toContain('--scope SCOPE');
  for (const nothing of ['', ' '])
    for (const args of [['--scope', nothing], [`--scope=${nothing}`]]) expect(refused('key', 'create', ...args)).toContain('needs a value');
  expect(refused('key', 'create', '--force=yes')).toContain('--force takes no value');
  expect(refused('key', 'create', '--scope', 'screen', '--json', '--scope=requests')).toMatch(/^--scope stands twice; give it once\./);
  expect(refused('hash')).toContain('hash needs FILE...');
  expect(refused('serve', 'now')).toContain('serve takes no "now"');
  for (const message of [refused('hash'), refused('serve', 'now')]) expect(message).toMatch(/see: likeness \w+ --help$/);
});

test('only what is near is guessed', () => {
  expect(nearest('verfy', ['verify', 'list'])).toBe('verify');
  expect(nearest('led', ['ledger verify', 'list'])).toBe('ledger verify');
  expect(nearest('xyz', ['verify', 'list'])).toBeUndefined();
  expect(nearest('x', [])).toBeUndefined();
});
