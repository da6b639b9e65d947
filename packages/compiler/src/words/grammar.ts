import { lowerFirst } from './phrase.ts';

/** Past forms that don't end in `-ed` but begin labels such as `Saw a page`. */
const irregular = new Set(
  `became began bought built came chose did found gave got grew had heard held kept knew left lost made met paid
   ran read said saw sent set signed spent spoke stood took told went won wrote`.split(/\s+/u),
);

/** `Asked for a demo` needs somebody who asked; `Sales called` has its own subject. */
export function startsWithVerb(label: string): boolean {
  const first = label.replace(/\s.*/su, '').toLowerCase();
  return first.endsWith('ed') || irregular.has(first);
}

/** `Interests` and `Years in business` are many, `Number of employees` and `Status` are one. */
export function isPlural(label: string): boolean {
  const head = label.replace(/\s(?:of|in|at|on|for|per|from|that|which|who|with)\s.*/su, '');
  return /[^isu]s$|^people$/u.test(lowerFirst(head));
}

/** `MQL` → `MQLs`, `Opportunity` → `opportunities`. */
export function plural(name: string): string {
  const word = lowerFirst(name);
  if (/[^aeiou]y$/u.test(word)) return `${word.slice(0, -1)}ies`;
  return /(?:s|x|ch|sh)$/u.test(word) ? word : `${word}s`;
}

export const personCount = (n: number): string => (n === 1 ? '1 person' : `${n} people`);
