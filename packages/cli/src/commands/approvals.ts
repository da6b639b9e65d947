import { approvalState, reviewVersions } from '@smarketing/review';
import { exit } from '../exit.ts';
import { type Io, write } from '../io.ts';
import { approvalsIn } from '../load/approvals.ts';
import { loadPair } from '../load/pair.ts';
import { findVersions, type VersionOptions } from '../load/versions.ts';
import { type Asked, approvalLines } from '../report/approvals.ts';
import { jsonText } from '../report/encode/json.ts';

export interface ApprovalOptions extends VersionOptions {
  /** A file of who approved what. */
  readonly approvals?: string;
  readonly format?: 'pretty' | 'json';
}

/** Tells who must agree to a change, and who has; exit code 1 while somebody is waited for. */
export async function approvals(options: ApprovalOptions, io: Io): Promise<number> {
  const given = approvalsIn(options.approvals, io);
  const all: Asked[] = [];
  let isBroken = false;
  for (const pair of findVersions(options, io)) {
    const loaded = await loadPair(pair, io);
    isBroken ||= loaded === undefined;
    if (!loaded) continue;
    const { changes } = reviewVersions(loaded.before, loaded.after);
    all.push({ name: loaded.name, changes, state: approvalState(changes, { before: loaded.before, given }) });
  }
  const text =
    options.format === 'json'
      ? jsonText({ agreements: all })
      : `${all.flatMap((asked) => approvalLines(asked, io)).join('\n')}\n`;
  await write(io, 'stdout', text);
  return !isBroken && all.every(({ state }) => state.isApproved) ? exit.fine : exit.findings;
}
