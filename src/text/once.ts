interface Memory<Key, Value> {
  get(key: Key): Value | undefined;
  set(key: Key, value: Value): unknown;
}

/** A function that makes its value of a thing once and then remembers it, as long as `memory` does. */
export const once =
  <Key, Value extends NonNullable<unknown>>(make: (key: Key) => Value, memory: Memory<Key, Value>) =>
  (key: Key): Value => {
    const known = memory.get(key);
    if (known !== undefined) return known;
    const value = make(key);
    memory.set(key, value);
    return value;
  };
