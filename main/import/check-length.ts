import { LARGEST_FILE } from '#app/contract'
import { Refusal } from '#app/failure'

/** Throws a refusal for a file that is empty or larger than Assay takes. */
export function checkLength(bytes: Uint8Array): void {
  if (bytes.length === 0) throw new Refusal('unreadable', 'The file is empty.')
  if (bytes.length > LARGEST_FILE)
    throw new Refusal('too-large', 'The file is larger than 64 MB. Split it, then import the parts.')
}
