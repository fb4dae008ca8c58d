import type { Candidate, Passage } from './candidate.ts'
import { isLetter, Kind, kindAt } from './characters.ts'
import { wordAfter } from './words.ts'

/** "[...]", "(!)", "[?]": the mark fills its bracket, and says nothing of the sentence around it. */
export function isOmission({ at, bracketed }: Candidate, { text }: Passage): boolean {
  return bracketed && kindAt(text, at - 1) === Kind.Open
}

/** True where the words after a quotation say who spoke it: "Never!" John Smith said. */
export function isAttribution(candidate: Candidate, passage: Passage): boolean {
  if (!candidate.quoted && !candidate.bracketed) return false
  const { text, end, language } = passage
  if (language.code === 'ja') return isParticle(text, candidate.next)
  if (language.code === 'zh') return isChineseAttribution(text, candidate.next)
  if (candidate.mark !== 'strong' || language.speech.size === 0) return false
  let at = candidate.next
  for (let words = 0; words < 4; words++) {
    const word = wordAfter(text, at, end)
    if (!word) return false
    if (words > 0 && language.speech.has(word)) return true
    if (kindAt(text, at) !== Kind.Upper || language.starters.has(word.toLowerCase())) return false
    at += word.length
    while (at < end && (kindAt(text, at) === Kind.Blank || kindAt(text, at) === Kind.Stop)) at++
  }
  return false
}

// Chinese: “真的吗？”他问。 A speaker, a verb of speech, and nothing else before the full stop.
const SPEAKER_AND_VERB = /\p{Script=Han}{1,12}(?<=[说說道问問答喊叫称稱示])。/uy
function isChineseAttribution(text: string, at: number): boolean {
  SPEAKER_AND_VERB.lastIndex = at
  return SPEAKER_AND_VERB.test(text)
}

// Japanese: 「…。」と述べた。 The particle takes the quotation into the sentence.
const isParticle = (text: string, at: number): boolean =>
  /^[とってはがをもにのでなやへ、]$/u.test(text.charAt(at)) && isLetter(kindAt(text, at))

/** True where the quote at `at` closes a speech that was broken off, and a new sentence begins: "we, to—" At this */
export function isBrokenOff(text: string, at: number): boolean {
  return (
    kindAt(text, at - 1) === Kind.Dash &&
    kindAt(text, at + 1) === Kind.Blank &&
    kindAt(text, at + 2) === Kind.Upper
  )
}
