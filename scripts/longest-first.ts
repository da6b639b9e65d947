import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that take minutes begin first: the short ones then fill what is left of each core, and none waits for a last long one. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    // oxlint-disable-next-line unicorn/no-array-sort -- a method of the sequencer, not of an array
    const sorted = await super.sort(files);
    return [...sorted.filter(takesLong), ...sorted.filter((file) => !takesLong(file))];
  }
}

function takesLong({ project }: TestSpecification): boolean {
  return project.name === 'slow' || project.name === 'site';
}
