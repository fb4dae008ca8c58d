/**
 * The hashes by which Prodigy knows a text and a question about it. Prodigy is closed; the rule was found from
 * public exports of it, which the tests hold: MurmurHash3 (32 bits, seed 0) of `text=` and the text as JSON in
 * ASCII, and of that hash followed by the task as JSON with its keys in order.
 */
import murmurhash from 'murmurhash'

export interface TaskHashes {
  readonly _input_hash: number
  readonly _task_hash: number
}

/**
 * As Prodigy hashes `{"text": …}` when a manual recipe takes it in, so that a text that is annotated here is not
 * asked for again there. All annotators of a text answer the same question.
 */
export function hashesOf(text: string): TaskHashes {
  const json = asciiJson(text)
  const input = signedHash('text=', json, '')
  return { _input_hash: input, _task_hash: signedHash(`${input}{"_input_hash":${input},"text":`, json, '}') }
}

/** MurmurHash3 of three pieces in a row, as a signed number. */
function signedHash(before: string, json: Uint8Array, after: string): number {
  const bytes = new Uint8Array(before.length + json.length + after.length)
  for (let index = 0; index < before.length; index++) bytes[index] = before.charCodeAt(index)
  bytes.set(json, before.length)
  for (let index = 0; index < after.length; index++)
    bytes[before.length + json.length + index] = after.charCodeAt(index)
  return murmurhash.v3(bytes, 0) | 0
}

const HEX = [...'0123456789abcdef'].map(digit => digit.charCodeAt(0))
const [BACKSLASH, LETTER_U] = [0x5c, 0x75]

/** A string as JSON, with everything beyond ASCII escaped, as Python writes it. Bytes, as a string of them is slow. */
function asciiJson(text: string): Uint8Array {
  const json = JSON.stringify(text)
  const bytes = new Uint8Array(json.length * 6)
  let length = 0
  for (let index = 0; index < json.length; index++) {
    const unit = json.charCodeAt(index)
    if (unit < 0x7f) {
      bytes[length++] = unit
      continue
    }
    bytes[length++] = BACKSLASH
    bytes[length++] = LETTER_U
    for (let shift = 12; shift >= 0; shift -= 4) bytes[length++] = HEX[(unit >> shift) & 0xf] ?? 0
  }
  return bytes.subarray(0, length)
}
