/** What an application keeps from one assignment to the next: a JSON value, `{ open: {}, turns: {} }` at first. */
export interface AssignState {
  /** How many leads each person has in work. */
  readonly open: Readonly<Record<string, number>>;
  /** Of each queue the people who had a turn, the latest one last. */
  readonly turns: Readonly<Record<string, readonly string[]>>;
}

/** Who gets a lead. */
export interface Assignment {
  /** `null` where people choose by hand, and for an owner whom the agreement does not list. */
  readonly person: string | null;
  /** Their name, as it stands in owner fields. */
  readonly owner: string | null;
  readonly state: AssignState;
}
