import { irVersion, type Agreement } from '@smarketing/compiler/ir';
import { type Book, openBook } from '@smarketing/compiler/words';

const compiled = import.meta.glob<Agreement>('../../../../packages/engine-*/generated/agreement.json', {
  eager: true,
  import: 'default',
});

/** Every compiled agreement of the repository, by name. */
export const books: readonly Book[] = Object.values(compiled)
  .toSorted((a, b) => (a.name < b.name ? -1 : 1))
  .map(openBook);

if (books.length === 0) throw new Error('No compiled agreement found. Run "npm run generate" first.');
for (const { agreement } of books) {
  const version: number = agreement.ir_version;
  if (version === irVersion) continue;
  throw new Error(`${agreement.name} was compiled to version ${version}; the site reads ${irVersion}.`);
}
