// Loaded before the program, with --import: it is killed at the call of the disk whose number is in KILL_AT, as `kill -9` would.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { faultyFs } from './faulty.ts';

let left = Number(process.env['KILL_AT']);
const faulty = faultyFs({ ...fs }, ({ half }) => {
  if (--left > 0) return;
  half();
  process.kill(process.pid, 'SIGKILL');
});
Object.assign(fs, faulty);
syncBuiltinESMExports();
