// What a change of an agreement means
export { type Review, reviewVersions } from './review.ts';
export { wholeChange, wholeReview } from './whole.ts';
export { findChanges } from './changes/find.ts';
export type { Change, HarderFor, Level, Part, Verb } from './changes/change.ts';
export { type Bump, bumpOf } from './versions/bump.ts';
export { type Release, releaseOf, type ReleaseOptions } from './versions/release.ts';
export {
  byVersion,
  inOneOrder,
  keptChanges,
  type KeptChange,
  type KeptVersion,
  versionOf,
  type VersionOf,
} from './versions/kept.ts';
export { readVersion, type ReadVersion } from './versions/read-version.ts';
export { type InForce, inForceOn, timelineOf } from './versions/timeline.ts';

// The same in words
export { type Books, deadlineWords, setWords, type SetWords } from './words/sets.ts';
export { keptVerdict, proofSentence, verdictSentence } from './words/verdict.ts';

// For programs and for people
export { type ProofData, type ReviewData, reviewData, type SetData, shownSets } from './render/json.ts';
export { reviewMarkdown } from './render/markdown.ts';
export { type Commented, commentMarkdown, type CommentOptions } from './render/comment.ts';
export { readMarker, type Stamp, stampedMarker } from './render/stamp.ts';

// A review as a file
export { mostBytes, readReviewFile, type ReadReview } from './file/read.ts';
export { type ReviewedAgreement, type ReviewFile, reviewFileSchema } from './file/schema.ts';

// What it would bring about
export type {
  Assumed,
  BrokenPromise,
  Forecast,
  ForecastRow,
  MadeForecast,
  NoForecast,
  Target,
  WaysOut,
} from './forecast/data.ts';
export { mayNeedForecast, whyNoForecast } from './forecast/needed.ts';
export { forecastOf, type SimulatedPair, type SimulatedVersion, withWaysOut } from './forecast/made.ts';
export { changeFigure, figure, range } from './words/figures.ts';
export { headline, timeWords, waysWords } from './words/promises.ts';
export {
  assumesOtherwise,
  basisWords,
  clearWords,
  forecastTitle,
  nothingClear,
  type RowWords,
  whyWords,
} from './words/forecast.ts';
export { replayTitle, replayWords } from './words/replay.ts';
export { refusedWords } from './words/refused.ts';
export { stateWords } from './words/state.ts';

// What it would have meant for leads that were there
export type { Cohort, Handover, Movement, Replay, Segment } from './replay/data.ts';
export { type ReplayedLead, type Replaying, startReplay } from './replay/replay.ts';
export { anewIn } from './replay/stages.ts';

// Who must agree
export { type ApprovalRules, type Needed, neededFor } from './approvals/rules.ts';
export {
  type Approval,
  type Approvals,
  type ApprovalState,
  approvalState,
  type ChangeApproval,
  type Refused,
} from './approvals/approvals.ts';
export { type ReadApprovals, readApprovals } from './approvals/read.ts';
