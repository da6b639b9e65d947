const idPattern = /^[A-Za-z][A-Za-z0-9_]{0,200}$/;
const filePattern = /^[A-Za-z0-9_][A-Za-z0-9_.-]*(?:\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/;

/**
 * An identifier from a prefix and an id. The prefix keeps it apart from reserved words, globals and
 * the names of other things; anything but an id of the language is refused.
 */
export function identifier(prefix: string, id: string): string {
  return `${prefix}_${checkedId(id)}`;
}

/** The id itself, where only ids may stand: property names after a dot, comments. */
export function checkedId(id: string): string {
  if (!idPattern.test(id)) throw new TypeError(`not an id: ${JSON.stringify(id)}`);
  return id;
}

/** `file:line` for a comment; a file with a name of other than plain characters is left out. */
export function place(span: { readonly file: string; readonly line: number }): string {
  const file = filePattern.test(span.file) ? span.file : '?';
  return `${file}:${Math.trunc(span.line)}`;
}

/** The name of an npm package, checked. */
export function packageWord(name: string): string {
  if (!/^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/.test(name)) {
    throw new TypeError(`not a package name: ${JSON.stringify(name)}`);
  }
  return name;
}
