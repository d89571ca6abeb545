/** Does anything of a hundred files leave her device? A recording proxy between a real browser and a server of its own. */
import { parseArgs } from 'node:util';
import { recordRequests } from '../journeys/recorded-files.ts';
import { openBrowser } from '../web/testing/browser.ts';
import { openOwnServer } from './own-server.ts';

/** `--files N`. Throws when a byte too many left. */
export async function soakProxy(args: readonly string[]): Promise<string> {
  const { values } = parseArgs({ args: [...args], options: { files: { type: 'string', default: '100' } } });
  const server = await openOwnServer();
  const browser = await openBrowser();
  try {
    await server.start();
    const found = await recordRequests(browser, server.url, Number(values.files), 25);
    const { files, bytesOfFiles, requests, mostPerItem, mostOther, strangers, sentRuns, whileOff, browsersOwn } = found;
    if (sentRuns.length > 0) throw new Error(`bytes of a file were sent: ${sentRuns.slice(0, 5).join(', ')}`);
    if (strangers.length > 0) throw new Error(`something went elsewhere: ${strangers.join(', ')}`);
    if (whileOff > 0) throw new Error(`${whileOff} requests left while the connection was off`);
    if (mostPerItem > 4096 || mostOther > 4096)
      throw new Error(`a request carries ${Math.ceil(Math.max(mostPerItem, mostOther))} bytes an item`);
    return [
      `${files} files (JPEG, PNG, WebP, HEIC, MP4; ${(bytesOfFiles / 1e6).toFixed(1)} MB) in requests of at most 25, fingerprinted with the connection off, all read.`,
      `${requests} requests went through the recording proxy, none elsewhere and none while the connection was off. A request with fingerprints carried at most ${Math.ceil(mostPerItem)} bytes an item, headers and all; any other at most ${mostOther} bytes.`,
      `Chromium itself wanted ${browsersOwn} connections to its maker's service for filling in forms, which no page can forbid; the proxy refused them.`,
      'No run of 16 bytes of any file was in them, as it is or as base64, hexadecimal or percent signs; every place of every file was looked for.',
    ].join('\n');
  } finally {
    await browser.close();
    await server.remove();
  }
}
