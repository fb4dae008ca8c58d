/** Projects as other programs write them, by path: made by hand after their sources and after files of theirs. */

/** After `refi.py` of QualCoder 4: byte order marks in the texts, a selection for each code, a PDF's text. */
export const QUALCODER = {
  'project.qde': `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" name="Study.qda" origin="QualCoder 4.0" creatingUserGUID="3f2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c11" creationDateTime="2026-02-03T04:05:06Z" xmlns="urn:QDA-XML:project:1.0">
<Users>
<User guid="6f2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c12" name="default" />
<User guid="7f2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c13" name="Otto" />
</Users>
<CodeBook>
<Codes>
<Code guid="1a2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c14" name="Angry" isCodable="true" color="#F5A9BC" />
<Code guid="2a2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c15" name="Tones" isCodable="false">
<Code guid="3a2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c16" name="Tone" isCodable="true" color="#81BEF7">
<Description>How</Description>
</Code>
</Code>
</Codes>
</CodeBook>
<Variables>
<Variable guid="4a2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c17" name="source" typeOfVariable="Text" >
<Description />
</Variable>
<Variable guid="4b2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c17" name="pages" typeOfVariable="Float" >
<Description />
</Variable>
</Variables>
<Cases>
<Case guid="5a2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c18" name="A case">
<Description />
<SourceRef targetGUID="6a2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c19"/>
</Case>
</Cases>
<Sources>
<TextSource richTextPath="internal://6a2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c19.docx" plainTextPath="internal://7a2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c20.txt" creatingUser="6f2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c12" creationDateTime="2026-02-03T04:05:06Z" guid="6a2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c19" name="a&amp;b.docx">
<Description>About the file</Description>
<PlainTextSelection guid="8a2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c21" startPosition="2" endPosition="13" name="Zeile eins." creatingUser="6f2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c12" creationDateTime="2026-02-03T04:05:06Z">
<Description>So &amp; so</Description>
<Coding guid="9a2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c22" creatingUser="6f2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c12" >
<CodeRef targetGUID="1a2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c14" />
</Coding>
</PlainTextSelection>
<PlainTextSelection guid="8b2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c21" startPosition="14" endPosition="25" name="Zeile zwei." creatingUser="7f2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c13" creationDateTime="2026-02-03T04:05:07Z">
<Coding guid="9b2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c22" creatingUser="7f2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c13" >
<CodeRef targetGUID="3a2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c16" />
</Coding>
</PlainTextSelection>
<NoteRef targetGUID="ab2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c23" />
<VariableValue>
<VariableRef targetGUID="4a2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c17" />
<TextValue>The Courier</TextValue>
</VariableValue>
<VariableValue>
<VariableRef targetGUID="4b2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c17" />
</VariableValue>
</TextSource>
<PDFSource path="internal://ca2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c24.pdf" creatingUser="" creationDateTime="2026-02-03T04:05:06Z" guid="ca2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c24" name="b.pdf">
<Representation guid="da2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c25" plainTextPath="internal://ea2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c26.txt" creatingUser="" name="b.pdf">
<PlainTextSelection guid="fa2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c27" startPosition="5" endPosition="8" name="PDF" creatingUser="6f2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c12" creationDateTime="2026-02-03T04:05:06Z">
<Coding guid="0b2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c28" creatingUser="6f2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c12" >
<CodeRef targetGUID="1a2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c14" />
</Coding>
</PlainTextSelection>
</Representation></PDFSource>
<PictureSource creatingUser="6f2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c12" path="internal://1c2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c29.png" guid="1c2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c29" name="c.png" >
</PictureSource>
</Sources>
<Notes>
<Note guid="ab2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c23" creatingUser="6f2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c12" creationDateTime="2026-02-03T04:05:06Z" >
<PlainTextContent>An annotation</PlainTextContent>
<PlainTextSelection guid="bb2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c30" startPosition="0" endPosition="3" />
</Note>
</Notes>
<Description></Description>
</Project>`,
  'sources/7a2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c20.txt': '\ufeff😀 Zeile eins.\r\nZeile zwei.\r\n',
  'sources/ea2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c26.txt': '\ufeffOf a PDF.',
  'sources/6a2f1c1e-5f54-4a7e-9f6e-0a4b8d1f0c19.docx': 'PK',
}

/** After the excerpts of MAXQDA's files in the comments and issues of QualCoder. */
export const MAXQDA = {
  'project.qde': `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" name="Projekt" origin="MAXQDA 2022" xsi:schemaLocation="urn:QDA-XML:project:1.0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd">
<Users><User guid="{DF241DA2-BCA0-4AD9-83C1-B89C98D83567}" name="Eva"/></Users>
<CodeBook><Codes><Code guid="0F758EEB-D61D-4E91-B250-79861C3869A6" name="Code A" isCodable="true" color="#FF0000"/><Code guid="1F758EEB-D61D-4E91-B250-79861C3869A6" name="Code B" isCodable="true"/></Codes></CodeBook>
<Sources>
<TextSource guid="2F758EEB-D61D-4E91-B250-79861C3869A6" name="Interview" plainTextPath="internal://2F758EEB-D61D-4E91-B250-79861C3869A6.txt" richTextPath="internal://2F758EEB-D61D-4E91-B250-79861C3869A6.docx">
<PlainTextSelection guid="3F758EEB-D61D-4E91-B250-79861C3869A6" name="Zweite" startPosition="13" endPosition="19" modifyingUser="DF241DA2-BCA0-4AD9-83C1-B89C98D83567" modifiedDateTime="2021-01-15T23:37:54Z">
<Description>Kommentar</Description>
<Coding guid="4F758EEB-D61D-4E91-B250-79861C3869A6"><CodeRef targetGUID="0f758eeb-d61d-4e91-b250-79861c3869a6"/></Coding>
<Coding guid="5F758EEB-D61D-4E91-B250-79861C3869A6"><CodeRef targetGUID="1F758EEB-D61D-4E91-B250-79861C3869A6"/></Coding>
</PlainTextSelection>
</TextSource>
</Sources>
<Sets><Set name="Document group 1" guid="46467993-B426-49DD-9707-B5958EBA9870"><MemberSource targetGUID="2F758EEB-D61D-4E91-B250-79861C3869A6"/></Set></Sets>
</Project>`,
  'Sources/2f758eeb-d61d-4e91-b250-79861c3869a6.txt': 'Erste Zeile\r\nZweite Zeile',
}

/** After the exports of ATLAS.ti 26 that qdpx-toolkit keeps, and the reader of atlas-qdpx. */
export const ATLAS_TI = {
  'Trial.qde': `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" name="Trial" origin="ATLAS.ti Mac 26.1.2" basePath="/Users/me/Trial Media">
<Users><User guid="A6F1C3D8-0000-4000-8000-000000000001" name="me"/></Users>
<CodeBook><Codes><Code guid="A6F1C3D8-0000-4000-8000-000000000002" name="hello" isCodable="true"/></Codes></CodeBook>
<Sources>
<TextSource guid="A6F1C3D8-0000-4000-8000-000000000003" name="Doc" plainTextPath="internal://A6F1C3D8-0000-4000-8000-000000000004.txt" creatingUser="A6F1C3D8-0000-4000-8000-000000000001" creationDateTime="2026-09-13T10:00:00+02:00">
<PlainTextSelection guid="A6F1C3D8-0000-4000-8000-000000000005" name="Second" startPosition="11" endPosition="17" creatingUser="A6F1C3D8-0000-4000-8000-000000000001" creationDateTime="2026-09-13T10:00:00+02:00"><Coding guid="A6F1C3D8-0000-4000-8000-000000000006"><CodeRef targetGUID="A6F1C3D8-0000-4000-8000-000000000002"/></Coding></PlainTextSelection>
<PlainTextSelection guid="A6F1C3D8-0000-4000-8000-000000000007" name="First" startPosition="0" endPosition="5"><Description>Without a code</Description></PlainTextSelection>
<PlainTextSelection guid="A6F1C3D8-0000-4000-8000-000000000008" name="" startPosition="4" endPosition="4"><Coding guid="A6F1C3D8-0000-4000-8000-000000000009"><CodeRef targetGUID="A6F1C3D8-0000-4000-8000-000000000002"/></Coding></PlainTextSelection>
</TextSource>
<VideoSource guid="A6F1C3D8-0000-4000-8000-000000000010" name="a.mov" path="relative:///a.mov"/>
</Sources>
</Project>`,
  'sources/A6F1C3D8-0000-4000-8000-000000000004.txt': 'First line\r\nSecond line',
}

/** After the document of f4 2025.2.9 that openqda/refi-tools keeps for its validator. */
export const F4 = {
  'project.qde': `<?xml version="1.0" encoding="UTF-8"?>
<Project xmlns="urn:QDA-XML:project:1.0" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:QDA-XML:project:1.0 http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd" origin="f4 2025.2.9" name="f4-Projekt">
    <CodeBook>
        <Codes>
            <Code guid="206750b8-d3c8-4bc6-a922-5c8c1475f36f" name="Test-Code" isCodable="true" color="#044B9B">
                <Description>Kommentar</Description>
            </Code>
        </Codes>
    </CodeBook>
    <Sources>
        <TextSource guid="834517f4-6e9f-4425-9bdd-a4be2d36e7a0" name="Interview" plainTextPath="internal://834517f4-6e9f-4425-9bdd-a4be2d36e7a0.txt" richTextPath="internal://834517f4-6e9f-4425-9bdd-a4be2d36e7a0.docx">
            <PlainTextSelection guid="e4633804-3ab6-4a8f-a6f4-f4e0a5ee1249" startPosition="0" endPosition="7">
                <Coding guid="81f73cb1-5190-4c40-9a30-d7e93deadb68">
                    <CodeRef targetGUID="206750b8-d3c8-4bc6-a922-5c8c1475f36f"/>
                </Coding>
            </PlainTextSelection>
            <PlainTextSelection guid="1b1d9d6c-5e81-40df-b470-7ea8b99573e4" startPosition="8" endPosition="12">
                <Description>An nicht Codiertem</Description>
            </PlainTextSelection>
            <PlainTextSelection guid="b86192c2-19d1-4ab3-82ce-6086b0054924" startPosition="0" endPosition="7">
                <Description>Ein Memo</Description>
                <NoteRef targetGUID="7b5e2e19-bae9-4450-97d0-f548e3e4ec76"/>
            </PlainTextSelection>
        </TextSource>
    </Sources>
    <Notes>
        <Note guid="7b5e2e19-bae9-4450-97d0-f548e3e4ec76" plainTextPath="internal://7b5e2e19-bae9-4450-97d0-f548e3e4ec76.txt"/>
    </Notes>
</Project>`,
  'sources/834517f4-6e9f-4425-9bdd-a4be2d36e7a0.txt': 'Das ist ein Text.',
  'sources/7b5e2e19-bae9-4450-97d0-f548e3e4ec76.txt': 'Memo in Datei',
}
