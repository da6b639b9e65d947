/** Of a program without types, which may pass anything: only a lead that was read can be decided, and not its copy in JSON. */
export function checkLead(lead: unknown): void {
  const { moments, codes } = (lead ?? {}) as { readonly moments?: unknown; readonly codes?: unknown };
  if (!ArrayBuffer.isView(moments) || !ArrayBuffer.isView(codes))
    throw new TypeError('the lead must be one that readLead(json).lead or parseLead(json) gave');
}

export function checkMoment(asOf: unknown): void {
  if (!Number.isSafeInteger(asOf)) throw new RangeError('asOf must be whole milliseconds since 1970');
}
