import { z } from 'zod';
import { refusals } from '../approvals/approvals.ts';
import { type Change, harderFor, levels, parts, verbs } from '../changes/change.ts';
import type { Forecast } from '../forecast/data.ts';
import type { Commented } from '../render/comment.ts';
import type { ProofData, ReviewData } from '../render/json.ts';
import type { Replay } from '../replay/data.ts';
import { steps } from '../versions/bump.ts';
import { forecast } from './forecast-schema.ts';
import { list, party, text } from './parts.ts';
import { replay } from './replay-schema.ts';

/** A review as a file: all that its comment is made of. */
export interface ReviewFile {
  readonly version: 1;
  readonly agreements: readonly ReviewedAgreement[];
  /** The folders of the agreements of which nothing can be told, since one of their versions has errors. */
  readonly failed: readonly string[];
}

/** The review of an agreement, and the folder in which its files stand. */
export interface ReviewedAgreement extends Pick<Commented, 'review' | 'approvals'> {
  readonly folder: string;
  /** What it would bring about; `null` where nobody asked for it. */
  readonly forecast: Forecast | null;
  /** What it would have meant for the leads of an export; `null` where there is none. */
  readonly replay: Replay | null;
}

const line = z.int().min(1);
const fingerprint = z.string().regex(/^[0-9a-f]{64}$/);

const span = z
  .strictObject({ file: text, line, col: line, end_line: line, end_col: line })
  .readonly()
  .nullable();

const change: z.ZodType<Change> = z.strictObject({
  kind: z.templateLiteral([z.enum(parts), '-', z.enum(verbs)]),
  part: z.enum(parts),
  verb: z.enum(verbs),
  about: text,
  says: text,
  was: text.nullable(),
  is: text.nullable(),
  level: z.enum(levels),
  harderFor: z.enum(harderFor),
  before: span,
  after: span,
  fingerprint,
});

const outcome = z.strictObject({ from: text.nullable(), to: text.nullable() });

const proof: z.ZodType<ProofData> = z.strictObject({
  verdict: z.enum(['same', 'different', 'unknown']),
  says: text,
  reason: text.nullable(),
  sets: list(
    z.strictObject({
      aspect: text,
      about: text.nullable(),
      outcomes: list(outcome),
      what: text,
      who: list(text),
      besides: list(text),
      exact: z.boolean(),
      how: text,
      example: text.nullable(),
    }),
  ),
  deadlines: list(z.strictObject({ promise: text, says: text })),
  points: list(text),
});

const review: z.ZodType<ReviewData> = z.strictObject({
  agreement: text,
  title: text,
  verdict: text,
  bump: z.enum(steps),
  before: z.strictObject({ hash: text }),
  after: z.strictObject({ hash: text }),
  changes: list(change),
  proof,
});

const approvals = z.strictObject({
  isApproved: z.boolean(),
  changes: list(
    z.strictObject({
      fingerprint,
      needs: z.strictObject({ from: z.enum(['nobody', 'one', 'all']), parties: list(party) }),
      given: list(z.strictObject({ by: text, party })),
      isApproved: z.boolean(),
    }),
  ),
  waitsFor: list(z.enum(['marketing', 'sales', 'either'])),
  refused: list(z.strictObject({ by: text, reason: z.enum(refusals) })),
});

/** The shape of the file; what the types above gain must be added here, or nothing can be read back. */
export const reviewFile: z.ZodType<ReviewFile> = z
  .strictObject({
    version: z.literal(1),
    agreements: list(
      z.strictObject({
        folder: text,
        review,
        approvals,
        forecast: forecast.nullable(),
        replay: replay.nullable(),
      }),
    ),
    failed: list(text),
  })
  .meta({ title: 'A review of a change', description: 'What `smarketing review --format json` writes.' });

/** The file as a JSON Schema, draft 2020-12. */
export function reviewFileSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(reviewFile, { target: 'draft-2020-12', io: 'input' });
}
