/** A text that comes in pieces. */
export async function* pieces(...texts: string[]): AsyncGenerator<string> {
  yield* texts;
}

export async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}
