/** Does every room type-check under its own fences? Runs tsc once per room, then once over all tests; prints each failing room and exits non-zero. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const projects = [
  'packages/fingerprint',
  'packages/lookup',
  'packages/exchange',
  'packages/casework',
  'packages/contract',
  'web',
  'server',
  'cli',
  'examples/forum',
  'bench',
  'soak',
  'tsconfig.tests.json',
].filter((project) => existsSync(project.endsWith('.json') ? project : `${project}/tsconfig.json`));

const failed = projects.filter((project) => {
  const { status } = spawnSync('tsc', ['--noEmit', '-p', project], { stdio: 'inherit' });
  return status !== 0;
});
for (const project of failed) console.error(`types: ${project} does not type-check`);
console.log(`types: ${projects.length - failed.length} of ${projects.length} projects clean`);
process.exitCode = failed.length === 0 ? 0 : 1;
