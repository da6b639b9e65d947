// Returns a Chromium executable: CHROMIUM_PATH, else the npm-shipped headless shell (@sparticuz/chromium).
// The package unpacks into os.tmpdir(), reuses whatever chromium it finds there and is not atomic (two tasks at once
// fail with ETXTBSY, a killed one leaves a truncated binary), so unpack below node_modules/.cache and rename.
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

export const chromiumArgs: string[] = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];

export async function chromiumPath(root: string): Promise<string> {
  const given = process.env['CHROMIUM_PATH'];
  if (given) return given;
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const pkg = entry.slice(0, entry.lastIndexOf('chromium') + 'chromium'.length);
  const { version } = JSON.parse(readFileSync(join(pkg, 'package.json'), 'utf8')) as { version: string };
  const cache = join(root, 'node_modules', '.cache');
  const dir = join(cache, `chromium-${version}`);
  if (!existsSync(dir)) {
    const tmp = `${dir}.${process.pid}`;
    mkdirSync(tmp, { recursive: true });
    const saved = process.env['TMPDIR'];
    process.env['TMPDIR'] = tmp;
    process.env['AWS_LAMBDA_JS_RUNTIME'] ??= 'nodejs22.x'; // makes it unpack its own NSS libraries too
    const { default: chromium } = await import('@sparticuz/chromium');
    await chromium.executablePath();
    if (saved === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = saved;
    // its fonts.conf only knows a fixed folder; make it relative
    writeFileSync(
      join(tmp, 'fonts', 'fonts.conf'),
      '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir prefix="relative">.</dir><dir>/usr/share/fonts</dir><cachedir prefix="xdg">fontconfig</cachedir></fontconfig>',
    );
    try {
      renameSync(tmp, dir);
    } catch {
      rmSync(tmp, { recursive: true, force: true }); // another task was first
    }
  }
  process.env['LD_LIBRARY_PATH'] = join(dir, 'al2023', 'lib');
  process.env['FONTCONFIG_PATH'] = join(dir, 'fonts');
  return join(dir, 'chromium');
}

if (import.meta.main) console.log(await chromiumPath(dirname(import.meta.dirname)));
