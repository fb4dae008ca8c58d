/** A merge: the files that the person chose, what they would bring, and then what became of each. */
import { create } from 'zustand'
import type { FileId, Input, Outcome } from '#app/contract'
import type { ForeignLabel, MergeReport } from '#app/exchange/merge-report'
import type { LabelId } from '#app/model/ids'
import { call, on } from '../door.ts'
import { say } from '../messages/messages.ts'
import { closeDialog, openDialog, useDialog } from '../shell/dialog-store.ts'
import { notify } from '../shell/notices.ts'
import { settled } from '../shell/outbox.ts'
import { revert } from '../shell/steps.ts'
import { askForFiles, newFileId, type Sent, sendFile } from './send-file.ts'

export interface GivenFile {
  readonly id: FileId
  readonly name: string
  /** Bytes. */
  readonly size: number
  /** What it would bring, or brought; null as long as that is not known. */
  readonly outcome: Outcome<MergeReport> | null
}

/** What is being done, and how far it has come, in bytes. */
export interface MergeWork {
  readonly step: 'sending' | 'looking' | 'merging'
  readonly done: number
  readonly total: number
}

interface MergeState {
  readonly files: readonly GivenFile[]
  /** The file that is looked at. */
  readonly shown: FileId | null
  readonly work: MergeWork | null
  /** What the labels of other projects are taken for, as the person said. */
  readonly labels: Readonly<Record<string, LabelId | null>>
  /** Whether the person has looked at that. */
  readonly labelsConfirmed: boolean
  /** Why it could not be looked at or merged. */
  readonly problem: string | null
  /** `merged` and `unchanged` once it is over. */
  readonly result: 'none' | 'merged' | 'unchanged'
}

const FRESH: MergeState = {
  files: [],
  shown: null,
  work: null,
  labels: {},
  labelsConfirmed: false,
  problem: null,
  result: 'none',
}

export const useMerge = create<MergeState>(() => FRESH)

/** The files themselves, as long as they are on the list. */
const sources = new Map<FileId, File>()
/** Those on their way to main, or there. */
const sent = new Map<FileId, Promise<Sent>>()
/** What is done now; whoever finds another one here is no longer wanted. */
let turn = 0
/** The job that is looked or merged by. */
let job: string | undefined

useDialog.subscribe((now, before) => {
  if (before.open === 'merge' && now.open !== 'merge') leave()
})

/** Opens the dialog without files. */
export function beginMerge(): void {
  if (useMerge.getState().result !== 'none') reset()
  openDialog('merge')
}

/** Asks for files and puts them on the list. */
export const chooseForMerge = async (): Promise<void> => mergeThese(await askForFiles(true))

/** Puts files on the list, opens the dialog and looks at what they would bring. */
export function mergeThese(chosen: readonly File[]): void {
  if (chosen.length === 0 || useMerge.getState().work?.step === 'merging') return
  if (useMerge.getState().result !== 'none') reset()
  const files = chosen.map(file => {
    const id = newFileId()
    sources.set(id, file)
    return { id, name: file.name, size: file.size, outcome: null }
  })
  useMerge.setState(state => ({
    files: [...state.files, ...files],
    shown: state.shown ?? files[0]?.id ?? null,
  }))
  openDialog('merge')
  void look()
}

export const showFile = (id: FileId): void => useMerge.setState({ shown: id })

/** Takes a file off the list. */
export function leaveOutFile(id: FileId): void {
  forget([id])
  useMerge.setState(({ files, shown }) => {
    const left = files.filter(file => file.id !== id)
    return { files: left, shown: shown === id ? (left[0]?.id ?? null) : shown }
  })
  void look()
}

/** Says what a label of another project is taken for; null leaves its annotations out. */
export function takeLabelFor(name: string, ours: LabelId | null): void {
  useMerge.setState(({ labels }) => ({ labels: { ...labels, [name]: ours } }))
  void look()
}

export const confirmLabels = (labelsConfirmed: boolean): void => useMerge.setState({ labelsConfirmed })

/** The labels of the files of other projects, each once. */
export function foreignLabels(files: readonly GivenFile[]): ForeignLabel[] {
  const all = new Map<string, ForeignLabel>()
  for (const { outcome } of files)
    for (const label of outcome?.ok ? outcome.value.labels : [])
      all.set(label.name, { ...label, count: label.count + (all.get(label.name)?.count ?? 0) })
  return [...all.values()].sort((a, b) => b.count - a.count)
}

/** Stops what is being done. */
export function stopMerge(): void {
  if (useMerge.getState().work?.step !== 'merging') turn++
  if (job !== undefined) void call('job.cancel', { job })
  if (useMerge.getState().work?.step !== 'merging')
    useMerge.setState({ work: null, problem: say('team.look-stopped') })
}

/** Looks again at what the files would bring. */
export async function look(): Promise<void> {
  const mine = ++turn
  if (job !== undefined) await call('job.cancel', { job })
  const { files } = useMerge.getState()
  if (files.length === 0) return useMerge.setState({ work: null, problem: null })
  useMerge.setState({ problem: null, work: { step: 'sending', done: 0, total: 0 } })
  await settled()
  const failed = await sendAll(mine)
  if (mine !== turn) return
  const whole = useMerge.getState().files.filter(({ id }) => !failed.has(id))
  const outcomes =
    whole.length > 0 ? await ask('looking', whole, input => call('exchange.preview', input)) : undefined
  if (mine !== turn) return
  if (outcomes && !outcomes.ok) return useMerge.setState({ work: null, problem: outcomes.failure.message })
  const found = new Map<FileId, Outcome<MergeReport>>(failed)
  for (const { file, outcome } of outcomes?.value ?? []) found.set(file, outcome)
  takeOutcomes(found)
}

/** Merges all that is on the list. One undo takes it back. */
export async function mergeAll(): Promise<void> {
  turn++
  await settled()
  const files = useMerge.getState().files.filter(isWhole)
  const outcome = await ask('merging', files, input => call('exchange.merge', input))
  if (!outcome.ok) return useMerge.setState({ work: null, problem: outcome.failure.message })
  forget(files.map(({ id }) => id))
  takeOutcomes(new Map(outcome.value.files.map(one => [one.file, one.outcome])))
  useMerge.setState({ result: outcome.value.changed ? 'merged' : 'unchanged' })
}

/** Whether a file came whole, so that it can be merged. */
export const isWhole = ({ outcome }: GivenFile): boolean => outcome?.ok === true

export function undoMerge(): void {
  useMerge.setState({ result: 'unchanged' })
  closeDialog()
  void revert('undo')
}

/** Has main look at files, or merge them, and shows how far it has come. */
async function ask<T>(
  step: MergeWork['step'],
  files: readonly GivenFile[],
  request: (input: Input<'exchange.merge'>) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const own = crypto.randomUUID()
  job = own
  useMerge.setState({ problem: null, work: { step, done: 0, total: 0 } })
  const deaf = on('progress', progress => {
    if (progress.job === own && job === own) useMerge.setState({ work: { ...progress, step } })
  })
  const { labels } = useMerge.getState()
  const outcome = await request({
    files: files.map(({ id, name }) => ({ file: id, name })),
    labels,
    job: own,
  })
  deaf()
  return outcome
}

function takeOutcomes(found: ReadonlyMap<FileId, Outcome<MergeReport>>): void {
  job = undefined
  useMerge.setState(({ files }) => ({
    work: null,
    files: files.map(file => ({ ...file, outcome: found.get(file.id) ?? file.outcome })),
  }))
}

/** Sends what has not been sent. @returns why some could not be */
async function sendAll(mine: number): Promise<Map<FileId, Extract<Sent, { ok: false }>>> {
  const failed = new Map<FileId, Extract<Sent, { ok: false }>>()
  const { files } = useMerge.getState()
  const total = files.reduce((sum, { size }) => sum + size, 0)
  let before = 0
  for (const { id, size } of files) {
    const onSent = (bytes: number) => {
      if (mine === turn) useMerge.setState({ work: { step: 'sending', done: before + bytes, total } })
    }
    const file = sources.get(id)
    if (!file) continue
    const sending = sent.get(id) ?? sendFile(file, id, () => sources.has(id), onSent)
    sent.set(id, sending)
    const outcome = await sending
    if (!outcome.ok) {
      failed.set(id, outcome)
      sent.delete(id)
    }
    before += size
  }
  return failed
}

/** Lets files go, here and in main. */
function forget(ids: readonly FileId[]): void {
  for (const id of ids) {
    sources.delete(id)
    sent.delete(id)
  }
  if (ids.length > 0) void call('exchange.drop', { files: [...ids] })
}

/** The dialog was closed. */
function leave(): void {
  const { result, files } = useMerge.getState()
  if (result === 'merged')
    notify(say('team.merged-files', { count: files.filter(isWhole).length }), { undo: true })
  reset()
}

function reset(): void {
  turn++
  if (job !== undefined) void call('job.cancel', { job })
  job = undefined
  forget(useMerge.getState().files.map(({ id }) => id))
  useMerge.setState(FRESH)
}
