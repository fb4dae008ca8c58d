import type { Agreement } from '#app/agreement/agreement'
import { Figure } from './figure.tsx'

export interface FiguresOf {
  readonly key: string
  /** What the figures are of. */
  readonly head: React.ReactNode
  /** In the order of the columns; a figure is shown as one, with its interval or why there is none. */
  readonly cells: readonly (Agreement | { readonly shown: React.ReactNode })[]
}

interface FigureTableProps {
  readonly label?: string
  /** The head of each column, that of the rows' heads first. */
  readonly columns: readonly string[]
  readonly rows: readonly FiguresOf[]
}

/** Rows of figures. */
export function FigureTable({ label, columns, rows }: FigureTableProps) {
  return (
    <table className="agreement-table" aria-label={label}>
      <thead>
        <tr>
          {columns.map(column => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, head, cells }) => (
          <tr key={key}>
            <th scope="row" dir="auto">
              {head}
            </th>
            {columns.slice(1).map((column, place) => (
              <td key={column}>{cellOf(cells[place])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function cellOf(cell: FiguresOf['cells'][number] | undefined): React.ReactNode {
  if (cell === undefined) return null
  return 'shown' in cell ? cell.shown : <Figure result={cell} />
}
