import type { Attribute } from '#app/model/attribute'

/**
 * What the person typed, in the form that the attribute's values have, where it is plain what is meant: without blanks at
 * its ends, a number with a decimal comma, a day without zeros or as 24.11.2026, an address without https://. Else as it is.
 */
export function cleanedValue({ type }: Pick<Attribute, 'type'>, typed: string): string {
  const value = typed.trim()
  switch (type) {
    case 'number': {
      // 31.4 in one country, 31 400 in another: only the person knows.
      if (/^[-−]?[1-9]\d{0,2},\d{3}$/.test(value)) return value
      const number = value
        .replace(/[\s\u00a0\u202f]/g, '')
        .replace(',', '.')
        .replace('−', '-')
      return /^-?\d+(?:\.\d+)?$/.test(number) ? String(Number(number)) : value
    }
    case 'date':
      return cleanedDate(value)
    case 'url':
      return /^[\w-]+(?:\.[\w-]+)+(?:[/?#]\S*)?$/.test(value) ? `https://${value}` : value
    default:
      return value
  }
}

/** A day as ISO 8601 has it, where it is written as year, month, day or with points as day, month, year. */
export function cleanedDate(value: string): string {
  const [, year, month, day] = /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})$/.exec(value) ?? []
  if (year && month && day) return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const [, dotDay, dotMonth, dotYear] = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})$/.exec(value) ?? []
  if (dotDay && dotMonth && dotYear)
    return `${dotYear}-${dotMonth.padStart(2, '0')}-${dotDay.padStart(2, '0')}`
  return value
}
