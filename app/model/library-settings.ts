/** How a person has arranged the library on this computer. Nothing of it is in a project. */
import { z } from 'zod'
import { ArticleFilter } from './library.ts'

/** What a row of the library says below the title, in this order. */
export const Column = z.enum([
  'source',
  'published',
  'language',
  'author',
  'progress',
  'flagged',
  'collections',
])
export type Column = z.infer<typeof Column>

export const SavedFilter = z
  .strictObject({ name: z.string().trim().min(1).max(100), filter: ArticleFilter })
  .readonly()
export type SavedFilter = z.infer<typeof SavedFilter>

const Columns = z.array(Column).max(20).readonly()
const Filters = z.array(SavedFilter).max(200).readonly()

export const DEFAULT_COLUMNS: readonly Column[] = ['source', 'published', 'progress', 'flagged']

/** As they are for one project. */
export interface LibrarySettings {
  readonly columns: readonly Column[]
  readonly filters: readonly SavedFilter[]
}

export const LibrarySettingsChange = z.strictObject({ columns: Columns, filters: Filters }).partial()
export type LibrarySettingsChange = z.infer<typeof LibrarySettingsChange>

/** As they are kept: the columns for all projects, the filters by the id of the project. */
export const KeptLibrarySettings = z.object({
  columns: Columns.catch(DEFAULT_COLUMNS),
  filters: z.record(z.string(), Filters.catch([])).catch({}),
})
export type KeptLibrarySettings = z.infer<typeof KeptLibrarySettings>

/** Before anybody has arranged anything. */
export const NEW_LIBRARY_SETTINGS: KeptLibrarySettings = { columns: DEFAULT_COLUMNS, filters: {} }
