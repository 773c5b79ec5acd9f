; Stands in for Microsoft's installer of WebView2 in tests/wine: leaves word of how it was started.
;
;   makensis -DOUT=webview2.exe webview2.nsi

Unicode true
RequestExecutionLevel user
SilentInstall silent
Name "WebView2 for a trial"
OutFile "${OUT}"
!include FileFunc.nsh

Section
  ${GetParameters} $0
  WriteRegStr HKCU "Software\Timbang trial" "WebView2 installer" "$0"
SectionEnd
