/** Which run wrote a comment, for which commit. */
export interface Stamp {
  readonly run: number;
  readonly attempt: number;
  /** The commit that was reviewed, 40 hex digits. */
  readonly head: string;
}

/** The first line of the comment, by which it is known again. */
export const commentMarker = '<!-- smarketing review -->';

const marked = /^<!-- smarketing review(?: (\d{1,15})\.(\d{1,9}) ([0-9a-f]{40}))? -->\r?\n/;

/** The first line of a comment that a run posts. */
export function stampedMarker({ run, attempt, head }: Stamp): string {
  return `<!-- smarketing review ${run}.${attempt} ${head} -->`;
}

/** What the first line of a comment tells; `undefined` if the comment is none of ours. */
export function readMarker(
  body: string,
): { readonly stamp: Stamp | null; readonly text: string } | undefined {
  const found = marked.exec(body);
  if (!found) return undefined;
  const [line, run, attempt, head] = found;
  const stamp = head === undefined ? null : { run: Number(run), attempt: Number(attempt), head };
  return { stamp, text: body.slice(line.length) };
}
