<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>AttachmentStrip</name>
    <message numerus="yes">
        <source>%n picture(s) to attach</source>
        <translation>
            <numerusform>%n picture to attach</numerusform>
            <numerusform>%n pictures to attach</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BackupWords</name>
    <message numerus="yes">
        <source>%n order(s)</source>
        <translation>
            <numerusform>%n order</numerusform>
            <numerusform>%n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>%n piece of evidence</numerusform>
            <numerusform>%n pieces of evidence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dispute(s)</source>
        <translation>
            <numerusform>%n dispute</numerusform>
            <numerusform>%n disputes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) of evidence since</source>
        <translation>
            <numerusform>%n piece of evidence since</numerusform>
            <numerusform>%n pieces of evidence since</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n original(s) missing, changed or unreadable</source>
        <translation>
            <numerusform>%n original missing, changed or unreadable</numerusform>
            <numerusform>%n originals missing, changed or unreadable</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BillCounts</name>
    <message numerus="yes">
        <source>{item} and %n more</source>
        <translation>
            <numerusform>{item} and %n more</numerusform>
            <numerusform>{item} and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is a bill with %n purchase(s)</source>
        <translation>
            <numerusform>This is a bill with %n purchase</numerusform>
            <numerusform>This is a bill with %n purchases</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is an order list with %n order(s)</source>
        <translation>
            <numerusform>This is an order list with %n order</numerusform>
            <numerusform>This is an order list with %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n order(s)</source>
        <translation>
            <numerusform>Add %n order</numerusform>
            <numerusform>Add %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Complete %n order(s)</source>
        <translation>
            <numerusform>Complete %n order</numerusform>
            <numerusform>Complete %n orders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n order(s) added</source>
        <translation>
            <numerusform>%n order added</numerusform>
            <numerusform>%n orders added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n completed</source>
        <translation>
            <numerusform>%n completed</numerusform>
            <numerusform>%n completed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n ticked</source>
        <translation>
            <numerusform>%n ticked</numerusform>
            <numerusform>%n ticked</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n row(s) of income, transfers and the like are no purchases</source>
        <translation>
            <numerusform>%n row of income, transfers and the like is no purchase</numerusform>
            <numerusform>%n rows of income, transfers and the like are no purchases</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BundleCommands</name>
    <message numerus="yes">
        <source>%n hash(es) written to {name}</source>
        <translation>
            <numerusform>%n hash written to {name}</numerusform>
            <numerusform>%n hashes written to {name}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>BundleCounts</name>
    <message numerus="yes">
        <source>%n piece(s) of evidence, by number</source>
        <translation>
            <numerusform>%n piece of evidence</numerusform>
            <numerusform>%n pieces of evidence, by number</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n original(s)</source>
        <translation>
            <numerusform>%n original</numerusform>
            <numerusform>%n originals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n redacted copies</source>
        <translation>
            <numerusform>%n redacted copy</numerusform>
            <numerusform>%n redacted copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The text in %n picture(s) has not been read yet; look at them yourself</source>
        <translation>
            <numerusform>The text in %n picture has not been read yet; look at it yourself</numerusform>
            <numerusform>The text in %n pictures has not been read yet; look at them yourself</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exported and read back: all %n file(s) match</source>
        <translation>
            <numerusform>Exported and read back: the file matches</numerusform>
            <numerusform>Exported and read back: all %n files match</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %n item(s)</source>
        <translation>
            <numerusform>Import %n item</numerusform>
            <numerusform>Import %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CalendarExport</name>
    <message numerus="yes">
        <source>%n date(s) written to {name}</source>
        <translation>
            <numerusform>%n date written to {name}</numerusform>
            <numerusform>%n dates written to {name}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatList</name>
    <message numerus="yes">
        <source>Copy %n message(s) with time and place</source>
        <translation>
            <numerusform>Copy %n message with time and place</numerusform>
            <numerusform>Copy %n messages with time and place</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ChatSide</name>
    <message numerus="yes">
        <source>and %n more; choose “Promises” above the chat</source>
        <translation>
            <numerusform>and %n more; choose “Promises” above the chat</numerusform>
            <numerusform>and %n more; choose “Promises” above the chat</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CitationView</name>
    <message numerus="yes">
        <source>This sentence rests on %n piece(s) of evidence</source>
        <translation>
            <numerusform>This sentence rests on %n piece of evidence</numerusform>
            <numerusform>This sentence rests on %n pieces of evidence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CopyBar</name>
    <message numerus="yes">
        <source>Copied %n time(s)</source>
        <translation>
            <numerusform>Copied %n time</numerusform>
            <numerusform>Copied %n times</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Counts</name>
    <message numerus="yes">
        <source>%n piece(s) of evidence</source>
        <translation>
            <numerusform>%n piece of evidence</numerusform>
            <numerusform>%n pieces of evidence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Answer %n question(s)</source>
        <translation>
            <numerusform>Answer %n question</numerusform>
            <numerusform>Answer %n questions</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Add %n required piece(s) of evidence</source>
        <translation>
            <numerusform>Add %n required piece of evidence</numerusform>
            <numerusform>Add %n required pieces of evidence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting %n d</source>
        <translation>
            <numerusform>waiting %n d</numerusform>
            <numerusform>waiting %n d</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>waiting %n h</source>
        <translation>
            <numerusform>waiting %n h</numerusform>
            <numerusform>waiting %n h</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DifferencePanel</name>
    <message numerus="yes">
        <source>%n value(s) differ between order and evidence</source>
        <translation>
            <numerusform>%n value differs between order and evidence</numerusform>
            <numerusform>%n values differ between order and evidence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more difference(s)</source>
        <translation>
            <numerusform>%n more difference</numerusform>
            <numerusform>%n more differences</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentExport</name>
    <message numerus="yes">
        <source>Written to {name}, with %n piece(s) of evidence</source>
        <translation>
            <numerusform>Written to {name}, with %n piece of evidence</numerusform>
            <numerusform>Written to {name}, with %n pieces of evidence</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DropGuide</name>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n video(s)</source>
        <translation>
            <numerusform>%n video</numerusform>
            <numerusform>%n videos</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n recording(s)</source>
        <translation>
            <numerusform>%n recording</numerusform>
            <numerusform>%n recordings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n text(s)</source>
        <translation>
            <numerusform>%n text</numerusform>
            <numerusform>%n texts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n folder(s)</source>
        <translation>
            <numerusform>%n folder</numerusform>
            <numerusform>%n folders</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other file(s)</source>
        <translation>
            <numerusform>%n other file</numerusform>
            <numerusform>%n other files</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DueBanner</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceActions</name>
    <message numerus="yes">
        <source>%n item(s) filed under the order</source>
        <translation>
            <numerusform>%n item filed under the order</numerusform>
            <numerusform>%n items filed under the order</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n item(s)</source>
        <translation>
            <numerusform>Remove %n item</numerusform>
            <numerusform>Remove %n items</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidenceInspector</name>
    <message numerus="yes">
        <source>%n item(s) chosen</source>
        <translation>
            <numerusform>%n item chosen</numerusform>
            <numerusform>%n items chosen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EvidencePage</name>
    <message numerus="yes">
        <source>%n item(s), newest import first</source>
        <translation>
            <numerusform>%n item, newest import first</numerusform>
            <numerusform>%n items, newest import first</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FactsPane</name>
    <message numerus="yes">
        <source>%n more hint(s)</source>
        <translation>
            <numerusform>%n more hint</numerusform>
            <numerusform>%n more hints</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportBundleDialog</name>
    <message numerus="yes">
        <source>%n item(s) came in from the bundle</source>
        <translation>
            <numerusform>%n item came in from the bundle</numerusform>
            <numerusform>%n items came in from the bundle</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Importing</name>
    <message numerus="yes">
        <source>Stopped; %n item(s) added before that stay</source>
        <translation>
            <numerusform>Stopped; %n item added before that stays</numerusform>
            <numerusform>Stopped; %n items added before that stay</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) added as evidence</source>
        <translation>
            <numerusform>%n item added as evidence</numerusform>
            <numerusform>%n items added as evidence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) were here already; kept once</source>
        <translation>
            <numerusform>%n item was here already; kept once</numerusform>
            <numerusform>%n items were here already; kept once</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LogPane</name>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>NewFilesBanner</name>
    <message numerus="yes">
        <source>%n new screenshot(s): which order do they belong to?</source>
        <translation>
            <numerusform>%n new screenshot: which order does it belong to?</numerusform>
            <numerusform>%n new screenshots: which order do they belong to?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>OverviewPage</name>
    <message numerus="yes">
        <source>%n closed</source>
        <translation>
            <numerusform>%n closed</numerusform>
            <numerusform>%n closed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n call(s) besides</source>
        <translation>
            <numerusform>%n call besides</numerusform>
            <numerusform>%n calls besides</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReadingStatus</name>
    <message numerus="yes">
        <source>Paused · text of %n picture(s) not read yet</source>
        <translation>
            <numerusform>Paused · text of %n picture not read yet</numerusform>
            <numerusform>Paused · text of %n pictures not read yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Text of %n picture(s) still to be read</source>
        <translation>
            <numerusform>Text of %n picture still to be read</numerusform>
            <numerusform>Text of %n pictures still to be read</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RedactionCounts</name>
    <message numerus="yes">
        <source>%n place(s) suggested</source>
        <translation>
            <numerusform>%n place suggested</numerusform>
            <numerusform>%n places suggested</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n box(es) drawn by hand</source>
        <translation>
            <numerusform>%n box drawn by hand</numerusform>
            <numerusform>%n boxes drawn by hand</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Remembered</name>
    <message numerus="yes">
        <source>%n more to save or check</source>
        <translation>
            <numerusform>%n more to save or check</numerusform>
            <numerusform>%n more to save or check</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Reminders</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ReportDialog</name>
    <message numerus="yes">
        <source>%n more; copy the list to see them all</source>
        <translation>
            <numerusform>%n more; copy the list to see them all</numerusform>
            <numerusform>%n more; copy the list to see them all</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) added</source>
        <translation>
            <numerusform>%n item added</numerusform>
            <numerusform>%n items added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n here already</source>
        <translation>
            <numerusform>%n here already</numerusform>
            <numerusform>%n here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not added; the others are fine</source>
        <translation>
            <numerusform>%n not added; the others are fine</numerusform>
            <numerusform>%n not added; the others are fine</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s) kept beside the mail: {names}</source>
        <translation>
            <numerusform>%n attachment kept beside the mail: {names}</numerusform>
            <numerusform>%n attachments kept beside the mail: {names}</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SearchDialog</name>
    <message numerus="yes">
        <source>%n item(s) are still being read; more may be found</source>
        <translation>
            <numerusform>%n item are still being read; more may be found</numerusform>
            <numerusform>%n items are still being read; more may be found</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SellerCard</name>
    <message numerus="yes">
        <source>%n dispute(s) with other orders</source>
        <translation>
            <numerusform>%n dispute with other orders</numerusform>
            <numerusform>%n disputes with other orders</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>SideBar</name>
    <message numerus="yes">
        <source>%n item(s) missing or different</source>
        <translation>
            <numerusform>%n item missing or different</numerusform>
            <numerusform>%n items missing or different</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n item(s) kept</source>
        <translation>
            <numerusform>%n item kept</numerusform>
            <numerusform>%n items kept</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n unchanged since import</source>
        <translation>
            <numerusform>%n unchanged since import</numerusform>
            <numerusform>%n unchanged since import</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n missing</source>
        <translation>
            <numerusform>%n missing</numerusform>
            <numerusform>%n missing</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TaskGroup</name>
    <message numerus="yes">
        <source>Show %n more</source>
        <translation>
            <numerusform>Show %n more</numerusform>
            <numerusform>Show %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TextCounts</name>
    <message numerus="yes">
        <source>%n piece(s) of evidence cited</source>
        <translation>
            <numerusform>%n piece of evidence cited</numerusform>
            <numerusform>%n pieces of evidence cited</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) left out</source>
        <translation>
            <numerusform>%n sentence left out</numerusform>
            <numerusform>%n sentences left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TimeLeft</name>
    <message numerus="yes">
        <source>over for %n day(s)</source>
        <translation>
            <numerusform>over for %n day</numerusform>
            <numerusform>over for %n days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over for %n hour(s)</source>
        <translation>
            <numerusform>over for %n hour</numerusform>
            <numerusform>over for %n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>over for %n minute(s)</source>
        <translation>
            <numerusform>over for %n minute</numerusform>
            <numerusform>over for %n minutes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s) left</source>
        <translation>
            <numerusform>%n day left</numerusform>
            <numerusform>%n days left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) left</source>
        <translation>
            <numerusform>%n hour left</numerusform>
            <numerusform>%n hours left</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) left</source>
        <translation>
            <numerusform>%n minute left</numerusform>
            <numerusform>%n minutes left</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message numerus="yes">
        <source>%n open dispute(s)</source>
        <translation>
            <numerusform>%n open dispute</numerusform>
            <numerusform>%n open disputes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UnfiledCard</name>
    <message numerus="yes">
        <source>%n item(s) in no order yet</source>
        <translation>
            <numerusform>%n item in no order yet</numerusform>
            <numerusform>%n items in no order yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UploadCounts</name>
    <message numerus="yes">
        <source>cut into %n picture(s)</source>
        <translation>
            <numerusform>cut into %n picture</numerusform>
            <numerusform>cut into %n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s)</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>from %n piece(s) of evidence</source>
        <translation>
            <numerusform>from %n piece of evidence</numerusform>
            <numerusform>from %n pieces of evidence</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n of them sheet(s) with several</source>
        <translation>
            <numerusform>%n of them a sheet with several</numerusform>
            <numerusform>%n of them sheets with several</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s) do not go out</source>
        <translation>
            <numerusform>%n piece does not go out</numerusform>
            <numerusform>%n pieces do not go out</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n redacted copy(ies)</source>
        <translation>
            <numerusform>%n redacted copy</numerusform>
            <numerusform>%n redacted copies</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) written</source>
        <translation>
            <numerusform>%n picture written</numerusform>
            <numerusform>%n pictures written</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Write %n picture(s)</source>
        <translation>
            <numerusform>Write %n picture</numerusform>
            <numerusform>Write %n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VerifyDialog</name>
    <message numerus="yes">
        <source>%n item(s) are not as they were imported</source>
        <translation>
            <numerusform>%n item are not as they were imported</numerusform>
            <numerusform>%n items are not as they were imported</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WarningList</name>
    <message numerus="yes">
        <source>%n thing(s) to look at</source>
        <translation>
            <numerusform>%n thing to look at</numerusform>
            <numerusform>%n things to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Watching</name>
    <message numerus="yes">
        <source>%n new screenshot(s) kept</source>
        <translation>
            <numerusform>%n new screenshot kept</numerusform>
            <numerusform>%n new screenshots kept</numerusform>
        </translation>
    </message>
</context>
</TS>
