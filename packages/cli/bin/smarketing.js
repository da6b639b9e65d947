#!/usr/bin/env node
import { existsSync, readFileSync } from 'node:fs';
import module from 'node:module';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';

// An older Node has to be able to read this file, so that it can say that it is too old.
const own = dirname(dirname(fileURLToPath(import.meta.url)));

/** Where the packages are that this one is installed with: beside it or, in its own repository, above it. */
function packagesFolder() {
  for (let at = own; at !== dirname(at); at = dirname(at)) {
    if (basename(at) === 'node_modules') return at;
    if (existsSync(join(at, 'node_modules/.package-lock.json'))) return join(at, 'node_modules');
  }
  return undefined;
}

/** The oldest Node that is asked for, if this one is older. */
function neededNode() {
  const { engines } = JSON.parse(readFileSync(join(own, 'package.json'), 'utf8'));
  const needed = engines.node.replace('>=', '');
  const [[major, minor], [least, leastMinor]] = [process.versions.node, needed].map((one) =>
    one.split('.').map(Number),
  );
  return major < least || (major === least && minor < leastMinor) ? needed : undefined;
}

/** `npx` takes the Node of a project that has one among its packages. */
function howToGetNode(packages) {
  const hasNode = packages !== undefined && existsSync(join(packages, '.bin/node'));
  if (hasNode && !process.execPath.startsWith(packages + sep))
    return 'This project has a Node of its own, which npx takes: npx smarketing';
  return 'Install a newer one: https://nodejs.org';
}

const packages = packagesFolder();
const needed = neededNode();
if (needed !== undefined) {
  const problem = `smarketing needs Node ${needed} or newer, and this is ${process.versions.node}.`;
  console.error(`error: ${problem}\n  ${howToGetNode(packages)}`);
  process.exit(2);
}

// What Node makes of the modules is kept, so that the next command need not wait for it; whoever can write there can change the
// modules themselves. Where nothing can be written nothing is kept.
const { CI, SMARKETING_CACHE } = process.env;
const folder = CI || SMARKETING_CACHE === 'off' ? undefined : packages;
if (folder) module.enableCompileCache?.(join(folder, '.cache/smarketing-code'));

await import('../dist/main.js');
