//! What the operating system refuses, in words.

use std::io::{Error, ErrorKind};

messages! {
    /// There is no such thing.
    fn os_not_found() { en: "no such file or folder", fr: "ce fichier ou ce dossier n'existe pas" }
    /// Not allowed.
    fn os_denied() { en: "permission denied", fr: "accès refusé" }
    /// It is there already.
    fn os_exists() { en: "it is there already", fr: "il existe déjà" }
    /// A folder where a file is wanted.
    fn os_a_folder() { en: "it is a folder, not a file", fr: "c'est un dossier, pas un fichier" }
    /// A file where a folder is wanted.
    fn os_no_folder() { en: "a part of the path is a file, not a folder", fr: "une partie du chemin est un fichier, pas un dossier" }
    /// A folder with something in it.
    fn os_not_empty() { en: "the folder is not empty", fr: "le dossier n'est pas vide" }
    /// The disk is full.
    fn os_full() { en: "no space is left on the disk", fr: "il n'y a plus de place sur le disque" }
    /// More than the user may have.
    fn os_quota() { en: "the disk quota is used up", fr: "le quota de disque est épuisé" }
    /// Nothing may be written.
    fn os_read_only() { en: "the disk can only be read", fr: "le disque est en lecture seule" }
    /// Larger than files may be.
    fn os_too_large() { en: "the file is too large", fr: "le fichier est trop gros" }
    /// A name that the system does not take.
    fn os_bad_name() { en: "the system does not take this name", fr: "le système n'admet pas ce nom" }
    /// Somebody else has it.
    fn os_busy() { en: "something else is using it", fr: "autre chose s'en sert" }
    /// Nobody reads any more.
    fn os_broken() { en: "nobody reads the output any more", fr: "plus personne ne lit la sortie" }
    /// It took too long.
    fn os_timeout() { en: "it took too long", fr: "le délai est dépassé" }
    /// It ended too early.
    fn os_ended() { en: "it ended too early", fr: "la fin est arrivée trop tôt" }
    /// The port is taken.
    fn os_address() { en: "this address is in use already", fr: "cette adresse est déjà prise" }
    /// Not text.
    fn os_data() { en: "its contents cannot be read", fr: "son contenu est illisible" }
    /// Anything else, with the system's number.
    fn os_number(number: i32) { en: "the system refuses (error {number})", fr: "le système refuse (erreur {number})" }
    /// Anything else.
    fn os_other() { en: "the system refuses", fr: "le système refuse" }
}

impl crate::Lang {
    /// An error of the operating system in words.
    ///
    /// ```
    /// use std::io::{Error, ErrorKind};
    /// use trefonds_lang::Lang;
    /// let error = Error::from(ErrorKind::PermissionDenied);
    /// assert_eq!(Lang::Fr.system_error(&error), "accès refusé");
    /// ```
    #[must_use]
    pub fn system_error(self, error: &Error) -> String {
        match error.kind() {
            ErrorKind::NotFound => self.os_not_found(),
            ErrorKind::PermissionDenied => self.os_denied(),
            ErrorKind::AlreadyExists => self.os_exists(),
            ErrorKind::IsADirectory => self.os_a_folder(),
            ErrorKind::NotADirectory => self.os_no_folder(),
            ErrorKind::DirectoryNotEmpty => self.os_not_empty(),
            ErrorKind::StorageFull => self.os_full(),
            ErrorKind::QuotaExceeded => self.os_quota(),
            ErrorKind::ReadOnlyFilesystem => self.os_read_only(),
            ErrorKind::FileTooLarge => self.os_too_large(),
            ErrorKind::InvalidFilename => self.os_bad_name(),
            ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => self.os_busy(),
            ErrorKind::BrokenPipe => self.os_broken(),
            ErrorKind::TimedOut => self.os_timeout(),
            ErrorKind::UnexpectedEof | ErrorKind::WriteZero => self.os_ended(),
            ErrorKind::AddrInUse => self.os_address(),
            ErrorKind::InvalidData => self.os_data(),
            _ => error
                .raw_os_error()
                .map_or_else(|| self.os_other(), |number| self.os_number(number)),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Error;

    use crate::Lang;

    #[test]
    #[cfg(target_os = "linux")]
    fn numbers_of_the_system_are_words() {
        // ENOENT, EACCES, EISDIR, ENOSPC, EROFS, EPIPE.
        for number in [2, 13, 21, 28, 30, 32] {
            let error = Error::from_raw_os_error(number);
            for lang in [Lang::En, Lang::Fr] {
                let told = lang.system_error(&error);
                assert!(!told.contains(&number.to_string()), "{number}: {told}");
            }
        }
        assert_eq!(
            Lang::Fr.system_error(&Error::from_raw_os_error(5)),
            "le système refuse (erreur 5)"
        );
    }
}
