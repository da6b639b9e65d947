import { expect, test } from 'vitest';
import { batchCode, batchDeclarations } from '../../src/emit/typescript/batch/batch.ts';
import { agreements, golden, own } from './golden.ts';

test.each(agreements)('the batch of %s is what it was', async (name, agreement) => {
  await expect(own(batchCode(agreement, '@acme/engine'))).toMatchFileSnapshot(golden(name, 'batch.ts'));
  await expect(batchDeclarations(agreement, '@acme/engine')).toMatchFileSnapshot(golden(name, 'batch.d.ts'));
});
