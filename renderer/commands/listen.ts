/** Hears keys, wherever the focus is but in fields, menus and dialogs, and runs what they call. */
import type { Label } from '#app/model/label'
import { decidingKey } from '../adjudication/deciding.ts'
import { isPicking, pickKey } from '../inspector/picking.ts'
import { focusSentence } from '../reader/focus-sentence.ts'
import { isSplitting, splitKey } from '../reader/splitting.ts'
import { tagSelection } from '../reader/tagging.ts'
import { useDialog } from '../shell/dialog-store.ts'
import { activeLabels } from '../shell/session-store.ts'
import { currentPlace, currentView } from '../shell/view-store.ts'
import { conflictKey } from '../team/conflict-keys.ts'
import { chordOf } from './chord.ts'
import type { Command } from './command.ts'
import { commandForChord, isAvailable } from './commands.ts'

/** The label that a chord tags with: its own letter, or the digit of its place. */
export function labelForChord(labels: readonly Label[], chord: string): Label | undefined {
  return labels.find(
    (label, index) => (label.key !== '' && label.key === chord) || chord === String(index + 1),
  )
}

/** @returns a function that stops it */
export function listenToKeys(): () => void {
  const hear = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isElsewhere(event)) return
    const chord = chordOf(event)
    const run = chord && actionFor(chord)
    if (!run) return
    event.preventDefault()
    run()
  }
  window.addEventListener('keydown', hear)
  return () => window.removeEventListener('keydown', hear)
}

function actionFor(chord: string): (() => void) | undefined {
  if (isSplitting()) return () => splitKey(chord)
  if (isPicking()) return () => pickKey(chord)
  const place = currentPlace()
  const command = commandForChord(chord, place)
  if (command) return isAvailable(command) ? () => runFromKey(command) : undefined
  if (place === 'deciding') return decidingKey(chord)
  if (currentView() === 'team') return conflictKey(chord)
  const label = place === 'reading' ? labelForChord(activeLabels(), chord) : undefined
  return label && (() => fromSentence(() => tagSelection(label, true)))
}

const runFromKey = (command: Command): void =>
  command.where === 'reading' ? fromSentence(() => command.run()) : command.run()

/** Who works in the article by keyboard is there: a button that had the focus would take the next Enter for itself. */
function fromSentence(run: () => void): void {
  focusSentence()
  run()
}

function isElsewhere(event: KeyboardEvent): boolean {
  if (useDialog.getState().open !== null) return true
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  if (isChosenIn(target) && (event.ctrlKey || event.metaKey)) return false
  if (
    target.closest(
      'input, textarea, select, [contenteditable], [role="menu"], [role="listbox"], [role="dialog"]',
    )
  )
    return !isHeardInFields(event)
  const chord = chordOf(event)
  return (chord === 'Space' || chord === 'Enter') && target.closest('button, a, summary') !== null
}

/** A list to choose from, or a box to tick: it takes letters at most, and nothing with Ctrl. */
const isChosenIn = (target: HTMLElement): boolean =>
  target.matches('select, input[type="checkbox"], input[type="radio"]')

/** Some commands are called while the person writes, too: the palette, for one. */
function isHeardInFields(event: KeyboardEvent): boolean {
  const chord = chordOf(event)
  return chord !== undefined && commandForChord(chord, currentPlace())?.inFields === true
}
