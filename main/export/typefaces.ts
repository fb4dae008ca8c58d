import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { join } from 'node:path'
import type { SystemTypeface, Typefaces } from '#app/formats/format'
import { resourcesFolder } from '#main/services/folders'

/** Where systems keep typefaces with Chinese, Japanese and Korean, and which of a collection to take. */
const EAST_ASIAN: readonly (readonly [path: string, member?: string])[] = [
  ['/usr/share/fonts/opentype/noto/NotoSerifCJK-Regular.ttc', 'NotoSerifCJKsc-Regular'],
  ['/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', 'NotoSansCJKsc-Regular'],
  ['/usr/share/fonts/noto-cjk/NotoSerifCJK-Regular.ttc', 'NotoSerifCJKsc-Regular'],
  ['/usr/share/fonts/google-noto-serif-cjk-vf-fonts/NotoSerifCJK-VF.ttc', 'NotoSerifCJKsc-Regular'],
  ['/System/Library/Fonts/Supplemental/Songti.ttc', 'STSongti-SC-Regular'],
  ['/System/Library/Fonts/ヒラギノ明朝 ProN.ttc', 'HiraMinProN-W3'],
  ['/System/Library/Fonts/Supplemental/AppleMyungjo.ttf'],
  ['C:\\Windows\\Fonts\\simsun.ttc', 'SimSun'],
  ['C:\\Windows\\Fonts\\YuGothM.ttc', 'YuGothic-Medium'],
  ['C:\\Windows\\Fonts\\malgun.ttf'],
  [join(homedir(), '.local/share/fonts/NotoSerifCJK-Regular.ttc'), 'NotoSerifCJKsc-Regular'],
]

/** The typefaces of this computer. Files are read when they are asked for. */
export const typefaces: Typefaces = {
  shipped: file => readFileSync(shippedPath(file)),
  eastAsian: () =>
    EAST_ASIAN.filter(([path]) => existsSync(path)).map(
      ([path, member]): SystemTypeface => ({
        name: member ?? path,
        bytes: readFileSync(path),
        ...(member ? { member } : {}),
      }),
    ),
}

/** In the packed application beside the other resources, in a checkout in the package that they come from. */
function shippedPath(file: string): string {
  const packed = join(resourcesFolder(), 'fonts', file)
  if (existsSync(packed)) return packed
  const family = /^(?:source-serif-4|amiri|noto-serif-hebrew)/.exec(file)?.[0]
  return createRequire(import.meta.url).resolve(`@fontsource/${family}/files/${file}`)
}
