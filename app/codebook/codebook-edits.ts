import { canonical } from '../model/canonical.ts'
import type { Codebook } from '../model/codebook.ts'
import type { Edit } from '../model/record.ts'

/** The edits that make one codebook of another: what is gone, then what is new or other than before. */
export function codebookEdits(before: Codebook, after: Codebook): Edit<'label' | 'attribute'>[] {
  const edits = {
    label: changed(before.labels, after.labels),
    attribute: changed(before.attributes, after.attributes),
  }
  return [
    ...edits.attribute.gone.map((id): Edit<'attribute'> => ({ kind: 'attribute', id, after: null })),
    ...edits.label.gone.map((id): Edit<'label'> => ({ kind: 'label', id, after: null })),
    ...edits.label.put.map((one): Edit<'label'> => ({ kind: 'label', id: one.id, after: one })),
    ...edits.attribute.put.map((one): Edit<'attribute'> => ({ kind: 'attribute', id: one.id, after: one })),
  ]
}

function changed<T extends { readonly id: string }>(
  before: readonly T[],
  after: readonly T[],
): { readonly gone: readonly string[]; readonly put: readonly T[] } {
  const old = new Map(before.map(one => [one.id, one]))
  const now = new Set(after.map(one => one.id))
  return {
    gone: before.map(one => one.id).filter(id => !now.has(id)),
    put: after.filter(one => canonical(one) !== canonical(old.get(one.id) ?? null)),
  }
}
