; The words of the installer.

!macro Word NAME INDONESIAN ENGLISH
  LangString ${NAME} ${LANG_INDONESIAN} "${INDONESIAN}"
  LangString ${NAME} ${LANG_ENGLISH} "${ENGLISH}"
!macroend

!insertmacro Word OnlyX64 \
  "Timbang membutuhkan Windows 64-bit." \
  "Timbang needs 64-bit Windows."
!insertmacro Word NewerThere \
  "Timbang $0 yang lebih baru sudah terpasang. Ganti dengan versi ${VERSION} yang lebih lama?" \
  "The newer Timbang $0 is installed already. Replace it with the older version ${VERSION}?"
!insertmacro Word CloseFirst \
  "Timbang sedang terbuka. Tutup dulu, lalu coba lagi." \
  "Timbang is open. Close it first, then try again."
!insertmacro Word KindCompetition "Lomba Timbang" "Timbang competition"
!insertmacro Word KindPacket "Paket penilaian Timbang" "Timbang judging packet"
!insertmacro Word KindHandOver "Serah terima nilai Timbang" "Timbang hand-over of marks"
!insertmacro Word KindResult "Berkas hasil Timbang" "Timbang result pack"
!insertmacro Word AboutProgram \
  "Program, menu mulai, dan jenis berkas .timbang, .paket, .nilai, .hasil." \
  "The program, the start menu, and the kinds of files .timbang, .paket, .nilai, .hasil."
!insertmacro Word PathName "Perintah timbang di terminal" "Command timbang in a terminal"
!insertmacro Word AboutPath \
  "Menambahkan timbang.exe ke PATH Anda." \
  "Puts timbang.exe on your PATH."
!insertmacro Word PathTooLong \
  "PATH Anda terlalu panjang untuk diubah dengan aman, jadi dibiarkan. Perintah timbang ada di $INSTDIR." \
  "Your PATH is too long to be changed safely, so it was left alone. The command timbang is in $INSTDIR."
!insertmacro Word InstallingWebView2 "Memasang Microsoft Edge WebView2…" "Installing Microsoft Edge WebView2…"
!insertmacro Word NoWebView2 \
  "Timbang terpasang, tetapi Microsoft Edge WebView2 belum ada di komputer ini, sehingga jendelanya belum dapat tampil.$\r$\n$\r$\nPasang WebView2 Runtime (Evergreen Standalone Installer, x64) dari https://developer.microsoft.com/microsoft-edge/webview2. Perintah timbang di terminal tetap bekerja tanpa WebView2." \
  "Timbang is installed, but Microsoft Edge WebView2 is missing on this computer, so its window cannot be shown yet.$\r$\n$\r$\nInstall the WebView2 Runtime (Evergreen Standalone Installer, x64) from https://developer.microsoft.com/microsoft-edge/webview2. The command timbang in a terminal works without WebView2."
