/** Everything that could end a string, a line, a comment or a `<script>`; and everything that is not ASCII. */
const unsafe = /[^ -~]|[<>&]/g;

/** What needs no escape in single quotes either. */
const plain = /^[A-Za-z0-9 _.:*+/@-]*$/;

/**
 * Any JSON value as a TypeScript expression in printable ASCII.
 *
 * ```ts
 * literal('a\u2028</script>'); // "a\u2028\u003c/script\u003e", with its quotes
 * ```
 */
export function literal(value: unknown): string {
  if (typeof value === 'string' && plain.test(value)) return `'${value}'`;
  refuseProto(value);
  return escaped(JSON.stringify(value));
}

/** The same over several lines. */
export function prettyLiteral(value: unknown): string {
  refuseProto(value);
  return JSON.stringify(value, null, 2).split('\n').map(escaped).join('\n');
}

/** What stands behind the `=` of a type: one of these texts, each on a line of its own. */
export function union(texts: readonly string[]): string {
  return texts.length === 0 ? ' never' : texts.map((text) => `\n  | ${literal(text)}`).join('');
}

/** A number as an expression. Negative ones stand in parentheses, so that they can follow a minus. */
export function numeral(value: number): string {
  if (!Number.isFinite(value)) throw new RangeError(`${value} cannot be written as a number`);
  return value < 0 ? `(${value})` : `${value}`;
}

function escaped(text: string): string {
  return text.replace(unsafe, unicodeEscape);
}

function unicodeEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

/** In a literal, `"__proto__":` would set the prototype instead of a key. */
function refuseProto(value: unknown): void {
  if (value === null || typeof value !== 'object') return;
  if (Object.hasOwn(value, '__proto__')) throw new TypeError('__proto__ cannot be a key of a literal');
  for (const item of Object.values(value)) refuseProto(item);
}
