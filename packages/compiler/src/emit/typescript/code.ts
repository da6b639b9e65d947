/** Lines of code; `null` is no line. */
export type Code = string | null | readonly Code[];

/** The lines, one below the other. */
export function lines(...code: readonly Code[]): string {
  return code
    .flat(8 as 1)
    .filter((line): line is string => line !== null)
    .join('\n');
}

/** Sections with an empty line between them; empty ones are left out. */
export function sections(...parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part.trim() !== '').join('\n\n');
}

export function indent(code: string, by = '  '): string {
  return code
    .split('\n')
    .map((line) => (line === '' ? line : by + line))
    .join('\n');
}

/** `head { body }`, the body indented. */
export function block(head: string, ...body: readonly Code[]): string {
  return `${head} {\n${indent(lines(...body))}\n}`;
}

/** `if (test) { … }`, or the body alone when the test always holds. */
export function when(test: string, ...body: readonly Code[]): string {
  return test === 'true' ? lines(...body) : block(`if (${test})`, ...body);
}

/** A list over several lines when it is long. */
export function wrapped(open: string, items: readonly string[], close: string): string {
  const short = `${open}${items.join(', ')}${close}`;
  if (short.length <= 100) return short;
  return `${open}\n${items.map((item) => `${indent(item)},\n`).join('')}${close}`;
}

export function and(tests: readonly string[]): string {
  const needed = tests.filter((test) => test !== 'true');
  if (needed.includes('false')) return 'false';
  if (needed.length === 0) return 'true';
  return needed.map((test) => (needed.length > 1 && joins(test, '||') ? `(${test})` : test)).join(' && ');
}

export function or(tests: readonly string[]): string {
  const needed = tests.filter((test) => test !== 'false');
  if (needed.includes('true')) return 'true';
  if (needed.length === 0) return 'false';
  return needed.map((test) => (needed.length > 1 && joins(test, '&&') ? `(${test})` : test)).join(' || ');
}

export function not(test: string): string {
  if (test === 'true') return 'false';
  if (test === 'false') return 'true';
  return `!(${test})`;
}

/** Whether an operator stands in an expression outside all parentheses and strings. */
function joins(test: string, operator: string): boolean {
  const outside = test.replace(/'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/g, '');
  let depth = 0;
  return [...outside].some((character, index) => {
    if (character === '(') depth++;
    if (character === ')') depth--;
    return depth === 0 && outside.startsWith(operator, index);
  });
}
