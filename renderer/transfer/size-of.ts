import { say, sayNumber } from '../messages/messages.ts'

/** A number of bytes, in words. */
export function sizeOf(bytes: number): string {
  if (bytes < 1000) return say('transfer.bytes', { size: bytes })
  const size = (unit: number) =>
    sayNumber(bytes / unit, { maximumFractionDigits: 1, minimumFractionDigits: 1 })
  return bytes < 1_000_000
    ? say('transfer.kilobytes', { size: size(1000) })
    : say('transfer.megabytes', { size: size(1_000_000) })
}
