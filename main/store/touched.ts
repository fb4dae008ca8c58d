/** Which annotations the codebook's changes touch: such as were given when it said something else of what they say. */
import { touchedBy } from '#app/codebook/touched'
import type { Codebook } from '#app/model/codebook'
import { codebookVersion } from '#app/model/codebook-version'
import type { Tables } from './tables/tables.ts'

/**
 * Which labels and attributes mean something else than in each edition, as JSON for `isTouched`; `[]` for none. Of a
 * codebook that no edition says, nothing is known to be touched.
 */
export function touchedSince({ edition }: Pick<Tables, 'edition'>, now: Codebook): string {
  const current = codebookVersion(now)
  const earlier = new Map(edition.all().map(one => [one.version, one]))
  earlier.delete(current)
  const touched = [...earlier].map(([version, edition]) => ({
    codebook: version,
    ...touchedBy(edition, now),
  }))
  return JSON.stringify(touched.filter(({ labels, attributes }) => labels.length + attributes.length > 0))
}

/** Whether an annotation is touched, as SQL that binds `touched`. @param row what the annotation is called in it */
export const isTouched = (row: string): string => `exists (
  select 1 from json_each(@touched) t where t.value ->> 'codebook' = ${row}.codebook and (
    exists (select 1 from json_each(t.value -> 'labels') l where l.value = ${row}.label)
    or exists (select 1 from json_each(t.value -> 'attributes') b join json_each(${row}.attributes) v on v.key = b.value)))`
