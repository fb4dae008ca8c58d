import { useEffect, useRef, useState } from 'react'
import { chordOf, shownChord } from '../commands/chord.ts'
import type { Command } from '../commands/command.ts'
import { commands } from '../commands/commands.ts'
import { type ChosenKeys, holderOf } from '../commands/key-choice.ts'
import { labelForChord } from '../commands/listen.ts'
import { say } from '../messages/messages.ts'
import { announce } from '../ui/announcer.ts'
import { Button } from '../ui/button.tsx'
import { activeLabels } from './session-store.ts'

interface KeyCatcherProps {
  readonly command: Command
  readonly chosen: ChosenKeys
  /** The person pressed a key that is free, or takes it over. */
  readonly onCaught: (chord: string) => void
  readonly onLeave: () => void
  /** The key that is being changed, where it can be taken away altogether. */
  readonly removes?: string
  readonly onRemove?: () => void
}

/** Waits for the new key of a command, and asks where it is taken. Escape leaves everything as it is. */
export function KeyCatcher({ command, chosen, onCaught, onLeave, removes, onRemove }: KeyCatcherProps) {
  const [taken, setTaken] = useState<string | null>(null)
  const place = useRef<HTMLElement>(null)
  useEffect(() => {
    place.current?.focus()
    announce(say('keys.press'))
  }, [])
  const label = taken === null ? undefined : labelForChord(activeLabels(), taken)
  const holder = taken === null ? undefined : holderOf(chosen, commands, command, taken)
  const hear = (event: React.KeyboardEvent) => {
    // Keys for the buttons here are theirs.
    if (event.target !== place.current) {
      if (event.key === 'Escape') onLeave()
      event.stopPropagation()
      return
    }
    const chord = chordOf(event.nativeEvent)
    if (chord === undefined) return
    event.preventDefault()
    event.stopPropagation()
    if (chord === 'Escape') return onLeave()
    if (labelForChord(activeLabels(), chord) || holderOf(chosen, commands, command, chord)) setTaken(chord)
    else onCaught(chord)
  }
  return (
    <div className="key-catcher" onKeyDownCapture={hear}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the focus is here while a key is waited for */}
      <span className="key-catcher-place" ref={place} tabIndex={0} role="note">
        {taken === null
          ? say('keys.press')
          : label
            ? say('keys.taken-by-label', { key: shownChord(taken), holder: label.name })
            : say('keys.taken', { key: shownChord(taken), holder: holder ? say(holder.name) : '' })}
      </span>
      {taken !== null && !label && (
        <Button kind="primary" onPress={() => onCaught(taken)}>
          {say('keys.take-over')}
        </Button>
      )}
      {removes !== undefined && onRemove && (
        <Button onPress={onRemove}>{say('keys.remove', { key: shownChord(removes) })}</Button>
      )}
      <Button onPress={onLeave}>{say('keys.leave')}</Button>
    </div>
  )
}
