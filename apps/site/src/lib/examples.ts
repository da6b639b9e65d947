import type { Agreement, Example } from '@smarketing/compiler/ir';
import { upperFirst } from '@smarketing/compiler/words';

/** The examples of one file. */
export interface ExampleGroup {
  /** Their folder below the page of examples. */
  readonly slug: string;
  readonly title: string;
  readonly examples: readonly Example[];
}

/** The examples by the files that the teams put them in, in the order of the files. */
export function exampleGroups({ examples }: Agreement): readonly ExampleGroup[] {
  const groups = Map.groupBy(examples, ({ span }) => span.file);
  return [...groups].map(([file, of]) => {
    const slug = file.replace(/^.*\//u, '').replace(/\.ya?ml$/u, '');
    return { slug, title: titleOf(slug), examples: of };
  });
}

/** `3_late_answers` → `Late answers`. */
const titleOf = (slug: string): string => upperFirst(slug.replace(/^\d+_/u, '').replaceAll('_', ' '));
