/** An article as a TextSource. */
import type { Annotation } from '../../model/annotation.ts'
import { type Attribute, BETWEEN_CHOICES } from '../../model/attribute.ts'
import type { Codebook } from '../../model/codebook.ts'
import type { AnnotatorId } from '../../model/ids.ts'
import { type OffsetMap, offsetMap } from '../../text/offsets.ts'
import type { AnnotatedArticle } from '../corpus.ts'
import { element, type XmlElement } from '../xml.ts'
import { fieldNames, PLACE_OF } from './field-names.ts'
import { guidOf } from './guid.ts'
import { type Field, writeMemo } from './memo.ts'
import { VARIABLES, variableGuid } from './variables.ts'
import { choiceGuid, codedChoices, labelGuid } from './write-codes.ts'

/** Writes the articles of one corpus, whose annotators are these. */
export function sourceWriter(
  { attributes }: Codebook,
  annotators: ReadonlyMap<AnnotatorId, string>,
): (article: AnnotatedArticle) => XmlElement {
  const names = fieldNames(attributes)
  const choices = new Map(attributes.map(one => [one.id, new Set(codedChoices(one))]))

  const coding = (annotation: Annotation, code: string): XmlElement =>
    element(
      'Coding',
      {
        guid: guidOf('coding', annotation.id, code),
        creatingUser: annotation.annotator,
        creationDateTime: annotation.created,
      },
      [element('CodeRef', { targetGUID: code })],
    )

  /** A selection for each annotation, as each has its own annotator, times and memo. */
  const selection = (annotation: Annotation, { toCodePoints }: OffsetMap): XmlElement => {
    const memo = writeMemo({
      prose: annotation.note,
      fields: attributeFields(annotation, names, toCodePoints),
    })
    return element(
      'PlainTextSelection',
      {
        guid: annotation.id,
        startPosition: toCodePoints(annotation.start),
        endPosition: toCodePoints(annotation.end),
        creatingUser: annotation.annotator,
        creationDateTime: annotation.created,
        modifyingUser: annotation.annotator,
        modifiedDateTime: annotation.updated,
      },
      [
        ...(memo === '' ? [] : [element('Description', {}, memo)]),
        coding(annotation, labelGuid(annotation.label)),
        ...chosen(annotation, choices).map(code => coding(annotation, code)),
      ],
    )
  }

  return ({ article, text, annotations }) => {
    const offsets = offsetMap(text)
    return element(
      'TextSource',
      {
        guid: article.id,
        // QualCoder cannot read a source without a name.
        name: article.title || article.id,
        plainTextPath: `internal://${article.id}.txt`,
        creatingUser: annotators.has(article.importedBy) ? article.importedBy : undefined,
        creationDateTime: article.imported,
      },
      [
        ...annotations.map(annotation => selection(annotation, offsets)),
        ...VARIABLES.flatMap(([name, field]) => variableValue(name, article[field])),
      ],
    )
  }
}

function attributeFields(
  { attributes, mentions }: Annotation,
  names: ReadonlyMap<string, string>,
  toCodePoints: OffsetMap['toCodePoints'],
): Field[] {
  const nameOf = (id: string): string => names.get(id) ?? id
  return [
    ...Object.entries(attributes).map(([id, value]): Field => [nameOf(id), value]),
    ...Object.entries(mentions).map(
      ([id, { start, end }]): Field => [
        `${PLACE_OF}${nameOf(id)}`,
        `${toCodePoints(start)}-${toCodePoints(end)}`,
      ],
    ),
  ]
}

/** The codes of the choices that an annotation has. */
function chosen(
  { attributes }: Annotation,
  choices: ReadonlyMap<Attribute['id'], ReadonlySet<string>>,
): string[] {
  return [...choices].flatMap(([id, coded]) => {
    const values = coded.size === 0 ? [] : (attributes[id] ?? '').split(BETWEEN_CHOICES)
    return values.filter(value => coded.has(value)).map(value => choiceGuid(id, value))
  })
}

const variableValue = (name: string, value: string): XmlElement[] =>
  value === ''
    ? []
    : [
        element('VariableValue', {}, [
          element('VariableRef', { targetGUID: variableGuid(name) }),
          element('TextValue', {}, value),
        ]),
      ]
