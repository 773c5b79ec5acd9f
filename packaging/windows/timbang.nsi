; The installer for Windows: for one user, without administrator rights, in Indonesian and English.
;
;   makensis -DVERSION=0.1.0 -DBUILT=… -DICONS=… -DOUT=Timbang-0.1.0-setup.exe timbang.nsi
;
; BUILT holds timbang.exe, timbang-desktop.exe and WebView2Loader.dll; ICONS the .ico files. Where
; webview2\MicrosoftEdgeWebview2RuntimeInstaller.exe lies beside this script (or WEBVIEW2_INSTALLER names it) it is embedded;
; without it the installer says when WebView2 is missing. Silent: /S, with timbang.exe on the PATH: /S /PATH.
;
; Competitions lie where their owners put them, and keys in Windows' credential store or in the folder of the program's
; data: nothing of that is ever touched here.

Unicode true
ManifestDPIAware true
ManifestSupportedOS all
RequestExecutionLevel user
SetCompressor /SOLID lzma
SetDateSave off
Name "Timbang"
OutFile "${OUT}"
InstallDir "$LOCALAPPDATA\Programs\Timbang"
InstallDirRegKey HKCU "Software\Timbang" "Folder"
BrandingText "Timbang ${VERSION}"

!include MUI2.nsh
!include FileFunc.nsh
!include WordFunc.nsh
!include StrFunc.nsh
!include LogicLib.nsh
!include x64.nsh
!include WinMessages.nsh
${Using:StrFunc} StrStr
${Using:StrFunc} UnStrRep

!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\Timbang"
!define CLASSES "Software\Classes"
!define WEBVIEW2 "Microsoft\EdgeUpdate\Clients\{F3017226-FE2A-4295-8BDF-00C3A9A7E4C5}"
!ifndef WEBVIEW2_INSTALLER
  !define WEBVIEW2_INSTALLER "webview2\MicrosoftEdgeWebview2RuntimeInstaller.exe"
!endif

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "Timbang"
VIAddVersionKey /LANG=0 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "FileDescription" "Timbang"
VIAddVersionKey /LANG=0 "LegalCopyright" ""

!define MUI_ICON "${ICONS}\timbang.ico"
!define MUI_UNICON "${ICONS}\timbang.ico"
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "Software\Timbang"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
!define MUI_FINISHPAGE_RUN "$INSTDIR\timbang-desktop.exe"
!define MUI_COMPONENTSPAGE_SMALLDESC

!insertmacro MUI_PAGE_COMPONENTS
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Indonesian"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_RESERVEFILE_LANGDLL
!include words.nsh

; ── Installing

; Stops while FILE is in use: Windows does not let a running program be replaced.
!macro StopWhileInUse FILE
  ${If} ${FileExists} "${FILE}"
    ${Do}
      ClearErrors
      FileOpen $0 "${FILE}" a
      ${IfNot} ${Errors}
        FileClose $0
        ${ExitDo}
      ${EndIf}
      ${If} ${Cmd} `MessageBox MB_ICONEXCLAMATION|MB_RETRYCANCEL "$(CloseFirst)" /SD IDCANCEL IDCANCEL`
        SetErrorLevel 2
        Quit
      ${EndIf}
    ${Loop}
  ${EndIf}
!macroend

; Makes ENDING a kind of file that the window opens: KIND is its name for Windows, ICON lies in the program's folder.
!macro Associate ENDING KIND NAME ICON
  WriteRegStr HKCU "${CLASSES}\${KIND}" "" "${NAME}"
  WriteRegStr HKCU "${CLASSES}\${KIND}\DefaultIcon" "" "$INSTDIR\${ICON},0"
  WriteRegStr HKCU "${CLASSES}\${KIND}\shell\open\command" "" '"$INSTDIR\timbang-desktop.exe" "%1"'
  WriteRegStr HKCU "${CLASSES}\.${ENDING}" "" "${KIND}"
  WriteRegStr HKCU "${CLASSES}\.${ENDING}\OpenWithProgids" "${KIND}" ""
!macroend

; Takes it back, unless another program has taken the ending over.
!macro Dissociate ENDING KIND
  ReadRegStr $0 HKCU "${CLASSES}\.${ENDING}" ""
  ${If} $0 == "${KIND}"
    DeleteRegKey HKCU "${CLASSES}\.${ENDING}"
  ${Else}
    DeleteRegValue HKCU "${CLASSES}\.${ENDING}\OpenWithProgids" "${KIND}"
  ${EndIf}
  DeleteRegKey HKCU "${CLASSES}\${KIND}"
!macroend

!macro TellWindowsOfKinds
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
!macroend

Section "Timbang" SecProgram
  SectionIn RO
  !insertmacro StopWhileInUse "$INSTDIR\timbang-desktop.exe"
  !insertmacro StopWhileInUse "$INSTDIR\timbang.exe"
  SetOutPath "$INSTDIR"
  File "${BUILT}\timbang.exe"
  File "${BUILT}\timbang-desktop.exe"
  File "${BUILT}\WebView2Loader.dll"
  File "${ICONS}\timbang.ico"
  File "${ICONS}\competition.ico"
  File "${ICONS}\packet.ico"
  File "${ICONS}\hand-over.ico"
  File "${ICONS}\result.ico"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\Timbang.lnk" "$INSTDIR\timbang-desktop.exe" "" "$INSTDIR\timbang.ico"

  !insertmacro Associate "timbang" "Timbang.Competition" "$(KindCompetition)" "competition.ico"
  !insertmacro Associate "paket" "Timbang.Packet" "$(KindPacket)" "packet.ico"
  !insertmacro Associate "nilai" "Timbang.HandOver" "$(KindHandOver)" "hand-over.ico"
  !insertmacro Associate "hasil" "Timbang.Result" "$(KindResult)" "result.ico"
  !insertmacro TellWindowsOfKinds

  WriteRegStr HKCU "Software\Timbang" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "Timbang"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\timbang.ico"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "Timbang"
  WriteRegStr HKCU "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" $0
SectionEnd

; The user's PATH is changed only where all of it could be read: NSIS reads no more than NSIS_MAX_STRLEN characters.
Section /o "$(PathName)" SecPath
  ClearErrors
  ReadRegStr $0 HKCU "Environment" "Path"
  ${If} ${Errors}
    StrCpy $1 0
    ${Do}
      EnumRegValue $2 HKCU "Environment" $1
      IntOp $1 $1 + 1
      ${If} $2 == "Path" ; there, and too long
        Goto unchanged
      ${EndIf}
    ${LoopUntil} $2 == ""
  ${EndIf}
  ${StrStr} $1 ";$0;" ";$INSTDIR;"
  ${If} $1 != ""
    Goto done
  ${EndIf}
  StrLen $1 "$0;$INSTDIR"
  ${If} $1 >= ${NSIS_MAX_STRLEN}
    Goto unchanged
  ${EndIf}
  ${If} $0 == ""
    WriteRegExpandStr HKCU "Environment" "Path" "$INSTDIR"
  ${Else}
    WriteRegExpandStr HKCU "Environment" "Path" "$0;$INSTDIR"
  ${EndIf}
  SendMessage ${HWND_BROADCAST} ${WM_SETTINGCHANGE} 0 "STR:Environment" /TIMEOUT=2000
  Goto done
  unchanged:
  DetailPrint "$(PathTooLong)"
  MessageBox MB_ICONINFORMATION "$(PathTooLong)" /SD IDOK
  done:
SectionEnd

Section "-WebView2"
  ReadRegStr $0 HKLM "SOFTWARE\WOW6432Node\${WEBVIEW2}" "pv"
  ${If} $0 == ""
    ReadRegStr $0 HKCU "Software\${WEBVIEW2}" "pv"
  ${EndIf}
  ${If} $0 == ""
  ${OrIf} $0 == "0.0.0.0"
    !if /FileExists "${WEBVIEW2_INSTALLER}"
      DetailPrint "$(InstallingWebView2)"
      InitPluginsDir
      File "/oname=$PLUGINSDIR\webview2.exe" "${WEBVIEW2_INSTALLER}"
      ExecWait '"$PLUGINSDIR\webview2.exe" /silent /install' $0
      ${If} $0 <> 0
        MessageBox MB_ICONEXCLAMATION "$(NoWebView2)" /SD IDOK
      ${EndIf}
    !else
      DetailPrint "$(NoWebView2)"
      MessageBox MB_ICONEXCLAMATION "$(NoWebView2)" /SD IDOK
    !endif
  ${EndIf}
SectionEnd

; ── What is asked before anything is changed

Function .onInit
  ${IfNot} ${RunningX64}
    MessageBox MB_ICONSTOP "$(OnlyX64)" /SD IDOK
    Abort
  ${EndIf}
  ${IfNot} ${Silent}
    !insertmacro MUI_LANGDLL_DISPLAY
  ${EndIf}
  ${GetParameters} $0
  ClearErrors
  ${GetOptions} $0 "/PATH" $1
  ${IfNot} ${Errors}
    SectionSetFlags ${SecPath} ${SF_SELECTED}
  ${EndIf}
  ReadRegStr $0 HKCU "${UNINSTALL}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 = 1
      MessageBox MB_ICONQUESTION|MB_YESNO|MB_DEFBUTTON2 "$(NewerThere)" /SD IDNO IDYES older
      SetErrorLevel 1
      Quit
      older:
    ${EndIf}
  ${EndIf}
FunctionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

!insertmacro MUI_FUNCTION_DESCRIPTION_BEGIN
  !insertmacro MUI_DESCRIPTION_TEXT ${SecProgram} "$(AboutProgram)"
  !insertmacro MUI_DESCRIPTION_TEXT ${SecPath} "$(AboutPath)"
!insertmacro MUI_FUNCTION_DESCRIPTION_END

; ── Removing: what was installed, by name, and nothing else

Section "Uninstall"
  !insertmacro StopWhileInUse "$INSTDIR\timbang-desktop.exe"
  !insertmacro StopWhileInUse "$INSTDIR\timbang.exe"
  Delete "$INSTDIR\timbang.exe"
  Delete "$INSTDIR\timbang-desktop.exe"
  Delete "$INSTDIR\WebView2Loader.dll"
  Delete "$INSTDIR\timbang.ico"
  Delete "$INSTDIR\competition.ico"
  Delete "$INSTDIR\packet.ico"
  Delete "$INSTDIR\hand-over.ico"
  Delete "$INSTDIR\result.ico"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\Timbang.lnk"

  !insertmacro Dissociate "timbang" "Timbang.Competition"
  !insertmacro Dissociate "paket" "Timbang.Packet"
  !insertmacro Dissociate "nilai" "Timbang.HandOver"
  !insertmacro Dissociate "hasil" "Timbang.Result"
  !insertmacro TellWindowsOfKinds

  ClearErrors
  ReadRegStr $0 HKCU "Environment" "Path"
  ${IfNot} ${Errors}
    ; Between semicolons, so that only the whole name of the folder is found, also at either end.
    ${UnStrRep} $1 ";$0;" ";$INSTDIR;" ";"
    ${If} $1 == ";"
      DeleteRegValue HKCU "Environment" "Path"
    ${ElseIf} $1 != ";$0;"
      StrCpy $1 $1 -1 1
      WriteRegExpandStr HKCU "Environment" "Path" "$1"
    ${EndIf}
  ${EndIf}
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\Timbang"
SectionEnd
