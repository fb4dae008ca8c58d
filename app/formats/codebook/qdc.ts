import { Refusal } from '../../failure.ts'
import { readCodes } from '../refi-qda/read-codes.ts'
import { codesElement } from '../refi-qda/write-codes.ts'
import { childrenOf, element, readXml, xmlDocument } from '../xml.ts'
import type { CodebookFormat } from './codebook-format.ts'

/** The codebook of REFI-QDA 1.5, which ATLAS.ti, MAXQDA, NVivo, QualCoder and others exchange. */
export const qdc: CodebookFormat = {
  id: 'qdc',
  name: 'Codebook (REFI-QDA)',
  extension: 'qdc',
  write(codebook, { version }) {
    const root = element('CodeBook', { xmlns: 'urn:QDA-XML:codebook:1.0', origin: `Assay ${version}` }, [
      codesElement(codebook),
    ])
    return [...xmlDocument(root)].join('')
  },
  read(file) {
    const root = readXml(file.text(), file.path)
    const [codes] = root.name === 'CodeBook' ? childrenOf(root, 'Codes') : []
    const { labels, attributes } = readCodes(codes)
    if (labels.length > 0) return { labels, attributes }
    throw new Refusal(
      'unreadable',
      `${file.path} has no codes of a REFI-QDA codebook. Export the codebook again, as QDC.`,
    )
  },
}
