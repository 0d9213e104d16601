//! The program's own messages: one table that says which there are and which `{names}` each uses. The words themselves
//! are in `content/interface.toml`.

mod texts;

pub use texts::Catalog;

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
    OrLater ["date"];
    Undated [];
    DateRead ["date"];
    // Dates of an answer.
    Sometime ["date"];
    OnOrBefore ["date"];
    OnOrAfter ["date"];
    SomeDayBetween ["a" "b"];
    // Lists.
    ListAnd ["a" "b"];
    ListOr ["a" "b"];
    // The verdict words of the desk.
    Meets DoesNotMeet CannotTell NotAbout NotStated Yes No DontKnow Declined Stateless
    OtherCountry [];
    // Process: the plain text of it. {step} and {steps} are numbers of steps.
    ProcessActor ["actor"];
    ProcessTrack ["mark" "track"];
    ProcessWait ["wait"];
    ProcessBegins [];
    ProcessTo ["steps"];
    ProcessFrom ["steps"];
    ProcessThen ["step"];
    ProcessOr ["step"];
    ProcessBack ["step"];
    ProcessAgain [];
    ProcessCross ["step"];
    ProcessEnds ProcessOpenEnd [];
    ProcessSource ["source"];
    // Process: how sure a link is, in parentheses after it.
    ProcessMost ProcessUsual ProcessLikely ProcessMay ProcessSome ProcessUnsaid [];
    // Process: the legend of the marks in its picture.
    MarkGo MarkMaybe MarkBack MarkCross MarkCrossMaybe MarkEnd MarkOpenEnd [];
    // Reasons: why a requirement has its verdict.
    BecauseAnswer ["a"];
    BecauseIn ["a"];
    BecauseNotIn ["a" "b"];
    BecauseAccepted ["a"];
    BecauseRefused ["a" "b"];
    BecauseOnOrBefore ["a" "date"];
    BecauseBefore ["a" "date"];
    BecauseOnOrAfter ["a" "date"];
    BecauseAfter ["a" "date"];
    BecauseStraddles ["a" "date"];
    BecauseStateless [];
    BecauseElsewhere ["a"];
    BecauseUnstated ["a"];
    NotAskedYet NotKnown NotGiven [];
    NameYes ["name"];
    NameNo ["name"];
    // Guide, notices, sources.
    GuideDated ["date"];
    GuideAge ["months"];
    GuideAgeShort ["months"];
    SourceLine ["date" "source"];
    CountryHere [];
    // Dates of an answer, in full.
    AlwaysHere [];
    // Messages about what was just done.
    SaidFirstQuestion SaidUndone SaidRedone SaidNothingToUndo SaidNothingToRedo SaidPersonBack
    SaidNextPerson [];
    // Keys, in footer and help.
    KeyHelp KeyFind KeyRedo KeyUndo KeyHide KeyShow KeyRedraw KeyQuit KeyQuitNow KeyQuitLosing
    KeyStay KeyChoose KeyCheck KeyCheckHere KeyNextPerson KeyOffices KeyRequirements KeyProcess
    KeyNextPart KeyPartBefore KeyBack KeyClose KeyLanguage KeyNotices KeyUp KeyDown KeyLeft
    KeyRight KeyHome KeyEnd KeyPageUp KeyPageDown KeyOpenPane KeyNextPane KeyOpen KeyOpenRule
    KeyNextOffice KeyOpenStep KeyFollow KeyWalkBack KeyAnswer KeyToAnswers KeyForRecord
    KeyCommit KeyAnswerBefore KeyNextAnswer KeyQuestionBefore KeyStopAnswering KeyScroll
    KeyNextHit KeyAllHits KeyGo SaidNoWay SaidNoWayBack SaidNoNumber SaidNothingMore [];
    // Panes.
    PaneOffices PaneRequirements PaneProcess PaneCheck StatedMinimum HowToApply HelpLine [];
    HelpLineNumber ["number"];
    NotStatedHere PathwaysHere UsuallyNeedsSponsor NeedsSponsor [];
    // The check.
    CheckTitle CheckAnswering [];
    CheckCount ["n" "of"];
    CheckNobody [];
    WhyAsked ["why"];
    WhyRule ["rule"];
    OrTypeDate TypeCountry TypeCountries [];
    ReadAs ["answer"];
    WhichOne [];
    SideOnOrAfter ["date"];
    SideAfter ["date"];
    SideBefore ["date"];
    SideOnOrBefore ["date"];
    // What is wrong with what was typed, and how to write it.
    WrongNothing WrongChoice WrongCountry WrongForm WrongShortYear WrongNoYear WrongNoMonth
    WrongVague WrongReversed WrongStateless [];
    WrongName ["name"];
    WrongSeveral ["name"];
    NotPossible ["choice" "date"];
    WrongMonth ["n"];
    WrongDay ["month" "n"];
    WrongYear [];
    WrongEarly ["year"];
    WrongFuture ["date"];
    // The result.
    ResultCount ["met" "of"];
    ResultWas ["verdict"];
    WouldSettle ["what"];
    SayThis WhatNow [];
    AnswerNo ["n"];
    NoOfficeIn ["country"];
    NotUsed [];
    Contradiction ["a" "b"];
    NotStored NoPerson NotReviewed NotReviewedShort PromisesNothing MoreBelow [];
    // Overlays.
    QuitTitle QuitWhy NoticesTitle NoticesGuide NoticesCaveats NoticesAbout NoticesAccess
    NoticesPrivacy NoticesOtherHelp NoticesOfItself NoticesAll HelpTitle HelpFilter HelpMarks
    MarkNotice MarkLeftOpen FindTitle FindNothing HiddenScreen TooSmall SaidNoOffice ToProvide [];
    // --- command line
    MissingAre ["facts"];
    NextToAsk ["question"];
    OtherOffices Applying PathwaysThatFit [];
    FoundMore ["count"];
    // What a thing is, beside its name in a list of finds.
    KindOffice KindRequirement KindStep KindPathway KindCountry KindQuestion KindItem
    KindStatement KindNotice [];
    // --- end command line
    // Linear face.
    LinearCommands ["words"];
    LinearNotStored [];
    LinearLanguage ["language"];
    LinearChange LinearReview LinearWhy LinearUnknown LinearDeclined LinearRedo LinearNext
    LinearRecord LinearSaysBack LinearSaysChange LinearSaysReview LinearSaysWhy LinearSaysUndo
    LinearSaysRedo LinearSaysOffices LinearSaysRequirements LinearSaysProcess LinearSaysFollow
    LinearSaysLanguage LinearSaysHelp LinearSaysQuit LinearEnter [];
    LinearSoFar ["answer"];
    LinearWays ["follow"];
    LinearLanguages ["languages"];
    LinearNoAnswers LinearNoQuestion [];
    LinearNoOffice ["offices"];
    LinearNumber ["of" "word"];
    LinearNotUnderstood ["help"];
    LinearTooLong ["n"];
    LinearUndone ["redo"];
    LinearNextPerson ["undo"];
    // The keyboard.
    ScoKeys [];
    // What to bring, pathways, and answers that are not stored.
    SaidManyRelatives SaidNothingToType SaidNobody SaidWithhold SaidStore BringTitle [];
    BringCount ["n" "of"];
    BringReady BringMissing BringType [];
    BringAdd ["relations"];
    LooksRight EmailForm PhoneForm [];
    PhoneDigits ["code" "n" "of"];
    PhoneBegins ["code" "of"];
    PhoneUnknown BirthContradicts [];
    BirthReached ["answer" "date" "name"];
    RowPathways [];
    NotStoredAnswer ["answer"];
    WasNotStored WithholdHint WithheldNow ToFindOut PathwaysPerson KeyBring KeyPathways
    KeyWithhold KeyReady KeyTakeOut KeyNextItem [];
    WhyIsRule ["rule"];
    SaidOnePage SaidGuided KeyOnePage [];
    // The person in the process.
    YouAreHere [];
    HereSince ["date"];
    ReachedOn ["date"];
    MoveWhen ["step"];
    MoveToday MoveWholeDay SaidReached SaidMoveBack CaseNoPlace TracksTitle KeyTracks KeyReached
    KeyTakeDay [];
    // Cases.
    CaseIsHeld ["code" "where"];
    CaseNewer ["code"];
    CaseDamaged ["code"];
    CaseIsDamaged ["code"];
    DiskRefused [];
    CaseGone ["code"];
    CaseTooLarge ["code"];
    CaseNoCode CaseNoHome CaseNotPrivate DiskFull DiskReadOnly DiskNotPermitted DiskGone
    DiskFailed [];
    SavedCount ["code" "n" "of"];
    NotSaved SaidKept SaidNotKept SaidNothingToKeep SaidDeleted CasesTitle CasesLeft [];
    CaseToAsk ["name"];
    CaseNothingOpen CaseHere CaseAside CaseElsewhere CaseToday CaseDelete [];
    VerdictThen ["verdict"];
    KeyCases KeyKeep KeyResume KeyDelete KeyDeleteSurely KeyLeaveIt KeyNextCase [];
    // Cases on the command line. {time} is a time of day.
    CasesNone [];
    CasesAside ["files"];
    CaseNoCountry [];
    CaseDays ["n"];
    CaseAnswers ["n"];
    CaseOpen ["facts"];
    CaseKept CaseFinished CaseHeld [];
    CaseHeldBy ["date" "host" "pid" "terminal" "time"];
    CaseBegun ["date" "time"];
    CaseChanged ["date" "time"];
    CaseAnswersAre [];
    CaseWithheld ["facts"];
    CaseUnread ["facts"];
    CaseReady ["items"];
    CasePlace [];
    CaseThen ["code" "verdict"];
    CaseNow ["code" "verdict"];
    CasesDeleted ["codes"];
    CasesWritten ["file" "n"];
    // A place in the process, and when the next step is to be expected.
    WaitAfter ["day" "step" "wait"];
    WaitLonger [];
    WaitNotRecorded ["step"];
    WaitInDoubt ["step"];
    WindowMonth ["from" "to"];
    WindowRange ["a" "b"];
    WindowFrom ["date"];
    WindowUntil ["date"];
    MoveNoStep ["step"];
    MoveBefore ["date" "last"];
    // Pictures of the process as files.
    PictureTitle ["programme"];
    PictureFrom ["step"];
    PictureDay ["date"];
    PictureSaid PictureOn PictureWait [];
    // Tracks side by side.
    CompareSince CompareHandles CompareEntry CompareFirst CompareSteps CompareWaits CompareEnds
    CompareChange [];
    CaseNoFolder ["path"];
    // Cases, what to bring and pathways in lines.
    LinearWithhold LinearCasesWord LinearResume LinearKeep LinearConfirm LinearCheck LinearAdd
    LinearSaysWithhold LinearSaysCases LinearSaysResume LinearSaysKeep LinearSaysDelete
    LinearSaysConfirm LinearSaysPathways LinearSaysBring LinearSaysReady LinearSaysMissing
    LinearSaysCheck LinearSaysAdd LinearSaysTakeOut [];
    LinearCases ["delete" "next" "resume"];
    LinearMoreCases ["n"];
    LinearNoCase ["cases"];
    LinearDelete ["code" "confirm"];
    LinearQuitLosing ["confirm"];
    LinearNothingAsked [];
    LinearKept ["keep"];
    LinearDraft ["text"];
    LinearOffered ["answer"];
    LinearBringWords ["add" "check" "missing" "ready" "remove"];
    LinearTakeOut LinearHere LinearTracks LinearSaysHere LinearSaysTracks KeyCheckIt LinearLeft [];
    // The map.
    KeyMap KeyList KeyZoom SaidMapTooNarrow [];
    // The matrix by an answer, two offices beside each other, four panes at once.
    KeyFilter KeyFilterKeep KeyFilterOff FilterHint FilterNothing FilterIs KeyDiffer [];
    DifferTitle ["a" "b"];
    DifferBoth [];
    DifferAlike ["what"];
    KeyFourPanes [];
    SaidFourNeeds ["columns" "rows"];
}
