/** The steps by which the draft of a codebook came about, to be taken back and done again. */
import type { Attribute } from '#app/model/attribute'
import type { Codebook } from '#app/model/codebook'
import type { AttributeId, LabelId } from '#app/model/ids'
import type { Label } from '#app/model/label'

/** What of the codebook is shown to be changed. */
export type Chosen =
  | { readonly of: 'label'; readonly id: LabelId }
  | { readonly of: 'attribute'; readonly id: AttributeId }

/** The draft as it is at one time. */
export interface Moment {
  readonly draft: Codebook
  readonly chosen: Chosen | null
  /** The ids of labels and attributes that were added since, which get theirs from their names. */
  readonly fresh: ReadonlySet<string>
  /** Why it is changed. */
  readonly reason: string
}

export interface DraftSteps {
  /** What the draft was before each step, the last one last. */
  readonly done: readonly Moment[]
  /** What it was after each step that was taken back, the last one taken back last. */
  readonly undone: readonly Moment[]
  /** The field that the last step wrote in, and when, in milliseconds; null where it did something else. */
  readonly writing: { readonly field: string; readonly at: number } | null
}

export const NO_STEPS: DraftSteps = { done: [], undone: [], writing: null }

/** Milliseconds after which what is written goes into a step of its own. */
const PAUSE = 1_000

/**
 * Notes a step from one draft to the next. What is written into one field without a pause is one step.
 *
 * @param at milliseconds, of any clock that only goes forward
 */
export function stepped(steps: DraftSteps, before: Moment, after: Codebook, at: number): DraftSteps {
  const field = fieldBetween(before.draft, after)
  const { writing } = steps
  const goesOn = field !== null && writing?.field === field && at - writing.at < PAUSE
  return {
    done: goesOn ? steps.done : [...steps.done, before],
    undone: [],
    writing: field === null ? null : { field, at },
  }
}

/** Takes the last step back, or does the last one taken back again. @returns undefined where there is none */
export function turned(
  { done, undone }: DraftSteps,
  now: Moment,
  direction: 'undo' | 'redo',
): { readonly moment: Moment; readonly steps: DraftSteps } | undefined {
  const moment = (direction === 'undo' ? done : undone).at(-1)
  if (!moment) return undefined
  const steps =
    direction === 'undo'
      ? { done: done.slice(0, -1), undone: [...undone, now] }
      : { done: [...done, now], undone: undone.slice(0, -1) }
  return { moment, steps: { ...steps, writing: null } }
}

/** The one field of words in which two drafts differ, by the id of what it belongs to and its name; null for more or others. */
function fieldBetween(before: Codebook, after: Codebook): string | null {
  const [was, is] = [before, after].map(({ labels, attributes }) => [...labels, ...attributes])
  if (!was || !is || was.length !== is.length) return null
  const changed = is.flatMap((one, place) => fieldsBetween(was[place] ?? {}, one))
  const [first] = changed
  return first?.isWords && changed.length === 1 ? `${first.id} ${first.name}` : null
}

function fieldsBetween(before: object, after: Label | Attribute) {
  if (before === after) return []
  const was = new Map<string, unknown>(Object.entries(before))
  return Object.entries(after)
    .filter(([name, value]) => was.get(name) !== value)
    .map(([name, value]) => ({
      id: after.id,
      name,
      isWords: typeof value === 'string' || Array.isArray(value),
    }))
}
