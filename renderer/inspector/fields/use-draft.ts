import { useEffect, useRef, useState } from 'react'

/** Milliseconds after which a choice is kept: who goes through choices by arrow keys means the last one. */
const SOON = 400
/** Milliseconds without a key after which a note is kept although the person is still in it. */
const REST = 2000

export interface Draft {
  readonly text: string
  /** Shows another text, which is not kept yet. */
  type(text: string): void
  /** Shows another value and keeps it, in a moment. */
  choose(text: string): void
  /** Keeps what is shown, where it is another than what was kept. */
  keep(text?: string): void
}

interface Keeping {
  /** Whether it is kept in a rest from typing too. Not where keeping makes another text of it under the hand. */
  readonly inRests?: boolean
}

/** A value while it is being changed. It is kept when its field is left, at the latest when the field goes away. */
export function useDraft(
  value: string,
  onKeep: (value: string) => void,
  { inRests = false }: Keeping = {},
): Draft {
  const [text, setText] = useState(value)
  const state = useRef({ text: value, kept: value, onKeep, timer: 0 })
  state.current.onKeep = onKeep
  useEffect(() => {
    // What was kept comes back a frame later; what was typed since then stays, also over what somebody else wrote.
    const { text: typed, kept } = state.current
    if (value === kept) return
    state.current.kept = value
    if (typed !== kept) return
    state.current.text = value
    setText(value)
  }, [value])
  const keep = (now = state.current.text): void => {
    const { kept, timer } = state.current
    clearTimeout(timer)
    state.current.text = now
    setText(now)
    if (now === kept) return
    state.current.kept = now
    state.current.onKeep(now)
  }
  const type = (now: string): void => {
    state.current.text = now
    setText(now)
    clearTimeout(state.current.timer)
    if (inRests) state.current.timer = window.setTimeout(() => keep(), REST)
  }
  useEffect(
    () => () => {
      const { text: last, kept, timer, onKeep: keepLast } = state.current
      clearTimeout(timer)
      if (last !== kept) keepLast(last)
    },
    [],
  )
  const choose = (now: string): void => {
    type(now)
    clearTimeout(state.current.timer)
    state.current.timer = window.setTimeout(() => keep(now), SOON)
  }
  return { text, type, choose, keep }
}
