/** Hears keys, wherever the focus is but in fields, menus and dialogs, and runs what they call. */
import type { Label } from '#app/model/label'
import { tagSelection } from '../reader/reader-store.ts'
import { isSplitting, splitKey } from '../reader/splitting.ts'
import { useDialog } from '../shell/dialog-store.ts'
import { activeLabels } from '../shell/session-store.ts'
import { currentView } from '../shell/view-store.ts'
import { chordOf } from './chord.ts'
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
  const reading = currentView() === 'read'
  const command = commandForChord(chord, reading)
  if (command) return isAvailable(command) ? () => command.run() : undefined
  const label = reading ? labelForChord(activeLabels(), chord) : undefined
  return label && (() => tagSelection(label, true))
}

function isElsewhere(event: KeyboardEvent): boolean {
  if (useDialog.getState().open !== null) return true
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  if (
    target.closest(
      'input, textarea, select, [contenteditable], [role="menu"], [role="listbox"], [role="dialog"]',
    )
  )
    return !isSpoken(event)
  // With Alt or Ctrl they press nothing.
  const chord = chordOf(event)
  return (chord === 'Space' || chord === 'Enter') && target.closest('button, a, summary') !== null
}

/** In a field too, Ctrl or Command with K calls the palette. */
const isSpoken = (event: KeyboardEvent): boolean => chordOf(event) === 'Mod+k'
