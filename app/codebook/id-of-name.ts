/** A name as a word for an id: letters and digits of any script in lower case, joined by hyphens; empty where it has none. */
export const idOfName = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-/, '')
    .slice(0, 60)
    .replace(/[\ud800-\udbff]$/, '')
    .replace(/-$/, '')

/** An id of a name that is not taken yet: the word of the name, with a number where it needs one. */
export function freeId(name: string, otherwise: string, taken: ReadonlySet<string>): string {
  const word = idOfName(name) || otherwise
  let free = word
  for (let number = 2; taken.has(free); number++) free = `${word.slice(0, 56)}-${number}`
  return free
}
