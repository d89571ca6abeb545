/** How does an operator send the statements of reasons again that the DSA Transparency Database refused? */
import type { Command } from './command.ts';

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
    const puid = call.option('id');
    const resent = await resendStatements(await installationHere(call), puid === undefined ? 'all' : { puid });
    const { waiting, withdrawn, keptBack } = resent;
    if (call.json) call.print(JSON.stringify(resent));
    else
      call.print(
        `To be sent again: ${waiting}. Taken back meanwhile: ${withdrawn}. Kept back, because something in it may not leave: ${keptBack}.`,
      );
    return 0;
  },
};
