import { expect, test } from 'vitest'
import { markedArticle } from './test/marked-article.ts'
import { filesOf, givenFile, textOf } from './test/round-trip.ts'
import { uimaXmi } from './uima-xmi.ts'

const files = await filesOf(uimaXmi, markedArticle())
const document = files.find(file => file.path.endsWith('.xmi'))?.text() ?? ''
const read = async (...given: [path: string, content: string][]) => {
  const those = given.map(([path, content]) => givenFile(path, content))
  expect(uimaXmi.read?.recognises(those)).toBe(true)
  const corpus = await uimaXmi.read?.read(those)
  return { ...corpus, articles: [...(corpus?.articles ?? [])] }
}

test('there is a document for each article, named by its id, and the type system', () => {
  expect(files.map(file => file.path)).toEqual(['TypeSystem.xml', '77e3e0be-a2e3-8b28-9500-6b960000001c.xmi'])
})

test('sentences, tokens and annotations stand in UTF-16 units beside the text', () => {
  const lines = document.split('\n')
  expect(lines.slice(2)).toEqual([
    '<cas:NULL xmi:id="0"/>',
    '<cas:Sofa xmi:id="1" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="Rain 😀 fell.&#10;&#10;It will stop."/>',
    '<t2:DocumentMetaData xmi:id="2" sofa="1" begin="0" end="28" documentTitle="Rain" documentId="77e3e0be-a2e3-8b28-9500-6b960000001c" language="en"/>',
    '<t3:AssayArticle xmi:id="3" sofa="1" begin="0" end="13" title="Rain" source="The Courier" language="en" labels="causal-claim Causal claim&#10;claim Claim"/>',
    expect.stringMatching(
      /^<t3:Assay xmi:id="4" sofa="1" begin="0" end="13" label="Causal claim" note="Two&#10;lines; a_b" attributed_to="Ms. Oakes" .*identifier="01900000-0000-7000-8000-000000000000"\/>$/,
    ),
    '<t3:AssayMention xmi:id="5" sofa="1" begin="15" end="17" attribute="attributed_to" annotation="01900000-0000-7000-8000-000000000000"/>',
    expect.stringMatching(/^<t3:Assay xmi:id="6" sofa="1" begin="5" end="17" label="Claim" created=/),
    expect.stringMatching(/^<t3:Assay xmi:id="7" sofa="1" begin="9" end="11" label="Claim" created=/),
    expect.stringMatching(
      /^<t3:AssayReview xmi:id="8" sofa="1" begin="15" end="28" judgement="cannot-judge"/,
    ),
    '<t1:Sentence xmi:id="9" sofa="1" begin="0" end="13"/>',
    '<t1:Sentence xmi:id="10" sofa="1" begin="15" end="28"/>',
    '<t1:Token xmi:id="11" sofa="1" begin="0" end="4"/>',
    '<t1:Token xmi:id="12" sofa="1" begin="5" end="7"/>',
    '<t1:Token xmi:id="13" sofa="1" begin="8" end="12"/>',
    '<t1:Token xmi:id="14" sofa="1" begin="12" end="13"/>',
    '<t1:Token xmi:id="15" sofa="1" begin="15" end="17"/>',
    '<t1:Token xmi:id="16" sofa="1" begin="18" end="22"/>',
    '<t1:Token xmi:id="17" sofa="1" begin="23" end="27"/>',
    '<t1:Token xmi:id="18" sofa="1" begin="27" end="28"/>',
    '<cas:View sofa="1" members="2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18"/>',
    '</xmi:XMI>',
    '',
  ])
})

test('the type system declares a feature for each attribute, with what the codebook says of it', async () => {
  const types = await textOf(uimaXmi, markedArticle(), 'TypeSystem.xml')
  expect(types).toContain(
    '<featureDescription><name>verdict</name><description>Verdict: What checking came to.</description><rangeTypeName>uima.cas.String</rangeTypeName></featureDescription>',
  )
  expect(types).toContain('<name>attributed_to</name>')
})

test('a label that was changed in another tool is read as it is there', async () => {
  const changed = document.replace(
    'begin="9" end="11" label="Claim"',
    'begin="9" end="11" label="Causal claim"',
  )
  const { articles } = await read(['a.xmi', changed])
  expect(articles[0]?.annotations?.map(one => one.label)).toEqual(['causal-claim', 'claim', 'causal-claim'])
  expect((await read(['a.xmi', changed])).labels).toEqual([
    { id: 'causal-claim', name: 'Causal claim' },
    { id: 'claim', name: 'Claim' },
  ])
})

const NAMESPACES = [
  'xmlns:pos="http:///de/tudarmstadt/ukp/dkpro/core/api/lexmorph/type/pos.ecore"',
  'xmlns:xmi="http://www.omg.org/XMI"',
  'xmlns:cas="http:///uima/cas.ecore"',
  'xmlns:dependency="http:///de/tudarmstadt/ukp/dkpro/core/api/syntax/type/dependency.ecore"',
  'xmlns:type3="http:///de/tudarmstadt/ukp/dkpro/core/api/metadata/type.ecore"',
  'xmlns:type4="http:///de/tudarmstadt/ukp/dkpro/core/api/ner/type.ecore"',
  'xmlns:type5="http:///de/tudarmstadt/ukp/dkpro/core/api/segmentation/type.ecore"',
  'xmlns:custom="http:///webanno/custom.ecore"',
].join(' ')

/** As INCEpTION exports it, with one structure that is in no index any more. */
const INCEPTION = `<?xml version="1.0" encoding="UTF-8"?><xmi:XMI ${NAMESPACES} xmi:version="2.0">
    <cas:NULL xmi:id="0"/>
    <type3:DocumentMetaData xmi:id="1" sofa="2" begin="0" end="14" language="x-unspecified" documentTitle="doc.txt" documentId="doc" isLastSegment="false"/>
    <type5:Token xmi:id="3" sofa="2" begin="0" end="1" pos="12" order="0"/>
    <type5:Token xmi:id="6" sofa="2" begin="10" end="12" order="0"/>
    <type5:Sentence xmi:id="9" sofa="2" begin="0" end="14"/>
    <type4:NamedEntity xmi:id="10" sofa="2" begin="10" end="12" value="PER" identifier="http://www.wikidata.org/entity/Q1"/>
    <type4:NamedEntity xmi:id="11" sofa="2" begin="0" end="1" value="deleted"/>
    <pos:POS xmi:id="12" sofa="2" begin="0" end="1" PosValue="PRP"/>
    <dependency:Dependency xmi:id="13" sofa="2" begin="0" end="1" Governor="3" Dependent="6" DependencyType="SBJ"/>
    <custom:Arc xmi:id="14" sofa="2" begin="0" end="1" Governor="3" Dependent="6" value="x"/>
    <custom:Opinion xmi:id="15" sofa="2" begin="2" end="6" Weight="3" Target="10" Mood="glad"/>
    <custom:Mark xmi:id="16" sofa="2" begin="2" end="6"/>
    <custom:Mark xmi:id="17" sofa="2" begin="6" end="6"/>
    <cas:Sofa xmi:id="2" sofaNum="1" sofaID="_InitialView" mimeType="text" sofaString="I like it &#128522; ."/>
    <cas:View sofa="2" members="1 3 6 9 10 12 13 14 15 16 17"/>
</xmi:XMI>`

const TYPES = `<?xml version="1.0" encoding="UTF-8"?>
<typeSystemDescription xmlns="http://uima.apache.org/resourceSpecifier"><types>
  <typeDescription><name>webanno.custom.Opinion</name><supertypeName>uima.tcas.Annotation</supertypeName><features>
    <featureDescription><name>Weight</name><rangeTypeName>uima.cas.Integer</rangeTypeName></featureDescription>
    <featureDescription><name>Target</name><rangeTypeName>uima.tcas.Annotation</rangeTypeName></featureDescription>
    <featureDescription><name>Mood</name><rangeTypeName>custom.Moods</rangeTypeName></featureDescription>
  </features></typeDescription>
  <typeDescription><name>custom.Moods</name><supertypeName>uima.cas.String</supertypeName></typeDescription>
</types></typeSystemDescription>`

test('an export of INCEpTION is read: custom layers and named entities, by the values that they have', async () => {
  const { articles } = await read(
    ['annotation/doc.txt/TypeSystem.xml', TYPES],
    ['annotation/doc.txt/klie.xmi', INCEPTION],
  )
  expect(articles).toEqual([
    {
      text: 'I like it 😊 .',
      metadata: { title: 'doc.txt', language: '' },
      sentences: [{ start: 0, end: 14 }],
      annotations: [
        {
          ...{ start: 10, end: 12, label: 'PER', annotator: 'klie' },
          attributes: { identifier: 'http://www.wikidata.org/entity/Q1' },
        },
        { start: 2, end: 6, label: 'glad', annotator: 'klie', attributes: {} },
        { start: 2, end: 6, label: 'Mark', annotator: 'klie', attributes: {} },
      ],
      reviews: [],
    },
  ])
})

test('without a type system, the first value of a layer is its label', async () => {
  const { articles } = await read(['doc.xmi', INCEPTION])
  expect(articles[0]?.annotations?.map(one => [one.label, one.annotator])).toEqual([
    ['PER', undefined],
    ['3', undefined],
    ['Mark', undefined],
  ])
})

test('the XMI of UML tools is not taken for a CAS', () => {
  const uml = '<xmi:XMI xmlns:xmi="http://www.omg.org/XMI" xmlns:uml="http://www.omg.org/spec/UML"/>'
  expect(uimaXmi.read?.recognises([givenFile('model.xmi', uml)])).toBe(false)
})

test('what cannot be is refused, with the file and the line', async () => {
  await expect(
    read(['a.xmi', INCEPTION.replace('begin="10" end="12" value', 'begin="x" end="12" value')]),
  ).rejects.toThrow('a.xmi, line 7: begin and end of NamedEntity are no offsets')
  await expect(read(['a.xmi', INCEPTION.replace('end="12" value', 'end="99" value')])).rejects.toThrow(
    'a.xmi has an annotation from 10 to 99, and its text has 14 characters',
  )
  await expect(read(['a.xmi', INCEPTION.slice(0, 1500)])).rejects.toThrow('a.xmi is no well-formed XML')
  await expect(read(['a.xmi', INCEPTION.replace(/sofaString="[^"]*"/, '')])).rejects.toThrow(
    'a.xmi has no text',
  )
})
