/** Does the forum, run as a program, explain itself, and say in one line what stands in the way? */
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const program = fileURLToPath(new URL('main.ts', import.meta.url));

test('it explains itself, and says what a wrong command line or setting lacks', () => {
  const run = (args: string[], env: Record<string, string> = {}) =>
    spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env: { ...env } });
  const help = run(['--help']);
  expect(help).toMatchObject({ status: 0, stderr: '' });
  for (const setting of ['LIKENESS_KEY', 'LIKENESS_URL', 'FORUM_PORT']) expect(help.stdout).toContain(`  ${setting} `);
  expect(run(['-h'])).toMatchObject({ status: 0, stdout: help.stdout });
  for (const [args, env, says] of [
    [['--port', '1'], {}, 'The forum takes no "--port 1"'],
    [[], {}, 'LIKENESS_KEY is missing'],
    [[], { FORUM_PORT: 'x' }, 'FORUM_PORT must be'],
  ] as const) {
    const { status, stdout, stderr } = run([...args], env);
    expect([status, stdout, stderr.trimEnd().split('\n').length]).toEqual([1, '', 1]);
    expect(stderr).toContain(says);
  }
});
