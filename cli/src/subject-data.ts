/** How does an operator answer somebody who asks what is kept about her, or wants it gone? An uploader by the service's reference, one of the console's people by her name. */
import { NOT_SO, Refusal } from '@likeness/server/config/refusal';
import type { Call, Command } from './command.ts';
import { counted, quoted } from './shown.ts';

const refOption = { name: 'ref', value: 'REF', sentence: 'Required: the reference that the service sent with her uploads.' };
const platformOption = { name: 'platform', value: 'NAME', sentence: 'The platform it is about; not needed while there is only one.' };
const idOption = { name: 'id', value: 'ID', sentence: 'Required: whose. likeness moderator list --json shows the ids.' };

export const uploaderExportCommand: Command = {
  words: 'uploader export',
  operands: '',
  summary: 'Print what is kept about one uploader.',
  explanation: `Prints one JSON line for each upload that the service sent with this reference: id, address, links, words, times,
fingerprints, and the reasons that she was given, as she was given them, with what she wrote against them. A last line
has the warnings and suspensions of the account, where there were any. Nothing says whether anybody asked for anything,
so the whole of it can be handed to her. Once you know that it is she who asks. The console does the same under Data.
Exit status 1 where nothing is kept under this reference.`,
  options: [refOption, platformOption],
  examples: [{ line: 'likeness uploader export --ref user-4711 > hers.jsonl', sentence: 'What is kept about her, in a file.' }],
  async run(call) {
    const ref = required(call, 'ref', 'uploader export needs --ref REF');
    const { installationHere, platformHere } = await import('./installation.ts');
    const { uploaderExport } = await import('@likeness/server/workflows/subject-data');
    const installation = await installationHere(call);
    const platform = await platformHere(installation, call.option('platform'));
    let count = 0;
    for await (const held of uploaderExport(installation, platform.id, ref)) {
      call.print(JSON.stringify(held));
      count += 1;
    }
    if (count === 0) throw nothingKept(ref);
    return 0;
  },
};

export const uploaderEraseCommand: Command = {
  words: 'uploader erase',
  operands: '',
  summary: 'Forget the uploads of one uploader.',
  explanation: `Forgets every upload that the service sent with this reference, as DELETE of the API does for one. What an open request
or a report still needs stays until that ends and goes by itself: it is not said of which uploads that is so, for it
would tell her that somebody asked. Fingerprints that were listed belong to their bank and stay there.

Exit status 1 where nothing is kept under this reference, so that a slip in it is no erasure. With --json one line:
{"uploads"}.`,
  options: [refOption, platformOption],
  examples: [{ line: 'likeness uploader erase --ref user-4711', sentence: 'Her account is gone, and its uploads.' }],
  async run(call) {
    const ref = required(call, 'ref', 'uploader erase needs --ref REF');
    const { installationHere, platformHere } = await import('./installation.ts');
    const { eraseUploader } = await import('@likeness/server/workflows/subject-data');
    const installation = await installationHere(call);
    const platform = await platformHere(installation, call.option('platform'));
    const { uploads, isKnown } = await eraseUploader(installation, platform.id, ref);
    if (!isKnown) throw nothingKept(ref);
    call.print(
      call.json ? JSON.stringify({ uploads }) : `Forgotten, or going by itself once nobody needs it: ${counted(uploads, 'upload')}.`,
    );
    return 0;
  },
};

export const moderatorExportCommand: Command = {
  words: 'moderator export',
  operands: '',
  summary: 'Print what is kept about somebody of the console.',
  explanation: `Prints one JSON line: name, role, times, preferences, her decisions by number, how often each act of hers stands in the
ledger, and when a picture was shown to her in the last week. Also of somebody whose access ended.`,
  options: [idOption],
  examples: [{ line: 'likeness moderator export --id 0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d10', sentence: 'What is kept about her.' }],
  async run(call) {
    const id = required(call, 'id', 'moderator export needs --id ID');
    const { installationHere } = await import('./installation.ts');
    const { moderatorExport } = await import('@likeness/server/workflows/moderator-data');
    const held = await moderatorExport(await installationHere(call), id);
    if (held === null) throw unknown(id);
    call.print(JSON.stringify(held));
    return 0;
  },
};

export const moderatorEraseCommand: Command = {
  words: 'moderator erase',
  operands: '',
  summary: 'Take the name away from somebody who left the console.',
  explanation: `For somebody whose access ended (in the console under People): takes away her name, her password's hash, her preferences
and the times of pictures. Her decisions stand under a name that says nothing; the ledger holds ids only.

With --json one line: {"id"}.`,
  options: [idOption],
  examples: [
    { line: 'likeness moderator erase --id 0b0f3bb8-6c1f-4f0c-a8ab-3d1e9f2a7d10', sentence: 'She left, and wants to be forgotten.' },
  ],
  async run(call) {
    const id = required(call, 'id', 'moderator erase needs --id ID');
    const { installationHere } = await import('./installation.ts');
    const { eraseModerator } = await import('@likeness/server/workflows/moderator-data');
    const erased = await eraseModerator(await installationHere(call), id);
    if (erased === 'unknown') throw unknown(id);
    if (erased === 'has-access')
      throw new Refusal('moderator/has-access', 'She can still sign in: end her access in the console under People first.', NOT_SO);
    call.print(call.json ? JSON.stringify({ id }) : 'Her name is gone. Her decisions stand.');
    return 0;
  },
};

/** @throws Refusal `usage/...` */
function required(call: Call, option: string, sentence: string): string {
  const value = call.option(option);
  if (value !== undefined) return value;
  throw new Refusal(`usage/${option}`, `${sentence}; see its --help.`, 2);
}

const nothingKept = (ref: string): Refusal =>
  new Refusal(
    'uploader/unknown',
    `Nothing is kept under the reference ${quoted(ref)}; it is what the service sends as uploaderRef, letter by letter.`,
    NOT_SO,
  );

const unknown = (id: string): Refusal =>
  new Refusal(
    'moderator/unknown',
    `Nobody at the console has or had the id ${quoted(id)}; likeness moderator list --json shows those who have access.`,
    NOT_SO,
  );
