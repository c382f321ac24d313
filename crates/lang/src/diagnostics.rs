//! What the inventory reader says of a problem: the message, the words beside the line, what to do.
//! The paragraphs of `trefonds explain` are in [`explanations`].

mod code;
mod down_and_back;
mod explanations;
mod words;

pub use code::Code;

messages! {
    // Files.
    /// No such file or folder.
    fn not_found() { en: "there is no such file or folder", fr: "ce fichier ou ce dossier n'existe pas" }
    /// What to do about it.
    fn not_found_help() { en: "give the path of an inventory: a folder, or a .yaml, .yml or .json file", fr: "donnez le chemin d'un inventaire : un dossier, ou un fichier .yaml, .yml ou .json" }
    /// A folder without an inventory file.
    fn no_inventory_file() { en: "this folder holds no inventory file", fr: "ce dossier ne contient aucun fichier d'inventaire" }
    /// What to do about it.
    fn no_inventory_file_help() { en: "an inventory is made of *.yaml, *.yml and *.json files; hidden ones are passed over; `trefonds init` writes a first one", fr: "un inventaire est fait de fichiers *.yaml, *.yml et *.json ; les fichiers cachés sont ignorés ; `trefonds init` en écrit un premier" }
    /// Only files that are something else.
    fn only_others(what: &str) { en: "this is {what}, not an inventory", fr: "ceci est {what}, pas un inventaire" }
    /// What to do about it.
    fn only_scenarios_help() { en: "name the inventory, and the scenario with `trefonds whatif INVENTORY --scenario FILE`", fr: "nommez l'inventaire, et le scénario avec `trefonds whatif INVENTAIRE --scenario FICHIER`" }
    /// What to do about a policy.
    fn only_policies_help() { en: "name the inventory, and the policy with `trefonds check INVENTORY --policy FILE`", fr: "nommez l'inventaire, et la politique avec `trefonds check INVENTAIRE --policy FICHIER`" }
    /// What to do about a snapshot.
    fn only_snapshots_help() { en: "name the inventory; `trefonds diff SNAPSHOT INVENTORY` compares the two", fr: "nommez l'inventaire ; `trefonds diff INSTANTANÉ INVENTAIRE` compare les deux" }
    /// What to do about any other file.
    fn only_others_help() { en: "name the inventory: a folder, or a file with `components`", fr: "nommez l'inventaire : un dossier, ou un fichier avec `components`" }
    /// Dates without a day.
    fn missing_day() { en: "this fact has dates, and nothing says on which day to look at it", fr: "ce fait porte des dates, et rien ne dit à quel jour le regarder" }
    /// What to do about it.
    fn missing_day_help() { en: "write the day of the inventory once, at the start of a line, such as `as_of: 2026-11-01`; or ask for a day with --as-of", fr: "écrivez une fois le jour de l'inventaire, en début de ligne, par exemple `as_of: 2026-11-01` ; ou demandez un jour avec --as-of" }
    /// What a file is: a scenario.
    fn file_scenario() { en: "a scenario", fr: "un scénario" }
    /// What a file is: a policy.
    fn file_policy() { en: "a policy", fr: "une politique" }
    /// What a file is: a schema.
    fn file_schema() { en: "a JSON Schema", fr: "un schéma JSON" }
    /// What a file is: a mapping.
    fn file_mapping() { en: "a mapping", fr: "une table de correspondance" }
    /// What a file is: a snapshot.
    fn file_snapshot() { en: "a snapshot", fr: "un instantané" }
    /// What a file is: a baseline.
    fn file_baseline() { en: "a baseline", fr: "une référence" }
    /// What a file is: patterns of a catalogue.
    fn file_patterns() { en: "patterns of a catalogue", fr: "des motifs d'un catalogue" }
    /// What a file is: rules of a catalogue.
    fn file_suggestions() { en: "rules of a catalogue", fr: "des règles d'un catalogue" }
    /// What a file is: licences of a catalogue.
    fn file_licences() { en: "licences of a catalogue", fr: "des licences d'un catalogue" }
    /// The system refused to read.
    fn unreadable(reason: &str) { en: "cannot be read: {reason}", fr: "illisible : {reason}" }
    /// A symbolic link to a folder above itself.
    fn symlink_loop(target: &str) { en: "this symbolic link leads back to `{target}`, which holds it", fr: "ce lien symbolique ramène à `{target}`, qui le contient" }
    /// What to do about it.
    fn symlink_loop_help() { en: "remove the link, or point it at a file", fr: "supprimez le lien, ou faites-le pointer vers un fichier" }
    /// Too large to be addressed.
    fn too_large(bytes: u64) { en: "the inventory is larger than {bytes} bytes with this file", fr: "avec ce fichier, l'inventaire dépasse {bytes} octets" }
    /// What to do about it.
    fn too_large_help() { en: "keep an inventory under the limit: split it, or generate less", fr: "gardez l'inventaire sous la limite : découpez-le, ou produisez-en moins" }
    /// Not UTF-8.
    fn not_utf8(line: usize) { en: "not UTF-8: line {line} holds bytes that are no text", fr: "pas de l'UTF-8 : la ligne {line} contient des octets qui ne sont pas du texte" }
    /// What to do about it.
    fn not_utf8_help() { en: "save the file as UTF-8", fr: "enregistrez le fichier en UTF-8" }
    /// Nothing in the file.
    fn empty_file() { en: "the file holds nothing", fr: "le fichier ne contient rien" }
    /// What to do about it.
    fn empty_file_help() { en: "write an inventory in it, or delete it", fr: "écrivez-y un inventaire, ou supprimez-le" }

    // YAML and JSON.
    /// The file is not YAML, or not JSON.
    fn syntax(format: &str, reason: &str) { en: "not readable as {format}: {reason}", fr: "illisible comme {format} : {reason}" }
    /// What to do about it.
    fn syntax_help() { en: "the rest of this file was not read: references to ids that may be in it are not checked until it is", fr: "la suite de ce fichier n'a pas été lue : les références à des identifiants qui pourraient s'y trouver ne sont pas vérifiées d'ici là" }
    /// Too many levels.
    fn too_deep(limit: usize) { en: "nested more than {limit} levels deep", fr: "plus de {limit} niveaux d'imbrication" }
    /// Aliases that stand for too much.
    fn alias_bomb() { en: "the aliases of this file stand for more text than is read", fr: "les alias de ce fichier représentent plus de texte qu'il n'en est lu" }
    /// What to do about it.
    fn alias_bomb_help() { en: "write the repeated parts once, as components or entities, and refer to their ids", fr: "écrivez une seule fois les parties répétées, comme composants ou entités, et désignez-les par leur identifiant" }
    /// An alias within what it stands for.
    fn alias_cycle() { en: "this alias stands within what it stands for", fr: "cet alias se trouve dans ce qu'il représente" }
    /// What to do about it.
    fn alias_cycle_help() { en: "replace it by the value that is meant", fr: "remplacez-le par la valeur voulue" }
    /// A YAML tag.
    fn tag() { en: "tags are not part of the format", fr: "les étiquettes YAML (tags) ne font pas partie du format" }
    /// What to do about it.
    fn tag_help() { en: "remove the word that starts with `!`, or put the text in quotes if it belongs to it", fr: "supprimez le mot qui commence par `!`, ou mettez le texte entre guillemets s'il en fait partie" }
    /// A second document.
    fn several_documents() { en: "a second document starts here", fr: "un second document commence ici" }
    /// What to do about it.
    fn several_documents_help() { en: "a file holds one document: put the second one in a file of its own", fr: "un fichier contient un seul document : mettez le second dans son propre fichier" }
    /// The key `<<`.
    fn merge_key() { en: "`<<` merges nothing: YAML 1.2 has no merge keys", fr: "`<<` ne fusionne rien : YAML 1.2 n'a pas de clés de fusion" }
    /// What to do about it.
    fn merge_key_help() { en: "write the keys out, or use an alias for a whole value", fr: "écrivez les clés, ou employez un alias pour une valeur entière" }
    /// A key twice in one mapping.
    fn duplicate_key(key: &str) { en: "`{key}` stands here twice", fr: "`{key}` figure deux fois ici" }
    /// What to do about it.
    fn duplicate_key_help() { en: "keep one of the two", fr: "gardez l'un des deux" }
    /// A root key in two files.
    fn duplicate_root_key(key: &str) { en: "`{key}` stands twice in the inventory", fr: "`{key}` figure deux fois dans l'inventaire" }
    /// Where the first one is.
    fn first_here() { en: "first here", fr: "d'abord ici" }
    /// A key that is a list or a mapping.
    fn key_not_text() { en: "a key must be text", fr: "une clé doit être un texte" }

    // Values.
    /// A key that nobody reads.
    fn unknown_key(key: &str) { en: "unknown key `{key}`", fr: "clé inconnue `{key}`" }
    /// What could stand here.
    fn known_keys(keys: &str) { en: "keys here: {keys}", fr: "clés possibles ici : {keys}" }
    /// A guess.
    fn did_you_mean(word: &str) { en: "did you mean `{word}`?", fr: "vouliez-vous dire `{word}` ?" }
    /// A required key that is not there.
    fn missing_key(key: &str) { en: "`{key}` is missing", fr: "il manque `{key}`" }
    /// What to write.
    fn missing_key_help(example: &str) { en: "write it, such as `{example}`", fr: "écrivez-le, par exemple `{example}`" }
    /// A required key of the whole inventory that is not there.
    fn missing_root_key(key: &str) { en: "no file of the inventory says `{key}`", fr: "aucun fichier de l'inventaire ne dit `{key}`" }
    /// What to do about it.
    fn missing_root_key_help(example: &str) { en: "write `{example}` at the root of one file, usually trefonds.yaml", fr: "écrivez `{example}` à la racine d'un fichier, d'ordinaire trefonds.yaml" }
    /// Another kind of value than what is read here.
    fn wrong_type(expected: &str, found: &str) { en: "this must be {expected}, not {found}", fr: "il faut ici {expected}, et non {found}" }
    /// What to write instead of a text.
    fn wrong_type_text_help(expected: &str) { en: "write {expected} instead", fr: "écrivez plutôt {expected}" }
    /// What to write instead of a list.
    fn wrong_type_list_help(expected: &str) { en: "take the brackets or dashes away, and write {expected}", fr: "ôtez les crochets ou les tirets, et écrivez {expected}" }
    /// What to write instead of a mapping.
    fn wrong_type_map_help(expected: &str) { en: "take the keys away, and write {expected}", fr: "ôtez les clés, et écrivez {expected}" }
    /// No-break spaces before a key.
    fn odd_indent() { en: "the spaces before this key are no-break spaces, which YAML takes for letters: indent with ordinary spaces", fr: "les espaces avant cette clé sont insécables, et YAML les prend pour des lettres : décalez avec des espaces ordinaires" }
    /// An empty value.
    fn null_value() { en: "an empty value says nothing", fr: "une valeur vide ne dit rien" }
    /// What to do about it.
    fn null_value_help() { en: "write `none` when there is none, `undisclosed` when it is not known which, or leave the key out when nobody has looked", fr: "écrivez `none` s'il n'y en a pas, `undisclosed` si l'on ne sait pas lequel, ou ôtez la clé si personne n'a cherché" }
    /// A word outside a closed list.
    fn unknown_value(value: &str) { en: "`{value}` is not a value that is known here", fr: "`{value}` n'est pas une valeur connue ici" }
    /// What could stand here.
    fn known_values(values: &str) { en: "values here: {values}", fr: "valeurs possibles ici : {values}" }
    /// An id with other characters.
    fn bad_id(id: &str) { en: "`{id}` cannot be an id", fr: "`{id}` ne peut pas être un identifiant" }
    /// What to do about it.
    fn bad_id_help() { en: "1 to 100 ASCII letters, digits, `-`, `_`, `.` and `/`, the first a letter or a digit; put the words for people in `name`", fr: "de 1 à 100 lettres ASCII, chiffres, `-`, `_`, `.` et `/`, le premier étant une lettre ou un chiffre ; mettez le nom lisible dans `name`" }
    /// A colon too many behind an id.
    fn bad_id_colon_help(id: &str) { en: "write `{id}:`, with one colon", fr: "écrivez `{id}:`, avec une seule fois deux-points" }
    /// An id that can be one.
    fn bad_id_instead(id: &str, rules: &str) { en: "write `{id}`, for instance: {rules}", fr: "écrivez `{id}`, par exemple : {rules}" }
    /// An id that means something else.
    fn reserved_id(id: &str) { en: "`{id}` means something else already", fr: "`{id}` a déjà un autre sens" }
    /// What to do about it.
    fn reserved_id_help() { en: "country codes, `EU`, `EEA`, `none`, `undisclosed` and `dispersed` are words of the format: choose another id", fr: "les codes de pays, `EU`, `EEA`, `none`, `undisclosed` et `dispersed` sont des mots du format : choisissez un autre identifiant" }
    /// Not a day.
    fn bad_date(text: &str) { en: "`{text}` is not a day", fr: "`{text}` n'est pas un jour" }
    /// What to do about it.
    fn bad_date_help() { en: "write a day of the calendar as YYYY-MM-DD, such as 2026-11-01", fr: "écrivez un jour du calendrier sous la forme AAAA-MM-JJ, par exemple 2026-11-01" }
    /// Not a duration.
    fn bad_duration(text: &str) { en: "`{text}` is not a duration", fr: "`{text}` n'est pas une durée" }
    /// What to do about it.
    fn bad_duration_help() { en: "write a whole number and its unit: 15min, 4h, 30d, 2w, 6mo, 1y", fr: "écrivez un nombre entier et son unité : 15min, 4h, 30d (jours), 2w (semaines), 6mo (mois), 1y (an)" }
    /// Not a share.
    fn bad_share(text: &str) { en: "`{text}` is not a share of the votes", fr: "`{text}` n'est pas une part des voix" }
    /// What to do about it.
    fn bad_share_help() { en: "write a percentage from 0% to 100%, with at most four decimals (51%, 23.9%), or a range (40%..60%)", fr: "écrivez un pourcentage de 0% à 100%, avec au plus quatre décimales (51%, 23.9%), ou un intervalle (40%..60%)" }
    /// A range whose bounds are swapped.
    fn reversed_share() { en: "the lower bound is above the upper one", fr: "la borne basse dépasse la borne haute" }
    /// Not a LEI.
    fn bad_lei(text: &str) { en: "`{text}` is not a valid LEI", fr: "`{text}` n'est pas un LEI valide" }
    /// What to do about it.
    fn bad_lei_help() { en: "a LEI has 18 capital letters or digits and two check digits (ISO 17442): compare it with its source", fr: "un LEI compte 18 majuscules ou chiffres et deux chiffres de contrôle (ISO 17442) : comparez-le à sa source" }
    /// Not a cost.
    fn bad_cost(text: &str) { en: "`{text}` is not a cost", fr: "`{text}` n'est pas un coût" }
    /// What to do about it.
    fn bad_cost_help() { en: "write a whole number of units of the inventory's `currency`, without spaces, at most 1000000000000; 0 when it costs nothing", fr: "écrivez un nombre entier d'unités de la `currency` de l'inventaire, sans espaces, au plus 1000000000000 ; 0 si cela ne coûte rien" }
    /// Not a currency.
    fn bad_currency(text: &str) { en: "`{text}` is not a currency code", fr: "`{text}` n'est pas un code de monnaie" }
    /// What to do about it.
    fn bad_currency_help() { en: "write three capital letters (ISO 4217), such as EUR", fr: "écrivez trois majuscules (ISO 4217), par exemple EUR" }
    /// An alternative without a change.
    fn no_change(id: &str) { en: "the option `{id}` changes nothing", fr: "l'option `{id}` ne change rien" }
    /// What to do about it.
    fn no_change_help(keys: &str) { en: "say what becomes different, with at least one of these keys: {keys}", fr: "dites ce qui devient différent, avec au moins une de ces clés : {keys}" }
    /// A text that is nearly the id of a listed source.
    fn like_a_source(text: &str) { en: "`{text}` is not listed under `sources`: it is taken as it stands", fr: "`{text}` n'est pas dans `sources` : il est pris tel quel" }
    /// What the date of a source may be.
    fn bad_source_date_help() { en: "write a year, a month or a day: 2026, 2026-05 or 2026-05-01", fr: "écrivez une année, un mois ou un jour : 2026, 2026-05 ou 2026-05-01" }
    /// One field that two amendments say.
    fn amended_twice(id: &str) { en: "two amendments say this of `{id}`", fr: "deux amendements le disent de `{id}`" }
    /// What to do about it.
    fn amended_twice_help() { en: "keep one of them: which one is to stand cannot be told from the files", fr: "gardez-en un : lequel doit valoir, les fichiers ne peuvent pas le dire" }
    /// A requirement that is to go and is not there.
    fn nothing_to_remove(id: &str, needed: &str) { en: "`{id}` does not need `{needed}` by itself: there is nothing to remove", fr: "`{id}` n'a pas besoin de `{needed}` par lui-même : il n'y a rien à ôter" }
    /// What to do about it.
    fn nothing_to_remove_help() { en: "take the line out if what it amends has changed; a group is named as a whole: `remove: [{{any_of: [a, b]}}]`", fr: "ôtez la ligne si ce qu'elle amende a changé ; un groupe se nomme en entier : `remove: [{{any_of: [a, b]}}]`" }
    /// Declarations of a snapshot whose subject is not declared.
    fn facts_of_nothing(id: &str) { en: "declarations of `{id}`, which is not said to exist", fr: "déclarations de `{id}`, dont l'existence n'est pas dite" }
    /// What to do about it.
    fn facts_of_nothing_help() { en: "add its declaration `exists`, or leave the others out too", fr: "ajoutez sa déclaration `exists`, ou ôtez aussi les autres" }
    /// Two declarations of one key in a snapshot.
    fn repeated_fact(key: &str) { en: "declared twice: {key}", fr: "déclaré deux fois : {key}" }
    /// What to do about it.
    fn repeated_fact_help() { en: "leave one out, or give the second item of a list an `item` of its own, such as `acme#2`", fr: "ôtez-en une, ou donnez au second élément d'une liste son propre `item`, par exemple `acme#2`" }
    /// A value that its field cannot hold.
    fn unfit_value(key: &str) { en: "this value cannot stand there: {key}", fr: "cette valeur ne peut pas être là : {key}" }
    /// What to do about it.
    fn unfit_value_help() { en: "write the kind of value that the schema of snapshots gives for this field: `trefonds schema snapshot`", fr: "écrivez la sorte de valeur que le schéma des instantanés donne pour ce champ : `trefonds schema snapshot`" }
    /// What a share in a snapshot is.
    fn share_in_millionths() { en: "shares are in millionths of the votes, from 0 to 1000000, the lower bound first", fr: "les parts sont en millionièmes des voix, de 0 à 1000000, la borne basse d'abord" }
    /// A component in its own place.
    fn own_stand_in(id: &str) { en: "`{id}` cannot stand in for itself", fr: "`{id}` ne peut pas se suppléer lui-même" }
    /// What to do about it.
    fn own_stand_in_help() { en: "name another component; declare one with `planned: true` when it is not there yet", fr: "nommez un autre composant ; déclarez-en un avec `planned: true` s'il n'existe pas encore" }
    /// A version that this program does not read.
    fn format_version(text: &str) { en: "format version `{text}` is not read by this program", fr: "la version `{text}` du format n'est pas lue par ce programme" }
    /// What to do about it.
    fn format_version_help() { en: "write `trefonds: 1`", fr: "écrivez `trefonds: 1`" }
    /// Not a country.
    fn no_such_country(code: &str) { en: "`{code}` is not a country code", fr: "`{code}` n'est pas un code de pays" }
    /// What to do about it.
    fn no_such_country_help() { en: "countries are upper-case ISO 3166-1 alpha-2 codes, such as FR, IE or US", fr: "les pays sont des codes ISO 3166-1 alpha-2 en majuscules, par exemple FR, IE ou US" }
    /// The same, where a union may stand.
    fn no_such_jurisdiction_help() { en: "jurisdictions are upper-case ISO 3166-1 alpha-2 codes, such as FR, IE or US, or EU, or EEA", fr: "les juridictions sont des codes ISO 3166-1 alpha-2 en majuscules, par exemple FR, IE ou US, ou EU, ou EEA" }
    /// The code of the United Kingdom.
    fn united_kingdom_help() { en: "the United Kingdom is GB", fr: "le Royaume-Uni est GB" }
    /// A fact that ends before it begins.
    fn dates_reversed(from: &str, until: &str) { en: "ends on {until}, before it begins on {from}", fr: "finit le {until}, avant de commencer le {from}" }
    /// What to do about it.
    fn dates_reversed_help() { en: "`from` is the first day and `until` the last one, both included", fr: "`from` est le premier jour et `until` le dernier, tous deux compris" }
    /// More, or fewer, members than there are.
    fn at_least_range(k: u64, members: usize) { en: "at least {k} of {members}", fr: "au moins {k} sur {members}" }
    /// What to do about it.
    fn at_least_range_help() { en: "`at_least` is between 1 and the number of members", fr: "`at_least` est compris entre 1 et le nombre de membres" }
    /// A soft member of a group.
    fn soft_member() { en: "a member of a group cannot be soft", fr: "un membre de groupe ne peut pas être souple" }
    /// What to do about it.
    fn soft_member_help() { en: "write `{{soft: {{any_of: [...]}}}}` to make the whole group soft, or move the soft requirement out of the group", fr: "écrivez `{{soft: {{any_of: [...]}}}}` pour rendre tout le groupe souple, ou sortez le besoin souple du groupe" }
    /// A list of nothing where something is needed.
    fn empty_list(key: &str) { en: "`{key}` lists nothing", fr: "`{key}` est une liste vide" }
    /// What to do about it.
    fn empty_list_help() { en: "give it at least one member", fr: "donnez-lui au moins un élément" }
    /// Several keys of which only one may stand, or none of them.
    fn one_of(keys: &str) { en: "exactly one of these keys must stand here: {keys}", fr: "il faut ici exactement une de ces clés : {keys}" }
    /// `none` beside something.
    fn none_in_list() { en: "`none` stands in a list", fr: "`none` figure dans une liste" }
    /// What to do about it.
    fn none_in_list_help() { en: "write `none` alone, without brackets; or remove it from the list", fr: "écrivez `none` seul, sans crochets ; ou ôtez-le de la liste" }
    /// Keys of what is not encrypted.
    fn keys_without_encryption() { en: "`keys` without `form: encrypted`", fr: "`keys` sans `form: encrypted`" }
    /// What to do about it.
    fn keys_without_encryption_help() { en: "say `form: encrypted`, or remove `keys`", fr: "dites `form: encrypted`, ou ôtez `keys`" }

    // The catalogue.
    /// Not an edition.
    fn bad_edition(text: &str) { en: "`{text}` is not an edition of the catalogue", fr: "`{text}` n'est pas une édition du catalogue" }
    /// What to do about it.
    fn bad_edition_help() { en: "write a year and a month, such as `2026.11`, or `none`", fr: "écrivez une année et un mois, par exemple `2026.11`, ou `none`" }
    /// An edition that is not there yet.
    fn newer_edition(said: &str, known: &str) { en: "the edition {said} of the catalogue is newer than what this program brings, {known}", fr: "l'édition {said} du catalogue est plus récente que celle de ce programme, {known}" }
    /// What to do about it.
    fn newer_edition_help(known: &str) { en: "take a newer program, or write `catalogue: {known}`", fr: "prenez un programme plus récent, ou écrivez `catalogue: {known}`" }
    /// An edition of before.
    fn older_edition(said: &str, known: &str) { en: "written against the edition {said} of the catalogue, read with {known}", fr: "écrit avec l'édition {said} du catalogue, lu avec {known}" }
    /// What to do about it.
    fn older_edition_help(known: &str) { en: "look at what has changed (`trefonds diff SNAPSHOT INVENTORY`), then write `catalogue: {known}`", fr: "regardez ce qui a changé (`trefonds diff INSTANTANE INVENTAIRE`), puis écrivez `catalogue: {known}`" }
    /// A program without a catalogue.
    fn no_catalogue_here() { en: "no catalogue is at hand here", fr: "aucun catalogue n'est disponible ici" }
    /// A folder of a catalogue where there are no folders.
    fn no_folder_here(folder: &str) { en: "the catalogue `{folder}` cannot be found from here", fr: "le catalogue `{folder}` ne peut être trouvé d'ici" }
    /// What to do about it.
    fn no_folder_here_help() { en: "what is read from a revision has no folder: name it with `--catalogue`", fr: "ce qui est lu d'une révision n'a pas de dossier : nommez-le par `--catalogue`" }
    /// An offer that does not exist.
    fn no_such_offer(id: &str) { en: "no offer is called `{id}`", fr: "aucune offre ne s'appelle `{id}`" }
    /// What to do about it.
    fn no_such_offer_help() { en: "`trefonds catalogue search WORD` finds offers; those of your own stand under `offers`", fr: "`trefonds catalogue search MOT` cherche une offre ; les vôtres figurent sous `offers`" }
    /// Help: an id of a catalogue that the inventory does not use.
    fn in_unused_catalogue(edition: &str) { en: "the catalogue {edition} has it, which this inventory does not use: write `catalogue: {edition}` beside `home`, or declare it", fr: "le catalogue {edition} le connaît, et cet inventaire ne l'utilise pas : écrivez `catalogue: {edition}` à côté de `home`, ou déclarez-le" }
    /// What to do about it, where no catalogue is used.
    fn no_catalogue_help(edition: &str) { en: "the inventory uses no catalogue: write `catalogue: {edition}` beside `home`, or declare the offer under `offers`", fr: "l'inventaire n'utilise pas de catalogue : écrivez `catalogue: {edition}` à côté de `home`, ou déclarez l'offre sous `offers`" }
    /// Nothing to take out.
    fn nothing_without(id: &str, offer: &str) { en: "`{offer}` does not rest on `{id}`", fr: "`{offer}` ne repose pas sur `{id}`" }
    /// What to do about it.
    fn nothing_without_help(listed: &str) { en: "it rests on: {listed}", fr: "elle repose sur : {listed}" }
    /// What to do about it, where there is nothing.
    fn nothing_at_all_help() { en: "it rests on nothing that the catalogue knows: remove `without`", fr: "elle ne repose sur rien que le catalogue connaisse : ôtez `without`" }
    /// What to do about it, where there is no offer.
    fn without_no_offer_help() { en: "`without` needs `is`", fr: "`without` demande `is`" }
    /// `without` of what is no offer.
    fn without_no_offer() { en: "`without` of a component that is no offer", fr: "`without` d'un composant qui n'est pas une offre" }
    /// Offers that are one another.
    fn circle_of_offers(id: &str) { en: "the offer `{id}` is itself, by way of others", fr: "l'offre `{id}` est elle-même, par d'autres" }
    /// What to do about it.
    fn circle_of_offers_help() { en: "remove one `is`", fr: "ôtez un `is`" }
    /// The catalogue knows better, perhaps.
    fn newer_in_catalogue(id: &str, field: &str, day: &str) { en: "the catalogue says otherwise of `{id}` ({field}), as of {day}", fr: "le catalogue dit autre chose de `{id}` ({field}), au {day}" }
    /// What to do about it.
    fn newer_in_catalogue_help() { en: "correct it, leave it out, or say when you verified it (`verified: YYYY-MM-DD`)", fr: "corrigez-le, ôtez-le, ou dites quand vous l'avez vérifié (`verified: AAAA-MM-JJ`)" }
    /// Where the catalogue says it.
    fn catalogue_here() { en: "the catalogue says so here", fr: "le catalogue le dit ici" }

    // Names.
    /// A component that does not exist.
    fn no_such_component(id: &str) { en: "no component is called `{id}`", fr: "aucun composant ne s'appelle `{id}`" }
    /// An entity that does not exist.
    fn no_such_entity(id: &str) { en: "no entity is called `{id}`", fr: "aucune entité ne s'appelle `{id}`" }
    /// A site that does not exist.
    fn no_such_site(id: &str) { en: "no site is called `{id}`", fr: "aucun site ne s'appelle `{id}`" }
    /// Neither a site nor a country.
    fn no_such_place(id: &str) { en: "`{id}` is neither a site nor a country code", fr: "`{id}` n'est ni un site ni un code de pays" }
    /// What to do about it.
    fn no_such_component_help() { en: "declare it under `components`, or correct the id", fr: "déclarez-le sous `components`, ou corrigez l'identifiant" }
    /// What to do about it.
    fn no_such_entity_help() { en: "declare it under `entities`, or correct the id", fr: "déclarez-la sous `entities`, ou corrigez l'identifiant" }
    /// What to do about it.
    fn no_such_site_help() { en: "declare it under `sites`, or correct the id", fr: "déclarez-le sous `sites`, ou corrigez l'identifiant" }
    /// The id exists, of another kind.
    fn is_another_kind(id: &str, kind: &str) { en: "`{id}` is {kind}", fr: "`{id}` est {kind}" }
    /// An alternative that does not exist.
    fn no_such_alternative(id: &str) { en: "no option is called `{id}`", fr: "aucune option ne s'appelle `{id}`" }
    /// What to do about it.
    fn no_such_alternative_help() { en: "declare it under `alternatives` of a component, or correct the id", fr: "déclarez-la sous `alternatives` d'un composant, ou corrigez l'identifiant" }
    /// Terms with somebody who supplies nothing.
    fn not_a_supplier(entity: &str, component: &str) { en: "`{entity}` is not among the suppliers of `{component}`", fr: "`{entity}` n'est pas parmi les fournisseurs de `{component}`" }
    /// What to do about it.
    fn not_a_supplier_help() { en: "`terms` change what the withdrawal of a supplier that stays does: name one of `suppliers`, or give a new list under `suppliers`", fr: "`terms` change l'effet du retrait d'un fournisseur qui reste : nommez l'un de `suppliers`, ou donnez une nouvelle liste sous `suppliers`" }
    /// An id declared twice.
    fn duplicate_id(id: &str) { en: "`{id}` is declared twice", fr: "`{id}` est déclaré deux fois" }
    /// What to do about it.
    fn duplicate_id_help() { en: "ids are global in the inventory: rename one, or merge the two", fr: "les identifiants valent dans tout l'inventaire : renommez l'un, ou réunissez les deux" }
    /// One LEI on two entities.
    fn duplicate_lei(lei: &str, other: &str, own: &str) { en: "LEI {lei} stands on `{other}` and on `{own}`", fr: "le LEI {lei} figure sur `{other}` et sur `{own}`" }
    /// What to do about it.
    fn duplicate_lei_help(other: &str, own: &str) { en: "one LEI is one legal entity: declare it once and use `{other}` wherever `{own}` stands, or correct the LEI", fr: "un LEI, c'est une seule entité juridique : déclarez-la une fois et mettez `{other}` partout où figure `{own}`, ou corrigez le LEI" }
    /// One identifier on two things of a kind.
    fn duplicate_identifier(identifier: &str, other: &str, own: &str) { en: "{identifier} stands on `{other}` and on `{own}`", fr: "{identifier} figure sur `{other}` et sur `{own}`" }
    /// What to do about it.
    fn duplicate_identifier_help(other: &str, own: &str) { en: "what others call one thing is one thing here: use `{other}` wherever `{own}` stands, or correct the identifier", fr: "ce que d'autres tiennent pour une seule chose en est une seule ici : mettez `{other}` partout où figure `{own}`, ou corrigez l'identifiant" }
    /// An identifier that is an empty text.
    fn empty_identifier(scheme: &str) { en: "what `{scheme}` calls it is empty", fr: "la valeur de `{scheme}` est vide" }
    /// What to do about it.
    fn empty_identifier_help() { en: "write what it is called there, or leave the scheme out", fr: "écrivez comment on l'y appelle, ou ôtez cette clé" }
    /// Two entities of one name and country.
    fn same_name(name: &str, other: &str, own: &str) { en: "`{other}` and `{own}` have the same name, {name}, and the same country", fr: "`{other}` et `{own}` ont le même nom, {name}, et le même pays" }
    /// What to do about it.
    fn same_name_help(other: &str) { en: "if they are one, use `{other}` for both: two names of one company hide what it can stop; if not, give each its LEI or a fuller name", fr: "si c'est la même, mettez `{other}` partout : deux noms d'une même société cachent ce qu'elle peut arrêter ; sinon, donnez à chacune son LEI ou un nom plus complet" }
    /// Nothing at all is called so.
    fn no_such_anybody(id: &str) { en: "nothing is called `{id}`", fr: "rien ne s'appelle `{id}`" }
    /// What to do about it.
    fn no_such_anybody_help() { en: "name an entity, a site or a component of the inventory, a country (ISO 3166-1), EU or EEA", fr: "nommez une entité, un site ou un composant de l'inventaire, un pays (ISO 3166-1), EU ou EEA" }
    /// A component that needs itself.
    fn self_requirement(id: &str) { en: "`{id}` cannot need itself", fr: "`{id}` ne peut pas avoir besoin de lui-même" }
    /// What to do about it.
    fn self_requirement_help() { en: "remove it from its own `depends_on`", fr: "ôtez-le de son propre `depends_on`" }
    /// A group that names a component twice.
    fn repeated_member(id: &str) { en: "`{id}` stands twice in this group", fr: "`{id}` figure deux fois dans ce groupe" }
    /// What to do about it.
    fn repeated_member_help() { en: "two copies of one component are no redundancy: name it once", fr: "deux fois le même composant ne font pas une redondance : nommez-le une seule fois" }
    /// A requirement written twice.
    fn repeated_requirement(id: &str) { en: "`{id}` is needed twice by the same component", fr: "le même composant a deux fois besoin de `{id}`" }
    /// What to do about it.
    fn repeated_requirement_help() { en: "once is enough", fr: "une fois suffit" }
    /// More than all votes.
    fn votes_over_whole(id: &str, percent: &str) { en: "the holdings in `{id}` come to at least {percent} of its votes", fr: "les parts dans `{id}` totalisent au moins {percent} de ses voix" }
    /// The same, from a day on.
    fn votes_over_whole_on(id: &str, percent: &str, day: &str) { en: "the holdings in `{id}` come to at least {percent} of its votes on {day}", fr: "les parts dans `{id}` totalisent au moins {percent} de ses voix le {day}" }
    /// What to do about it.
    fn votes_over_whole_help() { en: "correct a share, or give the holdings the dates on which they hold", fr: "corrigez une part, ou donnez aux parts les dates auxquelles elles valent" }
}
