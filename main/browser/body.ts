import type { IncomingMessage } from 'node:http'
import { Refusal } from '#app/failure'

/** Largest body, in bytes: the largest file and what goes with it. */
const LARGEST = 70 * 1024 * 1024

/**
 * The input of a call. JSON; or, where it has bytes in it, a form of two kinds of fields: `input`, JSON in which
 * `{"$bytes": "name"}` stands for the bytes of the field of that name.
 */
export async function inputOf(request: IncomingMessage): Promise<unknown> {
  const body = await wholeBody(request)
  const type = request.headers['content-type'] ?? ''
  try {
    if (type.startsWith('application/json')) return JSON.parse(body.toString('utf8'))
    if (type.startsWith('multipart/form-data')) return await fromForm(body, type)
  } catch {
    throw new Refusal('invalid-input', 'Assay cannot read this request. Reload the page and try again.')
  }
  throw new Refusal('invalid-input', 'Assay takes JSON or a form here. Reload the page and try again.')
}

async function wholeBody(request: IncomingMessage): Promise<Buffer> {
  const pieces: Buffer[] = []
  let size = 0
  for await (const piece of request) {
    size += piece.length
    // What is too large is read to its end, for only then is the answer heard; it is not kept.
    if (size <= LARGEST) pieces.push(piece)
    else pieces.length = 0
    if (size > 10 * LARGEST) request.destroy()
  }
  if (size > LARGEST) throw new Refusal('too-large', 'This is larger than 64 MB. Split it and try again.')
  return Buffer.concat(pieces)
}

async function fromForm(body: Buffer, type: string): Promise<unknown> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData()
  const files = new Map<string, Uint8Array>()
  for (const [name, value] of form) {
    if (typeof value !== 'string') files.set(name, new Uint8Array(await value.arrayBuffer()))
  }
  return JSON.parse(String(form.get('input')), (_, value: unknown) =>
    typeof value === 'object' && value !== null && '$bytes' in value
      ? files.get(String(value.$bytes))
      : value,
  )
}
