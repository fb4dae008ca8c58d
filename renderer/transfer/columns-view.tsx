import { Columns, type TablePreview } from '#app/contract'
import { type MessageId, say } from '../messages/messages.ts'
import { type Chosen, chooseColumns } from './import-store.ts'

const NAMES: Record<keyof Columns, MessageId> = {
  text: 'transfer.field-text',
  title: 'transfer.field-title',
  source: 'transfer.field-source',
  author: 'transfer.field-author',
  url: 'transfer.field-url',
  published: 'transfer.field-published',
  language: 'transfer.field-language',
  label: 'transfer.field-label',
  annotator: 'transfer.field-annotator',
}

/** Rows that are shown under the head. */
const ROWS = 3

/** What the columns of a table are: as remembered or guessed, to be changed. */
export function ColumnsView({ file, table }: { readonly file: Chosen; readonly table: TablePreview }) {
  const { header, rows, columns } = table
  const roles = Object.keys(NAMES) as (keyof Columns)[] // the keys of a record are those of its type
  const choose = (role: keyof Columns, column: string) => {
    const chosen = Columns.safeParse({ ...columns, [role]: column || undefined })
    if (chosen.success) chooseColumns(file.number, chosen.data)
  }
  return (
    <>
      {!columns && <p className="problem">{say('transfer.no-text-column')}</p>}
      <div className="source-fields">
        {roles.map(role => (
          <div key={role} className="field">
            <label className="field-label" htmlFor={`column-${role}`}>
              {say(NAMES[role])}
            </label>
            <select
              id={`column-${role}`}
              className="input"
              value={columns?.[role] ?? ''}
              onChange={event => choose(role, event.target.value)}
            >
              <option value="">–</option>
              {header.map(name => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </div>
        ))}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a table that scrolls has to be reached by keyboard */}
      <section className="source-table" aria-label={say('transfer.first-rows')} tabIndex={0}>
        <table>
          <thead>
            <tr>
              {header.map(name => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, ROWS).map((row, number) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a row has nothing but its place
              <tr key={number}>
                {header.map((name, column) => (
                  <td key={name}>{row[column]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}
