/** Thrown where a text is not of the form that is read here. */
export const untidy: Error = new Error('left to the YAML library');

/** A place in a text that is read line by line. */
export class LineCursor {
  readonly text: string;
  at = 0;
  line = 0;
  /** Where the line begins. */
  lineStart = 0;
  /** How many blanks the line begins with; -1 after the last one. */
  indent = 0;
  /** Whether there are comments between the line and the one before. */
  isBelowComment = false;

  constructor(text: string) {
    this.text = text;
  }

  /** Goes to the next line with content. Comments may stand above it, as far to the right as it does. */
  nextLine(): void {
    const { text } = this;
    let comments = -1;
    let start = this.line === 0 ? 0 : this.at + 1;
    let first = start;
    for (; ; start = first + 1) {
      first = start;
      while (text[first] === ' ') first++;
      this.line++;
      if (text[first] === '#') {
        if (comments !== -1 && comments !== first - start) throw untidy;
        comments = first - start;
        this.at = first;
        first = this.endOfLine();
      } else if (text[first] !== '\n') break;
    }
    this.indent = first < text.length ? first - start : -1;
    this.at = first;
    this.lineStart = start;
    this.isBelowComment = comments !== -1;
    if (this.isBelowComment && comments !== Math.max(0, this.indent)) throw untidy;
  }

  here(): { readonly line: number; readonly col: number } {
    return { line: this.line, col: this.at - this.lineStart + 1 };
  }

  endOfLine(): number {
    const end = this.text.indexOf('\n', this.at);
    return end === -1 ? this.text.length : end;
  }

  skipBlanks(): void {
    while (this.text[this.at] === ' ') this.at++;
  }

  isAt(sticky: RegExp): boolean {
    sticky.lastIndex = this.at;
    return sticky.test(this.text);
  }

  /** Goes over what a pattern takes from here on. */
  skip(sticky: RegExp): void {
    if (!this.isAt(sticky)) throw untidy;
    this.at = sticky.lastIndex;
  }
}

/** The end of what stands before an offset, without the blanks between. */
export function withoutBlanks(text: string, offset: number): number {
  let end = offset;
  while (text[end - 1] === ' ') end--;
  return end;
}
