import { v7 as uuidv7 } from 'uuid'
import { AnnotationId } from '#app/model/ids'
import type { Label } from '#app/model/label'
import { applyToLayer, type Layer, tag } from '#app/model/layer'
import type { Edit } from '#app/model/record'
import { type Range, sameRange } from '#app/text/range'
import type { Store } from '#main/store/store'

/** What it takes for a sentence to bear labels: nothing where it does; a removal where another label gives way. */
export function editsFor(store: Store, layer: Layer, range: Range, labels: readonly Label[]): Edit[] {
  const codebook = store.codebook()
  let here: Layer = { ...layer, annotations: layer.annotations.filter(one => sameRange(one, range)) }
  return labels.flatMap(label => {
    const now = new Date().toISOString()
    const edits = tag(here, range, label, codebook, AnnotationId.parse(uuidv7()), now)
    here = applyToLayer(here, edits)
    return edits
  })
}
