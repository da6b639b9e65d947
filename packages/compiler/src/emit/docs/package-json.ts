import type { Agreement } from '../../ir/types.ts';
import { packageWord } from '../encode/name.ts';

/** The `package.json` of a new engine; people change it afterwards. */
export function packageJson({ title }: Agreement, packageName: string): string {
  const manifest = {
    name: packageWord(packageName),
    version: '0.1.0',
    description: `${title}, as a library: qualify, score, route and promise`,
    license: 'UNLICENSED',
    files: ['generated', 'CHANGELOG.md'],
    type: 'module',
    sideEffects: false,
    exports: {
      '.': { types: './generated/index.d.ts', default: './generated/index.js' },
      './batch': { types: './generated/batch.d.ts', default: './generated/batch.js' },
      './agreement.json': './generated/agreement.json',
      './lead.schema.json': './generated/lead.schema.json',
      './decision.schema.json': './generated/decision.schema.json',
      './explanation.schema.json': './generated/explanation.schema.json',
      './package.json': './package.json',
    },
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}
