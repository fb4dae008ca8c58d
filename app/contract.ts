/**
 * The one door between the renderer and main: every call and every event, with the schema of its input and
 * the type of its output. The preload, the browser host's endpoint and the renderer's client are derived from
 * here; main checks every input against its schema, whichever way it comes. Nothing else crosses.
 */
import { z } from 'zod'
import { aboutCalls } from './contract/about.ts'
import { adjudicationCalls } from './contract/adjudication.ts'
import { agreementCalls } from './contract/agreement.ts'
import { assignCalls } from './contract/assign.ts'
import { backupCalls } from './contract/backup.ts'
import type { Reply } from './contract/call.ts'
import { codebookCalls } from './contract/codebook.ts'
import { collectionCalls } from './contract/collection.ts'
import { conflictCalls } from './contract/conflict.ts'
import { exchangeCalls } from './contract/exchange.ts'
import { exportCalls } from './contract/export.ts'
import { faultCalls } from './contract/fault.ts'
import { folderCalls, type TeamFolderState } from './contract/folder.ts'
import { guidelineCalls } from './contract/guideline.ts'
import { historyCalls } from './contract/history.ts'
import { layerCalls } from './contract/layer.ts'
import { libraryCalls } from './contract/library.ts'
import { protectionCalls } from './contract/protection.ts'
import { queueCalls } from './contract/queue.ts'
import { registerCalls } from './contract/register.ts'
import { searchCalls } from './contract/search.ts'
import { type Session, sessionCalls } from './contract/session.ts'
import { sourceCalls } from './contract/source.ts'
import type { ArticleId } from './model/ids.ts'

export * from './contract/about.ts'
export * from './contract/adjudication.ts'
export * from './contract/agreement.ts'
export * from './contract/assign.ts'
export * from './contract/backup.ts'
export type { Outcome, Reply, UndoState } from './contract/call.ts'
export * from './contract/codebook.ts'
export * from './contract/collection.ts'
export * from './contract/conflict.ts'
export * from './contract/encoded.ts'
export * from './contract/exchange.ts'
export * from './contract/export.ts'
export * from './contract/fault.ts'
export * from './contract/folder.ts'
export * from './contract/guideline.ts'
export * from './contract/history.ts'
export * from './contract/layer.ts'
export * from './contract/library.ts'
export * from './contract/protection.ts'
export * from './contract/queue.ts'
export * from './contract/register.ts'
export * from './contract/search.ts'
export * from './contract/session.ts'
export * from './contract/source.ts'

export const calls = {
  ...sessionCalls,
  ...protectionCalls,
  ...backupCalls,
  ...faultCalls,
  ...libraryCalls,
  ...collectionCalls,
  ...sourceCalls,
  ...layerCalls,
  ...queueCalls,
  ...guidelineCalls,
  ...historyCalls,
  ...adjudicationCalls,
  ...assignCalls,
  ...agreementCalls,
  ...codebookCalls,
  ...exportCalls,
  ...exchangeCalls,
  ...conflictCalls,
  ...folderCalls,
  ...searchCalls,
  ...registerCalls,
  ...aboutCalls,
} as const

export type CallName = keyof typeof calls
/** The calls that are steps. */
export type StepName = {
  [N in CallName]: (typeof calls)[N] extends { readonly isStep: true } ? N : never
}[CallName]
/** The others. */
export type PlainCallName = Exclude<CallName, StepName>
/** What a caller gives. */
export type Input<N extends CallName> = z.input<(typeof calls)[N]['input']>
/** What a service gets: checked. */
export type Checked<N extends CallName> = z.output<(typeof calls)[N]['input']>
export type Output<N extends CallName> = Exclude<(typeof calls)[N]['output'], undefined>

/** Every call as a function: what main implements. */
export type Services = {
  readonly [N in CallName]: (input: Checked<N>) => Output<N> | Promise<Output<N>>
}

/** What the menu of the host, or a file opened from outside, asks the renderer to do. */
export const Command = z.enum([
  'new-project',
  'open-project',
  'import-files',
  'merge-files',
  'paste-article',
  'export',
  'undo',
  'redo',
  'lock',
  'show-keys',
  'settings',
  'about',
])
export type Command = z.infer<typeof Command>

/** What main tells every window. */
export interface Events {
  /** Articles changed, by this window or by another, or (null) more than can be named. `seq` is the last change. */
  readonly changed: { readonly articles: readonly ArticleId[] | null; readonly seq: number }
  /** The project, the person or the recent projects changed. */
  readonly session: Session
  /** How far a job has come: in articles, a merge in bytes. */
  readonly progress: { readonly job: string; readonly done: number; readonly total: number }
  /** The team folder of the open project is another, or a round began or ended. */
  readonly folder: TeamFolderState
  /** With the project to open, where the host knows it. */
  readonly command: { readonly command: Command; readonly path?: string }
}

export type EventName = keyof Events
export const eventNames: readonly EventName[] = ['changed', 'session', 'progress', 'folder', 'command']

/** An event as it travels. */
export type AnyEvent = {
  readonly [N in EventName]: { readonly name: N; readonly payload: Events[N] }
}[EventName]

/** What a host puts at the renderer's disposal: the preload as `window.assay`, the browser host over HTTP. */
export interface Door {
  /** @param work of what the caller takes the open project to be; see `workOf` */
  call<N extends CallName>(name: N, input: Input<N>, work?: string): Promise<Reply<Output<N>>>
  /** @returns a function that stops listening */
  listen(listener: (event: AnyEvent) => void): () => void
}

export const isCallName = (name: unknown): name is CallName =>
  typeof name === 'string' && Object.hasOwn(calls, name)
