/** What the palette offers: every command, label, view and project; articles come as the person types. */
import type { ArticleSummary, RecentProject } from '#app/contract'
import { commands, isAvailable, keysOf } from '../commands/commands.ts'
import { call } from '../door.ts'
import { say } from '../messages/messages.ts'
import { isReading, openArticle } from '../reader/reader-store.ts'
import { tagSelection } from '../reader/tagging.ts'
import { openProject } from './open-project.ts'
import { activeLabels, useSession } from './session-store.ts'
import { currentPlace, currentView, showView } from './view-store.ts'
import { VIEWS } from './views.ts'

export interface PaletteEntry {
  /** Of its kind and what it is; it is remembered by it. */
  readonly id: string
  readonly kind: 'command' | 'label' | 'view' | 'article' | 'project'
  readonly text: string
  readonly keys: readonly string[]
  readonly available: boolean
  run(): void
}

/** All but the articles. */
export const paletteEntries = (): readonly PaletteEntry[] => [
  ...commands.map(
    (command): PaletteEntry => ({
      id: command.id,
      kind: 'command',
      text: say(command.name),
      keys: keysOf(command),
      available: isAvailable(command) && (command.where === 'everywhere' || command.where === currentPlace()),
      run: () => command.run(),
    }),
  ),
  ...activeLabels().map(
    (label, index): PaletteEntry => ({
      id: `label ${label.id}`,
      kind: 'label',
      text: say('palette.tag', { label: label.name }),
      keys: [label.key, index < 9 ? String(index + 1) : ''].filter(Boolean),
      available: isReading() && currentView() === 'read',
      run: () => tagSelection(label, true),
    }),
  ),
  // A view that a command leads to is there already.
  ...VIEWS.filter(({ name }) => !commands.some(command => command.name === name)).map(
    ({ view, name }): PaletteEntry => ({
      id: `view ${view}`,
      kind: 'view',
      text: say('palette.view', { view: say(name) }),
      keys: [],
      available: true,
      run: () => showView(view),
    }),
  ),
  ...otherProjects().map(
    ({ path, name }): PaletteEntry => ({
      id: `project ${path}`,
      kind: 'project',
      text: name,
      keys: [],
      available: true,
      run: () => void openProject(path),
    }),
  ),
]

function otherProjects(): readonly RecentProject[] {
  const { session } = useSession.getState()
  return session?.recent.filter(({ name }) => `${name}.assay` !== session.project?.fileName) ?? []
}

/** Most articles that are offered. */
const ARTICLES = 8

/** The articles that have the words of a query, as entries; none where main does not answer. */
export async function articleEntries(query: string): Promise<readonly PaletteEntry[]> {
  if (query.trim().length < 2 || !useSession.getState().session?.project) return []
  const page = await call('library.page', {
    filter: { words: query },
    order: 'title',
    offset: 0,
    limit: ARTICLES,
  })
  return page.ok ? page.value.articles.map(articleEntry) : []
}

const articleEntry = ({ id, title }: ArticleSummary): PaletteEntry => ({
  id: `article ${id}`,
  kind: 'article',
  text: title,
  keys: [],
  available: true,
  run: () => {
    showView('read')
    void openArticle(id)
  },
})
