/** Does a crowd of sign-ins keep to its two places, and does everybody else still have a turn? */
import { Problem } from '@likeness/contract';
import { expect, test } from 'vitest';
import { openPasswordQueue } from './password-queue.ts';

/** A queue, the order in which its work began, and a way to end the oldest that runs. */
function crowd(limits: { atOnce: number; waiting: number; waitingEach: number }) {
  const takeTurn = openPasswordQueue(limits);
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  let most = 0;
  const send = (caller: string, name: string): Promise<string> =>
    takeTurn(caller, async () => {
      begun.push(name);
      const end = Promise.withResolvers<void>();
      ends.push(end.resolve);
      most = Math.max(most, ends.length);
      await end.promise;
      return name;
    }).catch((error: unknown) => (error instanceof Problem ? error.code : 'failed'));
  const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
  return {
    begun,
    send,
    most: () => most,
    endOne: async () => {
      ends.shift()?.();
      await settle();
    },
  };
}

test('no more than two run at once, in the order they came', async () => {
  const { send, begun, endOne, most } = crowd({ atOnce: 2, waiting: 10, waitingEach: 10 });
  const all = ['1', '2', '3', '4', '5'].map((name) => send('a', name));
  expect(begun).toEqual(['1', '2']);
  for (const _ of all) await endOne();
  expect(await Promise.all(all)).toEqual(['1', '2', '3', '4', '5']);
  expect([begun, most()]).toEqual([['1', '2', '3', '4', '5'], 2]);
});

test('whoever sends a crowd waits behind himself: somebody else is next', async () => {
  const { send, begun, endOne } = crowd({ atOnce: 1, waiting: 10, waitingEach: 10 });
  const all = [...['1', '2', '3', '4'].map((name) => send('crowd', name)), send('ines', 'hers')];
  for (const _ of all) await endOne();
  await Promise.all(all);
  expect(begun).toEqual(['1', '2', 'hers', '3', '4']);
});

test('a full line, and a caller with his share of it in line, are refused with a time to wait', async () => {
  const { send, endOne } = crowd({ atOnce: 1, waiting: 3, waitingEach: 2 });
  const waiting = [send('a', '1'), send('a', '2'), send('a', '3')];
  expect(await send('a', '4')).toBe('password/busy');
  waiting.push(send('b', '5'));
  expect(await send('c', '6')).toBe('password/busy');
  for (const _ of waiting) await endOne();
  expect(await Promise.all(waiting)).toEqual(['1', '2', '3', '5']);
  const later = send('a', '7');
  await endOne();
  expect(await later).toBe('7');
});

test('work that fails gives its place on', async () => {
  const takeTurn = openPasswordQueue({ atOnce: 1, waiting: 1, waitingEach: 1 });
  const failed = takeTurn('a', async () => Promise.reject(new Error('no')));
  const after = takeTurn('a', async () => 'done');
  await expect(failed).rejects.toThrow('no');
  expect(await after).toBe('done');
});
