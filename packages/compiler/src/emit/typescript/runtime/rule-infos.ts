/** The places of its kind and its file in their lists; how many lines below the rule before it in the file; why. */
export type PackedRule = readonly [kind: number, file: number, lines: number, because?: string];

/** Of each rule where it stands and why: a table that takes a third of the room. */
export function ruleInfos(
  kinds: readonly string[],
  files: readonly string[],
  packed: Readonly<Record<string, PackedRule>>,
): Record<string, { kind: string; file: string; line: number; because: string | null }> {
  const lines = files.map(() => 0);
  const infos = Object.entries(packed).map(([id, [kind, file, below, because = null]]) => {
    const line = (lines[file] ?? 0) + below;
    lines[file] = line;
    return [id, { kind: kinds[kind], file: files[file], line, because }];
  });
  return Object.fromEntries(infos) as ReturnType<typeof ruleInfos>;
}
