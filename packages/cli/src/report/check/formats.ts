import type { CheckReport } from './findings.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { sarif } from './sarif.ts';

type Reporter = (report: CheckReport) => string;

/** The formats for programs, in the order in which they are named to people. */
export const reporters = { json, github, sarif, junit } as const satisfies Record<string, Reporter>;

export type CheckFormat = 'pretty' | keyof typeof reporters;

/** Every format that `check` knows; the first one is for people. */
export const checkFormats: readonly CheckFormat[] = [
  'pretty',
  ...(Object.keys(reporters) as (keyof typeof reporters)[]),
];
