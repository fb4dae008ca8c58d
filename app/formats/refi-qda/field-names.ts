/** What attributes are called in memos. */

/** Before the name of an attribute: where in the text its value stands. */
export const PLACE_OF = 'Place of '

/**
 * What each attribute is called in a memo, by its id: its name, or its id where the name is no plain word or
 * phrase, is that of another, or could be taken for something else.
 */
export function fieldNames(
  attributes: readonly { readonly id: string; readonly name: string }[],
): ReadonlyMap<string, string> {
  const bearers = Map.groupBy(attributes, ({ name }) => name)
  const ids = new Set(attributes.map(({ id }) => id))
  return new Map(
    attributes.map(({ id, name }) => {
      const own = bearers.get(name)?.length === 1 && (name === id || !ids.has(name))
      const plain = name === name.trim() && !/[:\r\n]/.test(name) && !name.startsWith(PLACE_OF)
      return [id, own && plain ? name : id]
    }),
  )
}
