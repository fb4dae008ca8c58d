import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { connect } from '#main/store/connection'
import { bringUpToDate } from '#main/store/migrations/bring-up-to-date'
import { migrate } from '#main/store/migrations/migrations'
import type { Work } from './work.ts'

const ROWS = 4000

/** Migrations as releases could bring them: each builds on the one before, and none can run twice. */
const STEPS = [
  `create table words (word text not null) strict;
  with recursive n (i) as (select 1 union all select i + 1 from n where i < ${ROWS})
  insert into words select 'word ' || i from n`,
  `alter table words add column length integer not null default 0;
  update words set length = length(word)`,
  'create table lengths as select length, count(*) as uses from words group by length',
  'alter table words drop column length',
  'create index words_by_word on words (word)',
]

const projectOf = (folder: string, turn: number) => join(folder, `${turn}.assay`)
const TURNS = 8

/** Brings project after project from the first version up to the last. */
export const work: Work = {
  async prepare(folder) {
    for (let turn = 0; turn < TURNS; turn++) {
      const db = connect(projectOf(folder, turn), { timeout: 0 })
      migrate(db, STEPS.slice(0, 1))
      db.close()
    }
  },

  async start(folder) {
    return turn => {
      const path = projectOf(folder, turn % TURNS)
      const db = connect(path, { timeout: 0, mustExist: true })
      bringUpToDate(db, path, STEPS)
      db.close()
      return path
    }
  },

  async verify(folder, saved) {
    for (let turn = 0; turn < TURNS; turn++) {
      const path = projectOf(folder, turn)
      const db = connect(path, { timeout: 0, mustExist: true })
      const version = Number(db.pragma('user_version', { simple: true }))
      assert.ok(version >= (saved.includes(path) ? STEPS.length : 1), 'an update that was done is lost')
      const copy = join(folder, `${turn} (before update from version 1).assay`)
      if (version > 1) assert.ok(existsSync(copy), 'a project was updated without a copy')
      if (existsSync(copy)) assertWholeAt(copy, 1)
      bringUpToDate(db, path, STEPS)
      db.close()
      assertWholeAt(path, STEPS.length)
    }
  },
}

function assertWholeAt(path: string, version: number): void {
  const db = connect(path, { timeout: 0, mustExist: true })
  try {
    assert.equal(db.pragma('user_version', { simple: true }), version)
    assert.equal(db.prepare('select count(*) from words').pluck().get(), ROWS)
    assert.equal(db.pragma('integrity_check', { simple: true }), 'ok')
  } finally {
    db.close()
  }
}
