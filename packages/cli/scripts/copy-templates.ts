// `smarketing init` starts from the repository's own starter agreement: the package takes a copy of it along.
import { cpSync, rmSync } from 'node:fs';

const templates = new URL('../dist/templates/', import.meta.url);
rmSync(templates, { recursive: true, force: true });
cpSync(new URL('../../../agreements/starter/', import.meta.url), new URL('starter/', templates), {
  recursive: true,
});
