/** The views of the window, in their order in the bar. To add one: its name in view-store.ts, and a line here. */
import { type ComponentType, lazy } from 'react'
import type { MessageId } from '../messages/messages.ts'
import { ReadView } from './read-view.tsx'
import type { View } from './view-store.ts'

interface ViewDescription {
  readonly view: View
  readonly name: MessageId
  /** What fills the window below the bar. All but the first are lazy: loaded when somebody goes there. */
  readonly Shown: ComponentType
}

export const VIEWS: readonly [ViewDescription, ...ViewDescription[]] = [
  { view: 'read', name: 'shell.view-read', Shown: ReadView },
  {
    view: 'search',
    name: 'shell.view-search',
    Shown: lazy(() => import('../search/search-view.tsx')),
  },
  {
    view: 'register',
    name: 'shell.view-register',
    Shown: lazy(() => import('../register/register-view.tsx')),
  },
  {
    view: 'codebook',
    name: 'shell.view-codebook',
    Shown: lazy(() => import('../codebook/codebook-view.tsx')),
  },
  {
    view: 'team',
    name: 'shell.view-team',
    Shown: lazy(() => import('../team/team-view.tsx')),
  },
  {
    view: 'agreement',
    name: 'shell.view-agreement',
    Shown: lazy(() => import('../agreement/agreement-view.tsx')),
  },
  {
    view: 'adjudication',
    name: 'shell.view-adjudication',
    Shown: lazy(() => import('../adjudication/adjudication-view.tsx')),
  },
]
