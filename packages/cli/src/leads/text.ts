import { CannotRun } from '../cannot-run.ts';

/** The text of a stream of bytes. Bytes that are not UTF-8 end it with an error, rather than become question marks. */
export async function* decodeText(bytes: AsyncIterable<Uint8Array>, shown: string): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    throw new CannotRun(`${shown} is not in UTF-8.`, 'Save it as "CSV UTF-8", or export it again in UTF-8.');
  }
}
