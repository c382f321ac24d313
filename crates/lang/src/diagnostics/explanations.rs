//! One paragraph a diagnostic code: why it is refused, what to do. English is also `docs/diagnostics.md`.

messages! {
    /// `not-found`.
    fn why_not_found() { en: "The path that was given leads to nothing. An inventory is a folder, or one .yaml, .yml or .json file.", fr: "Le chemin donné ne mène à rien. Un inventaire est un dossier, ou un seul fichier .yaml, .yml ou .json." }
    /// `no-inventory-file`.
    fn why_no_inventory_file() { en: "The folder exists, and neither it nor the folders in it hold a file whose name ends in .yaml, .yml or .json. Hidden files and folders, and node_modules, are passed over.", fr: "Le dossier existe, mais ni lui ni ses sous-dossiers ne contiennent de fichier dont le nom finit par .yaml, .yml ou .json. Les fichiers et dossiers cachés, ainsi que node_modules, sont ignorés." }
    /// `unreadable`.
    fn why_unreadable() { en: "The system did not let the file or folder be read: missing permission, a broken link, a failing disk. What it could have declared is unknown, so that references to unknown ids are not reported in the same run.", fr: "Le système n'a pas permis de lire ce fichier ou ce dossier : droit manquant, lien rompu, disque défaillant. Ce qu'il aurait pu déclarer est inconnu : les références à des identifiants inconnus ne sont pas signalées dans la même lecture." }
    /// `symlink-loop`.
    fn why_symlink_loop() { en: "A symbolic link in the folder leads to a folder that holds the link, so that reading would never end. Links to files and to other folders are followed.", fr: "Un lien symbolique du dossier mène à un dossier qui contient ce lien : la lecture ne finirait jamais. Les liens vers des fichiers et vers d'autres dossiers sont suivis." }
    /// `too-large`.
    fn why_too_large() { en: "Places in files are kept as 32-bit offsets: one inventory holds less than 4 GiB of text. A generated inventory of this size most likely repeats itself.", fr: "Les positions dans les fichiers tiennent sur 32 bits : un inventaire contient moins de 4 Gio de texte. Un inventaire produit de cette taille se répète sans doute." }
    /// `not-utf8`.
    fn why_not_utf8() { en: "Inventories are UTF-8 text. The file holds bytes that are not: it was probably saved as Latin-1, Windows-1252 or UTF-16, or it is no text at all.", fr: "Les inventaires sont du texte UTF-8. Ce fichier contient des octets qui n'en sont pas : il a sans doute été enregistré en Latin-1, Windows-1252 ou UTF-16, ou n'est pas du texte." }
    /// `empty-file`.
    fn why_empty_file() { en: "The file holds nothing, or comments alone. This is refused rather than passed over because it is more often a failed export than a wish.", fr: "Le fichier ne contient rien, ou seulement des commentaires. Il est refusé plutôt qu'ignoré, car c'est plus souvent un export raté qu'un souhait." }
    /// `syntax`.
    fn why_syntax() { en: "The text is not YAML 1.2, or, in a .json file, not JSON. Frequent causes: indentation that does not line up, a tab, an unclosed quote or bracket, a text that holds `: ` or ` #` without quotes. The rest of the file is not read, and while a file is unread, references to unknown ids are not reported.", fr: "Le texte n'est pas du YAML 1.2 ou, dans un fichier .json, pas du JSON. Causes fréquentes : une indentation qui ne s'aligne pas, une tabulation, un guillemet ou un crochet non fermé, un texte qui contient `: ` ou ` #` sans guillemets. La suite du fichier n'est pas lue, et tant qu'un fichier n'est pas lu, les références à des identifiants inconnus ne sont pas signalées." }
    /// `too-deep`.
    fn why_too_deep() { en: "Mappings and lists are nested beyond the limit. No honest inventory comes near it: groups of requirements within groups take two levels each.", fr: "Les dictionnaires et les listes sont imbriqués au-delà de la limite. Aucun inventaire honnête n'en approche : des groupes de besoins dans des groupes prennent deux niveaux chacun." }
    /// `alias-bomb`.
    fn why_alias_bomb() { en: "An alias (`*name`) stands for all that its anchor (`&name`) marks. A few lines of aliases of aliases, or many aliases of one large value, can stand for gigabytes; what aliases may stand for is bounded in each file.", fr: "Un alias (`*nom`) représente tout ce que marque son ancre (`&nom`). Quelques lignes d'alias d'alias, ou beaucoup d'alias d'une grande valeur, peuvent représenter des gigaoctets ; ce que les alias peuvent représenter est borné dans chaque fichier." }
    /// `alias-cycle`.
    fn why_alias_cycle() { en: "An alias stands inside the value that its anchor marks: the value would hold itself without end.", fr: "Un alias se trouve dans la valeur que marque son ancre : cette valeur se contiendrait elle-même sans fin." }
    /// `tag`.
    fn why_tag() { en: "YAML tags (`!!str`, `!custom`) change how a value is read. The format has no use for them: every key says what it takes.", fr: "Les étiquettes YAML (`!!str`, `!custom`) changent la lecture d'une valeur. Le format n'en a pas l'usage : chaque clé dit ce qu'elle prend." }
    /// `several-documents`.
    fn why_several_documents() { en: "A line `---` starts a second YAML document in the file. One file is one document, so that a reader never overlooks the second.", fr: "Une ligne `---` commence un second document YAML dans le fichier. Un fichier est un document, afin que personne n'oublie le second." }
    /// `merge-key`.
    fn why_merge_key() { en: "`<<` merged one mapping into another in YAML 1.1. YAML 1.2 dropped it, and tools disagree on what it does. Write the keys out; an alias for a whole value works.", fr: "`<<` fusionnait un dictionnaire dans un autre en YAML 1.1. YAML 1.2 l'a retiré, et les outils ne s'accordent pas sur son effet. Écrivez les clés ; un alias pour une valeur entière fonctionne." }
    /// `duplicate-key`.
    fn why_duplicate_key() { en: "A key stands twice in one mapping, or one of `trefonds`, `title`, `home`, `as_of` stands in two places of the inventory. Other readers keep the first or the last in silence; nobody could say which of the two is meant.", fr: "Une clé figure deux fois dans un dictionnaire, ou bien `trefonds`, `title`, `home` ou `as_of` figure à deux endroits de l'inventaire. D'autres lecteurs gardent en silence la première ou la dernière ; personne ne peut dire laquelle est voulue." }
    /// `key-not-text`.
    fn why_key_not_text() { en: "YAML lets a list or a mapping be a key. The format does not: ids and keys are text. Often the braces of `{{a: b}}` were meant as a value, or quotes are missing.", fr: "YAML accepte une liste ou un dictionnaire comme clé. Le format ne l'accepte pas : les identifiants et les clés sont des textes. Souvent, `{{a: b}}` devait être une valeur, ou des guillemets manquent." }
    /// `unknown-key`.
    fn why_unknown_key() { en: "Nothing reads this key here. It is refused rather than passed over, because a misspelt `depends_on` would hide a dependency. The message lists the keys that may stand here.", fr: "Rien ne lit cette clé ici. Elle est refusée plutôt qu'ignorée, car un `depends_on` mal écrit cacherait une dépendance. Le message donne les clés qui peuvent figurer ici." }
    /// `missing-key`.
    fn why_missing_key() { en: "A key that is required is not there: the layer of a component, the jurisdiction of a law, the format version and the home of the whole inventory. What a component's facts lack is never an error: it is a blind spot, and is shown as one.", fr: "Une clé obligatoire n'y est pas : la couche d'un composant, la juridiction d'une loi, la version du format et le `home` de l'inventaire entier. Les faits qui manquent à un composant ne sont jamais des erreurs : ce sont des angles morts, montrés comme tels." }
    /// `wrong-type`.
    fn why_wrong_type() { en: "The value is of another kind than the key takes: a list where a text is read, a text where a mapping is read. YAML 1.2 is read as it is written: `yes`, `no` and `on` are texts, only `true` and `false` are booleans.", fr: "La valeur n'est pas du genre que prend la clé : une liste là où un texte est lu, un texte là où un dictionnaire est lu. YAML 1.2 est lu tel qu'il est écrit : `yes`, `no` et `on` sont des textes, seuls `true` et `false` sont des booléens." }
    /// `null-value`.
    fn why_null_value() { en: "An empty value, `~` or `null` could mean that there is none, that it is not known, or that nobody has looked. These are three different facts: write `none`, write `undisclosed`, or leave the key out.", fr: "Une valeur vide, `~` ou `null` pourrait dire qu'il n'y en a pas, qu'on ne sait pas, ou que personne n'a cherché. Ce sont trois faits différents : écrivez `none`, écrivez `undisclosed`, ou ôtez la clé." }
    /// `unknown-value`.
    fn why_unknown_value() { en: "The key takes one word of a closed list, and this is none of them. The message gives the list.", fr: "La clé prend un mot d'une liste fermée, et ce n'en est pas un. Le message donne la liste." }
    /// `bad-id`.
    fn why_bad_id() { en: "Ids appear in lists, file names, diagrams and other programs, so they are kept plain: 1 to 100 ASCII letters, digits, `-`, `_`, `.` and `/`, the first a letter or a digit. Accents and spaces belong in `name`.", fr: "Les identifiants paraissent dans des listes, des noms de fichiers, des schémas et d'autres programmes ; ils restent donc simples : de 1 à 100 lettres ASCII, chiffres, `-`, `_`, `.` et `/`, le premier étant une lettre ou un chiffre. Les accents et les espaces vont dans `name`." }
    /// `reserved-id`.
    fn why_reserved_id() { en: "An entity called `FR` or a component called `none` could not be told from the country or the word. Country codes, `EU`, `EEA`, `none`, `undisclosed` and `dispersed` cannot be ids of components and entities; the words cannot be ids of sites and laws either.", fr: "Une entité appelée `FR` ou un composant appelé `none` ne se distingueraient pas du pays ou du mot. Les codes de pays, `EU`, `EEA`, `none`, `undisclosed` et `dispersed` ne peuvent pas être des identifiants de composants ni d'entités ; ces mots ne peuvent pas non plus nommer des sites ni des lois." }
    /// `bad-date`.
    fn why_bad_date() { en: "Days are written YYYY-MM-DD and exist in the calendar: 2026-02-30 does not.", fr: "Les jours s'écrivent AAAA-MM-JJ et existent dans le calendrier : le 2026-02-30 n'existe pas." }
    /// `bad-duration`.
    fn why_bad_duration() { en: "Durations are whole numbers with a unit: h (hours), d (days), w (weeks), mo (months of 30 days), y (years of 365 days).", fr: "Les durées sont des nombres entiers suivis d'une unité : h (heures), d (jours), w (semaines), mo (mois de 30 jours), y (années de 365 jours)." }
    /// `bad-share`.
    fn why_bad_share() { en: "A share is a percentage with its sign, such as 51% or 23.9%, between 0% and 100%, with at most four decimals; or a range, `40%..60%` or `{{at_least: 40%, at_most: 60%}}`, whose lower bound is not above the upper one. A bare number is refused: 0.5 could be half or half a percent.", fr: "Une part est un pourcentage avec son signe, par exemple 51% ou 23.9%, entre 0% et 100%, avec au plus quatre décimales ; ou un intervalle, `40%..60%` ou `{{at_least: 40%, at_most: 60%}}`, dont la borne basse ne dépasse pas la borne haute. Un nombre seul est refusé : 0.5 pourrait dire la moitié ou un demi pour cent." }
    /// `bad-lei`.
    fn why_bad_lei() { en: "A Legal Entity Identifier (ISO 17442) has 20 capital letters and digits, the last two of which are check digits (ISO 7064, mod 97-10). These do not match: a character was mistyped, lost or swapped.", fr: "Un identifiant d'entité juridique (LEI, ISO 17442) compte 20 majuscules et chiffres, dont les deux derniers sont des chiffres de contrôle (ISO 7064, mod 97-10). Ils ne concordent pas : un caractère a été mal saisi, perdu ou interverti." }
    /// `format-version`.
    fn why_format_version() { en: "`trefonds` says which version of the format the inventory is written in. This program reads version 1.", fr: "`trefonds` dit dans quelle version du format l'inventaire est écrit. Ce programme lit la version 1." }
    /// `unknown-country`.
    fn why_unknown_country() { en: "Countries are ISO 3166-1 alpha-2 codes that are officially assigned, in upper case: FR, IE, US; the United Kingdom is GB and Greece GR. Where a jurisdiction is read, EU and EEA may stand too.", fr: "Les pays sont des codes ISO 3166-1 alpha-2 officiellement attribués, en majuscules : FR, IE, US ; le Royaume-Uni est GB et la Grèce GR. Là où une juridiction est lue, EU et EEA sont aussi possibles." }
    /// `dates-reversed`.
    fn why_dates_reversed() { en: "`from` is the first day on which a fact holds and `until` the last, both included. A fact that ends before it begins never holds.", fr: "`from` est le premier jour où un fait vaut et `until` le dernier, tous deux compris. Un fait qui finit avant de commencer ne vaut jamais." }
    /// `at-least-range`.
    fn why_at_least_range() { en: "A group of n members can need between 1 and n of them. At least none needs nothing, and at least n + 1 always fails.", fr: "Un groupe de n membres peut en exiger de 1 à n. Au moins zéro n'exige rien, et au moins n + 1 échoue toujours." }
    /// `empty-list`.
    fn why_empty_list() { en: "A group of requirements, the home jurisdictions, the rules of a law and the countries of an entity need at least one member. Elsewhere an empty list means \"declared none\".", fr: "Un groupe de besoins, les juridictions de confiance, les règles d'une loi et les pays d'une entité ont au moins un élément. Ailleurs, une liste vide signifie « aucun, et c'est déclaré »." }
    /// `one-of`.
    fn why_one_of() { en: "Some mappings say what they are by one key: a requirement by `needs`, `soft`, `all_of`, `any_of` or `at_least` with `of`; a place by `site` or `country`; a holding by `entity` or `dispersed`. Two of them together, or none, leave it open what is meant.", fr: "Certains dictionnaires disent ce qu'ils sont par une clé : un besoin par `needs`, `soft`, `all_of`, `any_of` ou `at_least` avec `of` ; un lieu par `site` ou `country` ; une part par `entity` ou `dispersed`. Deux à la fois, ou aucune, laissent le sens ouvert." }
    /// `none-in-list`.
    fn why_none_in_list() { en: "`none` declares that there is nothing; beside anything else it contradicts it. A list that is incomplete says `undisclosed` instead.", fr: "`none` déclare qu'il n'y a rien ; à côté d'autre chose, il le contredit. Une liste incomplète dit plutôt `undisclosed`." }
    /// `keys-without-encryption`.
    fn why_keys_without_encryption() { en: "`keys` names who holds the keys of encrypted data. Data in the clear has none.", fr: "`keys` nomme qui détient les clés de données chiffrées. Des données en clair n'en ont pas." }
    /// `unknown-reference`.
    fn why_unknown_reference() { en: "The id is declared nowhere in the inventory. A misspelt id and a forgotten declaration look alike; both would hide a dependency. These errors wait until every file can be read.", fr: "Cet identifiant n'est déclaré nulle part dans l'inventaire. Un identifiant mal écrit et une déclaration oubliée se ressemblent ; l'un et l'autre cacheraient une dépendance. Ces erreurs attendent que tous les fichiers soient lisibles." }
    /// `duplicate-id`.
    fn why_duplicate_id() { en: "Ids are global in an inventory, over all its files. Ids of components, entities, sites and laws are four separate sets.", fr: "Les identifiants valent dans tout l'inventaire, quel que soit le fichier. Ceux des composants, des entités, des sites et des lois forment quatre ensembles séparés." }
    /// `self-requirement`.
    fn why_self_requirement() { en: "A component that needs itself says nothing. Longer circles, in which components need each other, are real and are accepted.", fr: "Un composant qui a besoin de lui-même ne dit rien. Les cercles plus longs, où des composants ont besoin les uns des autres, sont réels et acceptés." }
    /// `repeated-member`.
    fn why_repeated_member() { en: "A group that names a component twice would count it as two alternatives, and show a redundancy that is not there.", fr: "Un groupe qui nomme deux fois un composant le compterait comme deux possibilités, et montrerait une redondance qui n'existe pas." }
    /// `repeated-requirement`.
    fn why_repeated_requirement() { en: "The same component stands twice in one `depends_on`. It changes no result, and is often a copy that was meant to name another component: a warning.", fr: "Le même composant figure deux fois dans un `depends_on`. Aucun résultat n'en change, mais c'est souvent une copie qui devait nommer un autre composant : un avertissement." }
    /// `votes-over-whole`.
    fn why_votes_over_whole() { en: "On one day, the lower bounds of the holdings in an entity come to more than 100 % of its votes. A share is wrong, a holding is counted twice, or holdings of different times lack their dates.", fr: "Un même jour, les bornes basses des parts dans une entité totalisent plus de 100 % de ses votes. Une part est fausse, une part est comptée deux fois, ou il manque les dates à des parts d'époques différentes." }
}
