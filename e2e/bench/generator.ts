/**
 * News-like English from a seed: the same seed gives the same text on every machine, so that two runs measure
 * the same work. Sentences are of 6 to 40 words with names, figures, abbreviations and quotations, in paragraphs
 * of one to four, about 21 words each, as news agencies write them.
 */

/** An article's text: a headline, then so many sentences, the headline counted. */
export function text(seed: number, sentences: number): string {
  const random = randomFrom(seed)
  const written = [headline(random)]
  let paragraph: string[] = []
  let full = 1 + random(4)
  for (let count = 1; count < sentences; count++) {
    paragraph.push(sentence(random))
    if (paragraph.length < full && count < sentences - 1) continue
    written.push(paragraph.join(' '))
    paragraph = []
    full = 1 + random(4)
  }
  return `${written.join('\n\n')}\n`
}

/** A whole number from 0 up to but not including the bound. */
export type Random = (bound: number) => number

/** Mulberry32, by Tommy Ettinger: 32 bits of state, good enough for filler. */
export function randomFrom(seed: number): Random {
  let state = seed >>> 0
  return bound => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000) * bound)
  }
}

const PEOPLE =
  'Mayor Ilse Brandt|the transport minister|Dr. Amara Okafor|the opposition leader|Mr. Teller|a spokeswoman for the port authority|José Almeida, who chairs the inquiry|the regulator|residents of the old quarter|Prof. Lindqvist'.split(
    '|',
  )
const SAID = 'said|told reporters|promised|insisted|conceded|argued|announced|denied|warned|explained'.split(
  '|',
)
const MATTERS =
  'the harbour bridge|the new tram line|a budget of €4.2 million|the herring quota|last year’s audit|the hospital in Northfield|the interest rate|water from the southern wells|the contract with Halden & Sons|the strike at the depot'.split(
    '|',
  )
const DOES =
  'will be finished|had been delayed|costs more than planned|cannot be left as it is|was never put to a vote|deserves a second look|has fallen by 3.5 per cent|remains closed to lorries|should be paid for by the state|was inspected twice'.split(
    '|',
  )
const WHEN =
  'before the end of March|since 2019|within eighteen months|on Tuesday evening|by 1 July at the latest|for the third time in a decade|during the last session of the council|despite the weather|ahead of the regional elections|according to figures published yesterday'.split(
    '|',
  )
const FILLER =
  'many people who live there have waited long enough and expect nothing less than a clear answer from those who took the decision in the first place without asking anybody'.split(
    ' ',
  )

function sentence(random: Random): string {
  const one = (words: readonly string[]) => words[random(words.length)] ?? ''
  const clause = () => `${one(MATTERS)} ${one(DOES)} ${one(WHEN)}`
  const tail = FILLER.slice(0, random(FILLER.length)).join(' ')
  const kinds = [
    () => `${capital(one(PEOPLE))} ${one(SAID)} that ${clause()}${tail && `, as ${tail}`}.`,
    () => `“${capital(clause())},” ${one(PEOPLE)} ${one(SAID)} ${one(WHEN)}.`,
    () => `${capital(clause())}.`,
    () => `${capital(clause())}, while ${clause()}${tail && `, and ${tail}`}.`,
    () => `In ${1950 + random(75)}, ${random(900) + 100} households were counted; ${clause()}.`,
  ]
  return (kinds[random(kinds.length)] ?? clause)()
}

function headline(random: Random): string {
  const one = (words: readonly string[]) => words[random(words.length)] ?? ''
  return capital(`${one(MATTERS)} ${one(DOES)}, ${one(PEOPLE)} ${one(SAID)} (No ${random(100_000)})`)
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)
