/** What the parts share of the columns; a batch has these types of its own. */

export interface EventColumns {
  readonly starts: Uint32Array;
  readonly moments: Float64Array;
}

export interface MoveColumns {
  readonly starts: Uint32Array;
  way: Uint16Array;
  from: Uint16Array;
  at: Float64Array;
}

export interface PromiseColumns {
  readonly state: Uint8Array;
  readonly started_at: Float64Array;
  readonly due_at: Float64Array;
  readonly remind_at: Float64Array;
  readonly stopped_at: Float64Array;
  readonly escalations: readonly Float64Array[];
}
