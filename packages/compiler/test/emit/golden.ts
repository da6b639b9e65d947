import { join } from 'node:path';
import { everything } from '../ir/everything.ts';
import { corners, smallest } from './corners.ts';

/** Three agreements of which all is written down that is made of them: a diff of the files shows what a change does to engines. */
export const agreements = Object.entries({ everything, corners, smallest });

/** The file in which something is written down. */
export const golden = (folder: string, file: string): string =>
  join(import.meta.dirname, 'golden', folder, `${file}.golden`);

/** All that is the agreement's own: of what every engine brings, only the names. */
export function own(text: string): string {
  const [before = '', after] = text.split(/(?<=^\/\/ -- What every (?:engine|batch) brings -*\n)/m);
  const names = after?.match(/^(?:export )?(?:async )?(?:function\*?|const|let|interface|type|class) \w+/gm);
  return names ? `${before}\n${names.join('\n')}\n` : text;
}
