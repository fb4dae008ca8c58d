import { useState } from 'react'
import type { Conflict, ConflictSide } from '#app/contract'
import type { ConflictField } from '#app/exchange/conflict-fields'
import { wordDifferences } from '#app/exchange/word-differences'
import { say, sayMoment } from '../messages/messages.ts'
import { Button } from '../ui/button.tsx'
import { fieldName, valueInWords } from './conflict-words.ts'
import { openConflict } from './resolve-conflict.ts'

interface ConflictViewProps {
  readonly conflict: Conflict
  readonly decidable: boolean
  /** Takes one side, with the fields named from other sides. */
  readonly onTake: (side: number, fields?: Readonly<Record<string, number>>) => Promise<void>
}

/** What each side says, side by side, and the ways to decide. */
export function ConflictView({ conflict, decidable, onTake }: ConflictViewProps) {
  const { kind, name, sides, fields, owner, article } = conflict
  /** Of each field the side that is marked; by default the one that shows. */
  const [marked, setMarked] = useState<Readonly<Record<string, number>>>({})
  const byField = conflict.byField && decidable
  return (
    <section className="conflict" aria-label={say('team.conflict')}>
      <header className="conflict-head">
        <h2 className="team-title">{say('team.conflict-of', { kind, name })}</h2>
        {article && (
          <Button kind="quiet" onPress={() => openConflict(conflict)}>
            {say('team.open-article')}
          </Button>
        )}
      </header>
      {!decidable && <p>{say('team.only-owner', { name: owner?.name ?? '' })}</p>}
      <div className="conflict-scroll">
        <table className="conflict-table">
          <thead>
            <tr>
              <td />
              {sides.map((side, index) => (
                <th key={side.revision} scope="col">
                  <SideHead side={side} index={index} siblings={sides} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {fields.map(field => (
              <FieldRow
                key={`${field.field} ${field.of}`}
                field={field}
                conflict={conflict}
                marked={byField ? (marked[field.field] ?? 0) : null}
                onMark={side => setMarked({ ...marked, [field.field]: side })}
              />
            ))}
          </tbody>
          {decidable && (
            <tfoot>
              <tr>
                <td />
                {sides.map((side, index) => (
                  <td key={side.revision}>
                    <Button onPress={() => void onTake(index)}>
                      <kbd>{index + 1}</kbd> {say(side.deleted ? 'team.take-deletion' : 'team.take')}
                    </Button>
                  </td>
                ))}
              </tr>
            </tfoot>
          )}
        </table>
      </div>
      {byField && (
        <div className="conflict-marked">
          <Button
            kind="primary"
            disabled={Object.values(marked).every(side => side === 0)}
            onPress={() => void onTake(0, marked)}
          >
            {say('team.take-marked')}
          </Button>
          <p className="team-hint">{say('team.take-marked-hint')}</p>
        </div>
      )}
    </section>
  )
}

interface SideHeadProps {
  readonly side: ConflictSide
  readonly index: number
  readonly siblings: readonly ConflictSide[]
}

/** Who says it, when, and on which computer where one person says several things. */
function SideHead({ side, index, siblings }: SideHeadProps) {
  const { by, at, session, here, deleted } = side
  const alone = siblings.filter(one => one.by?.id === by?.id).length === 1
  return (
    <>
      <span className="conflict-who">{by?.name ?? say('team.as-imported')}</span>
      {at && <span className="conflict-when">{sayMoment(at)}</span>}
      {!alone && session && (
        <span className="conflict-when">
          {say(here ? 'team.on-this-computer' : 'team.on-another-computer', { session: session.slice(0, 4) })}
        </span>
      )}
      {deleted && <span className="conflict-state">{say('team.side-deleted')}</span>}
      {index === 0 && <span className="conflict-state">{say('team.side-shows')}</span>}
    </>
  )
}

interface FieldRowProps {
  readonly field: ConflictField
  readonly conflict: Conflict
  /** The side whose value is marked; null where whole sides are taken. */
  readonly marked: number | null
  readonly onMark: (side: number) => void
}

function FieldRow({ field, conflict, marked, onMark }: FieldRowProps) {
  const name = fieldName(conflict.kind, field)
  return (
    <tr>
      <th scope="row">{name}</th>
      {field.values.map((value, side) => {
        const { revision = '', deleted = false } = conflict.sides[side] ?? {}
        const against = field.values[side === 0 ? 1 : 0] ?? ''
        const shown = <Value field={field} value={value} against={against} />
        return (
          <td key={revision} dir="auto">
            {marked === null || deleted ? (
              shown
            ) : (
              <label className="conflict-choice">
                <input
                  type="radio"
                  name={`${conflict.id} ${field.field}`}
                  checked={marked === side}
                  onChange={() => onMark(side)}
                />
                <span>{shown}</span>
              </label>
            )}
          </td>
        )
      })}
    </tr>
  )
}

interface ValueProps {
  readonly field: ConflictField
  readonly value: string
  /** What another side says: words that it has not are marked. */
  readonly against: string
}

function Value({ field, value, against }: ValueProps) {
  if (value === '') return <span className="conflict-none">{say('team.says-nothing')}</span>
  const words = valueInWords(field.field, value)
  if (field.field === 'sentences')
    return <Sentences sentences={value.split('\n')} others={against.split('\n')} />
  if (words !== value || against === '') return words
  return wordDifferences(value, against).map(({ text, differs }, place) =>
    // biome-ignore lint/suspicious/noArrayIndexKey: pieces of one text are told apart by their places
    differs ? <mark key={place}>{text}</mark> : <span key={place}>{text}</span>,
  )
}

/** The sentences of one division, those marked that the other has not. */
function Sentences({
  sentences,
  others,
}: {
  readonly sentences: readonly string[]
  readonly others: readonly string[]
}) {
  return (
    <ol className="conflict-sentences">
      {sentences.map((sentence, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: sentences of one text are told apart by their places
        <li key={place}>{others.includes(sentence) ? sentence : <mark>{sentence}</mark>}</li>
      ))}
    </ol>
  )
}
