import type { FormatDescription } from '#app/contract'
import type { Format } from '#app/formats/format'
import type { Queries } from './query-names.ts'

export const exportQueries = (): Queries<'export.formats'> => ({
  // All that is known of formats is loaded when somebody asks, and here: it would keep main waiting for 40 ms.
  'export.formats': async () => {
    const { formats } = await import('#app/formats/index')
    return formats.filter(format => format.write).map(describe)
  },
})

function describe({ options = [], ...format }: Format): FormatDescription {
  const { id, name, description, extension, packaging, losses } = format
  return { id, name, description, extension, packaging, losses, options }
}
