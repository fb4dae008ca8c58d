import type { Database } from 'better-sqlite3'
import { Refusal } from '#app/failure'
import type { Project } from '#app/model/project'
import { plainTable } from './table.ts'

export function projectTable(db: Database) {
  const only = db.prepare<[], Project>('select id, name, created from project')
  return {
    ...plainTable<'project', Project>(db, {
      name: 'project',
      columns: ['id', 'name', 'created'],
      key: ['id'],
      toRow: project => project,
      fromRow: row => row,
    }),
    /** The project of this file. */
    only(): Project {
      const project = only.get()
      if (!project)
        throw new Refusal(
          'damaged',
          'This project file does not say which project it is. Restore it from a backup.',
        )
      return project
    },
  }
}
