/** What the shell gets to know. */
export const exit = { fine: 0, findings: 1, couldNotRun: 2 } as const;
