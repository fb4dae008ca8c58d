import { lookup as systemLookup } from 'node:dns'
import type { LookupFunction } from 'node:net'
import { Refusal } from '#app/failure'

/** Whether a numeric address may be connected to. */
export type AddressPolicy = (address: string) => boolean

/**
 * A name lookup for sockets that gives only addresses which the policy allows. The socket connects to what this
 * gives, so a name cannot mean one address when it is checked and another when it is used.
 */
export function guardedLookup(allows: AddressPolicy, lookup: LookupFunction = systemLookup): LookupFunction {
  return (hostname, options, callback) => {
    lookup(hostname, { ...options, all: true }, (error, found) => {
      if (error) return callback(error, '')
      const addresses = Array.isArray(found) ? found : []
      // One private address among public ones is reason enough to distrust the name.
      const forbidden = addresses.length === 0 || addresses.some(({ address }) => !allows(address))
      if (forbidden) return callback(notPublic(), '')
      const [first] = addresses
      if (options.all) callback(null, addresses)
      else callback(null, first?.address ?? '', first?.family ?? 4)
    })
  }
}

export const notPublic = (): Refusal =>
  new Refusal(
    'invalid-input',
    'The address leads into a private network, and such pages are not fetched. Save the page in your browser, then import the file.',
  )
