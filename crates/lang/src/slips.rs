//! The slips of the pen that make YAML unreadable: what is wrong, and what to write instead.

messages! {
    /// A tab where spaces indent.
    fn slip_tab() { en: "a tab stands before this line's text", fr: "une tabulation précède le texte de cette ligne" }
    /// What to do about it.
    fn slip_tab_help() { en: "indent with spaces: YAML takes no tabs there", fr: "décalez avec des espaces : YAML n'y admet pas de tabulations" }
    /// A colon inside a text.
    fn slip_colon() { en: "quotes are missing around a text with a colon", fr: "il manque des guillemets autour d'un texte qui contient deux-points" }
    /// Write this text so.
    fn slip_write(text: &str) { en: "write {text}", fr: "écrivez {text}" }
    /// A key behind a key.
    fn slip_key_behind() { en: "a second key stands on the same line", fr: "une seconde clé figure sur la même ligne" }
    /// What to do about it.
    fn slip_key_behind_help(text: &str) { en: "put `{text}` on a line of its own, two spaces further in", fr: "mettez `{text}` sur sa propre ligne, deux espaces plus à droite" }
    /// No space behind a colon.
    fn slip_no_space(key: &str) { en: "a space is missing after `{key}:`", fr: "il manque une espace après `{key}:`" }
    /// A key without its colon.
    fn slip_no_colon(key: &str) { en: "a colon is missing after `{key}`", fr: "il manque deux-points après `{key}`" }
    /// An equals sign.
    fn slip_equals(key: &str) { en: "`=` stands where `{key}` needs a colon", fr: "`=` figure là où `{key}` demande deux-points" }
    /// Another sign for a colon.
    fn slip_odd_colon(key: &str) { en: "what stands after `{key}` is no colon with an ordinary space behind it", fr: "ce qui suit `{key}` n'est pas deux-points suivi d'une espace ordinaire" }
    /// An apostrophe in single quotes.
    fn slip_apostrophe() { en: "this apostrophe ends the text in single quotes", fr: "cette apostrophe ferme le texte entre guillemets simples" }
    /// What to do about it.
    fn slip_apostrophe_help(text: &str) { en: "write {text}, or the apostrophe twice", fr: "écrivez {text}, ou doublez l'apostrophe" }
    /// Quotes in quotes.
    fn slip_quotes() { en: "this quote ends the text in double quotes", fr: "ce guillemet ferme le texte entre guillemets doubles" }
    /// Text behind quotes.
    fn slip_behind_quotes() { en: "text stands behind the closing quote", fr: "du texte suit le guillemet fermant" }
    /// Put it all in quotes.
    fn slip_behind_quotes_help(text: &str) { en: "put all of it in quotes: {text}", fr: "mettez le tout entre guillemets : {text}" }
    /// A backslash.
    fn slip_backslash() { en: "this backslash begins no sign that YAML knows", fr: "cette barre oblique inverse n'introduit aucun signe connu de YAML" }
    /// What to do about it.
    fn slip_backslash_help() { en: "use single quotes around the text, or write the backslash twice", fr: "employez des guillemets simples autour du texte, ou doublez la barre oblique inverse" }
    /// A quote that is not closed.
    fn slip_unclosed_quote(quote: char) { en: "the quote {quote} that opens here is never closed", fr: "le guillemet {quote} ouvert ici n'est jamais fermé" }
    /// What to do about it.
    fn slip_unclosed_quote_help(quote: char) { en: "write a second {quote} at the end of the text", fr: "écrivez un second {quote} à la fin du texte" }
    /// A bracket that is not closed.
    fn slip_unclosed(open: char) { en: "the bracket `{open}` that opens here is never closed", fr: "le crochet ou l'accolade `{open}` ouvert ici n'est jamais fermé" }
    /// What to do about it.
    fn slip_unclosed_help(close: char) { en: "write `{close}` where it ends", fr: "écrivez `{close}` là où cela finit" }
    /// A comment hides the bracket.
    fn slip_hidden_bracket() { en: "a remark begins at this `#` and hides the rest of the line, the closing bracket too", fr: "une remarque commence à ce `#` et cache la fin de la ligne, crochet ou accolade de fermeture compris" }
    /// What to do about it.
    fn slip_hash_help() { en: "put quotes around a text that holds ` #`", fr: "mettez entre guillemets un texte qui contient ` #`" }
    /// The wrong bracket closes.
    fn slip_wrong_bracket(open: char, found: char) { en: "`{found}` closes what `{open}` has opened", fr: "`{found}` ferme ce que `{open}` a ouvert" }
    /// What to do about it.
    fn slip_wrong_bracket_help(close: char) { en: "write `{close}` here", fr: "écrivez `{close}` ici" }
    /// A bracket too many.
    fn slip_extra(found: char) { en: "this `{found}` closes nothing", fr: "ce `{found}` ne ferme rien" }
    /// What to do about it.
    fn slip_extra_help() { en: "remove it, or write the bracket that it should close", fr: "supprimez-le, ou écrivez ce qu'il doit fermer" }
    /// Text behind a bracket.
    fn slip_behind_bracket() { en: "text stands behind a closing bracket", fr: "du texte suit un crochet ou une accolade de fermeture" }
    /// No comma.
    fn slip_no_comma(key: &str) { en: "a comma is missing before `{key}`", fr: "il manque une virgule avant `{key}`" }
    /// What to do about it.
    fn slip_no_comma_help(key: &str) { en: "write `, {key}:`", fr: "écrivez `, {key}:`" }
    /// A semicolon.
    fn slip_semicolon() { en: "a semicolon stands where a comma is needed", fr: "un point-virgule figure là où il faut une virgule" }
    /// What to do about it.
    fn slip_semicolon_help() { en: "write `,` instead of `;`", fr: "écrivez `,` au lieu de `;`" }
    /// Too far to the right.
    fn slip_deep(key: &str, above: &str) { en: "`{key}` is further to the right than `{above}` above it, which is complete", fr: "`{key}` est plus à droite que `{above}` au-dessus, qui est déjà complet" }
    /// What to do about it.
    fn slip_deep_help(key: &str, column: u32) { en: "begin `{key}` in column {column}", fr: "commencez `{key}` à la colonne {column}" }
    /// Not under one another.
    fn slip_uneven(key: &str, above: &str, line: u32) { en: "`{key}` does not begin under `{above}` of line {line}", fr: "`{key}` ne commence pas sous `{above}` de la ligne {line}" }
    /// What to do about it.
    fn slip_uneven_help(key: &str, column: u32) { en: "begin `{key}` in column {column}: what belongs together begins in the same column", fr: "commencez `{key}` à la colonne {column} : ce qui va ensemble commence à la même colonne" }
    /// The dashes are not under one another.
    fn slip_uneven_list(line: u32) { en: "this dash does not begin under that of line {line}", fr: "ce tiret ne commence pas sous celui de la ligne {line}" }
    /// What to do about it.
    fn slip_uneven_list_help(column: u32) { en: "begin the dash in column {column}", fr: "commencez le tiret à la colonne {column}" }
    /// A list to the left.
    fn slip_list_left(key: &str) { en: "this list is one level too far to the left to belong to `{key}`", fr: "cette liste est un niveau trop à gauche pour appartenir à `{key}`" }
    /// What to do about it.
    fn slip_list_left_help(key: &str) { en: "begin its dashes under `{key}`, or two spaces further in", fr: "commencez ses tirets sous `{key}`, ou deux espaces plus à droite" }
    /// A list on the line of its key.
    fn slip_list_behind(key: &str) { en: "a list begins on the line of its key `{key}`", fr: "une liste commence sur la ligne de sa clé `{key}`" }
    /// What to do about it.
    fn slip_list_behind_help(key: &str) { en: "begin it on the next line, or write `{key}: [a, b]`", fr: "commencez-la à la ligne suivante, ou écrivez `{key}: [a, b]`" }
    /// A dash without its space.
    fn slip_dash(text: &str) { en: "a space is missing after the dash of `{text}`", fr: "il manque une espace après le tiret de `{text}`" }
    /// Another bullet.
    fn slip_bullet(bullet: char) { en: "`{bullet}` begins no member of a list", fr: "`{bullet}` n'introduit pas un élément de liste" }
    /// A sign that starts a text.
    fn slip_sign(sign: char) { en: "a text cannot begin with `{sign}` unless it stands in quotes", fr: "un texte ne peut commencer par `{sign}` que s'il est entre guillemets" }
    /// A remark.
    fn slip_remark() { en: "`//` begins no remark in YAML", fr: "`//` n'introduit pas de remarque en YAML" }
    /// What to do about it.
    fn slip_remark_help() { en: "begin the remark with `# `", fr: "commencez la remarque par `# `" }
    /// Marks of a merge.
    fn slip_merge() { en: "a merge was left unfinished here", fr: "une fusion est restée inachevée ici" }
    /// What to do about it.
    fn slip_merge_help() { en: "keep one of the two versions, and remove the lines that git has added", fr: "gardez l'une des deux versions, et supprimez les lignes ajoutées par git" }
    /// A fence of Markdown.
    fn slip_fence() { en: "this line is of a Markdown text, not of the inventory", fr: "cette ligne vient d'un texte Markdown, pas de l'inventaire" }
    /// What to do about it.
    fn slip_fence_help() { en: "remove the lines that begin with three backquotes", fr: "supprimez les lignes qui commencent par trois accents graves" }
    /// A line that is nothing.
    fn slip_bare() { en: "this line is neither a key (`key: value`) nor a member of a list (`- member`)", fr: "cette ligne n'est ni une clé (`clé: valeur`) ni un élément de liste (`- élément`)" }
    /// What to do about it.
    fn slip_bare_help() { en: "if it continues the line above, indent it further, or write both in one line", fr: "si elle continue la ligne du dessus, décalez-la davantage, ou écrivez les deux sur une ligne" }
    /// A sign that no file holds.
    fn slip_unprintable() { en: "an invisible sign stands here, which no YAML file may hold", fr: "un signe invisible figure ici, qu'aucun fichier YAML n'admet" }
    /// What to do about it.
    fn slip_unprintable_help() { en: "delete it and write the word again", fr: "effacez-le et récrivez le mot" }
    /// None of these.
    fn slip_other() { en: "the file cannot be read on from here: it breaks off what the lines before have begun", fr: "le fichier ne peut être lu plus loin : ceci rompt ce que les lignes précédentes ont commencé" }
    /// What to do about it.
    fn slip_other_help() { en: "look at this line and at the one above: quotes, brackets, colons, and the column in which they begin", fr: "regardez cette ligne et celle du dessus : guillemets, crochets, deux-points, et la colonne où elles commencent" }
    /// Both in one sentence.
    fn slip_told(what: &str, remedy: &str) { en: "{what}: {remedy}", fr: "{what} : {remedy}" }
    /// The rest was not read.
    fn rest_not_read() { en: "the rest of the file was not read", fr: "la suite du fichier n'a pas été lue" }

    // JSON.
    /// A value is missing.
    fn json_value() { en: "a value is expected here: a text in double quotes, a number, `[` or `{{`", fr: "une valeur est attendue ici : un texte entre guillemets doubles, un nombre, `[` ou `{{`" }
    /// The file ends too early.
    fn json_ends() { en: "the text ends before its brackets or quotes are closed", fr: "le texte finit avant que ses crochets ou guillemets soient fermés" }
    /// A line break in quotes.
    fn json_control() { en: "a line break or a control character stands within double quotes", fr: "un saut de ligne ou un caractère de commande figure entre guillemets doubles" }
    /// An escape that is none.
    fn json_escape() { en: "this backslash begins no sign that JSON knows", fr: "cette barre oblique inverse n'introduit aucun signe connu de JSON" }
    /// A key is missing.
    fn json_key() { en: "a key in double quotes is expected here", fr: "une clé entre guillemets doubles est attendue ici" }
    /// A key without its colon.
    fn json_colon() { en: "`:` is expected after a key", fr: "`:` est attendu après une clé" }
    /// Text behind the end.
    fn json_behind() { en: "text stands behind the end of the value", fr: "du texte suit la fin de la valeur" }
    /// A comma or a closing bracket is missing.
    fn json_comma(close: char) { en: "`,` or `{close}` is expected here", fr: "`,` ou `{close}` est attendu ici" }

    // Values that YAML reads, and nobody meant.
    /// A remark that cuts a text.
    fn cut_by_remark(text: &str) { en: "a remark begins at this `#`: the text is only `{text}`", fr: "une remarque commence à ce `#` : le texte se réduit à `{text}`" }
    /// What to do about it.
    fn cut_by_remark_help(text: &str) { en: "write {text} if the sign belongs to the text, or put a space behind `#` if it does not", fr: "écrivez {text} si le signe fait partie du texte, ou mettez une espace après `#` sinon" }
    /// A comma in plain text inside braces.
    fn comma_in_text(text: &str) { en: "quotes are missing around a text with a comma: write {text}", fr: "il manque des guillemets autour d'un texte qui contient une virgule : écrivez {text}" }
    /// Several words where a list was meant.
    fn list_without_brackets(list: &str) { en: "several of them stand in square brackets: {list}", fr: "plusieurs valeurs se mettent entre crochets : {list}" }
    /// A line that was taken for the rest of the one above.
    fn continued(text: &str) { en: "YAML took the next line for the rest of this one: begin `{text}` in the column of its neighbours, as `key: value` or `- member`", fr: "YAML a pris la ligne suivante pour la fin de celle-ci : commencez `{text}` à la colonne de ses voisines, sous la forme `clé: valeur` ou `- élément`" }
}
