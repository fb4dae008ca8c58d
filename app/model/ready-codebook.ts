import { z } from 'zod'

/** The codebooks that come with Assay, by their names; `default` is fact, pledge, claim and opinion. */
export const ReadyCodebook = z.enum([
  'default',
  'fact-opinion-mixed',
  'argument-components',
  'pledge-fulfilment',
])
export type ReadyCodebook = z.infer<typeof ReadyCodebook>
