/** How is the server run from a terminal, and how does it end? */
import { Refusal } from '@likeness/server/config/refusal';
import { settingLines } from '@likeness/server/config/settings';
import type { Command } from './command.ts';
import { settingsHere } from './settings.ts';

const width = Math.max(...settingLines.map(({ name }) => name.length));
const settingsText = settingLines
  .map(({ name, fallback, sentence }) => `  ${name.padEnd(width)}  ${sentence}\n  ${' '.repeat(width)}  Default: ${fallback}`)
  .join('\n');

export const serve: Command = {
  words: 'serve',
  operands: '',
  summary: 'Run the server: pages, API, webhooks and clocks.',
  explanation: `Starts PostgreSQL if no DATABASE_URL is set, brings the tables up to date and listens. On the first start it makes
the data folder and the key ring, and prints a link that creates the first moderator and works once.
It stays in the foreground; Ctrl-C or SIGTERM stops it cleanly.

Settings, from the environment or the file .env in the checkout:
${settingsText}`,
  options: [],
  examples: [
    { line: 'likeness serve', sentence: 'On http://127.0.0.1:8420, with everything in the default folders.' },
    { line: 'LIKENESS_PORT=9000 LIKENESS_DATA_DIR=./data likeness serve', sentence: 'On another port, with the data beside you.' },
  ],
  async run(call) {
    const settings = settingsHere();
    const { serve: startServer } = await import('@likeness/server/main');
    const lost = Promise.withResolvers<Refusal>();
    const serving = await startServer(settings, {
      say: (sentence) => (call.json ? call.print(JSON.stringify({ event: 'note', sentence })) : call.print(sentence)),
      onLost: (sentence) => lost.resolve(new Refusal('serve/lost', sentence)),
    });
    // From here on a signal means: stop cleanly. Before, it ends the start where it is, which the next start copes with.
    const asked = call.takeSignals();
    const { url, firstRunUrl } = serving;
    const { publicUrl } = settings;
    if (call.json) call.print(JSON.stringify({ event: 'ready', url, publicUrl, firstRunUrl }));
    else call.print(greeting(url, publicUrl, firstRunUrl));
    const reason = await Promise.race([asked, lost.promise]);
    if (reason instanceof Refusal) {
      // Without a database not everything can be closed as it should; the reason is what the operator needs.
      await serving.stop().catch(() => {});
      throw reason;
    }
    await serving.stop();
    call.print(call.json ? JSON.stringify({ event: 'stopped' }) : 'Stopped.');
    return 0;
  },
};

function greeting(url: string, publicUrl: string, firstRunUrl: string | null): string {
  const lines = [
    `Likeness is running at ${url}${publicUrl === url ? '' : `, reached as ${publicUrl}`}`,
    `  For a depicted person   ${publicUrl}/`,
    `  For moderators          ${publicUrl}/console`,
    `  For platforms           ${publicUrl}/api/v1/openapi.json`,
  ];
  if (firstRunUrl !== null) lines.push('Create the first moderator with this link, which works once:', `  ${firstRunUrl}`);
  return [...lines, 'Ctrl-C stops it.'].join('\n');
}
