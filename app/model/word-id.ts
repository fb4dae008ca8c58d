/**
 * A word for a name, as ids of labels and attributes are: letters, digits, `-` and `_`, in lower case, at most 64
 * units, and none of those taken. "Causal claim!" is `causal-claim`, and if that is taken, `causal-claim-2`.
 */
export function wordFor(name: string, taken: ReadonlySet<string>): string {
  const plain = name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_]+/gu, '-')
    .replace(/^[-_]+|-+$/g, '')
  const word = [...plain].slice(0, 48).join('') || 'unnamed'
  if (!taken.has(word)) return word
  let number = 2
  while (taken.has(`${word}-${number}`)) number++
  return `${word}-${number}`
}
