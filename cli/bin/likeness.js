#!/usr/bin/env node
/** Under which Node does likeness run? The one that started it if new enough, else the checkout's own. Plain JavaScript, so that an old Node can read it. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import * as nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const packages = fileURLToPath(new URL('../../node_modules', import.meta.url));
const ownNode = `${packages}/node/bin/node`;

if (major > 24 || (major === 24 && minor >= 7)) {
  if (process.channel) {
    // Started by the lines below under an older Node: when that process is killed, this one must not live on unseen.
    process.channel.unref();
    process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'));
  }
  // What was compiled once is kept beside the packages (`likeness hash` of one picture: 1.45 -> 0.8 s of processor time). Where that cannot be written, nothing is kept.
  if (existsSync(packages)) nodeModule.enableCompileCache(`${packages}/.cache/likeness`);
  const { main } = await import('../src/main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else if (existsSync(ownNode)) {
  const child = spawn(ownNode, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] });
  const forward = (signal) => child.kill(signal);
  // A terminal sends these to both processes by itself; a second one would cut the first one's clean stop short.
  const isTerminal = process.stdin.isTTY || process.stdout.isTTY || process.stderr.isTTY;
  process.on('SIGTERM', forward);
  for (const signal of ['SIGINT', 'SIGHUP']) process.on(signal, isTerminal ? () => {} : forward);
  child.on('error', (error) => {
    console.error(`likeness: ${ownNode} cannot be started: ${error.message}`);
    process.exitCode = 3;
  });
  child.on('exit', (code, signal) => {
    for (const name of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.removeAllListeners(name);
    if (signal) process.kill(process.pid, signal);
    else process.exitCode = code ?? 3;
  });
} else {
  console.error(
    `likeness: Node ${process.versions.node} is too old; install Node 24.7 or newer, or run npm ci in the checkout, which brings its own.`,
  );
  process.exitCode = 3;
}
