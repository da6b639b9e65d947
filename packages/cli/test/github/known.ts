/** What the stand-in of GitHub knows of one repository, `acme/agreements`. */
export interface Known {
  readonly pulls: object[];
  readonly comments: StoredComment[];
  readonly reviews: object[];
  readonly statuses: (object & { readonly sha: string })[];
  /** The archives that runs left: `[run, name, zip]`. */
  readonly artifacts: {
    readonly run: number;
    readonly name: string;
    readonly zip: Uint8Array;
    readonly expired?: boolean;
  }[];
  readonly branches: Record<string, string>;
  /** `acme/sales-leads` and who is in it: `active`, or only invited. */
  readonly teams: Record<string, Record<string, 'active' | 'pending'>>;
}

export interface StoredComment {
  readonly id: number;
  body: string;
  readonly user: { readonly login: string; readonly type: string };
  readonly html_url: string;
}

/** The token that may do all that a workflow may, and the one that may read teams. */
export const tokens = { workflow: 'workflow-token', teams: 'teams-token' } as const;
