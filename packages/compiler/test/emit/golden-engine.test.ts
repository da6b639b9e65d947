import { expect, test } from 'vitest';
import { engineCode } from '../../src/emit/typescript/engine.ts';
import { agreements, golden, own } from './golden.ts';

test.each(agreements)('the engine of %s is what it was', async (name, agreement) => {
  const types = '// as in index.d.ts';
  const engine = engineCode(agreement, types, '@acme/engine');
  await expect(own(engine)).toMatchFileSnapshot(golden(name, 'engine.ts'));
});
