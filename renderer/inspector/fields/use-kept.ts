import { useState } from 'react'
import type { Attribute } from '#app/model/attribute'
import { cleanedValue } from './cleaned-value.ts'
import { problemOf } from './problem.ts'
import { type Draft, useDraft } from './use-draft.ts'

/** A draft whose value is kept only where it is one of the attribute's; else it stays as typed, and a sentence says why. */
export function useKept(
  attribute: Attribute,
  value: string,
  onKeep: (value: string) => void,
): Draft & { readonly problem: string | undefined } {
  const [wrong, setWrong] = useState<{ readonly text: string; readonly problem: string }>()
  const draft = useDraft(value, typed => {
    const cleaned = cleanedValue(attribute, typed)
    const problem = problemOf(attribute, cleaned)
    setWrong(problem === undefined ? undefined : { text: typed, problem })
    if (problem !== undefined) return
    if (cleaned !== value) onKeep(cleaned)
    if (cleaned !== typed) draft.type(cleaned)
  })
  return { ...draft, problem: wrong && wrong.text === draft.text ? wrong.problem : undefined }
}
