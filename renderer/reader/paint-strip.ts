import type { LabelColour } from '#app/model/label'
import { BEYOND, COLOURS, FLAGGED, FOUND, READ, type Run, runsOf, UNREAD } from './strip.ts'

/** The colours of labels, each at its place in the bits of a row. */
export const STRIP_COLOURS: readonly LabelColour[] = [
  ...(['blue', 'green', 'orange', 'purple', 'sky', 'yellow', 'vermilion', 'grey'] as const),
]

/** What is drawn, in the colours of the page as it looks now. */
export interface Palette {
  readonly labels: readonly string[]
  readonly done: string
  readonly read: string
  readonly beyond: string
  readonly flagged: string
  readonly found: string
}

/** Colours of the tokens as the browser computes them, for a canvas knows no custom properties. */
export function paletteOf(element: HTMLElement): Palette {
  const computed = (token: string): string => {
    element.style.color = `var(--${token})`
    return getComputedStyle(element).color
  }
  const palette = {
    labels: STRIP_COLOURS.map(computed),
    ...{ done: computed('ink-soft'), read: computed('line'), beyond: computed('line-strong') },
    ...{ flagged: computed('bad'), found: computed('find-current') },
  }
  element.style.color = ''
  return palette
}

/** Whatever is said for good. */
const DONE = COLOURS | READ | BEYOND

/** Where across the strip what is drawn, as shares of its width. */
const COLUMNS = {
  done: [0, 0.1],
  labels: [0.18, 0.66],
  flagged: [0.7, 0.82],
  found: [0.86, 1],
} as const

/** Draws a strip, a rectangle for each run of rows that tell the same. A row has all its labels side by side. */
export function paintStrip(canvas: HTMLCanvasElement, strip: Uint16Array, palette: Palette): void {
  const context = canvas.getContext('2d')
  if (!context) return
  const { width } = canvas
  context.clearRect(0, 0, width, canvas.height)
  const fill = (colour: string, run: Run, [from, to]: readonly [number, number]): void => {
    context.fillStyle = colour
    context.fillRect(from * width, run.from, (to - from) * width, run.to - run.from)
  }
  for (const run of runsOf(strip)) {
    const { bits } = run
    const isDone = (bits & DONE) !== 0 && (bits & UNREAD) === 0
    const labels = palette.labels.filter((_, place) => bits & (1 << place) & COLOURS)
    const [start, end] = COLUMNS.labels
    const share = (end - start) / Math.max(labels.length, 1)
    labels.forEach((colour, place) => {
      fill(colour, run, [start + place * share, start + (place + 1) * share])
    })
    if (labels.length === 0 && bits & BEYOND) fill(palette.beyond, run, COLUMNS.labels)
    else if (labels.length === 0 && isDone) fill(palette.read, run, COLUMNS.labels)
    if (isDone) fill(palette.done, run, COLUMNS.done)
    if (bits & FLAGGED) fill(palette.flagged, run, COLUMNS.flagged)
    if (bits & FOUND) fill(palette.found, { ...run, to: Math.max(run.to, run.from + 2) }, COLUMNS.found)
  }
}
