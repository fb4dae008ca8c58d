/** A file for colleagues: what goes into it, then how far it has come, then what it is. */
import { create } from 'zustand'
import type { Colleague, KnownAnnotator, Shared, SharedPart } from '#app/contract'
import { NewPassphrase } from '#app/exchange/passphrase'
import type { AnnotatorId } from '#app/model/ids'
import { call } from '../door.ts'
import { openDialog } from '../shell/dialog-store.ts'
import { useSession } from '../shell/session-store.ts'
import { CHOOSING, type Writing, write } from '../transfer/writing.ts'

export interface ShareChoice {
  readonly what: SharedPart['what']
  readonly annotator: AnnotatorId | null
  /** As it is typed. */
  readonly colleague: string
  readonly packed: boolean
  readonly signed: boolean
  /** With which the file is encrypted; null for not at all. */
  readonly passphrase: string | null
}

interface ShareStore {
  readonly state: Writing<Shared>
  readonly choice: ShareChoice
  readonly annotators: readonly KnownAnnotator[]
  /** Who has been sent what changed; null as long as that is not known. */
  readonly colleagues: readonly Colleague[] | null
}

export const useShare = create<ShareStore>(() => ({
  state: CHOOSING,
  choice: { what: 'all', annotator: null, colleague: '', packed: true, signed: true, passphrase: null },
  annotators: [],
  colleagues: null,
}))

/** Opens the dialog, for a colleague where one is named. */
export function beginShare(colleague?: string): void {
  useShare.setState(({ choice }) => ({
    state: CHOOSING,
    // A passphrase is not kept.
    choice: { ...choice, passphrase: null, ...(colleague === undefined ? {} : { what: 'news', colleague }) },
  }))
  openDialog('share')
  void call('annotator.list', {}).then(found => {
    if (found.ok) useShare.setState({ annotators: found.value })
  })
  void refreshColleagues()
}

export async function refreshColleagues(): Promise<void> {
  const found = await call('exchange.colleagues', {})
  if (found.ok) useShare.setState({ colleagues: found.value })
}

export const chooseShare = (changed: Partial<ShareChoice>): void =>
  useShare.setState(({ choice }) => ({ choice: { ...choice, ...changed } }))

/** What was chosen, as main takes it; undefined where something is missing. */
export function sharedPart({ what, annotator, colleague }: ShareChoice): SharedPart | undefined {
  switch (what) {
    case 'all':
      return { what }
    case 'annotator': {
      const own = useSession.getState().session?.person.id
      const chosen = annotator ?? own
      return chosen && { what, annotator: chosen }
    }
    case 'news':
      return colleague.trim() === '' ? undefined : { what, colleague: colleague.trim() }
  }
}

/** Whether the passphrase is long enough, where there is to be one. */
export const isSealable = ({ passphrase }: ShareChoice): boolean =>
  passphrase === null || NewPassphrase.safeParse(passphrase).success

/** Writes the file. */
export async function shareNow(): Promise<void> {
  const { choice } = useShare.getState()
  const part = sharedPart(choice)
  if (!part || !isSealable(choice)) return
  const { packed, signed, passphrase } = choice
  await write<Shared>(
    state => useShare.setState({ state }),
    job => call('exchange.share', { part, packed, signed, passphrase, job }),
  )
  await refreshColleagues()
}
