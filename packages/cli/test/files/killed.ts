// Loaded before the program, with --import: it is killed as by `kill -9`, at the call of the disk whose number is in KILL_AT,
// counted from the start or, with KILL_FROM=ready, from the call that names a complete set.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { faultyFs } from './faulty.ts';

let left = Number(process.env['KILL_AT']);
let counts = process.env['KILL_FROM'] !== 'ready';
const faulty = faultyFs({ ...fs }, ({ args, half }) => {
  counts ||= String(args[1]).endsWith('.smarketing-ready');
  if (!counts || --left > 0) return;
  half();
  process.kill(process.pid, 'SIGKILL');
});
Object.assign(fs, faulty);
syncBuiltinESMExports();
