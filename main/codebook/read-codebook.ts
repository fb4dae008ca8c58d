import { extname } from 'node:path'
import { joinCodebook } from '#app/codebook/join-codebook'
import { Refusal } from '#app/failure'
import type { ReadCodebook } from '#app/formats/codebook/codebook-format'
import { codebookFormats } from '#app/formats/codebook/index'
import type { Codebook } from '#app/model/codebook'

/** The codebook that a file holds, by the ending of its name. Throws a refusal where it holds none. */
export function readCodebook(path: string, bytes: Uint8Array): ReadCodebook {
  const ending = extname(path).slice(1).toLowerCase()
  const format = codebookFormats.find(one => one.read && one.extension === ending)
  if (!format?.read)
    throw new Refusal(
      'invalid-input',
      `${path} is no codebook. Give a .json file as Assay writes it, or a .qdc file.`,
    )
  return format.read({ path, bytes, text: () => new TextDecoder().decode(bytes) })
}

/** A codebook with what a file says of it; see join-codebook.ts. */
export const codebookWithFile = (ours: Codebook, name: string, bytes: Uint8Array): Codebook =>
  joinCodebook(ours, readCodebook(name, bytes))
