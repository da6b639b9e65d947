import { join } from 'node:path';
import { simulateAll } from './all.ts';

const site = join(import.meta.dirname, '../..');
await simulateAll(join(site, '../../packages'), join(site, 'generated/outcomes'));
