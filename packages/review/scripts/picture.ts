// What GitHub would show of a comment: reads Markdown from stdin, writes a PNG.
//
//   smarketing review main | npm run picture -w @smarketing/review -- comment.png [light|dark] [width] [open]
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import { chromium } from 'playwright-core';
import { chromiumArgs, chromiumPath } from '../../../scripts/chromium.ts';
import { gfmHtmlOf } from '../test/gfm.ts';

const [out = 'comment.png', scheme = 'light', width = '900', open = ''] = process.argv.slice(2);
const css = readFileSync(
  createRequire(import.meta.url).resolve(`github-markdown-css/github-markdown-${scheme}.css`),
  'utf8',
);
const frame = `
  body { margin: 0; padding: 16px; background: ${scheme === 'dark' ? '#0d1117' : '#fff'}; font-size: 14px; }
  .comment { border: 1px solid #8886; border-radius: 6px; }
  .head { padding: 8px 16px; border-bottom: 1px solid #8886; background: #8881; color: #888; font: 14px system-ui, sans-serif; }
  .markdown-body { padding: 16px; font-size: 14px; }`;
const comment = gfmHtmlOf(await text(process.stdin));
const page = `<!doctype html><meta charset="utf-8"><style>${css}${frame}</style>
  <div class="comment"><div class="head"><b>github-actions</b> bot commented</div><div class="markdown-body">${
    open === 'open' ? comment.replaceAll('<details>', '<details open>') : comment
  }</div></div>`;

const root = join(import.meta.dirname, '../../..');
const browser = await chromium.launch({ executablePath: await chromiumPath(root), args: chromiumArgs });
const view = await browser.newPage({ viewport: { width: Number(width), height: 600 }, deviceScaleFactor: 1 });
await view.setContent(page);
await view.screenshot({ path: resolve(process.env['INIT_CWD'] ?? '.', out), fullPage: true });
await browser.close();
