import type { SourceFile } from '../source/source-file.ts';
import { refusedCharacters } from './characters.ts';
import { maxDepth, maxEntries } from './guard.ts';
import { LineCursor, untidy, withoutBlanks } from './line-cursor.ts';
import { wordValue } from './plain-words.ts';
import { type Place, placeAt, Places, type Tree } from './tree.ts';

/** Blanks of other kinds, long runs of them, and what counts twice in UTF-16. */
const untidyCharacters = /[^\S \n]|[\ud800-\udfff]|(?<! ) {100}/;
const keyAndColon = /(?:[A-Za-z_/][\w/.-]*(?: [\w/.&-]+){0,20}|'[^'\n]+'|"[^"\\\n]+"):(?=[ \n]|$)/y;
/** What follows is an entry, as in nearly all flow collections. */
const opening = /[{[] ?(?=[^\s,\]}#])/y;
const comma = /, (?=[^\s,\]}#])/y;
/** A word in a flow collection, or one that fills its line: of no great length, and no sign in it could mean anything else. */
const plainInFlow =
  /[A-Za-z0-9_.(+/](?:[^\s,[\]{}:#]|:(?=[^\s,[\]{}])| +(?=[^\s,[\]{}:#])){0,200}(?=[,}\]]| [}\]])/y;
const plainLine = /[A-Za-z0-9_.(+/](?:[^\s:#]|:(?=\S)| +(?=[^\s:#])){0,200}(?=\n)/y;
const upToFlowSign = /[^,[\]{}\n]*/y;
/** Such a line below a folded text may be part of it. */
const lineOfBlanks = /\n+ +(?:\n|$)/y;
/** How long a key may be that is not told to be one. */
const maxKey = 1000;
/** What a text without quotes may begin with here. */
const firstOfPlain = /[A-Za-z0-9_.(+/]|-[0-9]|[^\0-\x7f]/y;
/**
 * Reads a file of the form that `fmt` writes, at a tenth of what the YAML library takes: a mapping of mappings and lists, with
 * flow collections and quoted texts that end in their line. `undefined` of any other and of all that might be wrong: the library
 * and the guard have the say about it. What this gives is what they would give, which the tests hold it to.
 */
export function readTidy({ name, text }: SourceFile): Tree | undefined {
  if (untidyCharacters.test(text) || refusedCharacters(text, 1).length > 0) return undefined;
  try {
    return new TidyReader(text).read(name);
  } catch (error) {
    if (error !== untidy) throw error;
    return undefined;
  }
}

class TidyReader extends LineCursor {
  /** What the lines of a flow collection are indented by, at least. */
  #flowIndent = 0;
  /** Line and column after the last value that was read, with the comment behind it: there the block ends that has it. */
  #end: readonly [line: number, col: number] = [1, 1];

  read(file: string): Tree {
    this.nextLine();
    if (this.indent !== 0) throw untidy;
    const place: Place = { key: [this.line, 1, this.line, 1], file };
    const data = this.#mapping(place, 0);
    if (this.indent >= 0) throw untidy;
    return { data, places: new Places(place) };
  }

  #mapping(place: Place, depth: number): Record<string, unknown> {
    if (depth >= maxDepth) throw untidy;
    const { line, col } = this.here();
    const data: Record<string, unknown> = {};
    const inside: Record<string, Place> = (place.inside = {});
    let count = 0;
    do {
      const key = this.#key(inside);
      data[key] = this.#valueOfKey(inside[key] as Place, col - 1, depth + 1);
      if (++count > maxEntries) throw untidy;
    } while (this.indent === col - 1);
    if (this.indent >= col) throw untidy;
    place.value = [line, col, ...this.#end];
    return data;
  }

  #key(inside: Record<string, Place>): string {
    const { line, at: from } = this;
    const isQuoted = this.text[from] === '"' || this.text[from] === "'";
    this.skip(keyAndColon);
    const key = isQuoted ? this.text.slice(from + 1, this.at - 2) : this.text.slice(from, this.at - 1);
    if (key === '__proto__' || key === '<<' || key.length > maxKey || Object.hasOwn(inside, key))
      throw untidy;
    inside[key] = placeAt([line, from - this.lineStart + 1, line, this.at - this.lineStart]);
    return key;
  }

  #valueOfKey(place: Place, indent: number, depth: number): unknown {
    const { line, col } = this.here();
    this.skipBlanks();
    const sign = this.text[this.at];
    if (sign === '>') return this.#folded(place, indent);
    if (sign === '#') this.#comment();
    else if (sign !== '\n' && sign !== undefined) return this.#inLine(place, indent, depth);
    this.nextLine();
    if (this.indent > indent) return this.#block(place, indent, depth);
    if (sign === '#' || this.isBelowComment || (this.indent === indent && this.text[this.at] === '-'))
      throw untidy;
    this.#end = [line, col];
    return null;
  }

  #block(place: Place, indent: number, depth: number): unknown {
    if (this.text.startsWith('- ', this.at)) return this.#list(place, depth);
    return this.isAt(keyAndColon) ? this.#mapping(place, depth) : this.#inLine(place, indent, depth);
  }

  #list(place: Place, depth: number): unknown[] {
    if (depth >= maxDepth) throw untidy;
    const { line, col } = this.here();
    const data: unknown[] = [];
    const inside: Record<string, Place> = (place.inside = {});
    let words = 0;
    do {
      if (!this.text.startsWith('- ', this.at)) throw untidy;
      this.at += 2;
      this.skipBlanks();
      const child = placeAt(place.key);
      inside[data.length] = child;
      const item = this.isAt(keyAndColon)
        ? this.#mapping(child, depth + 1)
        : this.#inLine(child, col - 1, depth + 1);
      if (child.value) child.key = child.value;
      if (!isCollection(item) && ++words > maxEntries) throw untidy;
      data.push(item);
    } while (this.indent === col - 1);
    if (this.indent >= col) throw untidy;
    place.value = [line, col, ...this.#end];
    return data;
  }

  /** A value, what follows in its line, and all up to the next one. */
  #inLine(place: Place, indent: number, depth: number): unknown {
    this.#flowIndent = indent + 1;
    const value = this.#value(place, false, depth);
    const { line, col } = this.here();
    this.#end = [line, col];
    this.skipBlanks();
    const sign = this.text[this.at];
    if (sign === '#') this.#comment();
    else if (sign !== '\n' && sign !== undefined) throw untidy;
    this.nextLine();
    return value;
  }

  /** Of a comment that touches a word, or the text behind it, it is not certain that it is meant to be one. */
  #comment(): void {
    const [before, after] = [this.text[this.at - 1], this.text.charAt(this.at + 1)];
    if (before !== ' ' || /[^\s#!]/.test(after)) throw untidy;
    this.at = this.endOfLine();
    this.#end = [this.line, withoutBlanks(this.text, this.at) - this.lineStart + 1];
  }

  #value(place: Place, isInFlow: boolean, depth: number): unknown {
    const { line, col } = this.here();
    const sign = this.text[this.at];
    let value: unknown;
    if (sign === '{') value = this.#flowMapping(place, depth);
    else if (sign === '[') value = this.#flowList(place, depth);
    else if (sign === "'" || sign === '"') value = this.#quoted(sign);
    else value = this.#plain(isInFlow);
    place.value = [line, col, this.line, this.at - this.lineStart + 1];
    return value;
  }

  #flowMapping(place: Place, depth: number): Record<string, unknown> {
    if (depth >= maxDepth) throw untidy;
    const data: Record<string, unknown> = {};
    const inside: Record<string, Place> = (place.inside = {});
    let count = 0;
    while (this.#hasMore('}', count === 0)) {
      const key = this.#key(inside);
      this.#skipLines();
      data[key] = this.#value(inside[key] as Place, true, depth + 1);
      if (++count > maxEntries) throw untidy;
    }
    return data;
  }

  #flowList(place: Place, depth: number): unknown[] {
    if (depth >= maxDepth) throw untidy;
    const data: unknown[] = [];
    const inside: Record<string, Place> = (place.inside = {});
    while (this.#hasMore(']', data.length === 0)) {
      const child = placeAt(place.key);
      inside[data.length] = child;
      data.push(this.#value(child, true, depth + 1));
      if (child.value) child.key = child.value;
      if (data.length > maxEntries) throw untidy;
    }
    return data;
  }

  /** Goes over what stands before an entry of a flow collection; at its end, over the closing sign. */
  #hasMore(close: string, isFirst: boolean): boolean {
    const quick = isFirst ? opening : comma;
    if (this.isAt(quick)) {
      this.at = quick.lastIndex;
      return true;
    }
    if (!isFirst) this.#skipLines();
    const sign = this.text[this.at];
    if (isFirst || sign === ',') {
      this.at++;
      this.#skipLines();
    } else if (sign !== close) throw untidy;
    if (this.text[this.at] !== close) return true;
    this.at++;
    return false;
  }

  #quoted(sign: string): string {
    const { text, at } = this;
    const start = at + 1;
    let end = text.indexOf(sign, start);
    if (sign === "'") while (end !== -1 && text[end + 1] === sign) end = text.indexOf(sign, end + 2);
    const written = text.slice(start, end);
    if (end === -1 || written.includes('\n') || (sign === '"' && written.includes('\\'))) throw untidy;
    this.at = end + 1;
    return (sign === "'" ? written.replaceAll("''", "'") : written).normalize('NFC');
  }

  #plain(isInFlow: boolean): unknown {
    const quick = isInFlow ? plainInFlow : plainLine;
    if (this.isAt(quick)) {
      const written = this.text.slice(this.at, quick.lastIndex);
      this.at = quick.lastIndex;
      return wordValue(written);
    }
    if (!this.isAt(firstOfPlain)) throw untidy;
    const start = this.at;
    if (isInFlow) this.skip(upToFlowSign);
    const end = isInFlow ? this.at : this.endOfLine();
    const comment = this.text.slice(start, end).indexOf(' #');
    if (isInFlow && comment !== -1) throw untidy;
    this.at = withoutBlanks(this.text, comment === -1 ? end : start + comment);
    const written = this.text.slice(start, this.at);
    if (written.includes(': ') || written.endsWith(':')) throw untidy;
    return wordValue(written);
  }

  /** `>-`, and lines of the same indentation. */
  #folded(place: Place, indent: number): string {
    const { line, col } = this.here();
    if (!this.text.startsWith('>-\n', this.at)) throw untidy;
    this.at += 2;
    const lines: string[] = [];
    let deep = 0;
    for (;;) {
      const start = this.at + 1;
      let first = start;
      while (this.text[first] === ' ') first++;
      deep ||= first - start;
      if (first - start < deep || deep <= indent) break;
      this.at = start;
      this.at = this.endOfLine();
      if (first - start !== deep || this.at === first || this.text[this.at - 1] === ' ') throw untidy;
      lines.push(this.text.slice(first, this.at));
      this.line++;
      this.lineStart = start;
    }
    if (lines.length === 0 || this.isAt(lineOfBlanks)) throw untidy;
    this.#end = [this.line, this.at - this.lineStart + 1];
    place.value = [line, col, ...this.#end];
    this.nextLine();
    if (this.indent >= deep) throw untidy;
    return lines.join(' ').normalize('NFC');
  }

  /** Goes on to what stands next in a flow collection, in a line below if need be. */
  #skipLines(): void {
    this.skipBlanks();
    if (this.text[this.at] !== '\n') return;
    this.nextLine();
    if (this.isBelowComment || this.indent < this.#flowIndent) throw untidy;
  }
}

function isCollection(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
