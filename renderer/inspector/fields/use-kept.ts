import { useEffect, useRef, useState } from 'react'
import type { Attribute } from '#app/model/attribute'
import { say } from '../../messages/messages.ts'
import { notify } from '../../shell/notices.ts'
import { cleanedValue } from './cleaned-value.ts'
import { problemOf } from './problem.ts'
import { type Draft, useDraft } from './use-draft.ts'

/**
 * A draft whose value is kept only where it is one of the attribute's; else it stays as typed while its field is there,
 * and a sentence says why: below it, and when it goes.
 */
export function useKept(
  attribute: Attribute,
  value: string,
  onKeep: (value: string) => void,
): Draft & { readonly problem: string | undefined } {
  const [wrong, setWrong] = useState<Wrong>()
  /** As `wrong`, also of what is kept as the field goes. */
  const last = useRef<Wrong>(undefined)
  const draft = useDraft(value, typed => {
    const cleaned = cleanedValue(attribute, typed)
    const problem = problemOf(attribute, cleaned)
    last.current = problem === undefined ? undefined : { text: typed, problem }
    setWrong(last.current)
    if (problem !== undefined) return
    if (cleaned !== value) onKeep(cleaned)
    if (cleaned !== typed) draft.type(cleaned)
  })
  // After the draft, which keeps what it has as the field goes.
  useEffect(
    () => () => {
      if (!last.current) return
      const { text, problem } = last.current
      notify(say('inspector.not-kept', { text, problem }), { tone: 'bad' })
    },
    [],
  )
  return { ...draft, problem: wrong && wrong.text === draft.text ? wrong.problem : undefined }
}

/** What was typed, and why it is no value. */
interface Wrong {
  readonly text: string
  readonly problem: string
}
