//! The program's own words: one table that says which there are and which `{names}` each uses.

mod texts;

pub use texts::Catalog;

/// Makes [`Msg`] from one table: variant, key in `interface.toml`, placeholders.
macro_rules! words {
    ($($variant:ident $key:literal [$($name:literal)*];)*) => {
        /// A word or phrase of the program's own, in `interface.toml` under its key.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[allow(missing_docs, reason = "the key in interface.toml says what each one is")]
        pub enum Msg { $($variant,)* }

        impl Msg {
            /// Every word, in the order of the table.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// Its key in `interface.toml`.
            #[must_use]
            pub fn key(self) -> &'static str {
                match self { $(Self::$variant => $key,)* }
            }

            /// The `{names}` that its text uses, sorted.
            #[must_use]
            pub fn placeholders(self) -> &'static [&'static str] {
                match self { $(Self::$variant => &[$($name),*],)* }
            }
        }
    };
}

words! {
    // Dates: {d} day, {m} month name, {mm} short month name, {y} year, {yy} two digits of the year.
    DateDay "date_day" ["d" "m" "y"];
    DateMonth "date_month" ["m" "y"];
    DateDayShort "date_day_short" ["d" "mm" "y"];
    DateDayCell "date_day_cell" ["d" "mm" "yy"];
    DateMonthShort "date_month_short" ["mm" "y"];
    OrLater "or_later" ["date"];
    Undated "undated" [];
    DateRead "date_read" ["date"];
    // Dates of an answer.
    Sometime "sometime" ["date"];
    OnOrBefore "on_or_before" ["date"];
    OnOrAfter "on_or_after" ["date"];
    // Lists.
    ListAnd "list_and" ["a" "b"];
    ListOr "list_or" ["a" "b"];
    // The verdict words of the desk.
    Meets "meets" [];
    DoesNotMeet "does_not_meet" [];
    CannotTell "cannot_tell" [];
    NotAbout "not_about" [];
    NotStated "not_stated" [];
    Yes "yes" [];
    No "no" [];
    DontKnow "dont_know" [];
    Declined "declined" [];
    Stateless "stateless" [];
    OtherCountry "other_country" [];
    // Process: the plain text of it. {step} and {steps} are numbers of steps.
    ProcessActor "process_actor" ["actor"];
    ProcessTrack "process_track" ["mark" "track"];
    ProcessWait "process_wait" ["wait"];
    ProcessBegins "process_begins" [];
    ProcessTo "process_to" ["steps"];
    ProcessFrom "process_from" ["steps"];
    ProcessThen "process_then" ["step"];
    ProcessOr "process_or" ["step"];
    ProcessBack "process_back" ["step"];
    ProcessAgain "process_again" [];
    ProcessCross "process_cross" ["step"];
    ProcessEnds "process_ends" [];
    ProcessOpenEnd "process_open_end" [];
    ProcessSource "process_source" ["source"];
    // Process: how sure a link is, in parentheses after it.
    ProcessMost "process_most" [];
    ProcessUsual "process_usual" [];
    ProcessLikely "process_likely" [];
    ProcessMay "process_may" [];
    ProcessSome "process_some" [];
    ProcessUnsaid "process_unsaid" [];
    // Process: the legend of the marks in its picture.
    MarkGo "mark_go" [];
    MarkMaybe "mark_maybe" [];
    MarkBack "mark_back" [];
    MarkCross "mark_cross" [];
    MarkCrossMaybe "mark_cross_maybe" [];
    MarkEnd "mark_end" [];
    MarkOpenEnd "mark_open_end" [];
    // Reasons: why a requirement has its verdict.
    BecauseAnswer "because_answer" ["a"];
    BecauseIn "because_in" ["a"];
    BecauseNotIn "because_not_in" ["a" "b"];
    BecauseAccepted "because_accepted" ["a"];
    BecauseRefused "because_refused" ["a" "b"];
    BecauseOnOrBefore "because_on_or_before" ["a" "date"];
    BecauseBefore "because_before" ["a" "date"];
    BecauseOnOrAfter "because_on_or_after" ["a" "date"];
    BecauseAfter "because_after" ["a" "date"];
    BecauseStraddles "because_straddles" ["a" "date"];
    BecauseStateless "because_stateless" [];
    BecauseElsewhere "because_elsewhere" ["a"];
    BecauseUnstated "because_unstated" ["a"];
    NotAskedYet "not_asked_yet" [];
    NotKnown "not_known" [];
    NotGiven "not_given" [];
    NameYes "name_yes" ["name"];
    NameNo "name_no" ["name"];
    // Guide, notices, sources.
    GuideDated "guide_dated" ["date"];
    GuideAge "guide_age" ["months"];
    GuideAgeShort "guide_age_short" ["months"];
    SourceLine "source_line" ["date" "source"];
    // Verdicts beside an office, in capitals: the words are DESIGN's.
    CountryHere "country_here" [];
    // Dates of an answer, in full.
    AlwaysHere "always_here" [];
    // What the desk says about what was just done.
    SaidFirstQuestion "said_first_question" [];
    SaidUndone "said_undone" [];
    SaidRedone "said_redone" [];
    SaidNothingToUndo "said_nothing_to_undo" [];
    SaidNothingToRedo "said_nothing_to_redo" [];
    SaidPersonBack "said_person_back" [];
    SaidNextPerson "said_next_person" [];
    // Keys, in footer and help.
    KeyHelp "key_help" [];
    KeyFind "key_find" [];
    KeyRedo "key_redo" [];
    KeyUndo "key_undo" [];
    KeyHide "key_hide" [];
    KeyShow "key_show" [];
    KeyRedraw "key_redraw" [];
    KeyQuit "key_quit" [];
    KeyQuitNow "key_quit_now" [];
    KeyQuitLosing "key_quit_losing" [];
    KeyStay "key_stay" [];
    KeyChoose "key_choose" [];
    KeyCheck "key_check" [];
    KeyCheckHere "key_check_here" [];
    KeyNextPerson "key_next_person" [];
    KeyOffices "key_offices" [];
    KeyRequirements "key_requirements" [];
    KeyProcess "key_process" [];
    KeyNextPart "key_next_part" [];
    KeyPartBefore "key_part_before" [];
    KeyBack "key_back" [];
    KeyClose "key_close" [];
    KeyLanguage "key_language" [];
    KeyNotices "key_notices" [];
    KeyUp "key_up" [];
    KeyDown "key_down" [];
    KeyLeft "key_left" [];
    KeyRight "key_right" [];
    KeyHome "key_home" [];
    KeyEnd "key_end" [];
    KeyPageUp "key_page_up" [];
    KeyPageDown "key_page_down" [];
    KeyOpenPane "key_open_pane" [];
    KeyNextPane "key_next_pane" [];
    KeyOpen "key_open" [];
    KeyOpenRule "key_open_rule" [];
    KeyNextOffice "key_next_office" [];
    KeyOpenStep "key_open_step" [];
    KeyFollow "key_follow" [];
    KeyWalkBack "key_walk_back" [];
    KeyAnswer "key_answer" [];
    KeyToAnswers "key_to_answers" [];
    KeyForRecord "key_for_record" [];
    KeyCommit "key_commit" [];
    KeyAnswerBefore "key_answer_before" [];
    KeyNextAnswer "key_next_answer" [];
    KeyQuestionBefore "key_question_before" [];
    KeyStopAnswering "key_stop_answering" [];
    KeyScroll "key_scroll" [];
    KeyNextHit "key_next_hit" [];
    KeyAllHits "key_all_hits" [];
    KeyGo "key_go" [];
    SaidNoWay "said_no_way" [];
    SaidNoWayBack "said_no_way_back" [];
    SaidNoNumber "said_no_number" [];
    SaidNothingMore "said_nothing_more" [];
    // Panes.
    PaneOffices "pane_offices" [];
    PaneRequirements "pane_requirements" [];
    PaneProcess "pane_process" [];
    PaneCheck "pane_check" [];
    StatedMinimum "stated_minimum" [];
    HowToApply "how_to_apply" [];
    HelpLine "help_line" [];
    HelpLineNumber "help_line_number" ["number"];
    NotStatedHere "not_stated_here" [];
    PathwaysHere "pathways_here" [];
    UsuallyNeedsSponsor "usually_needs_sponsor" [];
    NeedsSponsor "needs_sponsor" [];
    // The check.
    CheckTitle "check_title" [];
    CheckAnswering "check_answering" [];
    CheckCount "check_count" ["n" "of"];
    CheckNobody "check_nobody" [];
    WhyAsked "why_asked" ["why"];
    WhyRule "why_rule" ["rule"];
    OrTypeDate "or_type_date" [];
    TypeCountry "type_country" [];
    TypeCountries "type_countries" [];
    ReadAs "read_as" ["answer"];
    WhichOne "which_one" [];
    SideOnOrAfter "side_on_or_after" ["date"];
    SideAfter "side_after" ["date"];
    SideBefore "side_before" ["date"];
    SideOnOrBefore "side_on_or_before" ["date"];
    // What is wrong with what was typed, and how to write it.
    WrongNothing "wrong_nothing" [];
    WrongChoice "wrong_choice" [];
    WrongCountry "wrong_country" [];
    WrongForm "wrong_form" [];
    WrongShortYear "wrong_short_year" [];
    WrongMonth "wrong_month" ["n"];
    WrongDay "wrong_day" ["month" "n"];
    WrongYear "wrong_year" [];
    WrongEarly "wrong_early" ["year"];
    WrongFuture "wrong_future" ["date"];
    // The result.
    ResultCount "result_count" ["met" "of"];
    ResultWas "result_was" ["verdict"];
    WouldSettle "would_settle" ["what"];
    SayThis "say_this" [];
    WhatNow "what_now" [];
    AnswerNo "answer_no" ["n"];
    NoOfficeIn "no_office_in" ["country"];
    NotUsed "not_used" [];
    Contradiction "contradiction" ["a" "b"];
    NotStored "not_stored" [];
    NoPerson "no_person" [];
    NotReviewed "not_reviewed" [];
    NotReviewedShort "not_reviewed_short" [];
    PromisesNothing "promises_nothing" [];
    MoreBelow "more_below" [];
    // Layers over the panes.
    QuitTitle "quit_title" [];
    QuitWhy "quit_why" [];
    NoticesTitle "notices_title" [];
    NoticesGuide "notices_guide" [];
    NoticesCaveats "notices_caveats" [];
    NoticesAbout "notices_about" [];
    NoticesAccess "notices_access" [];
    NoticesPrivacy "notices_privacy" [];
    NoticesOtherHelp "notices_other_help" [];
    NoticesOfItself "notices_of_itself" [];
    NoticesAll "notices_all" [];
    HelpTitle "help_title" [];
    HelpFilter "help_filter" [];
    HelpMarks "help_marks" [];
    MarkNotice "mark_notice" [];
    MarkLeftOpen "mark_left_open" [];
    FindTitle "find_title" [];
    FindNothing "find_nothing" [];
    HiddenScreen "hidden_screen" [];
    TooSmall "too_small" [];
    SaidNoOffice "said_no_office" [];
    ToProvide "to_provide" [];
    // --- command line
    MissingAre "missing_are" ["facts"];
    NextToAsk "next_to_ask" ["question"];
    OtherOffices "other_offices" [];
    Applying "applying" [];
    PathwaysThatFit "pathways_that_fit" [];
    FoundMore "found_more" ["count"];
    // What a thing is, beside its name in a list of finds.
    KindOffice "kind_office" [];
    KindRequirement "kind_requirement" [];
    KindStep "kind_step" [];
    KindPathway "kind_pathway" [];
    KindCountry "kind_country" [];
    KindQuestion "kind_question" [];
    KindItem "kind_item" [];
    KindStatement "kind_statement" [];
    KindNotice "kind_notice" [];
    // --- end command line
    // Linear face.
    LinearCommands "linear_commands" ["words"];
    LinearNotStored "linear_not_stored" [];
    LinearLanguage "linear_language" ["language"];
    LinearChange "linear_change" [];
    LinearReview "linear_review" [];
    LinearWhy "linear_why" [];
    LinearUnknown "linear_unknown" [];
    LinearDeclined "linear_declined" [];
    LinearRedo "linear_redo" [];
    LinearNext "linear_next" [];
    LinearRecord "linear_record" [];
    LinearSaysBack "linear_says_back" [];
    LinearSaysChange "linear_says_change" [];
    LinearSaysReview "linear_says_review" [];
    LinearSaysWhy "linear_says_why" [];
    LinearSaysUndo "linear_says_undo" [];
    LinearSaysRedo "linear_says_redo" [];
    LinearSaysOffices "linear_says_offices" [];
    LinearSaysRequirements "linear_says_requirements" [];
    LinearSaysProcess "linear_says_process" [];
    LinearSaysFollow "linear_says_follow" [];
    LinearSaysLanguage "linear_says_language" [];
    LinearSaysHelp "linear_says_help" [];
    LinearSaysQuit "linear_says_quit" [];
    LinearEnter "linear_enter" [];
    LinearSoFar "linear_so_far" ["answer"];
    LinearWays "linear_ways" ["follow"];
    LinearLanguages "linear_languages" ["languages"];
    LinearNoAnswers "linear_no_answers" [];
    LinearNoQuestion "linear_no_question" [];
    LinearNoOffice "linear_no_office" ["offices"];
    LinearNumber "linear_number" ["of" "word"];
    LinearNotUnderstood "linear_not_understood" ["help"];
    LinearTooLong "linear_too_long" ["n"];
    LinearUndone "linear_undone" ["redo"];
    LinearNextPerson "linear_next_person" ["undo"];
    // The keyboard.
    ScoKeys "sco_keys" [];
    // What to bring, pathways, and answers that are not stored.
    SaidManyRelatives "said_many_relatives" [];
    SaidNothingToType "said_nothing_to_type" [];
    SaidNobody "said_nobody" [];
    SaidWithhold "said_withhold" [];
    SaidStore "said_store" [];
    BringTitle "bring_title" [];
    BringCount "bring_count" ["n" "of"];
    BringReady "bring_ready" [];
    BringMissing "bring_missing" [];
    BringType "bring_type" [];
    BringAdd "bring_add" ["relations"];
    LooksRight "looks_right" [];
    EmailForm "email_form" [];
    PhoneForm "phone_form" [];
    PhoneDigits "phone_digits" ["code" "n" "of"];
    PhoneUnknown "phone_unknown" [];
    BirthContradicts "birth_contradicts" [];
    BirthReached "birth_reached" ["answer" "date" "name"];
    RowPathways "row_pathways" [];
    NotStoredAnswer "not_stored_answer" ["answer"];
    WasNotStored "was_not_stored" [];
    WithholdHint "withhold_hint" [];
    WithheldNow "withheld_now" [];
    ToFindOut "to_find_out" [];
    PathwaysPerson "pathways_person" [];
    KeyBring "key_bring" [];
    KeyPathways "key_pathways" [];
    KeyWithhold "key_withhold" [];
    KeyReady "key_ready" [];
    KeyTakeOut "key_take_out" [];
    KeyNextItem "key_next_item" [];
    WhyIsRule "why_is_rule" ["rule"];
    SaidOnePage "said_one_page" [];
    SaidGuided "said_guided" [];
    KeyOnePage "key_one_page" [];
    // The person in the process.
    YouAreHere "you_are_here" [];
    HereSince "here_since" ["date"];
    ReachedOn "reached_on" ["date"];
    MoveWhen "move_when" ["step"];
    MoveToday "move_today" [];
    MoveWholeDay "move_whole_day" [];
    SaidReached "said_reached" [];
    SaidMoveBack "said_move_back" [];
    CaseNoPlace "case_no_place" [];
    TracksTitle "tracks_title" [];
    KeyTracks "key_tracks" [];
    KeyReached "key_reached" [];
    KeyTakeDay "key_take_day" [];
    // Cases.
    CaseIsHeld "case_is_held" ["code" "where"];
    CaseNewer "case_newer" ["code"];
    CaseDamaged "case_damaged" ["code"];
    CaseIsDamaged "case_is_damaged" ["code"];
    DiskRefused "disk_refused" [];
    CaseGone "case_gone" ["code"];
    CaseTooLarge "case_too_large" ["code"];
    CaseNoCode "case_no_code" [];
    CaseNoHome "case_no_home" [];
    CaseNotPrivate "case_not_private" [];
    DiskFull "disk_full" [];
    DiskReadOnly "disk_read_only" [];
    DiskNotPermitted "disk_not_permitted" [];
    DiskGone "disk_gone" [];
    DiskFailed "disk_failed" [];
    SavedCount "saved_count" ["code" "n" "of"];
    NotSaved "not_saved" [];
    SaidKept "said_kept" [];
    SaidNotKept "said_not_kept" [];
    SaidNothingToKeep "said_nothing_to_keep" [];
    SaidDeleted "said_deleted" [];
    CasesTitle "cases_title" [];
    CasesLeft "cases_left" [];
    CaseToAsk "case_to_ask" ["name"];
    CaseNothingOpen "case_nothing_open" [];
    CaseHere "case_here" [];
    CaseAside "case_aside" [];
    CaseElsewhere "case_elsewhere" [];
    CaseToday "case_today" [];
    CaseDelete "case_delete" [];
    VerdictThen "verdict_then" ["verdict"];
    KeyCases "key_cases" [];
    KeyKeep "key_keep" [];
    KeyResume "key_resume" [];
    KeyDelete "key_delete" [];
    KeyDeleteSurely "key_delete_surely" [];
    KeyLeaveIt "key_leave_it" [];
    KeyNextCase "key_next_case" [];
    // Cases on the command line. {time} is a time of day.
    CasesNone "cases_none" [];
    CasesAside "cases_aside" ["files"];
    CaseNoCountry "case_no_country" [];
    CaseDays "case_days" ["n"];
    CaseAnswers "case_answers" ["n"];
    CaseOpen "case_open" ["facts"];
    CaseKept "case_kept" [];
    CaseFinished "case_finished" [];
    CaseHeld "case_held" [];
    CaseHeldBy "case_held_by" ["date" "host" "pid" "terminal" "time"];
    CaseBegun "case_begun" ["date" "time"];
    CaseChanged "case_changed" ["date" "time"];
    CaseAnswersAre "case_answers_are" [];
    CaseWithheld "case_withheld" ["facts"];
    CaseUnread "case_unread" ["facts"];
    CaseReady "case_ready" ["items"];
    CasePlace "case_place" [];
    CaseThen "case_then" ["code" "verdict"];
    CaseNow "case_now" ["code" "verdict"];
    CasesDeleted "cases_deleted" ["codes"];
    CasesWritten "cases_written" ["file" "n"];
    // A place in the process, and when the next step is to be expected.
    WaitAfter "wait_after" ["day" "step" "wait"];
    WaitLonger "wait_longer" [];
    WaitNotRecorded "wait_not_recorded" ["step"];
    WaitInDoubt "wait_in_doubt" ["step"];
    WindowMonth "window_month" ["from" "to"];
    WindowRange "window_range" ["a" "b"];
    WindowFrom "window_from" ["date"];
    WindowUntil "window_until" ["date"];
    MoveNoStep "move_no_step" ["step"];
    MoveBefore "move_before" ["date" "last"];
    // Pictures of the process as files.
    PictureTitle "picture_title" ["programme"];
    PictureFrom "picture_from" ["step"];
    PictureDay "picture_day" ["date"];
    PictureSaid "picture_said" [];
    PictureOn "picture_on" [];
    PictureWait "picture_wait" [];
    // Tracks side by side.
    CompareSince "compare_since" [];
    CompareHandles "compare_handles" [];
    CompareEntry "compare_entry" [];
    CompareFirst "compare_first" [];
    CompareSteps "compare_steps" [];
    CompareWaits "compare_waits" [];
    CompareEnds "compare_ends" [];
    CompareChange "compare_change" [];
    CaseNoFolder "case_no_folder" ["path"];
    // Cases, what to bring and pathways in lines.
    LinearWithhold "linear_withhold" [];
    LinearCasesWord "linear_cases_word" [];
    LinearResume "linear_resume" [];
    LinearKeep "linear_keep" [];
    LinearConfirm "linear_confirm" [];
    LinearCheck "linear_check" [];
    LinearAdd "linear_add" [];
    LinearSaysWithhold "linear_says_withhold" [];
    LinearSaysCases "linear_says_cases" [];
    LinearSaysResume "linear_says_resume" [];
    LinearSaysKeep "linear_says_keep" [];
    LinearSaysDelete "linear_says_delete" [];
    LinearSaysConfirm "linear_says_confirm" [];
    LinearSaysPathways "linear_says_pathways" [];
    LinearSaysBring "linear_says_bring" [];
    LinearSaysReady "linear_says_ready" [];
    LinearSaysMissing "linear_says_missing" [];
    LinearSaysCheck "linear_says_check" [];
    LinearSaysAdd "linear_says_add" [];
    LinearSaysTakeOut "linear_says_take_out" [];
    LinearCases "linear_cases" ["delete" "next" "resume"];
    LinearMoreCases "linear_more_cases" ["n"];
    LinearNoCase "linear_no_case" ["cases"];
    LinearDelete "linear_delete" ["code" "confirm"];
    LinearQuitLosing "linear_quit_losing" ["confirm"];
    LinearNothingAsked "linear_nothing_asked" [];
    LinearKept "linear_kept" ["keep"];
    LinearDraft "linear_draft" ["text"];
    LinearOffered "linear_offered" ["answer"];
    LinearBringWords "linear_bring_words" ["add" "check" "missing" "ready" "remove"];
    LinearTakeOut "linear_take_out" [];
    LinearHere "linear_here" [];
    LinearTracks "linear_tracks" [];
    LinearSaysHere "linear_says_here" [];
    LinearSaysTracks "linear_says_tracks" [];
    KeyCheckIt "key_check_it" [];
    LinearLeft "linear_left" [];
    // The map.
    KeyMap "key_map" [];
    KeyList "key_list" [];
    KeyZoom "key_zoom" [];
    SaidMapTooNarrow "said_map_too_narrow" [];
    // The matrix by an answer, two offices beside each other, four panes at once.
    KeyFilter "key_filter" [];
    KeyFilterKeep "key_filter_keep" [];
    KeyFilterOff "key_filter_off" [];
    FilterHint "filter_hint" [];
    FilterNothing "filter_nothing" [];
    FilterIs "filter_is" [];
    KeyDiffer "key_differ" [];
    DifferTitle "differ_title" ["a" "b"];
    DifferBoth "differ_both" [];
    DifferAlike "differ_alike" ["what"];
    KeyFourPanes "key_four_panes" [];
    SaidFourNeeds "said_four_needs" ["columns" "rows"];
}
