/** The lines of an `.ann`, as `annotation.py` of brat reads them. */
import { Refusal } from '../../failure.ts'
import type { Range } from '../../text/range.ts'
import type { GivenFile } from '../format.ts'
import { jsonRecord, linesOf } from '../lines.ts'
import { AssayNote } from './assay-note.ts'
import { ASSAY_NOTE } from './vocabulary.ts'

/** A text-bound annotation with what is said of it. Offsets as in the file. */
export interface Bound {
  /** For refusals: file and line. */
  readonly place: string
  readonly type: string
  readonly spans: readonly Range[]
  /** The text that the file says it covers; empty where it does not. */
  readonly text: string
  /** By the attribute's type; `''` where brat has no value, only that it is set. */
  readonly attributes: ReadonlyMap<string, string>
  readonly note: string
  readonly assay: AssayNote
}

/**
 * The annotations of a file. Relations, equivalences, arguments of events and normalisations are left out; what is
 * said of an event is said of its trigger.
 *
 * @throws a refusal (`unreadable`) that names the line
 */
export function boundsIn(file: GivenFile): Bound[] {
  const bounds = new Map<string, Drafted>()
  const triggers = new Map<string, string>()
  const said: ((draft: (id: string) => Drafted | undefined) => void)[] = []
  for (const { line, number } of linesOf(file.text())) {
    const place = `${file.path}, line ${number},`
    const [, id = '', data = '', tail = ''] = LINE.exec(line) ?? []
    switch (id[0]) {
      case 'T':
        if (bounds.has(id)) throw broken(place, `is the second one with the id ${id}`)
        bounds.set(id, boundOf(data, tail, place))
        break
      case 'E':
        triggers.set(id, /^[^\s:]+:(\S+)/.exec(data)?.[1] ?? '')
        break
      // `M` is how old versions write an attribute without a value.
      case 'A':
      case 'M': {
        const [, type, target = '', value = ''] = ATTRIBUTE.exec(data) ?? []
        if (!type)
          throw broken(place, 'should say which attribute of which annotation it is (A1<tab>Negation T1)')
        said.push(draft => draft(target)?.attributes.set(type, value))
        break
      }
      case '#': {
        const [, type, target = ''] = /^(\S+)\s+(\S+)\s*$/.exec(data) ?? []
        if (!type)
          throw broken(
            place,
            'should say what kind of note it is, and of what (#1<tab>AnnotatorNotes T1<tab>…)',
          )
        if (type === ASSAY_NOTE) {
          const assay = jsonRecord(tail, place, AssayNote)
          said.push(draft => setOn(draft(target), { assay }))
        } else if (type === 'AnnotatorNotes') said.push(draft => setOn(draft(target), { note: tail.trim() }))
        break
      }
      case 'R':
      case 'N':
      case '*':
        break
      default:
        throw broken(place, 'is none of T, A, M, E, R, N, * or # with a tab after its id')
    }
  }
  const draftOf = (id: string) => bounds.get(triggers.get(id) ?? id)
  for (const say of said) say(draftOf)
  return [...bounds.values()]
}

const LINE = /^([TEAMRN#]\S*|\*)\t([^\t]*)(?:\t(.*))?$/s
const ATTRIBUTE = /^(\S+) (\S+)(?: (.+?))?\s*$/
const BOUND = /^(\S+) (-?\d+ -?\d+(?:;-?\d+ -?\d+)*)\s*$/

interface Drafted extends Bound {
  readonly attributes: Map<string, string>
  note: string
  assay: AssayNote
}

function setOn(draft: Drafted | undefined, what: { note: string } | { assay: AssayNote }): void {
  if (draft) Object.assign(draft, what)
}

function boundOf(data: string, text: string, place: string): Drafted {
  const [, type = '', offsets = ''] = BOUND.exec(data) ?? []
  if (type === '') throw broken(place, 'should have a type and offsets (T1<tab>Claim 0 12<tab>…)')
  const spans = offsets.split(';').map(pair => {
    const [start = 0, end = 0] = pair.split(' ').map(Number)
    return { start, end }
  })
  return { place, type, spans, text, attributes: new Map(), note: '', assay: {} }
}

const broken = (place: string, what: string): Refusal =>
  new Refusal('unreadable', `${place} ${what}. Mend the line in brat, or take it out.`)
