import type { Browser } from 'playwright-core';

export interface Vitals {
  /** When the largest element was painted, in ms. */
  readonly paint: number;
  /** How far things jumped, in all: cumulative layout shift. */
  readonly shift: number;
  /** What is above 50 ms of each long task, in ms: total blocking time. */
  readonly blocked: number;
  /** What came over the wire, with headers. */
  readonly bytes: number;
}

// Those of Lighthouse for a phone on slow 4G (150 ms there and back, 1.6 Mbit/s), as it sets them where requests are slowed down.
export const cpuSlowdown = 4;
export const latencyMs = 150 * 3.75;
const bytesPerSecond = (1.6 * 1024 * 1024 * 0.9) / 8;

/** Opens a page in a browser that has nothing of it yet. */
export async function vitalsOf(browser: Browser, url: string): Promise<Vitals> {
  const context = await browser.newContext({
    viewport: { width: 412, height: 823 },
    deviceScaleFactor: 1.75,
    isMobile: true,
  });
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: latencyMs,
    downloadThroughput: bytesPerSecond,
    uploadThroughput: bytesPerSecond,
  });
  await session.send('Emulation.setCPUThrottlingRate', { rate: cpuSlowdown });
  let bytes = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript({ content: observers });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.waitForFunction('vitals.paint > 0');
  await page.waitForTimeout(300);
  const seen = await page.evaluate<Omit<Vitals, 'bytes'>>('globalThis.vitals');
  await context.close();
  return { ...seen, bytes };
}

/** Text, as it runs in the page before all else. */
const observers = `
  globalThis.vitals = { paint: 0, shift: 0, blocked: 0 };
  const observe = (type, take) =>
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true });
  observe('largest-contentful-paint', (entry) => { vitals.paint = entry.startTime; });
  observe('layout-shift', (entry) => { if (!entry.hadRecentInput) vitals.shift += entry.value; });
  observe('longtask', (entry) => { vitals.blocked += Math.max(0, entry.duration - 50); });
`;
