import { expect, test } from 'vitest';
import { emitPackageFiles } from '../../src/emit/docs/package-files.ts';
import { agreements, golden } from './golden.ts';

test.each(agreements)('the README and the manifest of %s are what they were', async (name, agreement) => {
  const { readme, manifest } = emitPackageFiles(agreement, { packageName: '@acme/engine' });
  for (const { path, text } of [readme, manifest]) await expect(text).toMatchFileSnapshot(golden(name, path));
});
