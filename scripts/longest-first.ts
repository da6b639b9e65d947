import { BaseSequencer, type TestSpecification } from 'vitest/node';

const projects = ['slow', 'site'];

/** Tests that take minutes begin first: the short ones then fill what is left of each core, and none waits for a last long one. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project }: TestSpecification): number => (projects.includes(project.name) ? 0 : 1);
    return (await super.sort(files)).sort((a, b) => place(a) - place(b));
  }
}
