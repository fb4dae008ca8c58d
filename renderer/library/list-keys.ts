import { chordOf } from '../commands/chord.ts'
import { putIntoBin } from './library-actions.ts'
import { useLibrary } from './library-store.ts'
import { chooseAll, chooseNone, chosenCount, useChosen } from './selection-store.ts'

/** A row on or back, a page (±2), or the ends. */
export type ListStep = 1 | -1 | 2 | -2 | 'first' | 'last'

interface ListActions {
  go(step: ListStep, extend: boolean): void
  /** Chooses the row, or no longer. */
  toggle(): void
  menu(): void
}

const STEPS: Readonly<Record<string, ListStep>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 2,
  PageUp: -2,
  Home: 'first',
  End: 'last',
}

/** Heeds the keys that lists have everywhere; all others are those of commands. Enter presses the row, as buttons do. */
export function listKey(event: React.KeyboardEvent, actions: ListActions): void {
  const run = actionFor(chordOf(event.nativeEvent), actions)
  if (!run) return
  event.preventDefault()
  run()
}

function actionFor(chord: string | undefined, actions: ListActions): (() => void) | undefined {
  if (chord === undefined) return undefined
  const extend = chord.startsWith('Shift+')
  const step = STEPS[extend ? chord.slice('Shift+'.length) : chord]
  if (step !== undefined) return () => actions.go(step, extend)
  switch (chord) {
    case 'Space':
      return actions.toggle
    case 'Mod+a':
      return chooseAll
    case 'Escape':
      return hasChosen() ? chooseNone : undefined
    case 'Delete':
      return () => void putIntoBin()
    case 'ContextMenu':
    case 'Shift+F10':
      return actions.menu
    default:
      return undefined
  }
}

const hasChosen = (): boolean => chosenCount(useChosen.getState().chosen, useLibrary.getState().total) > 0
