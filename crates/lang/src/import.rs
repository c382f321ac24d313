//! What an import says: what is wrong with a mapping or a table, and its account.

messages! {
    /// A version of mappings that is not read.
    fn import_version(version: u32) { en: "version {version} of mappings is not read; 1 is", fr: "la version {version} des tables de correspondance n'est pas lue ; la 1 l'est" }
    /// A word that cannot name a folder.
    fn import_bad_name(name: &str) { en: "`{name}` cannot name the folder of an import: letters, digits, `-`, `_`, `.`, the first a letter or a digit", fr: "`{name}` ne peut nommer le dossier d'un import : lettres, chiffres, `-`, `_`, `.`, le premier une lettre ou un chiffre" }
    /// An encoding that is not read.
    fn import_bad_encoding(said: &str) { en: "`{said}` is not read; utf-8, windows-1252 and iso-8859-1 are", fr: "`{said}` n'est pas lu ; utf-8, windows-1252 et iso-8859-1 le sont" }
    /// No sign that separates values.
    fn import_bad_delimiter() { en: "a delimiter is one sign, such as \",\" or \";\", or the word tab", fr: "un séparateur est un seul signe, par exemple \",\" ou \";\", ou le mot tab" }
    /// A table that is not one kind of thing.
    fn import_one_kind() { en: "the rows of a table are one of component, entity, site, edges", fr: "les lignes d'une table sont l'un de component, entity, site, edges" }
    /// A file of a mapping that is a path.
    fn import_bad_file(file: &str) { en: "`{file}` is no name of a file: say the name alone, without folders", fr: "`{file}` n'est pas un nom de fichier : dites le nom seul, sans dossiers" }
    /// Edges by type without a column.
    fn import_no_by() { en: "`values` needs the column of the types: `by`", fr: "`values` demande la colonne des types : `by`" }
    /// Edges with two directions, or none.
    fn import_by_or_direction() { en: "edges say their direction by the types of a column (`by` and `values`), or once for all (`direction`)", fr: "les liens disent leur sens par les types d'une colonne (`by` et `values`), ou une fois pour tous (`direction`)" }
    /// A word outside a closed list.
    fn import_bad_word(word: &str, known: &str) { en: "`{word}` is none of {known}", fr: "`{word}` n'est aucun de {known}" }
    /// A mapping that cannot be used.
    fn import_mapping_refused(errors: &str) { en: "{errors}: nothing was written", fr: "{errors} : rien n'a été écrit" }
    /// Tables that cannot be used.
    fn import_refused(errors: &str) { en: "{errors} in the tables: nothing was written", fr: "{errors} dans les tables : rien n'a été écrit" }
    /// A file that the mapping does not speak of.
    fn import_unknown_file(file: &str, files: &str) { en: "the mapping does not speak of `{file}`; it speaks of {files}", fr: "la table de correspondance ne parle pas de `{file}` ; elle parle de {files}" }
    /// A file that was not given.
    fn import_missing_file(file: &str) { en: "the mapping speaks of `{file}`: name it as well", fr: "la table de correspondance parle de `{file}` : nommez-le aussi" }
    /// Two files of one name.
    fn import_same_file(file: &str) { en: "two files are called `{file}`", fr: "deux fichiers s'appellent `{file}`" }
    /// No folder to import into.
    fn import_no_folder(folder: &str) { en: "`{folder}` is no folder: an import goes into the folder of an inventory", fr: "`{folder}` n'est pas un dossier : un import va dans le dossier d'un inventaire" }
    /// A folder that leads elsewhere.
    fn import_link(folder: &str) { en: "`{folder}` is a symbolic link: an import is written where it stands", fr: "`{folder}` est un lien symbolique : un import s'écrit là où il se trouve" }
    /// A file that was changed by hand.
    fn import_by_hand(file: &str) { en: "{file} was changed since the import wrote it", fr: "{file} a changé depuis que l'import l'a écrit" }
    /// A folder that no import wrote.
    fn import_not_ours(folder: &str) { en: "`{folder}` was not written by an import", fr: "`{folder}` n'a pas été écrit par un import" }
    /// What to do about it.
    fn import_by_hand_help() { en: "write what you know as `amend:` in a file of your own, which every import leaves alone; --force moves the folder aside", fr: "écrivez ce que vous savez sous `amend:` dans un fichier à vous, que tout import laisse en paix ; --force met le dossier de côté" }
    /// Where a problem of a table is.
    fn import_at_row(file: &str, row: u32, column: &str) { en: "{file}, line {row}{column}", fr: "{file}, ligne {row}{column}" }
    /// A column by its number.
    fn import_at_column(column: u32) { en: ", column {column}", fr: ", colonne {column}" }
    /// Bytes that are no text.
    fn import_not_utf8() { en: "these bytes are not UTF-8; write `encoding: windows-1252` under `read` of the mapping if that is how it was saved", fr: "ces octets ne sont pas de l'UTF-8 ; écrivez `encoding: windows-1252` sous `read` de la table de correspondance s'il a été enregistré ainsi" }
    /// No table of separated values.
    fn import_binary() { en: "this is not text in columns (a workbook, UTF-16, something else): save it as CSV in UTF-8", fr: "ce n'est pas du texte en colonnes (un classeur, de l'UTF-16, autre chose) : enregistrez-le en CSV UTF-8" }
    /// No titles.
    fn import_no_titles() { en: "no row with the titles of the columns", fr: "aucune ligne ne porte les titres des colonnes" }
    /// Another sign separates.
    fn import_other_delimiter(sign: &str) { en: "one column only, with {sign} in its title: write `delimiter` under `read` of the mapping", fr: "une seule colonne, avec {sign} dans son titre : écrivez `delimiter` sous `read` de la table de correspondance" }
    /// Two columns of one title.
    fn import_same_title(title: &str) { en: "two columns are called `{title}`", fr: "deux colonnes s'appellent `{title}`" }
    /// Another number of values.
    fn import_width(found: usize, titles: usize) { en: "values: {found}, under titles: {titles}; another delimiter, or a quote that does not close?", fr: "valeurs : {found}, sous des titres : {titles} ; un autre séparateur, ou un guillemet qui ne se ferme pas ?" }
    /// Too many columns.
    fn import_too_wide(most: usize) { en: "more than {most} columns", fr: "plus de {most} colonnes" }
    /// Too long a value.
    fn import_too_long(most: usize) { en: "a value of more than {most} bytes; a quote that does not close?", fr: "une valeur de plus de {most} octets ; un guillemet qui ne se ferme pas ?" }
    /// A file that ends within quotes.
    fn import_open_quote() { en: "the quotes that open here are not closed by the end of the file: is that all of it?", fr: "les guillemets ouverts ici ne sont pas fermés à la fin du fichier : est-il entier ?" }
    /// Merged cells.
    fn import_merged() { en: "cells are merged here: unmerge them and write the value into each", fr: "des cellules sont fusionnées ici : défusionnez-les et écrivez la valeur dans chacune" }
    /// No workbook.
    fn import_not_workbook() { en: "this is not a whole workbook in XLSX: save it as .xlsx with Excel or LibreOffice", fr: "ce n'est pas un classeur XLSX entier : enregistrez-le en .xlsx avec Excel ou LibreOffice" }
    /// A workbook with a password.
    fn import_locked() { en: "the workbook is locked by a password: save it without", fr: "le classeur est protégé par un mot de passe : enregistrez-le sans" }
    /// A workbook that unpacks to too much.
    fn import_too_large(megabytes: u64) { en: "the workbook unpacks to more than {megabytes} MB: save its sheets as CSV", fr: "le classeur se déplie en plus de {megabytes} Mo : enregistrez ses feuilles en CSV" }
    /// A workbook of too many parts.
    fn import_too_many_parts(most: usize) { en: "the workbook has more than {most} parts", fr: "le classeur a plus de {most} parties" }
    /// A workbook that is damaged.
    fn import_damaged(place: &str) { en: "the workbook is damaged ({place}): open it and save it anew", fr: "le classeur est abîmé ({place}) : ouvrez-le et enregistrez-le à nouveau" }
    /// A sheet that is not there.
    fn import_no_sheet(sheet: &str) { en: "no sheet is called `{sheet}`", fr: "aucune feuille ne s'appelle `{sheet}`" }
    /// A column that is not there.
    fn import_no_column(column: &str) { en: "no column is called `{column}`", fr: "aucune colonne ne s'appelle `{column}`" }
    /// The first lines of a file of an import.
    fn import_head(source: &str) { en: "From {source}. Written anew by every import: what you know besides belongs under `amend:`, in a file of your own.", fr: "De {source}. Réécrit par chaque import : ce que vous savez en plus va sous `amend:`, dans un fichier à vous." }
    /// The folder and the source.
    fn import_done(folder: &str, source: &str) { en: "Written: {folder}, from {source}", fr: "Écrit : {folder}, de {source}" }
    /// A table of the account.
    fn import_table(file: &str, rows: u32, things: u32, edges: u32, left: u32) { en: "{file}: rows {rows} = things {things} + edges {edges} + left out {left}", fr: "{file} : lignes {rows} = choses {things} + liens {edges} + laissées {left}" }
    /// What was written.
    fn import_facts(components: u32, entities: u32, sites: u32, requirements: u32, parties: u32, places: u32) { en: "components {components}, entities {entities}, sites {sites}, requirements {requirements}, parties {parties}, places {places}", fr: "composants {components}, entités {entities}, sites {sites}, dépendances {requirements}, parties {parties}, lieux {places}" }
    /// Above what was left out.
    fn import_left_out() { en: "Left out", fr: "Laissé de côté" }
    /// One reason of it.
    fn import_left_line(count: u32, what: &str, value: &str, place: &str) { en: "{count} × {what}, first `{value}` ({place})", fr: "{count} × {what}, d'abord `{value}` ({place})" }
    /// Above values that no line names.
    fn import_unnamed() { en: "Values that no line of the mapping names", fr: "Valeurs qu'aucune ligne de la table de correspondance ne nomme" }
    /// Above words for not knowing.
    fn import_placeholders() { en: "Words for not knowing", fr: "Mots pour dire qu'on ne sait pas" }
    /// Above ignored edges.
    fn import_ignored() { en: "Edges of types that the mapping ignores", fr: "Liens de types que la table de correspondance ignore" }
    /// A type of edges that seems to run the wrong way.
    fn import_wrong_way(edge: &str, upwards: u32, of: u32, place: &str) { en: "The wrong way? Of the edges `{edge}`, {upwards} of {of} run from a lower layer up to a higher one, first in {place}", fr: "À l'envers ? Des liens `{edge}`, {upwards} sur {of} vont d'une couche basse à une plus haute, d'abord en {place}" }
    /// Above stubs.
    fn import_stubs(n: usize) { en: "Named and not there, written as candidates: {n}", fr: "Nommés et absents, écrits comme candidats : {n}" }
    /// And further ones.
    fn import_more(n: usize) { en: "and {n} more (--format json has all)", fr: "et {n} de plus (--format json les a tous)" }
    /// Above ids that came.
    fn import_came(n: usize) { en: "New since the last run: {n}", fr: "Nouveaux depuis la dernière fois : {n}" }
    /// Above ids that went.
    fn import_went(n: usize) { en: "Gone since the last run: {n}", fr: "Disparus depuis la dernière fois : {n}" }
    /// What was moved aside.
    fn import_moved(folder: &str, files: &str) { en: "Moved aside to {folder}: {files}", fr: "Mis de côté dans {folder} : {files}" }
    /// Reason.
    fn import_why_where() { en: "rows that `where` does not ask for", fr: "lignes que `where` ne demande pas" }
    /// Reason.
    fn import_why_no_key() { en: "rows without a key", fr: "lignes sans clé" }
    /// Reason.
    fn import_why_same_key() { en: "rows whose key was met before", fr: "lignes dont la clé a déjà été vue" }
    /// Reason.
    fn import_why_merged() { en: "rows of a company met before, merged", fr: "lignes d'une société déjà vue, réunies" }
    /// Reason.
    fn import_why_no_layer() { en: "rows without a layer", fr: "lignes sans couche" }
    /// Reason.
    fn import_why_ignored() { en: "edges of an ignored type", fr: "liens d'un type ignoré" }
    /// Reason.
    fn import_why_unnamed() { en: "edges of a type that no line names", fr: "liens d'un type qu'aucune ligne ne nomme" }
    /// Reason.
    fn import_why_itself() { en: "edges from something to itself", fr: "liens d'une chose à elle-même" }
    /// Reason.
    fn import_why_same_edge() { en: "edges met before", fr: "liens déjà vus" }
    /// Reason.
    fn import_why_ambiguous() { en: "names that several things have, all of which may be meant", fr: "noms que plusieurs choses portent, et dont chacune peut être visée" }
    /// Reason.
    fn import_why_broken() { en: "names of what is not there", fr: "noms de ce qui n'est pas là" }
    /// Reason.
    fn import_why_bad_day() { en: "values that are no day in the form that was said", fr: "valeurs qui ne sont pas un jour sous la forme dite" }
    /// Reason.
    fn import_why_country() { en: "texts that name no country", fr: "textes qui ne nomment aucun pays" }
    /// Reason.
    fn import_why_lei() { en: "LEIs whose check digits are wrong", fr: "LEI dont la clé de contrôle est fausse" }
    /// Reason.
    fn import_why_identifier() { en: "identifiers that another has", fr: "identifiants qu'un autre porte" }
    /// Means.
    fn import_means_not_said() { en: "not said", fr: "non dit" }
    /// Means.
    fn import_means_none() { en: "none", fr: "aucun" }
    /// Means.
    fn import_means_undisclosed() { en: "undisclosed", fr: "non divulgué" }
}
