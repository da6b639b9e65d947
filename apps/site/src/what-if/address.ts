/** The fragment that holds settings. A browser keeps fragments to itself: nothing of them is sent. */
export function toFragment(settings: readonly string[]): string {
  return settings.length === 0 ? '' : `#${new URLSearchParams(settings.map((text) => ['set', text]))}`;
}

/** The settings of a fragment that anybody may have written. Never throws. */
export function fromFragment(fragment: string): readonly string[] {
  return new URLSearchParams(fragment.replace(/^#/u, '')).getAll('set');
}
