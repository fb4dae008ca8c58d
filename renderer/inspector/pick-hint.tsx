import './pick-hint.css'
import { useEffect, useMemo } from 'react'
import { sentencesIn } from '#app/model/segmentation'
import { pickedRange, toWholeWords } from '#app/text/pick'
import { shownChord } from '../commands/chord.ts'
import { say, sayRich } from '../messages/messages.ts'
import { selectedRange } from '../reader/dom-places.ts'
import { reading } from '../reader/reader-store.ts'
import { Button } from '../ui/button.tsx'
import { leavePicking, takePicked, takeRange, usePicking } from './picking.ts'
import { useArticleMarks } from './use-article-marks.ts'

/** Says what is being picked in the text and which keys choose; hears the pointer meanwhile. */
export function PickHint() {
  const picking = usePicking(state => state.picking)
  const range = useMemo(() => picking?.pick && pickedRange(picking.pick), [picking])
  const ranges = useMemo(() => (range ? [range] : []), [range])
  const sentences = reading()?.sentences ?? NONE
  useArticleMarks('picked', ranges, sentences, picking)
  const active = picking !== null
  useEffect(() => (active ? takeDragged() : undefined), [active])
  const sentence = range ? sentencesIn(sentences, range).from : -1
  useEffect(() => {
    if (sentence >= 0)
      document.querySelector(`[data-sentence="${sentence + 1}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [sentence])
  return (
    <div className="pick-hint-place" aria-live="polite">
      {picking && (
        <div className="pick-hint">
          <p>{say('inspector.picking', { name: picking.name })}</p>
          <p className="pick-hint-picked" dir="auto">
            {range && say('inspector.picked', { text: reading()?.text.slice(range.start, range.end) ?? '' })}
          </p>
          <p className="pick-hint-keys">
            {sayRich('inspector.picking-keys', { key: parts => <kbd key={String(parts)}>{parts}</kbd> })}
          </p>
          <div className="pick-hint-tools">
            <Button kind="primary" onPress={takePicked}>
              {say('inspector.take')} <kbd>{shownChord('Enter')}</kbd>
            </Button>
            <Button onPress={leavePicking}>
              {say('inspector.leave')} <kbd>{shownChord('Escape')}</kbd>
            </Button>
          </div>
        </div>
      )}
    </div>
  )
}

const NONE: readonly [] = []

const POINTER = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click'] as const

/** While a value is picked, the pointer selects text in the article and does nothing else there. @returns what ends it */
function takeDragged(): () => void {
  const hear = (event: Event) => {
    if (!(event.target instanceof Element) || event.target.closest('[role="document"]') === null) return
    event.stopPropagation()
    if (event.type !== 'mouseup') return
    const now = reading()
    const dragged = now && selectedRange(now.sentences)
    const exactly = event instanceof MouseEvent && event.altKey
    const range = dragged && !exactly ? toWholeWords(now.text, dragged, now.article.language) : dragged
    if (!range) return
    getSelection()?.removeAllRanges()
    // The click that follows is still to be held back.
    setTimeout(() => takeRange(range))
  }
  for (const name of POINTER) window.addEventListener(name, hear, { capture: true })
  return () => {
    for (const name of POINTER) window.removeEventListener(name, hear, { capture: true })
  }
}
