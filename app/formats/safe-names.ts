/** Names as tools need them that allow but a few characters: brat's types, the tags of CoNLL. */

/**
 * A name for each of these by its id, of letters, digits, - and _ of ASCII: from its name, else from its id, else
 * numbered. No two are the same, also where case does not count.
 *
 * @param otherwise what the numbered names begin with
 * @param taken names that are in use, in lower case; those that are given are added
 */
export function safeNames(
  ones: readonly { readonly id: string; readonly name: string }[],
  otherwise: string,
  taken = new Set<string>(),
): ReadonlyMap<string, string> {
  return new Map(
    ones.map(({ id, name }, index) => {
      const safe = asciiOf(name) || asciiOf(id) || `${otherwise}_${index + 1}`
      return [id, untaken(safe, taken)]
    }),
  )
}

/** A single word for each of these values, in which letters of all scripts may stand. No two are the same. */
export function valueNames(values: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>()
  return new Map(values.map(value => [value, untaken(value.replace(/[^\p{L}\p{M}\p{N}.+-]+/gu, '_'), taken)]))
}

/** Letters lose their marks, what ASCII does not have becomes `_`, and the end of a long name goes. */
export const asciiOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[^A-Za-z0-9-]+/g, '_')
    .slice(0, LONGEST)
    .replace(/^[_-]+|[_-]+$/g, '')

/** Fits, with what is put before and after it, into the 255 bytes that a file's name may have. */
const LONGEST = 100

function untaken(name: string, taken: Set<string>): string {
  let free = name
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name}_${number}`
  taken.add(free.toLowerCase())
  return free
}
