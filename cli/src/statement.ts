/** How does an operator send the statements of reasons again that the DSA Transparency Database refused? */
import { NOT_SO, Refusal } from '@likeness/server/config/refusal';
import type { Command } from './command.ts';
import { quoted } from './shown.ts';

export const statementResend: Command = {
  words: 'statement resend',
  operands: '',
  summary: 'Send refused statements of reasons again.',
  explanation: `Lets the server send what the DSA Transparency Database refused once more, within a minute: after an update, or
once its rules are put right. That it has one already counts as sent. What was taken back meanwhile is not sent.
The console shows which were refused, and why, under Report.

With --json one line: {"waiting","withdrawn","keptBack"}.`,
  options: [{ name: 'id', value: 'PUID', sentence: 'Only this one, by its id there.' }],
  examples: [{ line: 'likeness statement resend', sentence: 'All that were refused.' }],
  async run(call) {
    const { installationHere } = await import('./installation.ts');
    const { resendStatements } = await import('@likeness/server/workflows/resend-statements');
    const { readLaws } = await import('@likeness/server/config/laws-file');
    const puid = call.option('id');
    const { store, settings } = await installationHere(call);
    const resent = await resendStatements({ store, laws: await readLaws(settings.lawsFile) }, puid === undefined ? 'all' : { puid });
    const { waiting, withdrawn, keptBack } = resent;
    if (puid !== undefined && waiting + withdrawn + keptBack === 0)
      throw new Refusal(
        'statement/unknown',
        `No statement with the id ${quoted(puid)} was refused. The console shows those that were, under Report.`,
        NOT_SO,
      );
    if (call.json) call.print(JSON.stringify(resent));
    else
      call.print(
        `To be sent again: ${waiting}. Taken back meanwhile, or owed no more: ${withdrawn}. Kept back, because something in it may not leave: ${keptBack}.`,
      );
    return 0;
  },
};
