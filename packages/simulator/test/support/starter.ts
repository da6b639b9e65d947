import { join } from 'node:path';
import { compile, emitEngine, readAgreementFolder } from '@smarketing/compiler';
import type { Agreement } from '@smarketing/compiler/ir';
import type { Engine } from '../../src/pool/engine.ts';

export const agreements = join(import.meta.dirname, '../../../../agreements');

/** An agreement of this repository. */
export function agreementOf(name: string): Agreement {
  const [files] = readAgreementFolder(join(agreements, name));
  const [agreement] = compile(files ?? [], { name, today: '2026-11-26', proofs: false });
  if (!agreement) throw new Error(`${name} has errors`);
  return agreement;
}

/** The engine that the compiler generates, without a file. */
export async function engineOf(agreement: Agreement): Promise<Engine> {
  const files = await emitEngine(agreement, { packageName: '@smarketing/engine-in-test' });
  const code = files.find(({ path }) => path.endsWith('/index.js'));
  return (await import(
    `data:text/javascript;base64,${Buffer.from(code?.text ?? '').toString('base64')}`
  )) as Engine;
}
