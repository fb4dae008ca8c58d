import type { Touched } from '#app/codebook/touched'
import type { TouchedAnnotations } from '#app/contract'
import type { AnnotatorId } from '#app/model/ids'
import type { Store } from '#main/store/store'

/** How many annotations have one of these labels, or a value of one of these attributes, and whose they are. */
export function touchedAnnotations(
  { db, tables }: Store,
  { labels, attributes }: Touched,
): TouchedAnnotations {
  const long = attributes.filter(id => {
    const type = tables.attribute.get(id)?.type
    return type === 'long-text' || type === 'status-history'
  })
  const parts = [
    ...(labels.length > 0
      ? ['select id, annotator from annotations where label in (select value from json_each(@labels))']
      : []),
    ...(attributes.length > 0
      ? [
          'select annotation, annotator from attribute_values where attribute in (select value from json_each(@attributes))',
        ]
      : []),
    // Long values are not in the table of values; what may have them is read.
    ...(long.length > 0
      ? [
          `select id, annotator from annotations where attributes <> '{}' and exists
            (select 1 from json_each(attributes) as one where one.key in (select value from json_each(@long)))`,
        ]
      : []),
  ]
  if (parts.length === 0) return { annotations: 0, annotators: [] }
  const rows = db
    .prepare<object, { id: AnnotatorId; name: string; annotations: number }>(`
      select p.id, p.name, t.annotations
      from (select annotator, count(*) as annotations from (${parts.join(' union ')}) group by annotator) as t
      join annotators as p on p.id = t.annotator
      order by t.annotations desc, p.name`)
    .all({
      labels: JSON.stringify(labels),
      attributes: JSON.stringify(attributes),
      long: JSON.stringify(long),
    })
  return { annotations: rows.reduce((sum, one) => sum + one.annotations, 0), annotators: rows }
}
