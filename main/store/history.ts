/**
 * Undo and redo walk the history, each annotator through their own changes. They are changes like others: they
 * are in the history, and survive a restart.
 */
import type { Database } from 'better-sqlite3'
import type { UndoState } from '#app/contract'
import type { Version } from '#app/exchange/version'
import { Refusal } from '#app/failure'
import type { AnnotatorId, GroupId } from '#app/model/ids'
import { type Action, type Edit, type Effect, type Kind, recordSchemas } from '#app/model/record'
import { atomically } from './atomically.ts'
import { isReferenceBroken } from './disk.ts'
import type { Tables } from './tables/tables.ts'
import type { Versions } from './versions.ts'
import { sameRecord, type Write } from './write.ts'
import { SET_ACTIONS, type setWriter } from './write-versions.ts'

export type Direction = 'undo' | 'redo'

/** What an undo or redo did. */
export interface Reverted {
  /** The action that was undone or redone. */
  readonly action: Action
  readonly effects: readonly Effect[]
}

interface ChangeRow {
  readonly seq: number
  readonly action: Action
  readonly group: string | null
}

interface Entry {
  readonly kind: Kind
  readonly record: string
  readonly before: string | null
  readonly after: string | null
}

/** Making the project and becoming known in it are no steps of work; nor is saying who one is, which undo passes over. */
const UNDOABLE: ReadonlySet<Action> = new Set([
  'rename-annotator',
  'import-article',
  'import-annotations',
  'tag',
  'untag',
  'review',
  'annotate',
  'adjudicate',
  'split-sentence',
  'join-sentences',
  'change-codebook',
  'describe-article',
  'collect',
  'change-guideline',
  'look-again',
  'deal-out',
  'open-layers',
  'empty-bin',
  'rename-value',
  'merge',
  'resolve-conflict',
])

/** The values of `changes.state`. */
const DONE = 0
const UNDONE = 1
const ABANDONED = 2

export function historyOf(
  db: Database,
  tables: Tables,
  versions: Versions,
  write: Write,
  writeVersions: ReturnType<typeof setWriter>,
) {
  const of = 'select seq, action, "group" from changes where annotator = ? and reverts is null and aside ='
  const mine = `${of} 0 and state =`
  const next = {
    undo: db.prepare<[string], ChangeRow>(
      `${mine} ${DONE} and action <> 'identify' order by seq desc limit 1`,
    ),
    redo: db.prepare<[string], ChangeRow>(`${mine} ${UNDONE} order by seq limit 1`),
  }
  const group = {
    undo: db.prepare<[string, string], ChangeRow>(`${mine} ${DONE} and "group" = ? order by seq desc`),
    redo: db.prepare<[string, string], ChangeRow>(`${mine} ${UNDONE} and "group" = ? order by seq`),
  }
  const aside = db.prepare<[string, string], ChangeRow>(
    `${of} 1 and state = ${DONE} and "group" = ? order by seq desc`,
  )
  const lastAside = db
    .prepare<[string], GroupId>(
      `select "group" from changes where annotator = ? and reverts is null and aside = 1 and state = ${DONE}
       order by seq desc limit 1`,
    )
    .pluck()
  const entriesOf = db.prepare<[number], Entry>(
    'select kind, record, before, after from history where change = ? order by place',
  )
  const counted = (entries: string) => `select count(*) from (select 1 ${entries} limit ?)`
  const entriesIn = db.prepare<[number, number], number>(counted('from history where change = ?')).pluck()
  const entriesInGroup = db
    .prepare<[string, number], number>(
      counted('from changes c join history h on h.change = c.seq where c."group" = ?'),
    )
    .pluck()
  const setState = db.prepare('update changes set state = ? where seq = ?')

  const nextStep = (by: AnnotatorId, direction: Direction): ChangeRow | undefined => {
    const row = next[direction].get(by)
    return row && UNDOABLE.has(row.action) ? row : undefined
  }

  /** A step: one change, or all of its group. */
  const changesOf = (by: AnnotatorId, step: ChangeRow, direction: Direction): ChangeRow[] =>
    step.group === null ? [step] : group[direction].all(by, step.group)

  /** The records are still as the changes left them, or, to redo, as they found them; and nobody else leans on them. */
  function canRevert(changes: readonly ChangeRow[], direction: Direction): boolean {
    if (changes.some(change => SET_ACTIONS.has(change.action))) return setsStand(changes, direction)
    const entries = changes.flatMap(change => entriesOf.all(change.seq))
    const own = Map.groupBy(entries, articleUsed)
    const ownLabels = Map.groupBy(entries, labelUsed)
    return entries.every(entry => {
      const expected = direction === 'undo' ? entry.after : entry.before
      const goes = direction === 'undo' && entry.before === null
      const used = (by: typeof own) => by.get(entry.record)?.length ?? 0
      if (goes && entry.kind === 'article' && tables.article.uses(entry.record) > used(own)) return false
      if (goes && entry.kind === 'label' && tables.annotation.withLabel(entry.record) > used(ownLabels))
        return false
      return sameRecord(
        tables[entry.kind].get(entry.record),
        expected === null ? undefined : JSON.parse(expected),
      )
    })
  }

  /** The versions of every record are those that a merge left, or, to redo, those that it found. */
  const setsStand = (changes: readonly ChangeRow[], direction: Direction): boolean =>
    changes.every(change =>
      entriesOf.all(change.seq).every(({ kind, record, before, after }) => {
        const expected = setOf(direction === 'undo' ? after : before)
        const now = versions.of(kind, record)
        return now.map(one => one.revision).join() === expected.map(one => one.revision).join()
      }),
    )

  /** Takes a merge back as if it had never been, or does it again. Nothing of that travels to others. */
  function revertSets(by: AnnotatorId, change: ChangeRow, direction: Direction): readonly Effect[] {
    const entries = entriesOf.all(change.seq)
    if (direction === 'undo') entries.reverse()
    const open = writeVersions({ by, action: direction, reverts: change.seq })
    const effects = entries.map(({ kind, record, before, after }) => {
      const [from, to] = direction === 'undo' ? [setOf(after), setOf(before)] : [setOf(before), setOf(after)]
      open.put(kind, record, from, to)
      return effectOf(kind, record, from[0], to[0])
    })
    open.end()
    versions.settle()
    setState.run(direction === 'undo' ? UNDONE : DONE, change.seq)
    return effects
  }

  /** Reverts one change, within a transaction. */
  function revertOne(by: AnnotatorId, change: ChangeRow, direction: Direction): readonly Effect[] {
    if (SET_ACTIONS.has(change.action)) return revertSets(by, change, direction)
    const edits = entriesOf.all(change.seq).map(entry => editBack(entry, direction))
    if (direction === 'undo') edits.reverse()
    const written = write({ by, action: direction, edits }, { reverts: change.seq })
    setState.run(direction === 'undo' ? UNDONE : DONE, change.seq)
    return written?.effects ?? []
  }

  /** Reverts the next step; undefined where the step cannot be, which is then passed over for good. */
  function revertStep(by: AnnotatorId, direction: Direction): Reverted | undefined {
    const step = nextStep(by, direction)
    if (!step) throw new Refusal('nothing-to-undo', `There is nothing to ${direction}.`)
    const changes = changesOf(by, step, direction)
    if (!canRevert(changes, direction)) {
      passOver(by, direction)
      return undefined
    }
    return { action: step.action, effects: changes.flatMap(change => revertOne(by, change, direction)) }
  }

  /** Leaves the next step for good. */
  function passOver(by: AnnotatorId, direction: Direction): void {
    const step = nextStep(by, direction)
    for (const change of step ? changesOf(by, step, direction) : []) setState.run(ABANDONED, change.seq)
  }

  /** Takes back changes that stand aside, of one group; see write-versions.ts. Throws a refusal where it cannot. */
  function revertAside(by: AnnotatorId, group: GroupId): Reverted {
    try {
      return atomically(db, () => {
        db.pragma('defer_foreign_keys = on')
        const changes = aside.all(by, group)
        const [first] = changes
        if (!first) throw new Refusal('nothing-to-undo', 'It was taken back already.')
        if (!setsStand(changes, 'undo')) throw sinceUsed()
        return { action: first.action, effects: changes.flatMap(one => revertOne(by, one, 'undo')) }
      })
    } catch (error) {
      throw isReferenceBroken(error) ? sinceUsed() : error
    }
  }

  function revert(by: AnnotatorId, direction: Direction): Reverted {
    try {
      const reverted = atomically(db, () => {
        // A merge is taken back record by record, and only its end holds together.
        db.pragma('defer_foreign_keys = on')
        return revertStep(by, direction)
      })
      if (reverted) return reverted
    } catch (error) {
      // What a merge brought, such as a person or the gold layer, may bear what others wrote since.
      if (!isReferenceBroken(error)) throw error
      atomically(db, () => passOver(by, direction))
    }
    const done = direction === 'undo' ? 'undone' : 'redone'
    throw new Refusal(
      'conflict',
      `This step cannot be ${done}: what it touched was changed or used since. Earlier steps still can.`,
    )
  }

  return {
    /** What undo and redo would do for this annotator. */
    state(by: AnnotatorId): UndoState {
      const [back, again] = [nextStep(by, 'undo'), nextStep(by, 'redo')]
      return { undo: back?.action ?? null, redo: again?.action ?? null, step: back?.seq ?? null }
    },
    /** How many records the next step is about, up to a limit: what it costs. */
    weight(by: AnnotatorId, direction: Direction, limit: number): number {
      const step = nextStep(by, direction)
      if (!step) return 0
      return (
        (step.group === null ? entriesIn.get(step.seq, limit) : entriesInGroup.get(step.group, limit)) ?? 0
      )
    },
    /** Takes back the annotator's last step, or does again what they took back last. Throws a refusal where it cannot. */
    revert,
    /** The last changes that stand aside and have not been taken back; undefined where there are none. */
    lastAside: (by: AnnotatorId): GroupId | undefined => lastAside.get(by),
    revertAside,
  }
}

const sinceUsed = () =>
  new Refusal(
    'conflict',
    'What the team folder brought cannot be taken back: some of it was changed or used since.',
  )

/** The edit that leads back to what was before a change, or forward to what was after it. */
function editBack(entry: Entry, direction: Direction): Edit {
  const json = direction === 'undo' ? entry.before : entry.after
  const after = json === null ? null : recordSchemas[entry.kind].parse(JSON.parse(json))
  // Kind and record were written together, and the schema of the kind has just been checked.
  return { kind: entry.kind, id: entry.record, after } as Edit
}

const setOf = (json: string | null): Version[] => (json === null ? [] : JSON.parse(json))

/** What a change of versions did to the record that shows. */
function effectOf(kind: Kind, id: string, from: Version | undefined, to: Version | undefined): Effect {
  const shown = (version: Version | undefined) => (version && !version.deleted ? version.record : null)
  // Versions of one id are of one kind.
  return { kind, id, after: shown(to), before: shown(from) } as Effect
}

/** The article that an annotation, review or decision of the history is in; undefined for other kinds. */
function articleUsed({ kind, after }: Entry): string | undefined {
  if (after === null || (kind !== 'annotation' && kind !== 'review' && kind !== 'decision')) return undefined
  return recordSchemas[kind].parse(JSON.parse(after)).article
}

/** The label that an annotation of the history bears; undefined for other kinds. */
const labelUsed = ({ kind, after }: Entry): string | undefined =>
  kind === 'annotation' && after !== null
    ? recordSchemas.annotation.parse(JSON.parse(after)).label
    : undefined
