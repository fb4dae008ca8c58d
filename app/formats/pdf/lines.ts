/** Breaks a paragraph into lines. */
import LineBreaker from 'linebreak'
import type { Run } from '../report/block.ts'
import type { Glyphs, Measure, Shaper } from './shape.ts'
import { inVisualOrder, levelsOf } from './visual-order.ts'

export interface Line {
  /** From left to right. */
  readonly glyphs: readonly Glyphs[]
  readonly width: number
  readonly rightToLeft: boolean
}

/** In place of a tag, which is one thing, whatever it says. */
const OBJECT = '\ufffc'
const TAG_SIZE = 0.64
const TAG_SPACE = 6

/** Where a run stands in the text of its paragraph. */
interface Placed {
  readonly run: Run
  readonly start: number
  readonly end: number
}

/** The lines of a paragraph that is this wide, in points. Costs the length of the text. */
export function* linesOf(
  runs: readonly Run[],
  width: number,
  size: number,
  shaper: Shaper,
  direction: 'auto' | 'ltr' = 'auto',
): Generator<Line> {
  const { text, placed } = placedRuns(runs)
  const { measure } = shaper
  const levels = levelsOf(text, direction)
  const rightToLeft = levels?.rightToLeft ?? false
  const base = rightToLeft ? 1 : 0
  let [line, used, next]: [Glyphs[], number, number] = [[], 0, 0]
  const take = (): Line => {
    const glyphs = inVisualOrder(withoutLastBlank(line, measure))
    ;[line, used] = [[], 0]
    return { glyphs, width: widthOf(glyphs), rightToLeft }
  }

  for (const { start, end, required } of words(text)) {
    const word: Glyphs[] = []
    while ((placed[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++
    for (let index = next; ; index++) {
      const piece = placed[index]
      if (!piece || piece.start >= end) break
      const [from, to] = [Math.max(start, piece.start), Math.min(end, piece.end)]
      if (piece.run.tag) {
        word.push(tagGlyphs(piece.run, levels?.levels[from] ?? base, size * TAG_SIZE, shaper))
        continue
      }
      for (const [a, b] of sameLevel(levels?.levels, from, to)) {
        const level = levels?.levels[a] ?? base
        word.push(...shaper.shape(text.slice(a, b).replace(/[\r\n]/g, ''), piece.run, level, size))
      }
    }
    const wide = widthOf(withoutLastBlank(word, measure))
    if (line.length > 0 && used + wide > width) yield take()
    if (wide <= width) {
      line.push(...word)
      used += widthOf(word)
    } else {
      // A word that no line can take, such as an address, is broken where the line ends.
      for (const one of word.flatMap(glyphs => broken(glyphs, width, measure))) {
        if (line.length > 0 && used + one.width > width) yield take()
        line.push(one)
        used += one.width
      }
    }
    if (required) yield take()
  }
  if (line.length > 0) yield take()
}

function placedRuns(runs: readonly Run[]): { text: string; placed: Placed[] } {
  let text = ''
  const placed: Placed[] = []
  for (const run of runs) {
    const start = text.length
    text += run.tag ? OBJECT : run.text
    if (text.length > start) placed.push({ run, start, end: text.length })
  }
  return { text, placed }
}

/** The pieces of a text between which a line may end; a tag stays with what is before it. */
function* words(text: string): Generator<{ start: number; end: number; required: boolean }> {
  const breaker = new LineBreaker(text)
  let start = 0
  for (let at = breaker.nextBreak(); at; at = breaker.nextBreak()) {
    if (text[at.position] === OBJECT) continue
    yield { start, end: at.position, required: at.required && at.position < text.length }
    start = at.position
  }
}

/** Ranges of one embedding level. */
function* sameLevel(levels: Uint8Array | undefined, from: number, to: number): Generator<[number, number]> {
  let start = from
  for (let at = from + 1; at <= to; at++) {
    if (at < to && (!levels || levels[at] === levels[start])) continue
    yield [start, at]
    start = at
  }
}

function tagGlyphs(run: Run, level: number, size: number, shaper: Shaper): Glyphs {
  const own = levelsOf(run.text)
  const pieces = Array.from(sameLevel(own?.levels, 0, run.text.length)).flatMap(([from, to]) =>
    shaper.shape(run.text.slice(from, to), run, own?.levels[from] ?? 0, size),
  )
  const parts = inVisualOrder(pieces)
  return { text: '', face: '', size, level, run, shaped: false, width: widthOf(parts) + TAG_SPACE * 2, parts }
}

/** A line ends with its last letter: blank space after it takes no room. */
function withoutLastBlank(line: readonly Glyphs[], measure: Measure): Glyphs[] {
  const kept = [...line]
  for (let last = kept.pop(); last; last = kept.pop()) {
    const text = last.parts
      ? last.text
      : last.level % 2 && !last.shaped
        ? last.text.trimStart()
        : last.text.trimEnd()
    if (last.parts || text === last.text) return [...kept, last]
    if (text !== '')
      return [...kept, { ...last, text, width: measure(text, last.face, last.size, last.shaped) }]
  }
  return kept
}

/** Text in pieces that each go into this width. */
function broken(glyphs: Glyphs, width: number, measure: Measure): Glyphs[] {
  if (glyphs.parts || glyphs.width <= width) return [glyphs]
  const pieces: Glyphs[] = []
  const piece = (text: string) =>
    pieces.push({ ...glyphs, text, width: measure(text, glyphs.face, glyphs.size, glyphs.shaped) })
  let text = ''
  let used = 0
  for (const character of glyphs.text) {
    const wide = measure(character, glyphs.face, glyphs.size, glyphs.shaped)
    if (text && used + wide > width) {
      piece(text)
      ;[text, used] = ['', 0]
    }
    text += character
    used += wide
  }
  if (text) piece(text)
  return pieces
}

const widthOf = (glyphs: readonly Glyphs[]): number => glyphs.reduce((sum, one) => sum + one.width, 0)
