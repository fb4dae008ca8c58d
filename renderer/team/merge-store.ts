/** A merge: the files that the person chose, what they would bring, and then what became of each. */
import { create } from 'zustand'
import type { FileId, Input, Outcome } from '#app/contract'
import type { ForeignLabel, MergeReport } from '#app/exchange/merge-report'
import { type Accepted, isAccepted } from '#app/exchange/signature'
import type { LabelId } from '#app/model/ids'
import { call, callStep } from '../door.ts'
import { asJobOnceSaved, stopJob, type Work } from '../jobs.ts'
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
export type MergeWork =
  | { readonly step: 'sending'; readonly done: number; readonly total: number }
  | ({ readonly step: 'looking' | 'merging' } & Work)

interface MergeState {
  readonly files: readonly GivenFile[]
  /** The file that is looked at. */
  readonly shown: FileId | null
  readonly work: MergeWork | null
  /** What the labels of other projects are taken for, as the person said. */
  readonly labels: Readonly<Record<string, LabelId | null>>
  /** Whether the person has looked at these. */
  readonly labelsConfirmed: boolean
  /** What the person takes although its sender signed otherwise before. */
  readonly accepted: readonly Accepted[]
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
  accepted: [],
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
  addFiles(files)
}

function addFiles(files: readonly GivenFile[]): void {
  useMerge.setState(state => ({
    files: [...state.files, ...files],
    shown: state.shown ?? files[0]?.id ?? null,
  }))
  openDialog('merge')
  void look()
}

/**
 * Puts on the list what the person opened from outside of Assay, and looks at it.
 *
 * @param orAsk where there is nothing, opens the dialog, so that they choose
 */
export async function mergeHanded({ orAsk }: { readonly orAsk: boolean }): Promise<void> {
  const handed = await call('exchange.handed', {})
  if (!handed.ok || handed.value.length === 0) {
    if (orAsk) beginMerge()
    return
  }
  // Main has them: nothing is to be sent.
  if (useMerge.getState().result !== 'none') reset()
  addFiles(handed.value.map(({ file, name, bytes }) => ({ id: file, name, size: bytes, outcome: null })))
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

/** Opens an encrypted file. @returns why it stays closed; null once it is open */
export async function unsealFile(file: FileId, passphrase: string): Promise<string | null> {
  const outcome = await call('exchange.unseal', { file, passphrase })
  if (!outcome.ok) return outcome.failure.message
  void look()
  return null
}

/** Binds the key of a file to its sender, who has said that it is theirs. */
export async function trustKeyOf({ header, signature }: MergeReport): Promise<void> {
  if (signature.key === null) return
  const outcome = await call('exchange.trust', { annotator: header.by, key: signature.key })
  if (!outcome.ok) return useMerge.setState({ problem: outcome.failure.message })
  void look()
}

/** Takes files that are not signed any more, as their senders said that they are theirs. */
export const takeUnsigned = (): void => useMerge.setState({ accepted: ['unsigned'] })

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
  stopWork()
  if (useMerge.getState().work?.step === 'merging') return
  turn++
  useMerge.setState({ work: null, problem: say('team.look-stopped') })
}

function stopWork(): void {
  const { work } = useMerge.getState()
  if (work && work.step !== 'sending') stopJob(work.job)
}

/** Looks again at what the files would bring. */
export async function look(): Promise<void> {
  const mine = ++turn
  stopWork()
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
  const mine = ++turn
  const files = useMerge.getState().files.filter(isTaken)
  const outcome = await ask('merging', files, (input, of) => callStep('exchange.merge', input, of))
  if (mine !== turn) return
  if (!outcome.ok) return useMerge.setState({ work: null, problem: outcome.failure.message })
  forget(files.map(({ id }) => id))
  takeOutcomes(new Map(outcome.value.files.map(one => [one.file, one.outcome])))
  useMerge.setState({ result: outcome.value.changed ? 'merged' : 'unchanged' })
}

/** Whether a file came whole, and from whom it says, so that it can be merged. */
export const isTaken = ({ outcome }: GivenFile): boolean =>
  outcome?.ok === true && isAccepted(outcome.value.signature, useMerge.getState().accepted)

export function undoMerge(): void {
  useMerge.setState({ result: 'unchanged' })
  closeDialog()
  void revert('undo')
}

/** Has main look at files, or merge them, and shows how far it has come. */
async function ask<T>(
  step: 'looking' | 'merging',
  files: readonly GivenFile[],
  request: (input: Input<'exchange.merge'>, of: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const mine = turn
  useMerge.setState({ problem: null })
  const { labels, accepted } = useMerge.getState()
  return asJobOnceSaved(
    work => {
      if (mine === turn) useMerge.setState({ work: { ...work, step } })
    },
    (job, of) => {
      const given = files.map(({ id, name }) => ({ file: id, name }))
      return request({ files: given, labels, accepted: [...accepted], job }, of)
    },
  )
}

function takeOutcomes(found: ReadonlyMap<FileId, Outcome<MergeReport>>): void {
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
    notify(say('team.merged-files', { count: files.filter(isTaken).length }), { undo: true })
  reset()
}

function reset(): void {
  turn++
  stopWork()
  forget(useMerge.getState().files.map(({ id }) => id))
  useMerge.setState(FRESH)
}
