import type { Candidate, Passage } from './candidate.ts'
import { isLetter, Kind, kindAt } from './characters.ts'
import { wordAfter } from './words.ts'

/** "[...]", "(!)", "[?]": the mark fills its bracket, and says nothing of the sentence around it. */
export function isOmission({ at, bracketed }: Candidate, { text }: Passage): boolean {
  return bracketed && kindAt(text, at - 1) === Kind.Open
}

/** Brackets further apart hold no aside: one of the two is a misprint, or a list's. */
const LONGEST_ASIDE = 300

/** True inside brackets that opened in the middle of the sentence and close soon: "(Really? Yes.)". */
export function isAside({ sentence, bracket, at, end }: Candidate, passage: Passage): boolean {
  if (bracket < sentence || at - bracket > LONGEST_ASIDE) return false
  const limit = Math.min(passage.end, bracket + LONGEST_ASIDE)
  for (let i = end; i < limit; i++) {
    if (kindAt(passage.text, i) !== Kind.Close) continue
    // Brackets around whole sentences close after the last stop; around a part of one, before it.
    return bracket > sentence || kindAt(passage.text, i - 1) < Kind.Stop
  }
  return false
}

/** True where the words after a quotation say who spoke it: "Never!" John Smith said. */
export function isAttribution(candidate: Candidate, passage: Passage): boolean {
  if (!candidate.quoted && !candidate.bracketed) return false
  const { text, end, language } = passage
  if (language.code === 'ja') return isParticle(text, candidate.next)
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

// Japanese: 「…。」と述べた。 The particle takes the quotation into the sentence.
const isParticle = (text: string, at: number): boolean =>
  /^[とってはがをもにのでなやへ、]$/u.test(text.charAt(at)) && isLetter(kindAt(text, at))
