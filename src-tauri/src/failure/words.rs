//! The words of a failure before the page is there. The page's own catalogues cannot be read without the page.

use super::Failure;

/// The languages of the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Language {
    Indonesian,
    English,
}

impl Language {
    /// The language of the system; Indonesian, as on the page, where it is neither of the two.
    pub(super) fn of_system() -> Self {
        Self::of_locale(&sys_locale::get_locale().unwrap_or_default())
    }

    fn of_locale(locale: &str) -> Self {
        if locale.starts_with("en") {
            Self::English
        } else {
            Self::Indonesian
        }
    }
}

/// What happened and what to do about it.
pub(super) fn text(failure: &Failure, language: Language) -> String {
    let (happened, to_do) = match language {
        Language::Indonesian => indonesian(failure),
        Language::English => english(failure),
    };
    format!("{happened}\n\n{to_do}")
}

fn indonesian(failure: &Failure) -> (String, &'static str) {
    match failure {
        Failure::NoWebView => (
            "Jendela Timbang tidak dapat ditampilkan: Microsoft Edge WebView2 belum terpasang di komputer ini.".into(),
            "Pasang “WebView2 Runtime” (Evergreen Standalone Installer, x64) dari Microsoft:\n\
             https://developer.microsoft.com/microsoft-edge/webview2\n\
             Tanpa internet, minta berkas MicrosoftEdgeWebview2RuntimeInstaller.exe kepada bagian TI dan bawa dengan USB. \
             Sesudah itu buka Timbang lagi.\n\n\
             Perintah “timbang” di terminal tetap bekerja tanpa WebView2.",
        ),
        Failure::NoDisplay => (
            "Jendela Timbang tidak dapat ditampilkan: tidak ada layar.".into(),
            "Buka Timbang dari desktop, atau pakai perintah “timbang” di terminal.",
        ),
        Failure::Folder { folder, cause } => (
            format!("Timbang tidak dapat menulis ke folder datanya:\n{}\n({cause})", folder.display()),
            "Minta hak tulis untuk folder itu kepada bagian TI, atau tutup program yang menguncinya, lalu buka Timbang lagi.",
        ),
        Failure::Machine(error) => (
            format!("Timbang tidak dapat dibuka: sistem menolak yang dibutuhkannya.\n({error})"),
            "Mulai ulang komputer dan buka Timbang lagi. Jika tetap gagal, tunjukkan pesan ini kepada bagian TI.",
        ),
        Failure::Window(error) => (
            format!("Jendela Timbang tidak dapat dibuka.\n({error})"),
            "Mulai ulang komputer dan buka Timbang lagi. Jika tetap gagal, pasang ulang Microsoft Edge WebView2 atau tunjukkan \
             pesan ini kepada bagian TI. Lomba Anda tidak berubah.",
        ),
        Failure::Fault(what) => (
            format!("Timbang harus ditutup karena kesalahan di dalam program.\n({what})"),
            "Buka Timbang lagi: yang sudah tersimpan tidak berubah. Jika terulang, tunjukkan pesan ini kepada bagian TI.",
        ),
    }
}

fn english(failure: &Failure) -> (String, &'static str) {
    match failure {
        Failure::NoWebView => (
            "Timbang cannot show its window: Microsoft Edge WebView2 is not installed on this computer.".into(),
            "Install the “WebView2 Runtime” (Evergreen Standalone Installer, x64) from Microsoft:\n\
             https://developer.microsoft.com/microsoft-edge/webview2\n\
             Without internet, ask your IT department for MicrosoftEdgeWebview2RuntimeInstaller.exe and bring it on a USB stick. \
             Then open Timbang again.\n\n\
             The command “timbang” in a terminal works without WebView2.",
        ),
        Failure::NoDisplay => (
            "Timbang cannot show its window: there is no display.".into(),
            "Open Timbang from a desktop, or use the command “timbang” in a terminal.",
        ),
        Failure::Folder { folder, cause } => (
            format!("Timbang cannot write to the folder of its data:\n{}\n({cause})", folder.display()),
            "Ask your IT department for the right to write there, or close the program that locks it, then open Timbang again.",
        ),
        Failure::Machine(error) => (
            format!("Timbang cannot be opened: the system refuses what it needs.\n({error})"),
            "Restart the computer and open Timbang again. If that does not help, show this message to your IT department.",
        ),
        Failure::Window(error) => (
            format!("Timbang's window cannot be opened.\n({error})"),
            "Restart the computer and open Timbang again. If that does not help, reinstall Microsoft Edge WebView2, or show this \
             message to your IT department. Your competitions are unchanged.",
        ),
        Failure::Fault(what) => (
            format!("Timbang has to close because of a fault in the program.\n({what})"),
            "Open Timbang again: what was saved is unchanged. If it happens again, show this message to your IT department.",
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(failure: &Failure, language: Language, words: &[&str]) {
        let text = text(failure, language);
        for word in words {
            assert!(text.contains(word), "{word} is not in:\n{text}");
        }
    }

    #[test]
    fn a_missing_web_view_is_named_with_where_its_installer_comes_from() {
        let named = [
            "WebView2",
            "https://developer.microsoft.com",
            "MicrosoftEdgeWebview2RuntimeInstaller.exe",
            "“timbang”",
        ];
        for language in [Language::Indonesian, Language::English] {
            check(&Failure::NoWebView, language, &named);
        }
    }

    #[test]
    fn a_folder_that_cannot_be_written_is_named_with_its_cause() {
        let failure = Failure::Folder {
            folder: "/data/timbang".into(),
            cause: std::io::Error::other("terkunci"),
        };
        for language in [Language::Indonesian, Language::English] {
            check(&failure, language, &["/data/timbang", "terkunci"]);
        }
    }

    #[test]
    fn a_fault_of_the_program_says_that_what_was_saved_is_unchanged() {
        let failure = Failure::Fault("index out of bounds, src/window.rs:7:1".into());
        check(
            &failure,
            Language::Indonesian,
            &["tersimpan tidak berubah", "src/window.rs:7:1"],
        );
        check(
            &failure,
            Language::English,
            &["saved is unchanged", "src/window.rs:7:1"],
        );
    }

    #[test]
    fn the_language_is_indonesian_unless_the_system_speaks_english() {
        for (locale, language) in [
            ("id-ID", Language::Indonesian),
            ("en-US", Language::English),
            ("en", Language::English),
            ("jv-ID", Language::Indonesian),
            ("", Language::Indonesian),
        ] {
            assert_eq!(Language::of_locale(locale), language, "{locale}");
        }
    }
}
