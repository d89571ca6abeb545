/**
 * How far is it from the address to something useful, on a line of 400 kbit/s with 400 ms there and back? A real server, Chromium with an empty cache on a
 * small phone's screen; bytes as they crossed the line, requests, and the time until she can go on.
 */
import type { CDPSession, Page } from 'playwright-core';
import { openOwnServer } from '../soak/own-server.ts';
import { openBrowser } from '../web/testing/browser.ts';
import { median } from './interleaved.ts';
import type { Measure } from './measure.ts';

const rounds = 5;
/** Of the first page with all that it needs, compressed. */
const mostBytes = 60 * 1024;
const line = { offline: false, latency: 400, downloadThroughput: 400_000 / 8, uploadThroughput: 400_000 / 8 };

interface Visit {
  readonly bytes: number;
  readonly requests: number;
  readonly ms: number;
}

export async function* benchFrontDoor(): AsyncGenerator<Measure> {
  const server = await openOwnServer();
  const browser = await openBrowser();
  try {
    await server.start();
    const visits: Record<'landing' | 'form' | 'whole', Visit[]> = { landing: [], form: [], whole: [] };
    for (let round = 0; round < rounds; round += 1) {
      const context = await browser.newContext({ viewport: { width: 360, height: 640 } });
      const page = await context.newPage();
      const session = await context.newCDPSession(page);
      await session.send('Network.enable');
      await session.send('Network.emulateNetworkConditions', line);
      const counted = countedFrom(session);
      const landing = await timed(counted, async () => {
        await page.goto(`${server.url}/`);
        await page.getByRole('link', { name: 'I have the picture or video' }).waitFor();
      });
      const form = await timed(counted, () => toFileChoice(page));
      visits.landing.push(landing);
      visits.form.push(form);
      visits.whole.push({ bytes: landing.bytes + form.bytes, requests: landing.requests + form.requests, ms: landing.ms + form.ms });
      await context.close();
    }
    const of = (name: keyof typeof visits, what: keyof Visit): number => median(visits[name].map((visit) => visit[what]));
    const ratio = Number((of('landing', 'bytes') / mostBytes).toPrecision(3));
    yield {
      measure: 'the first page with all that it needs, compressed',
      against: `a limit of ${mostBytes} bytes`,
      value: of('landing', 'bytes'),
      unit: 'bytes',
      ratio,
      target: '<= 1',
      met: ratio <= 1,
    };
    for (const [name, until] of [
      ['landing', 'from the address to the first page, ready to go on'],
      ['form', 'from there, by two taps, to the choice of a file'],
      ['whole', 'from the address to the choice of a file'],
    ] as const) {
      yield forReading(`${until}: time`, of(name, 'ms'), 'ms');
      yield forReading(`${until}: bytes`, of(name, 'bytes'), 'bytes');
      yield forReading(`${until}: requests`, of(name, 'requests'), 'requests');
    }
  } finally {
    await browser.close();
    await server.remove();
  }
}

/** A figure for the reader, beside none of another. */
const forReading = (measure: string, value: number, unit: string): Measure => ({
  measure,
  against: '400 kbit/s, 400 ms there and back',
  value: Math.round(value),
  unit,
  ratio: 1,
  target: 'none',
  met: true,
});

/** The first path: a picture of somebody who was 18 or older. */
async function toFileChoice(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'I have the picture or video' }).click();
  await page.getByRole('link', { name: '18 or older' }).click();
  await page.locator('[data-readiness="ready"]').waitFor();
}

/** Counts what crosses the line, headers included. */
function countedFrom(session: CDPSession): () => Pick<Visit, 'bytes' | 'requests'> {
  let [bytes, requests] = [0, 0];
  session.on('Network.loadingFinished', ({ encodedDataLength }) => {
    bytes += encodedDataLength;
    requests += 1;
  });
  return () => ({ bytes, requests });
}

async function timed(counted: () => Pick<Visit, 'bytes' | 'requests'>, work: () => Promise<void>): Promise<Visit> {
  const before = counted();
  const started = performance.now();
  await work();
  const ms = performance.now() - started;
  const after = counted();
  return { bytes: after.bytes - before.bytes, requests: after.requests - before.requests, ms };
}
