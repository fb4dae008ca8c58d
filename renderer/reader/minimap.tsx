import './minimap.css'
import { memo, type PointerEvent, useEffect, useRef } from 'react'
import { sentencesIn } from '#app/model/segmentation'
import { usePreferences } from '../settings/preferences-store.ts'
import { codebook, useSession } from '../shell/session-store.ts'
import { useFind } from './find-store.ts'
import { type Palette, paintStrip, paletteOf, STRIP_COLOURS } from './paint-strip.ts'
import { type Reading, reading, useReader } from './reader-store.ts'
import { sectionOf } from './sections.ts'
import { stripOf } from './strip.ts'
import { articleBody, offsetAtHeight } from './visible-sections.ts'

/**
 * A picture of the whole article beside it: labels in their colours, what is read, flagged, found, and the part in view. A
 * click or drag goes there. It is silent to screen readers: ReadingProgress says it in words.
 */
export function Minimap() {
  return usePreferences(state => state.minimap) ? <Strip /> : null
}

/** Never rendered again: it listens, and draws when the window has nothing else to do. */
const Strip = memo(function Strip() {
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => (place.current ? drawing(place.current) : undefined), [])
  return (
    <div
      className="minimap"
      aria-hidden="true"
      ref={place}
      onPointerDown={event => {
        event.currentTarget.setPointerCapture(event.pointerId)
        goToPointer(event)
      }}
      onPointerMove={event => {
        if (event.buttons === 1) goToPointer(event)
      }}
    >
      <div className="minimap-strip">
        <canvas />
        <div className="minimap-view" />
      </div>
    </div>
  )
})

/** Milliseconds after which an idle moment is no longer waited for. */
const PATIENCE = 300

/** Draws a strip into its place whenever something changes. @returns a function that stops it */
function drawing(place: HTMLElement): () => void {
  const strip = place.querySelector<HTMLElement>('.minimap-strip')
  const canvas = place.querySelector('canvas')
  const view = place.querySelector<HTMLElement>('.minimap-view')
  const scroller = place.closest<HTMLElement>('.reader')
  if (!strip || !canvas || !view || !scroller) return () => {}
  let palette: Palette | undefined
  let drawn: Uint16Array | undefined
  let idle = 0
  let frame = 0

  function draw(): void {
    idle = 0
    const now = reading()
    if (!now || !canvas || canvas.height === 0) return
    const next = stripNow(now, canvas.height)
    if (palette && drawn && isSame(drawn, next)) return
    palette ??= paletteOf(strip ?? canvas)
    drawn = next
    paintStrip(canvas, next, palette)
  }

  function showView(): void {
    frame = 0
    const now = reading()
    const body = articleBody()
    if (!now || !body || !view || !scroller) return
    const { top, bottom } = scroller.getBoundingClientRect()
    const length = Math.max(now.text.length, 1)
    const from = offsetAtHeight(now, body, top) / length
    const to = offsetAtHeight(now, body, bottom) / length
    // A frame around all of it would say nothing.
    view.hidden = to - from > 0.995
    view.style.insetBlockStart = `${from * 100}%`
    view.style.blockSize = `${Math.max(to - from, 0.005) * 100}%`
  }

  const redraw = () => {
    if (idle === 0) idle = requestIdleCallback(draw, { timeout: PATIENCE })
  }
  const moveView = () => {
    if (frame === 0) frame = requestAnimationFrame(showView)
  }
  const redrawAll = () => {
    palette = undefined
    drawn = undefined
    redraw()
    moveView()
  }
  const size = new ResizeObserver(() => {
    const { clientHeight } = scroller
    strip.style.blockSize = `${clientHeight}px`
    canvas.width = Math.round(strip.clientWidth * devicePixelRatio)
    canvas.height = Math.round(clientHeight * devicePixelRatio)
    redrawAll()
  })
  size.observe(scroller)
  const dark = matchMedia('(prefers-color-scheme: dark)')
  dark.addEventListener('change', redrawAll)
  scroller.addEventListener('scroll', moveView, { passive: true })
  const off = [
    useReader.subscribe(({ state }, before) => {
      redraw()
      if (!isSameText(state, before.state)) moveView()
    }),
    useFind.subscribe(redraw),
    useSession.subscribe(redraw),
    usePreferences.subscribe(redrawAll),
  ]
  return () => {
    cancelIdleCallback(idle)
    cancelAnimationFrame(frame)
    size.disconnect()
    dark.removeEventListener('change', redrawAll)
    scroller.removeEventListener('scroll', moveView)
    for (const end of off) end()
  }
}

type State = ReturnType<typeof useReader.getState>['state']

const isSameText = (a: State, b: State): boolean =>
  a.status === 'open' && b.status === 'open' && a.reading.text === b.reading.text

function stripNow({ text, sentences, layer }: Reading, rows: number): Uint16Array {
  const colours = new Map(
    codebook().labels.map(({ id, colour }) => [id as string, STRIP_COLOURS.indexOf(colour)]),
  )
  const { matches } = useFind.getState()
  const grey = STRIP_COLOURS.length - 1
  return stripOf(
    { length: text.length, sentences, layer, matches },
    rows,
    label => colours.get(label) ?? grey,
  )
}

const isSame = (a: Uint16Array, b: Uint16Array): boolean =>
  a.length === b.length && a.every((bits, row) => bits === b[row])

/** Brings the part of the article that the pointer is at into the middle of the window. */
function goToPointer({ currentTarget, clientY }: PointerEvent<HTMLElement>): void {
  const scroller = currentTarget.closest<HTMLElement>('.reader')
  const body = articleBody()
  const now = reading()
  if (!scroller || !body || !now) return
  const box = scroller.getBoundingClientRect()
  const share = Math.min(Math.max((clientY - box.top) / box.height, 0), 1)
  const offset = share * now.text.length
  const { from } = sentencesIn(now.sentences, { start: offset, end: offset + 1 })
  const index = sectionOf(now.sections, Math.min(from, now.sentences.length - 1))
  const section = now.sections[index]
  const there = body.children[index]?.getBoundingClientRect()
  if (!section || !there) return
  const within = (offset - (now.sentences[section.from]?.start ?? 0)) / Math.max(section.length, 1)
  scroller.scrollTop += there.top + Math.min(Math.max(within, 0), 1) * there.height - box.top - box.height / 2
}
