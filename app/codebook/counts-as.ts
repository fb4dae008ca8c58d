/** What labels count as since labels were merged. */
import type { Codebook } from '../model/codebook.ts'
import type { LabelId } from '../model/ids.ts'
import type { Label } from '../model/label.ts'

/** The label that annotations of this one count as: the last of its successors, or itself where they lead in a circle. */
export function countsAs(labels: readonly Label[], id: LabelId): LabelId {
  const successors = new Map(labels.map(one => [one.id, one.successor]))
  const passed = new Set([id])
  let last = id
  for (let next = successors.get(last); next; next = successors.get(last)) {
    if (passed.has(next)) return id
    passed.add(next)
    last = next
  }
  return last
}

/** The labels whose annotations are to be decided again: they count as a label that is retired. */
export const labelsToDecide = ({ labels }: Codebook): LabelId[] => {
  const retired = new Set(labels.filter(one => one.retired).map(one => one.id))
  return labels.flatMap(({ id }) => (retired.has(countsAs(labels, id)) ? [id] : []))
}
