//! The table of the messages, and the placeholders that each of them uses.

use strum::IntoStaticStr;

/// Makes [`Msg`] from one table: messages, and the placeholders that each of them uses, sorted.
macro_rules! messages {
    ($($($variant:ident)+ [$($name:literal)*];)*) => {
        /// A message of the program's own. Its key in `interface.toml` is its name in snake case.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, IntoStaticStr)]
        #[strum(serialize_all = "snake_case")]
        #[allow(missing_docs, reason = "the words in interface.toml say what each one is")]
        pub enum Msg { $($($variant,)+)* }

        impl Msg {
            /// Every message, in the order of the table.
            pub const ALL: &'static [Self] = &[$($(Self::$variant,)+)*];

            /// Its key in `interface.toml`.
            pub fn key(self) -> &'static str {
                self.into()
            }

            /// The `{names}` that its text uses, sorted.
            pub fn placeholders(self) -> &'static [&'static str] {
                match self { $($(Self::$variant)|+ => &[$($name),*],)* }
            }
        }
    };
}

messages! {
    // Dates: {d} day, {m} month name, {mm} short month name, {y} year, {yy} two digits of the year.
    DateDay ["d" "m" "y"];
    DateMonth ["m" "y"];
    DateDayShort ["d" "mm" "y"];
    DateDayCell ["d" "mm" "yy"];
    DateMonthShort ["mm" "y"];
    OrLater DateRead ["date"];
    Undated [];
    MayBeLater [];
    // Dates of an answer.
    Sometime OnOrBefore OnOrAfter ["date"];
    SomeDayBetween ["a" "b"];
    AlwaysHere [];
    // Lists.
    ListAnd ListOr ["a" "b"];
    // The verdict words of the desk.
    PathwayFits PathwayDoesNotFit [];
    Meets DoesNotMeet CannotTell NotAbout NotStated Yes No DontKnow Declined Stateless OtherCountry [];
    // Process: the plain text of it. {step} and {steps} are numbers of steps.
    ProcessActor ["actor"];
    ProcessTrack ["mark" "track"];
    ProcessWait ["wait"];
    ProcessBegins ProcessAgain ProcessEnds ProcessOpenEnd [];
    ProcessTo ProcessFrom ["steps"];
    ProcessThen ProcessOr ProcessBack ProcessCross ["step"];
    // Process: how sure a link is, in parentheses after it.
    ProcessMost ProcessUsual ProcessLikely ProcessMay ProcessSome ProcessSomeCountries ProcessUnsaid [];
    // The same, of a rule too.
    CertaintyImplied CertaintyUnconfirmed [];
    // Process: by which channel and from whom the person hears that a link was taken.
    ProcessNotice ["from" "how" "steps"];
    ProcessByEmail ProcessByPhone ProcessHowUnsaid ProcessFromUnsaid [];
    ProcessNoticeUnsaid ["steps"];
    ProcessSender ["who"];
    // Process: the legend of the marks in its picture.
    MarkGo MarkMaybe MarkBack MarkCross MarkCrossMaybe MarkEnd MarkOpenEnd [];
    // Reasons: why a requirement has its verdict.
    OnlyFor AlsoSaid OrMore OrLess BecauseCertainty BecauseAnswer BecauseIn BecauseAccepted BecauseElsewhere BecauseUnstated ["a"];
    BecauseNotIn BecauseRefused ["a" "b"];
    BecauseOnOrBefore BecauseBefore BecauseOnOrAfter BecauseAfter BecauseStraddles ["a" "date"];
    BecauseRule ["a" "rule"];
    RegionIs RegionIsNot ["a" "name"];
    RuleUntil RuleFrom ["date" "rule"];
    RegionAsked ["answer" "ask"];
    BecauseStateless NotAskedYet NotKnown NotGiven [];
    NameSaid ["a" "name"];
    OfCountry ["country"];
    // Guide, notices, sources.
    GuideDated ["date"];
    GuideAge GuideAgeShort ["months"];
    SourceLine ["date" "source"];
    CountryHere GuideLater [];
    // Messages about what was just done.
    SaidFirstQuestion SaidUndone SaidRedone SaidNothingToUndo SaidNothingToRedo SaidPersonBack SaidNextPerson
    SaidLostWithheld [];
    // Keys, in footer and help.
    KeyHelp KeyFind KeyRedo KeyUndo KeyHide KeyShow KeyRedraw KeyQuit KeyQuitNow KeyQuitLosing KeyStay KeyChoose
    KeyCheck KeyCheckHere KeyNextPerson KeyOffices KeyRequirements KeyProcess KeyNextPart KeyPartBefore KeyBack
    KeyClose KeyLanguage KeyNotices KeyUp KeyDown KeyLeft KeyRight KeyHome KeyEnd KeyPageUp KeyPageDown KeyOpenPane
    KeyNextPane KeyOpen KeyOpenRule KeyNextOffice KeyOpenStep KeyFollow KeyWalkBack KeyAnswer KeyToAnswers
    KeyForRecord KeyCommit KeyAnswerBefore KeyNextAnswer KeyQuestionBefore KeyStopAnswering KeyScroll KeyNextHit
    KeyAllHits KeyGo SaidNoWay SaidNoWayBack SaidNoNumber SaidNothingMore [];
    // Panes.
    PaneOffices PaneRequirements PaneProcess PaneCheck StatedMinimum HowToApply HelpLine NotStatedHere PathwaysHere
    UsuallyNeedsSponsor NeedsSponsor [];
    HelpLineNumber ["number"];
    // The check.
    CheckTitle CheckAnswering CheckNobody OrTypeDate TypeCountry TypeCountries TypeNumber TypeDays TypeMonths WrongNumber
    BecauseDisputed IntakeDisputed WhichOne PeriodDay PeriodMonth PeriodYear [];
    PeriodDays PeriodMonths PeriodYears FormInDays FormInMonths WrongDays WrongMonths ["n"];
    CheckCount ["n" "of"];
    WhyAsked ["why"];
    WhyRule ["rule"];
    ReadAs ["answer"];
    SideOnOrAfter SideAfter SideBefore SideOnOrBefore ["date"];
    // What is wrong with what was typed, and how to write it.
    WrongNothing WrongChoice WrongUnsettled WrongAgain WrongCountry WrongForm WrongShortYear WrongYear WrongNoYear WrongNoMonth WrongVague
    WrongReversed WrongRelative WrongNot WrongStateless WrongRegion WrongOne WrongUnknownToo WrongBirth WrongWhen
    WrongTwo [];
    WrongWeekday ["date" "weekday"];
    WrongFifth ["month" "weekday"];
    Monday Tuesday Wednesday Thursday Friday Saturday Sunday [];
    WrongName WrongSeveral ["name"];
    WrongAge ["age"];
    WrongTown ["country" "town"];
    NotPossible ["choice" "date"];
    WrongMonth ["n"];
    WrongDay ["month" "n"];
    WrongEarly ["year"];
    WrongFuture ["date"];
    // The result.
    ResultCount ["met" "of"];
    ResultWas ["verdict"];
    WouldDiffer ["what"];
    DayPast [];
    ThenAsked ["what"];
    WouldSettle ["what"];
    SayThis WhatNow NotUsed NotStored NoPerson NotReviewed NotReviewedShort PromisesNothing MoreBelow NoOfficeHere [];
    AnswerNo ["n"];
    NoOfficeIn ["country"];
    Contradiction ["a" "b"];
    // Overlays.
    QuitTitle QuitWhy NoticesTitle NoticesGuide NoticesCaveats NoticesAbout NoticesAccess NoticesPrivacy
    NoticesOtherHelp NoticesOfItself NoticesAll HelpTitle HelpFilter HelpNothing HelpSeen SeenFocus SeenCode
    SeenNotSaved SeenLanguage SeenVerdicts SeenRail SeenBranch MarkNotice MarkLeftOpen FindTitle FindNothing
    HiddenScreen TooSmall SaidNoOffice ToProvide [];
    // The command line.
    MissingAre ["facts"];
    // The summary of a table of people.
    BatchRows BatchBad BatchNoOffice ["count"];
    BatchKept ["columns"];
    BatchNotMet BatchMissing BatchProblems [];
    // A form for telephones.
    FormDay FormMonth FormYear FormAlone FormNotAhead [];
    NextToAsk ["question"];
    OtherOffices Applying [];
    FoundMore ["count"];
    // What a thing is, beside its name in a list of finds.
    KindOffice KindRequirement KindStep KindPathway KindCountry KindQuestion KindItem KindStatement KindNotice [];
    // The face of plain lines.
    LinearCommands ["words"];
    LinearNotStored LinearChange LinearReview LinearWhy LinearUnknown LinearDeclined LinearRedo LinearNext
    LinearRecord LinearSaysBack LinearSaysChange LinearSaysReview LinearSaysWhy LinearSaysUndo LinearSaysRedo
    LinearSaysOffices LinearSaysRequirements LinearSaysProcess LinearSaysFollow LinearSaysLanguage LinearSaysHelp
    LinearSaysQuit LinearEnter LinearNoAnswers LinearNoQuestion [];
    LinearLanguage ["language"];
    LinearSoFar ["answer"];
    LinearWays ["follow"];
    LinearLanguages ["languages"];
    LinearNoOffice ["offices"];
    LinearNumber ["from" "of" "word"];
    LinearNotUnderstood LinearSeeHelp ["help"];
    LinearNextOpen ["confirm"];
    LinearTooLong ["n"];
    LinearUndone ["redo"];
    LinearNextPerson ["undo"];
    // The keyboard.
    ScoKeys KeySpace KeyBackTab KeyBackspace KeyDeleteRight KeyArrowUp KeyArrowDown KeyArrowLeft KeyArrowRight
    KeyToStart KeyToEnd KeyPgUp KeyPgDn [];
    MoreChoices ["key" "n"];
    // What to bring, pathways, and answers that are not stored.
    SaidManyRelatives SaidNothingToType SaidNobody SaidWithhold SaidStore BringTitle BringReady BringMissing BringType
    LooksRight EmailForm PhoneForm PhoneUnknown BirthContradicts RowPathways WasNotStored WithholdHint WithheldNow
    ToFindOut PathwaysPerson KeyBring KeyPathways KeyReady KeyTakeOut KeyNextItem SaidOnePage SaidGuided
    KeyOnePage Welcome [];
    MissingLanguage ["language"];
    ContentOfHost ContentBuiltIn ["code"];
    ContentNewer ["code" "how"];
    NewerTitle NewerWhy SaidNoNewer KeyRenew KeyNotYet LinearRenew LinearSaysRenew [];
    SheetNoFolder [];
    BringCount ["n" "of"];
    BringAdd ["relations"];
    PhoneDigits ["code" "n" "of"];
    PhoneBegins ["code" "of"];
    BirthReached ["answer" "date" "name"];
    NotStoredAnswer ["answer"];
    WhyIsRule ["rule"];
    // The person in the process.
    YouAreHere MoveToday MoveWholeDay SaidReached SaidMoveBack CaseNoPlace TracksTitle KeyTracks KeyReached KeyTakeDay
    [];
    HereSince HereOn ReachedOn ["date"];
    MoveWhen ["step"];
    // Cases.
    CaseIsHeld CaseTakenOver ["code" "where"];
    CaseNewer CaseDamaged CaseIsDamaged CaseIsLink CaseGone CaseTooLarge ["code"];
    DiskRefused CaseNoCode CaseNoHome CaseNotPrivate DiskFull DiskReadOnly DiskNotPermitted DiskGone DiskNoLocks
    DiskTooManyOpen DiskFailed NotSaved SaidKept SaidNotKept SaidNothingToKeep SaidDeleted CasesTitle CasesLeft
    CaseNothingOpen CaseHere CaseAside CaseElsewhere CaseToday KeyCases KeyKeep KeyResume KeyDelete KeySurely KeyDeleteSurely KeyTakeOver CaseTakeOver
    SaidNoCase KeyLeaveIt KeyClearCode KeyNextCase SaidFormEnded KeyLeaveForm SaidKeptAlready SaidUndoKept CaseDeleteForGood CaseDeleteCode
    KeyLetGo [];
    SavedCount ["code" "n"];
    GoesAtQuit ["code"];
    SaidTrashed CaseDelete ["date"];
    SaidGone SaidStaysKept ["codes"];
    SaidStays ["codes" "date"];
    SaidTakenBack ["answer" "name"];
    CaseToAsk ["name"];
    CaseNoFolder ["path"];
    VerdictThen ["verdict"];
    // Cases on the command line. {time} is a time of day.
    CasesNone CaseNoCountry CaseKept CaseFinished CaseHeld CaseAnswersAre CasePlace [];
    CasesAside ["files"];
    CaseDays CaseDaysAhead CaseAnswers ["n"];
    CaseOpen CaseWithheld CaseUnread ["facts"];
    CaseHeldBy ["date" "host" "pid" "terminal" "time"];
    CaseBegun CaseChanged ["date" "time"];
    CaseReady ["items"];
    CaseThen ["code" "now" "verdict"];
    CasesDeleted ["codes"];
    CasesInTrash ["date" "folder"];
    CasesWritten ["file" "n"];
    // A place in the process, and when the next step is to be expected.
    WaitAfter ["day" "step" "wait"];
    WaitLonger [];
    WaitNotRecorded WaitInDoubt MoveNoStep ["step"];
    WindowMonth ["from" "to"];
    WindowRange ["a" "b"];
    WindowFrom WindowUntil ["date"];
    MoveBefore ["date" "last"];
    // What is due.
    DueTitle DueNone DueUndated KeyDue KeyCaseList LinearDue LinearSaysDue [];
    DueBy ["who"];
    DueOnTrack ["mark" "track"];
    DueNotKept ["codes"];
    // Pictures of the process as files.
    PictureTitle ["programme"];
    PictureFrom ["step"];
    PictureDay ["date"];
    PictureSaid PictureOn PictureWait [];
    // Tracks side by side.
    CompareSince CompareHandles CompareEntry CompareFirst CompareSteps CompareWaits CompareWhole CompareEnds
    CompareChange [];
    CompareUnsaid ["steps"];
    // Cases, what to bring and pathways in lines.
    LinearWithhold LinearCasesWord LinearResume LinearKeep LinearConfirm LinearCheck LinearAdd LinearSaysWithhold
    LinearSaysCases LinearSaysResume LinearSaysKeep LinearSaysDelete LinearSaysConfirm LinearSaysPathways
    LinearSaysBring LinearSaysReady LinearSaysMissing LinearSaysCheck LinearSaysAdd LinearSaysTakeOut
    LinearNothingAsked LinearTakeOut LinearHere LinearTracks LinearSaysHere LinearSaysTracks KeyCheckIt LinearLeft [];
    LinearCompare LinearFilter LinearSaysCompare LinearSaysFilter LinearSaysFind [];
    LinearCompareWhat ["offices" "word"];
    LinearFindWhat ["find"];
    LinearGoThere ["words"];
    LinearCases ["delete" "next" "resume"];
    LinearMoreCases ["n"];
    LinearNoCase ["cases"];
    LinearDelete ["code" "confirm" "date"];
    LinearDeleteForGood LinearTakeOver ["code" "confirm"];
    LinearQuitLosing ["confirm"];
    LinearKept ["keep"];
    LinearDraft ["text"];
    LinearOffered ["answer"];
    LinearBringWords ["add" "check" "missing" "ready" "remove"];
    // The map.
    KeyMap KeyList KeyZoom SaidMapTooNarrow [];
    // The matrix by an answer, two offices beside each other, four panes at once.
    KeyFilter KeyFilterKeep KeyFilterOff FilterHint FilterNothing FilterIs KeyDiffer DifferBoth KeyFourPanes [];
    DifferTitle ["a" "b"];
    DifferAlike ["what"];
    SaidFourNeeds ["columns" "rows"];
    // What is said in place of a picture on a sheet.
    PictogramBring PictogramWait PictogramCall PictogramBeware [];
    QrCode ["address"];
    // The sheet: its headings are questions of the person who takes it home.
    SheetTitle ["office" "programme"];
    SheetName SheetNews SheetMinimum SheetMinimumOf SheetBring SheetApply SheetApplied SheetNext SheetFind SheetAsk
    SheetBeware SheetAbout SheetNoAdvice SheetPortal [];
    KeySheet KeySheetLanguage KeySheetPersonal KeySheetFormat KeySheetCode KeySheetSave SheetWithPerson SheetWithoutPerson
    SheetNotStored LinearSheet LinearSaysSheet LinearReferral LinearReferralSigned [];
    SheetSaved ["date" "file"];
    SheetNotSaved ["cause"];
    ReferralTitle ["copy" "programme"];
    ReferralPerson ReferralReceiver ReferralDesk ReferralOffice ReferralCode ReferralWho ReferralContact ReferralTo ReferralAnswers
    ReferralOpen ReferralConsent ReferralPassedOn ReferralVoluntary ReferralTakenBack ReferralNoChange
    ReferralNoPromise ReferralDay ReferralSignature KeySheetReferral KeySheetPaper KeySheetPrint KeySheetCopy KeySheetSend
    SheetWhole SheetReferral [];
    SheetPrintAsks SheetCopyAsks SheetPrinted SheetCopied ["n"];
    SheetTooLarge ["most" "n"];
    SheetSources ["sources"];
    SheetWithheld [];
    SheetOneOf ["step" "ways"];
    SheetFormatText SheetFormatMessage SheetFormatHtml SheetFormatPdf SheetFormatScript [];
    SheetPart ["n" "of" "title"];
    // The sheet as it is read out.
    ScriptBegin ScriptPause ScriptEnd ScriptNotice ScriptOpen ScriptMet ScriptNotMet ScriptUnclear [];
    ScriptBack ["question"];
}
