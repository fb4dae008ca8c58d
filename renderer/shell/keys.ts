/** The keys of the reader: one list, from which they work and from which their help is shown. */
import type { Label } from '#app/model/label'
import { focusNote } from '../inspector/focus-note.ts'
import { goTo, mend, reading, reviewSelection, tagSelection, untagSelection } from '../reader/reader-store.ts'
import { beginSplit, confirmSplit, leaveSplit, moveSplit, useSplitting } from '../reader/splitting.ts'
import { openDialog, useDialog } from './dialog-store.ts'
import { codebook } from './session-store.ts'
import { openNeighbour, revert } from './steps.ts'

export interface KeyBinding {
  /** As KeyboardEvent.key says it; letters in lower case. */
  readonly keys: readonly string[]
  /** With Ctrl, or Command on a Mac. */
  readonly control?: boolean
  /** With Shift; where it is undefined, Shift does not matter. */
  readonly shift?: boolean
  /** As help shows it. */
  readonly shown: string
  readonly does: string
  run(event: KeyboardEvent): void
}

const move = (step: number) => (event: KeyboardEvent) => {
  const now = reading()
  if (now) goTo(now.current + step, event.shiftKey)
}

export const bindings: readonly KeyBinding[] = [
  {
    keys: ['arrowdown', 'j'],
    shown: '↓ j',
    does: 'Next sentence; with Shift the selection goes along',
    run: move(1),
  },
  { keys: ['arrowup', 'k'], shown: '↑ k', does: 'Previous sentence', run: move(-1) },
  { keys: ['home'], shown: 'Home', does: 'First sentence', run: move(Number.NEGATIVE_INFINITY) },
  { keys: ['end'], shown: 'End', does: 'Last sentence', run: move(Number.MAX_SAFE_INTEGER) },
  { keys: ['0', 'backspace'], shown: '0 Backspace', does: 'Remove the labels', run: () => untagSelection() },
  {
    keys: [' '],
    shown: 'Space',
    does: 'Reviewed, no label; on to the next',
    run: () => reviewSelection(true, true),
  },
  { keys: ['s'], shown: 's', does: 'Split the sentence before a word of it', run: () => beginSplit() },
  { keys: ['m'], shown: 'm', does: 'Join the sentence with the next', run: () => joinCurrent() },
  { keys: ['n'], shown: 'n', does: 'Note', run: () => focusNote() },
  { keys: ['['], shown: '[', does: 'Previous article', run: () => void openNeighbour(-1) },
  { keys: [']'], shown: ']', does: 'Next article', run: () => void openNeighbour(1) },
  { keys: ['z'], control: true, shift: false, shown: 'Ctrl+Z', does: 'Undo', run: () => void revert('undo') },
  {
    keys: ['z'],
    control: true,
    shift: true,
    shown: 'Ctrl+Shift+Z',
    does: 'Redo',
    run: () => void revert('redo'),
  },
  { keys: ['y'], control: true, shown: 'Ctrl+Y', does: 'Redo', run: () => void revert('redo') },
  { keys: ['?'], shown: '?', does: 'All keys', run: () => openDialog('keys') },
]

/** The keys while a sentence is being split; any other one leaves. */
const splitKeys: Readonly<Record<string, () => void>> = {
  arrowleft: () => moveSplit(-1),
  arrowright: () => moveSplit(1),
  home: () => moveSplit(Number.NEGATIVE_INFINITY),
  end: () => moveSplit(Number.POSITIVE_INFINITY),
  enter: confirmSplit,
  s: confirmSplit,
  escape: leaveSplit,
}

function joinCurrent(): void {
  const now = reading()
  const sentence = now?.sentences[now.current]
  if (sentence) void mend('join', sentence.start)
}

/** The label that a key tags with: its own letter, or the digit of its place. */
export function labelForKey(labels: readonly Label[], key: string): Label | undefined {
  return labels.find((label, index) => (label.key !== '' && label.key === key) || key === String(index + 1))
}

/** Obeys the keys, wherever the focus is, but in fields, menus and dialogs. @returns a function that stops it */
export function listenToKeys(): () => void {
  const hear = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing || isElsewhere(event)) return
    if (event.altKey && !hasAltGraph(event)) return
    const run = actionFor(event)
    if (!run) return
    event.preventDefault()
    run(event)
  }
  window.addEventListener('keydown', hear)
  return () => window.removeEventListener('keydown', hear)
}

function actionFor(event: KeyboardEvent): ((event: KeyboardEvent) => void) | undefined {
  const key = event.key.toLowerCase()
  if (useSplitting.getState().splitting) return splitKeys[key] ?? (isModifier(key) ? undefined : leaveSplit)
  const control = (event.ctrlKey || event.metaKey) && !hasAltGraph(event)
  const binding = bindings.find(
    one =>
      one.keys.includes(key) &&
      (one.control ?? false) === control &&
      (one.shift === undefined || one.shift === event.shiftKey),
  )
  if (binding) return binding.run
  const label = control ? undefined : labelForKey(codebook().labels, key)
  return label && (() => tagSelection(label, true))
}

const isModifier = (key: string): boolean => ['shift', 'control', 'alt', 'meta', 'tab'].includes(key)

/** On many keyboards [ and ] are typed with AltGr, which Windows reports as Ctrl and Alt. */
const hasAltGraph = (event: KeyboardEvent): boolean => event.getModifierState('AltGraph')

function isElsewhere(event: KeyboardEvent): boolean {
  if (useDialog.getState().open !== null) return true
  const { target } = event
  if (!(target instanceof HTMLElement)) return false
  if (
    target.closest(
      'input, textarea, select, [contenteditable], [role="menu"], [role="listbox"], [role="dialog"]',
    )
  )
    return true
  return (event.key === ' ' || event.key === 'Enter') && target.closest('button, a, summary') !== null
}
