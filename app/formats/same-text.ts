import murmurhash from 'murmurhash'

/**
 * Brings together the records of one text, where a file has one for each annotator, in any order. Records are
 * read twice, so that those of one text only are in memory; the first time all of them, so that a file that is
 * broken somewhere gives nothing.
 *
 * @param records each reads one of them, and throws where it is broken
 */
export function* groupedByText<T extends { readonly text: string }>(
  records: Iterable<() => T>,
): Generator<T[]> {
  const alike = new Map<number, (() => T)[]>()
  for (const read of records) {
    const hash = murmurhash(read().text)
    const group = alike.get(hash)
    if (group) group.push(read)
    else alike.set(hash, [read])
  }
  for (const group of alike.values()) {
    yield* Map.groupBy(
      group.map(read => read()),
      record => record.text,
    ).values()
  }
}
