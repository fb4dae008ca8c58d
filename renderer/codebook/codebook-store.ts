/** The codebook as the person is changing it, until they save it or let it go. */
import { create } from 'zustand'
import { changeLabel } from '#app/codebook/change-labels'
import { idsFromNames } from '#app/codebook/ids-from-names'
import { withoutBlanks } from '#app/codebook/without-blanks'
import { LARGEST_CODEBOOK, type TouchedAnnotations } from '#app/contract'
import type { Codebook } from '#app/model/codebook'
import { codebookVersion } from '#app/model/codebook-version'
import type { AttributeId, EditionId, LabelId } from '#app/model/ids'
import type { Label } from '#app/model/label'
import { call } from '../door.ts'
import { say } from '../messages/messages.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { notify } from '../shell/notices.ts'
import { sendOnce } from '../shell/outbox.ts'
import { codebook, isLockedAway, takeSession, useSession } from '../shell/session-store.ts'
import { useUnsaved } from '../shell/unsaved.ts'
import { type Chosen, type DraftSteps, type Moment, NO_STEPS, stepped, turned } from './draft-steps.ts'

/** What a dialog asks of a label. */
export interface Asked {
  readonly what: 'merge' | 'split'
  readonly label: LabelId
}

interface CodebookState extends Moment {
  /** Of which file it is. */
  readonly file: string | undefined
  /** What the project said when the person began to change it. */
  readonly base: Codebook
  readonly steps: DraftSteps
  readonly saving: boolean
  /** Why main did not take it. */
  readonly problem: string | null
  readonly asked: Asked | null
}

const fileNow = (): string | undefined => useSession.getState().session?.project?.opening

const beginning = (book: Codebook): CodebookState => ({
  file: fileNow(),
  base: book,
  draft: book,
  steps: NO_STEPS,
  chosen: firstOf(book),
  fresh: new Set(),
  reason: '',
  saving: false,
  problem: null,
  asked: null,
})

const firstOf = ({ labels: [first] }: Codebook): Chosen | null =>
  first ? { of: 'label', id: first.id } : null

export const useCodebookDraft = create<CodebookState>(() => beginning(codebook()))

/** True while there is something to save. */
const isChanged = ({ base, draft }: Pick<CodebookState, 'base' | 'draft'>): boolean =>
  base !== draft && codebookVersion(base) !== codebookVersion(draft)

/** Follows the project's codebook, unless the person is changing what it was. */
export function followCodebook(): void {
  if (isLockedAway()) return
  const now = codebook()
  const state = useCodebookDraft.getState()
  if (state.file !== fileNow()) useCodebookDraft.setState(beginning(now))
  else if (!isChanged(state) && codebookVersion(state.base) !== codebookVersion(now))
    useCodebookDraft.setState({ ...beginning(now), chosen: stillThere(now, state.chosen) })
}
useSession.subscribe(followCodebook)

/** Tells the window what is not saved, and how its steps are taken back. */
function tellOfDraft(state: CodebookState): void {
  const { done, undone } = state.saving ? NO_STEPS : state.steps
  useUnsaved.setState({
    isChanged: isChanged(state),
    undo: done.length > 0 ? () => turn('undo') : null,
    redo: undone.length > 0 ? () => turn('redo') : null,
  })
}
useCodebookDraft.subscribe(tellOfDraft)

function stillThere({ labels, attributes }: Codebook, chosen: Chosen | null): Chosen | null {
  const found =
    chosen?.of === 'label'
      ? labels.some(one => one.id === chosen.id)
      : attributes.some(one => one.id === chosen?.id)
  return found ? chosen : firstOf({ labels, attributes })
}

/** Changes the draft. */
export function edit(change: (draft: Codebook) => Codebook): void {
  const { draft, chosen } = useCodebookDraft.getState()
  const next = change(draft)
  if (next !== draft) takeStep({ draft: next, chosen: stillThere(next, chosen) })
}

/** Adds a label or attribute to the draft, and shows it. */
export function add(of: Chosen['of'], make: (draft: Codebook) => { codebook: Codebook; id: string }): void {
  const { draft, fresh } = useCodebookDraft.getState()
  const { codebook: next, id } = make(draft)
  const found =
    of === 'label'
      ? next.labels.filter(one => one.id === id).map((one): Chosen => ({ of, id: one.id }))
      : next.attributes.filter(one => one.id === id).map((one): Chosen => ({ of, id: one.id }))
  takeStep({ draft: next, chosen: found[0] ?? null, fresh: new Set([...fresh, id]) })
}

/** Goes on to another draft, from which undo leads back. */
function takeStep(next: Partial<Moment> & Pick<Moment, 'draft'>): void {
  useCodebookDraft.setState(state => ({
    ...next,
    steps: stepped(state.steps, momentOf(state), next.draft, performance.now()),
    problem: null,
  }))
}

/** Takes the last step back, or does it again. */
function turn(direction: 'undo' | 'redo'): void {
  const state = useCodebookDraft.getState()
  const found = turned(state.steps, momentOf(state), direction)
  if (found) useCodebookDraft.setState({ ...found.moment, steps: found.steps, problem: null })
}

const momentOf = ({ draft, chosen, fresh, reason }: Moment): Moment => ({ draft, chosen, fresh, reason })

export const choose = (chosen: Chosen): void => useCodebookDraft.setState({ chosen })
export const giveReason = (reason: string): void => useCodebookDraft.setState({ reason })

/** Asks into which label one is merged, or into which it is split. */
export function ask(asked: Asked): void {
  useCodebookDraft.setState({ asked })
  openDialog('codebook')
}

/** Lets go of what was not saved; undo brings it back, as long as the project says what it did. */
export function discard(): void {
  const { base, chosen, steps } = useCodebookDraft.getState()
  // A step of its own, also right after a key.
  useCodebookDraft.setState({ steps: { ...steps, writing: null } })
  takeStep({ draft: base, chosen: stillThere(base, chosen), fresh: new Set(), reason: '' })
  followCodebook()
}

/** Makes the draft the codebook of the project. */
export async function save(): Promise<void> {
  const { file, base, draft, reason, saving, chosen, fresh } = useCodebookDraft.getState()
  const after = idsFromNames(withoutBlanks(draft), fresh)
  if (saving) return
  useCodebookDraft.setState({ saving: true, problem: null })
  const outcome = await sendOnce('codebook.change', { base: codebookVersion(base), ...after, reason })
  // Another project was opened meanwhile, with a draft of its own.
  if (useCodebookDraft.getState().file !== file) {
    if (!outcome.ok) notify(outcome.failure.message, { tone: 'bad' })
    return
  }
  if (!outcome.ok) return useCodebookDraft.setState({ saving: false, problem: outcome.failure.message })
  useCodebookDraft.setState({ ...beginning(after), chosen: movedTo(draft, after, chosen) })
  takeSession(outcome.value)
  notify(say('codebook.saved'), { undo: true })
}

/** What was chosen, by the id that it has now: places stay. */
function movedTo(before: Codebook, after: Codebook, chosen: Chosen | null): Chosen | null {
  if (chosen?.of === 'label') {
    const label = after.labels[before.labels.findIndex(one => one.id === chosen.id)]
    return label ? { of: 'label', id: label.id } : null
  }
  const attribute = after.attributes[before.attributes.findIndex(one => one.id === chosen?.id)]
  return attribute ? { of: 'attribute', id: attribute.id } : null
}

/** Brings an edition back, as a change of its own. */
export async function restore(edition: EditionId, reason: string): Promise<void> {
  const outcome = await sendOnce('codebook.restore', { edition, base: codebookVersion(codebook()), reason })
  if (!outcome.ok) return notify(outcome.failure.message, { tone: 'bad' })
  takeSession(outcome.value)
  notify(say('codebook.restored'), { undo: true })
}

/** Shows what a file would make of the codebook, to be saved or let go. */
export async function readFile(file: File): Promise<void> {
  if (file.size > LARGEST_CODEBOOK) return notify(say('codebook.file-too-large'), { tone: 'bad' })
  const bytes = new Uint8Array(await file.arrayBuffer())
  const outcome = await call('codebook.read', { name: file.name, bytes })
  if (!outcome.ok) return notify(outcome.failure.message, { tone: 'bad' })
  if (outcome.value.differences.length === 0)
    return notify(say('codebook.file-says-same', { name: file.name }))
  const { codebook: draft } = outcome.value
  const { chosen } = useCodebookDraft.getState()
  followCodebook()
  const reason = say('codebook.reason-file', { name: file.name })
  takeStep({ draft, chosen: stillThere(draft, chosen), fresh: new Set(), reason })
}

/** Takes a sentence as an example of a label, or as one that only seems to bear it; as a change of its own. */
export async function addExample(
  label: Label,
  field: 'examples' | 'counterexamples',
  sentence: string,
): Promise<void> {
  const text = sentence.replace(/\s+/g, ' ').trim().slice(0, 4000)
  const name = label.name
  if (label[field].includes(text)) return notify(say('codebook.example-known', { label: name }))
  const base = codebook()
  const { labels, attributes } = changeLabel(base, label.id, { [field]: [...label[field], text] })
  const outcome = await sendOnce('codebook.change', {
    ...{ base: codebookVersion(base), labels, attributes },
    reason: say(field === 'examples' ? 'codebook.reason-example' : 'codebook.reason-counterexample', {
      label: name,
    }),
  })
  if (!outcome.ok) return notify(outcome.failure.message, { tone: 'bad' })
  takeSession(outcome.value)
  notify(
    say(field === 'examples' ? 'codebook.example-added' : 'codebook.counterexample-added', { label: name }),
    {
      undo: true,
    },
  )
}

/** How many annotations bear a label or a value; undefined where main does not answer. */
export async function touching(
  labels: readonly LabelId[],
  attributes: readonly AttributeId[],
): Promise<TouchedAnnotations | undefined> {
  const outcome = await call('codebook.touches', { labels: [...labels], attributes: [...attributes] })
  return outcome.ok ? outcome.value : undefined
}
