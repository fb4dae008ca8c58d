/** The tabs of the view "Team", in their order. To add one: a file `NAME-tab.tsx` here, and a line below. */
import { type ComponentType, lazy } from 'react'
import type { MessageId } from '../messages/messages.ts'
import { ConflictsMark } from './conflicts-mark.tsx'

interface TeamTab {
  readonly id: string
  readonly name: MessageId
  /** What stands beside the name, such as a count. */
  readonly Mark?: ComponentType
  /** What the tab shows; loaded when somebody goes there. It scrolls by itself: see `.team-page`. */
  readonly Shown: ComponentType
}

export const TEAM_TABS: readonly [TeamTab, ...TeamTab[]] = [
  { id: 'exchange', name: 'team.tab-exchange', Shown: lazy(() => import('./exchange-tab.tsx')) },
  {
    id: 'conflicts',
    name: 'team.tab-conflicts',
    Mark: ConflictsMark,
    Shown: lazy(() => import('./conflicts-tab.tsx')),
  },
  { id: 'folder', name: 'team.tab-folder', Shown: lazy(() => import('./folder-tab.tsx')) },
]
