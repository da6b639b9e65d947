import { mostBytes, readReviewFile, type ReadReview } from '@smarketing/review';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { at, type GitHub } from './client.ts';
import { repositoryOf, type RunEvent } from './pulls.ts';
import { artifact, read } from './shapes.ts';

/** What the workflow calls its artifact, and the one file in it that is read. */
const artifactName = 'review';
const fileName = 'review.json';
const mostFiles = 20;

/** The review that a run computed, if it is one. Whoever proposes a change can write what they like there. */
export async function downloadReview(github: GitHub, event: RunEvent): Promise<ReadReview> {
  const { owner, name } = repositoryOf(event);
  const run = at`/repos/${owner}/${name}/actions/runs/${event.workflow_run.id}/artifacts`;
  const listed = await github.pages(`${run}?per_page=100&name=${artifactName}`, 'artifacts');
  const [newest] = read(z.array(artifact), listed, 'artifacts')
    .filter((one) => one.name === artifactName && !one.expired)
    .toSorted((one, other) => other.id - one.id);
  if (!newest) return { problem: 'The run of the pull request left no review.' };
  if (newest.size_in_bytes > mostBytes) return { problem: 'What the run left is too long.' };
  const zip = await github.download(
    at`/repos/${owner}/${name}/actions/artifacts/${newest.id}/zip`,
    mostBytes,
  );
  const json = unzipped(zip);
  return json === undefined ? { problem: 'What the run left cannot be unpacked.' } : readReviewFile(json);
}

/** The text of the one file; nothing is written anywhere, and no other name in the archive is looked at. */
function unzipped(zip: Uint8Array): string | undefined {
  let seen = 0;
  try {
    const files = unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        seen += 1;
        if (seen > mostFiles || originalSize > mostBytes) throw new Error('too much');
        return name === fileName;
      },
    });
    const file = files[fileName];
    return file && new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return undefined;
  }
}
