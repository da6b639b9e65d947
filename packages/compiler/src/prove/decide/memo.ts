/** Makes something when it is first asked for, and keeps it. */
export function lazy<Made>(make: () => Made): () => Made {
  let made: Made | undefined;
  return () => (made ??= make());
}

/** Makes something for each key when it is first asked for, and keeps it. */
export function memoized<Key, Made>(make: (key: Key) => Made): (key: Key) => Made {
  const made = new Map<Key, Made>();
  return (key) => {
    const before = made.get(key);
    if (before !== undefined) return before;
    const next = make(key);
    made.set(key, next);
    return next;
  };
}
