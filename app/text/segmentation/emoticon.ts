import { Kind, kindAt, skipBlanks } from './characters.ts'

/** :-) ;) :D =( <3, and the emoji that stand for them: faces, hands, hearts. */
const EMOTICON =
  /(?:[:;=][-'o^]?[)(DPp\][|/\\]{1,4}|<3|\^_?\^|[\u{1f600}-\u{1f64f}\u{1f910}-\u{1f92f}\u{1f970}-\u{1f97a}\u{1f44a}-\u{1f44f}\u{1f493}-\u{1f49f}\u263a\u2639\u2764\u{1f525}\u{1f389}][\ufe0f\u{1f3fb}-\u{1f3ff}]?)/uy

/** After so many nobody counts. */
const MOST = 12

/**
 * The end of the emoticons that follow `from`, with or without blanks between; `from` where there are none. They
 * comment on what stands before them. One that a letter follows directly is none: "Contents:Part".
 */
export function skipEmoticons(text: string, from: number, limit: number): number {
  let end = from
  for (let count = 0; count < MOST; count++) {
    const at = skipBlanks(text, end, limit)
    const after = emoticonEnd(text, at, limit)
    if (after === at) break
    end = after
  }
  return end
}

/** The end of the emoticon at `at`; `at` itself where there is none. */
export function emoticonEnd(text: string, at: number, limit: number): number {
  const kind = kindAt(text, at)
  if (kind === Kind.Lower || kind === Kind.Upper || kind === Kind.Letter) return at
  EMOTICON.lastIndex = at
  if (at >= limit || !EMOTICON.test(text)) return at
  const end = EMOTICON.lastIndex
  const after = end < limit ? kindAt(text, end) : Kind.Blank
  const apart =
    after === Kind.Blank || after === Kind.Surrogate || after === Kind.Stop || after === Kind.Strong
  return apart || kind === Kind.Surrogate ? end : at
}
