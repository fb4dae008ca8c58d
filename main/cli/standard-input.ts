/**
 * Standard input, where no terminal is on it: one reader for all that is asked of it. It takes in more than the line
 * that is asked for, and keeps the rest for who asks next.
 */
const { stdin } = process

const LINE_FEED = 0x0a

let reader: AsyncIterator<Buffer> | undefined
/** What was taken in and is not asked for yet. */
let ahead = Buffer.alloc(0)

/** The next line, without its end; undefined where there is no more. */
export async function nextLine(): Promise<string | undefined> {
  while (!ahead.includes(LINE_FEED) && (await takeIn()));
  if (ahead.length === 0) return undefined
  const end = ahead.indexOf(LINE_FEED)
  const line = end < 0 ? ahead : ahead.subarray(0, end)
  ahead = ahead.subarray(end < 0 ? ahead.length : end + 1)
  return line.toString('utf8').replace(/\r$/, '')
}

/**
 * All that was not asked for yet, to the end.
 *
 * @param limit of its bytes; what `tooLarge` makes is thrown once there are more
 */
export async function restOfInput(limit: number, tooLarge: () => Error): Promise<Uint8Array<ArrayBuffer>> {
  const pieces = [ahead]
  let length = ahead.length
  ahead = Buffer.alloc(0)
  while (await takeIn()) {
    length += ahead.length
    if (length > limit) throw tooLarge()
    pieces.push(ahead)
    ahead = Buffer.alloc(0)
  }
  return new Uint8Array(Buffer.concat(pieces))
}

/** @returns false at the end */
async function takeIn(): Promise<boolean> {
  reader ??= stdin[Symbol.asyncIterator]() as AsyncIterator<Buffer>
  hold(true)
  const { value, done } = await reader.next()
  // Who has what they asked for does not wait for the end of a pipe.
  hold(false)
  if (done) return false
  ahead = Buffer.concat([ahead, value])
  return true
}

/** Whether the process waits for what comes. What is a file has no such thing: it ends by itself. */
function hold(waits: boolean): void {
  if (waits) stdin.ref?.()
  else stdin.unref?.()
}
