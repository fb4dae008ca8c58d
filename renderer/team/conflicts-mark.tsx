import { useAsked } from '../use-asked.ts'

/** How many there are, beside the name of the tab. */
export function ConflictsMark() {
  const { value } = useAsked('conflict.count', {})
  return value ? <span className="tab-count">{value}</span> : null
}
