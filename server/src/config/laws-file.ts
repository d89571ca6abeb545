/** What did the operator correct in the laws? One JSON file, read at start; what is wrong with it keeps the server from starting, for a deadline that nobody meant is worse than none. */
import { readFile } from 'node:fs/promises';
import { correctedLaws, type Laws, lawsWith } from '@likeness/casework';
import { plainReason, Refusal, systemErrorCode } from './refusal.ts';

const namedAtMost = 5;

/** The laws with the corrections of this file; without one, as they ship. @throws Refusal `laws/unreadable`, `laws/malformed`, `laws/wrong` */
export async function readLaws(path: string): Promise<Laws> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    if (systemErrorCode(error) === 'ENOENT') return lawsWith();
    throw new Refusal('laws/unreadable', `The corrections of the laws in ${path} cannot be read: ${plainReason(error)}.`);
  }
  const laws = correctedLaws(parsed(path, text));
  if ('of' in laws) return laws;
  const named = laws.slice(0, namedAtMost).map(({ pointer, sentence }) => `${pointer === '' ? 'the whole' : pointer}: ${sentence}`);
  const more = laws.length > namedAtMost ? ` And ${laws.length - namedAtMost} more.` : '';
  throw new Refusal('laws/wrong', `Correct the file ${path}. ${named.join(' ')}${more}`);
}

function parsed(path: string, text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    throw new Refusal('laws/malformed', `The file ${path} is not valid JSON; correct it, or take it away to use the laws as they ship.`);
  }
}
