/**
 * A date as ISO 8601 where it can be understood without guessing: what is ISO already stays, RFC 2822 and
 * `20260824` are rewritten. Anything else stays as given, for 3/4/2026 is two different days.
 */
export function isoDate(given: string | undefined): string | undefined {
  const date = given?.trim()
  if (!date) return undefined
  if (/^\d{4}(-\d\d(-\d\d)?)?(T|$)/.test(date)) return date.replace(/\.0+(?=Z|$)/, '')
  const spaced = /^(\d{4}-\d\d-\d\d) +(\d\d:\d\d(?::\d\d(?:\.\d+)?)?) ?(Z|UTC|[+-]\d\d:?\d\d)?$/.exec(date)
  if (spaced) return `${spaced[1]}T${spaced[2]}${spaced[3] === 'UTC' ? 'Z' : (spaced[3] ?? '')}`
  const digits = /^(\d{4})(\d\d)(\d\d)$/.exec(date)
  if (digits) return `${digits[1]}-${digits[2]}-${digits[3]}`
  const european = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(date)
  if (european) return `${european[3]}-${european[2]?.padStart(2, '0')}-${european[1]?.padStart(2, '0')}`
  const slashed = /^(\d{4})\/(\d{1,2})\/(\d{1,2})/.exec(date)
  if (slashed) return `${slashed[1]}-${slashed[2]?.padStart(2, '0')}-${slashed[3]?.padStart(2, '0')}`
  return rfc2822(date) ?? date
}

/** "Tue, 24 Nov 2026 08:00:00 +0200", as mails and RSS have it. */
function rfc2822(date: string): string | undefined {
  if (!/^(?:[A-Z][a-z]{2},? )?\d{1,2} [A-Z][a-z]{2} \d{2,4} \d\d?:\d\d/.test(date)) return undefined
  const time = Date.parse(date)
  return Number.isNaN(time) ? undefined : new Date(time).toISOString().replace('.000Z', 'Z')
}
