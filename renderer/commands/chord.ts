/**
 * Chords: a key with what is held down with it, as text. `Mod` is Ctrl, and Command on a Mac. Letters are in lower case
 * (`j`, `Shift+j`, `Mod+z`); other keys as KeyboardEvent.key says them (`ArrowDown`, `Enter`, `Space`), and signs as they
 * are typed, without the Shift that some keyboards want for them (`?`, `[`, `/`).
 */

const MAC = typeof navigator !== 'undefined' && /Mac/.test(navigator.platform)

/** The keys that only change what others mean. */
const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock'])

/** What was typed, as a chord; undefined for a key that only changes what others mean. */
export function chordOf(event: KeyboardEvent): string | undefined {
  if (MODIFIERS.has(event.key)) return undefined
  const key = event.key === ' ' ? 'Space' : event.key.length === 1 ? event.key.toLowerCase() : event.key
  // On many keyboards [ and ] are typed with AltGr, which Windows reports as Ctrl and Alt.
  const held = event.getModifierState('AltGraph') ? [] : heldWith(event)
  const shift = event.shiftKey && isShifted(key) ? ['Shift'] : []
  return [...held, ...shift, key].join('+')
}

const heldWith = (event: KeyboardEvent): string[] => [
  ...(event.ctrlKey || event.metaKey ? ['Mod'] : []),
  ...(event.altKey ? ['Alt'] : []),
]

/** Shift says something of letters and named keys; of signs it only says how they are typed. */
const isShifted = (key: string): boolean => key.length > 1 || /\p{L}/u.test(key)

const SHOWN: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Mod: MAC ? '⌘' : 'Ctrl',
  Alt: MAC ? '⌥' : 'Alt',
  Shift: MAC ? '⇧' : 'Shift',
}

/** A chord for people: letters that are held with others in upper case, as on keyboards. */
export function shownChord(chord: string): string {
  const parts = partsOf(chord)
  return parts
    .map(part => SHOWN[part] ?? (parts.length > 1 && part.length === 1 ? part.toUpperCase() : part))
    .join('+')
}

/** A chord as `aria-keyshortcuts` wants it. */
export const ariaChord = (chord: string): string =>
  partsOf(chord)
    .map(part => (part === 'Mod' ? (MAC ? 'Meta' : 'Control') : part))
    .join('+')

/** `+` itself is a key. */
const partsOf = (chord: string): string[] =>
  chord === '+' || chord.endsWith('++')
    ? [...chord.slice(0, -2).split('+').filter(Boolean), '+']
    : chord.split('+')
