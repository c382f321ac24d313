use crate::Lang;

macro_rules! codes {
    ($($(#[$doc:meta])* $name:ident = $text:literal, $why:ident;)*) => {
        /// The stable code of a message, as users see it and as `docs/diagnostics.md` explains it.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $name,)*
        }

        impl Code {
            /// All codes, in the order of the documentation.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The code as it is written, in kebab-case.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text,)*
                }
            }

            /// The paragraph that explains it.
            #[must_use]
            pub fn explanation(self, lang: Lang) -> String {
                match self {
                    $(Self::$name => lang.$why(),)*
                }
            }
        }
    };
}

codes! {
    /// The path leads to nothing.
    NotFound = "not-found", why_not_found;
    /// A folder without an inventory file.
    NoInventoryFile = "no-inventory-file", why_no_inventory_file;
    /// The system refused to read.
    Unreadable = "unreadable", why_unreadable;
    /// A symbolic link to a folder above itself.
    SymlinkLoop = "symlink-loop", why_symlink_loop;
    /// More text than offsets can address.
    TooLarge = "too-large", why_too_large;
    /// Bytes that are no text.
    NotUtf8 = "not-utf8", why_not_utf8;
    /// A file that holds nothing.
    EmptyFile = "empty-file", why_empty_file;
    /// Not YAML, or not JSON.
    Syntax = "syntax", why_syntax;
    /// Too many levels.
    TooDeep = "too-deep", why_too_deep;
    /// Aliases that stand for too much.
    AliasBomb = "alias-bomb", why_alias_bomb;
    /// An alias within what it stands for.
    AliasCycle = "alias-cycle", why_alias_cycle;
    /// A YAML tag.
    Tag = "tag", why_tag;
    /// A second YAML document.
    SeveralDocuments = "several-documents", why_several_documents;
    /// The key `<<`.
    MergeKey = "merge-key", why_merge_key;
    /// A key twice.
    DuplicateKey = "duplicate-key", why_duplicate_key;
    /// A remark cuts a text: a warning.
    CutByRemark = "cut-by-remark", why_cut_by_remark;
    /// A list or a mapping as a key.
    KeyNotText = "key-not-text", why_key_not_text;
    /// A key that nobody reads.
    UnknownKey = "unknown-key", why_unknown_key;
    /// A required key that is not there.
    MissingKey = "missing-key", why_missing_key;
    /// Another kind of value than what is read.
    WrongType = "wrong-type", why_wrong_type;
    /// An empty value.
    NullValue = "null-value", why_null_value;
    /// A word outside a closed list.
    UnknownValue = "unknown-value", why_unknown_value;
    /// An id with other characters.
    BadId = "bad-id", why_bad_id;
    /// An id that means something else.
    ReservedId = "reserved-id", why_reserved_id;
    /// Dates, and no day of which to speak.
    MissingDay = "missing-day", why_missing_day;
    /// Not a day of the calendar.
    BadDate = "bad-date", why_bad_date;
    /// Not a duration.
    BadDuration = "bad-duration", why_bad_duration;
    /// Not a share of the votes.
    BadShare = "bad-share", why_bad_share;
    /// Not a cost in whole units.
    BadCost = "bad-cost", why_bad_cost;
    /// Not a currency code.
    BadCurrency = "bad-currency", why_bad_currency;
    /// Not an edition of the catalogue.
    BadEdition = "bad-edition", why_bad_edition;
    /// An edition that is newer than what the program brings.
    NewerEdition = "newer-edition", why_newer_edition;
    /// An edition that is older than what the program brings: a warning.
    OlderEdition = "older-edition", why_older_edition;
    /// An offer that does not rest on what one would do without.
    NothingWithout = "nothing-without", why_nothing_without;
    /// Offers that are one another.
    CircleOfOffers = "circle-of-offers", why_circle_of_offers;
    /// The catalogue has newer facts that differ: a warning.
    NewerInCatalogue = "newer-in-catalogue", why_newer_in_catalogue;
    /// Check digits that do not match.
    BadLei = "bad-lei", why_bad_lei;
    /// A version that this program does not read.
    FormatVersion = "format-version", why_format_version;
    /// Not an ISO 3166-1 code.
    UnknownCountry = "unknown-country", why_unknown_country;
    /// Ends before it begins.
    DatesReversed = "dates-reversed", why_dates_reversed;
    /// More, or fewer, members than there are.
    AtLeastRange = "at-least-range", why_at_least_range;
    /// A soft requirement inside a group.
    SoftMember = "soft-member", why_soft_member;
    /// A time to take over, of what is no member of a group.
    StartsInNoGroup = "starts-in-no-group", why_starts_in_no_group;
    /// A group in which cold members run all the time: a warning.
    TooFewHot = "too-few-hot", why_too_few_hot;
    /// More places needed than there are.
    TooManyPlaces = "too-many-places", why_too_many_places;
    /// A list of nothing where something is needed.
    EmptyList = "empty-list", why_empty_list;
    /// Several keys of which only one may stand, or none.
    OneOf = "one-of", why_one_of;
    /// `none` in a list.
    NoneInList = "none-in-list", why_none_in_list;
    /// Keys of what is not encrypted.
    KeysWithoutEncryption = "keys-without-encryption", why_keys_without_encryption;
    /// An id that is declared nowhere.
    UnknownReference = "unknown-reference", why_unknown_reference;
    /// An id that is declared twice.
    DuplicateId = "duplicate-id", why_duplicate_id;
    /// One LEI on two entities.
    DuplicateLei = "duplicate-lei", why_duplicate_lei;
    /// One identifier on two things of a kind.
    DuplicateIdentifier = "duplicate-identifier", why_duplicate_identifier;
    /// A text that is nearly the id of a source: a warning.
    LikeASource = "like-a-source", why_like_a_source;
    /// Two entities of one name and country: a warning.
    SameName = "same-name", why_same_name;
    /// A component that needs itself.
    SelfRequirement = "self-requirement", why_self_requirement;
    /// A component whose repair needs the component.
    OwnRepair = "own-repair", why_own_repair;
    /// Sites that stand within one another in a circle.
    SiteCircle = "site-circle", why_site_circle;
    /// A site in another country than the site around it.
    OtherCountry = "other-country", why_other_country;
    /// What belongs to laws of the other effect.
    OtherEffect = "other-effect", why_other_effect;
    /// A law on the organisation, which nobody names.
    NoOrganisation = "no-organisation", why_no_organisation;
    /// A group that names a component twice.
    RepeatedMember = "repeated-member", why_repeated_member;
    /// A requirement written twice: a warning.
    RepeatedRequirement = "repeated-requirement", why_repeated_requirement;
    /// An alternative that changes nothing.
    NoChange = "no-change", why_no_change;
    /// New terms with somebody who is no supplier.
    NotASupplier = "not-a-supplier", why_not_a_supplier;
    /// A policy that cannot be judged by.
    InvalidPolicy = "invalid-policy", why_invalid_policy;
    /// A scenario that cannot be played.
    InvalidScenario = "invalid-scenario", why_invalid_scenario;
    /// A mapping that cannot be used.
    InvalidMapping = "invalid-mapping", why_invalid_mapping;
    /// Holdings of more than all votes.
    VotesOverWhole = "votes-over-whole", why_votes_over_whole;
    /// One field that two amendments say.
    AmendedTwice = "amended-twice", why_amended_twice;
    /// A requirement that is to go and is not there.
    NothingToRemove = "nothing-to-remove", why_nothing_to_remove;
    /// A declaration of a snapshot that cannot be.
    BadDeclaration = "bad-declaration", why_bad_declaration;
}
