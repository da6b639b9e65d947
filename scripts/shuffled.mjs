// Loaded before a program, with --import: every folder is listed in another order than the disk's, by the seed in SHUFFLE.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

let state = Number(process.env.SHUFFLE ?? 1);
const { readdirSync } = fs;

fs.readdirSync = (...args) => {
  const names = readdirSync(...args);
  for (let last = names.length - 1; last > 0; last--) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    const other = state % (last + 1);
    [names[last], names[other]] = [names[other], names[last]];
  }
  return names;
};
syncBuiltinESMExports();
