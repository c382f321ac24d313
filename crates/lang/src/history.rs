//! Sentences of snapshots and of the history of an inventory.

messages! {
    /// A file that says that it is a snapshot and is none.
    fn snapshot_unreadable(path: &str, reason: &str) { en: "{path}: this snapshot cannot be read: {reason}", fr: "{path} : cet instantané ne peut pas être lu : {reason}" }
    /// A snapshot of a later program.
    fn snapshot_newer(path: &str, version: u32, known: u32) {
        en: "{path}: this snapshot has version {version}, and this program reads versions up to {known}; use a later trefonds",
        fr: "{path} : cet instantané est de version {version}, et ce programme lit les versions jusqu'à {known} ; utilisez un trefonds plus récent"
    }
    /// A snapshot that says what cannot be.
    fn snapshot_no_inventory(path: &str, reason: &str) { en: "{path}: the declarations of this snapshot make no inventory: {reason}", fr: "{path} : les déclarations de cet instantané ne font pas un inventaire : {reason}" }
    /// What is nested too deep to be read back.
    fn snapshot_not_taken(reason: &str) { en: "no snapshot was taken, since it could not be read back: {reason}", fr: "aucun instantané n'a été pris, car il ne pourrait pas être relu : {reason}" }
    /// A path outside any repository.
    fn history_no_repository(path: &str) { en: "{path}: not in a git repository", fr: "{path} : hors de tout dépôt git" }
    /// A revision that is none.
    fn history_no_revision(revision: &str, reason: &str) { en: "{revision}: no commit of this repository is called so ({reason})", fr: "{revision} : aucun commit de ce dépôt ne porte ce nom ({reason})" }
    /// A revision without the inventory.
    fn history_not_there(revision: &str, path: &str) { en: "{revision}:{path}: no inventory file is there in this revision", fr: "{revision}:{path} : aucun fichier d'inventaire n'est là dans cette révision" }
    /// A link or a submodule in a revision.
    fn history_leads_elsewhere(name: &str) { en: "{name}: a symbolic link or a submodule, which is not followed in a revision; put the files themselves there", fr: "{name} : un lien symbolique ou un sous-module, qui n'est pas suivi dans une révision ; mettez-y les fichiers eux-mêmes" }
    /// Too many files.
    fn history_too_many(name: &str, most: usize) { en: "{name}: more than {most} files", fr: "{name} : plus de {most} fichiers" }
    /// An object that cannot be read.
    fn history_broken(reason: &str) { en: "the git repository cannot be read: {reason}", fr: "le dépôt git ne peut pas être lu : {reason}" }
    /// Two ends joined by three points.
    fn history_three_points(revisions: &str) { en: "{revisions}: three points mean several things; name two revisions, A..B", fr: "{revisions} : trois points ont plusieurs sens ; nommez deux révisions, A..B" }
    /// Title.
    fn history_title(inventory: &str) { en: "History of {inventory}", fr: "Histoire de {inventory}" }
    /// How many commits.
    counted history_commits { en: "{n} commit that touched it" | "{n} commits that touched it", fr: "{n} commit qui l'a touché" | "{n} commits qui l'ont touché" }
    /// Where it begins.
    fn history_since(since: &str) { en: "since {since}", fr: "depuis {since}" }
    /// What its days are.
    fn history_range(first: &str, last: &str) { en: "from {first} to {last}", fr: "du {first} au {last}" }
    /// The section of commits.
    fn history_section() { en: "Commits, the newest first", fr: "Commits, du plus récent au plus ancien" }
    /// Column: day.
    fn history_date() { en: "Date", fr: "Date" }
    /// Column: commit.
    fn history_commit() { en: "Commit", fr: "Commit" }
    /// Column: author.
    fn history_author() { en: "Author", fr: "Auteur" }
    /// Column: stoppable services.
    fn history_stoppable() { en: "Stoppable", fr: "Arrêtables" }
    /// Column: possibly stoppable services.
    fn history_possibly_stoppable() { en: "Possibly", fr: "Peut-être" }
    /// Column: services of which data is exposed.
    fn history_exposed() { en: "Exposed", fr: "Exposés" }
    /// Column: services of which data is possibly exposed.
    fn history_possibly_exposed() { en: "Possibly", fr: "Peut-être" }
    /// Column: what the commit says.
    fn history_subject() { en: "Message", fr: "Message" }
    /// A commit whose inventory does not load.
    fn history_does_not_load(problem: &str) { en: "does not load: {problem}", fr: "ne se charge pas : {problem}" }
    /// A commit that took the inventory away.
    fn history_taken_away() { en: "no inventory file is there", fr: "aucun fichier d'inventaire n'est là" }
    /// What the columns count.
    fn history_question() {
        en: "Services that a foreign controller stops by withdrawing alone, and services of which a foreign jurisdiction reaches data.",
        fr: "Services qu'un contrôleur étranger arrête en se retirant seul, et services dont une juridiction étrangère atteint des données."
    }
    /// Panel of services.
    fn history_panel_services() { en: "Services that a foreign controller can stop alone", fr: "Services qu'un contrôleur étranger peut arrêter seul" }
    /// Panel of coverage.
    fn history_panel_coverage() { en: "Coverage: facts known, %", fr: "Couverture : faits connus, %" }
    /// Legend: certain.
    fn history_legend_certain() { en: "for certain", fr: "de façon certaine" }
    /// Legend: certain, and not up again.
    fn history_legend_for_good() { en: "of these, for good", fr: "dont définitivement" }
    /// Column: certain, and not up again.
    fn history_for_good() { en: "Of these, for good", fr: "Dont définitivement" }
    /// Legend: certain or possible.
    fn history_legend_possible() { en: "for certain or possibly", fr: "de façon certaine ou possible" }
    /// Legend: broken commits.
    fn history_legend_broken() { en: "inventory does not load", fr: "l'inventaire ne se charge pas" }
    /// Nothing to draw.
    fn history_nothing_to_draw() { en: "no commit in this time", fr: "aucun commit dans cette période" }
}
