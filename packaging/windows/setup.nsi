; The setup for Windows, compiled by setup.py, which defines VERSION, NUMBERS, SIZE_KIB, STAGE, ICON,
; LICENCE, OUTPUT, FILES and, where there is no Python for release in it, NOTICE and NOTICE_JA.
Unicode true
Target amd64-unicode
SetCompressor /SOLID lzma
SetDateSave on
ManifestDPIAware true

!define NAME "Dayline"
!define PUBLISHER "The Dayline authors"
!define KIND "Dayline.Case"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\${NAME}"
!define CLASSES "Software\Classes"

!define MULTIUSER_EXECUTIONLEVEL Highest
!define MULTIUSER_MUI
!define MULTIUSER_INSTALLMODE_COMMANDLINE
!define MULTIUSER_INSTALLMODE_DEFAULT_CURRENTUSER
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_KEY "${UNINSTALL}"
!define MULTIUSER_INSTALLMODE_DEFAULT_REGISTRY_VALUENAME "DisplayVersion"
!define MULTIUSER_INSTALLMODE_INSTDIR "${NAME}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_KEY "${UNINSTALL}"
!define MULTIUSER_INSTALLMODE_INSTDIR_REGISTRY_VALUENAME "InstallLocation"
!define MULTIUSER_USE_PROGRAMFILES64
!include MultiUser.nsh
!include MUI2.nsh
!include LogicLib.nsh
!include FileFunc.nsh

Name "${NAME}"
OutFile "${OUTPUT}"
BrandingText "${NAME} ${VERSION}"
ShowInstDetails nevershow
ShowUninstDetails nevershow

; A command that signs the file named after it, for setup and uninstaller; setup.py signs the rest.
!ifdef SIGN
  !finalize '${SIGN} "%1"' = 0
  !uninstfinalize '${SIGN} "%1"' = 0
!endif

VIProductVersion "${NUMBERS}"
VIFileVersion "${NUMBERS}"
!macro VERSION_OF LANGUAGE
  VIAddVersionKey /LANG=${LANGUAGE} "ProductName" "${NAME}"
  VIAddVersionKey /LANG=${LANGUAGE} "ProductVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileVersion" "${VERSION}"
  VIAddVersionKey /LANG=${LANGUAGE} "FileDescription" "${NAME} setup"
  VIAddVersionKey /LANG=${LANGUAGE} "CompanyName" "${PUBLISHER}"
  VIAddVersionKey /LANG=${LANGUAGE} "LegalCopyright" "${PUBLISHER}"
!macroend

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_REGISTRY_ROOT SHCTX
!define MUI_LANGDLL_REGISTRY_KEY "${UNINSTALL}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
!ifdef NOTICE
  !define MUI_WELCOMEPAGE_TEXT "$(Notice)"
!endif
!insertmacro MUI_PAGE_WELCOME
!insertmacro MULTIUSER_PAGE_INSTALLMODE
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!ifndef NOTICE
  !define MUI_FINISHPAGE_RUN "$INSTDIR\dayline.exe"
!endif
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "Japanese"
!insertmacro VERSION_OF ${LANG_ENGLISH}
!insertmacro VERSION_OF ${LANG_JAPANESE}

LangString Summary ${LANG_ENGLISH} "One patient's course on one cursor"
LangString Summary ${LANG_JAPANESE} "一人の患者の経過を一本のカーソルで見る"
LangString KindName ${LANG_ENGLISH} "Dayline case"
LangString KindName ${LANG_JAPANESE} "Dayline の症例"
LangString Running ${LANG_ENGLISH} "Dayline is running. Close it, then try again."
LangString Running ${LANG_JAPANESE} "Dayline が起動しています。終了してから、もう一度実行してください。"
LangString Failed ${LANG_ENGLISH} "The version that is installed could not be removed. Nothing was changed."
LangString Failed ${LANG_JAPANESE} "インストールされている版を削除できませんでした。何も変更していません。"
LangString Incomplete ${LANG_ENGLISH} "Not every file could be written. Is there room on the disk?"
LangString Incomplete ${LANG_JAPANESE} "書き込めないファイルがありました。ディスクに空きがあるか確かめてください。"
!ifdef NOTICE
  LangString Notice ${LANG_ENGLISH} "${NOTICE}"
  LangString Notice ${LANG_JAPANESE} "${NOTICE_JA}"
!endif

; What Windows does not let anyone write to is running.
!macro STOP_IF_RUNNING FILE
  ${If} ${FileExists} "${FILE}"
    ClearErrors
    FileOpen $0 "${FILE}" a
    ${If} ${Errors}
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(Running)" /SD IDOK
      SetErrorLevel 4
      Quit
    ${EndIf}
    FileClose $0
  ${EndIf}
!macroend

Var Given

Function .onInit
  StrCpy $Given $INSTDIR ; what /D= names, which choosing for whom would overwrite
  !insertmacro MULTIUSER_INIT
  ${If} $Given != ""
    StrCpy $INSTDIR $Given
  ${EndIf}
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Function un.onInit
  !insertmacro MULTIUSER_UNINIT
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

; The version before goes by its own uninstaller, which knows what it brought.
Function RemoveBefore
  ReadRegStr $1 SHCTX "${UNINSTALL}" "InstallLocation"
  ${If} $1 == ""
  ${OrIfNot} ${FileExists} "$1\uninstall.exe"
    Return
  ${EndIf}
  !insertmacro STOP_IF_RUNNING "$1\dayline.exe"
  !insertmacro STOP_IF_RUNNING "$1\dayline-cli.exe"
  ClearErrors
  ExecWait '"$1\uninstall.exe" /S /$MultiUser.InstallMode _?=$1' $2
  ${If} ${Errors}
  ${OrIf} $2 <> 0
    MessageBox MB_OK|MB_ICONSTOP "$(Failed)" /SD IDOK
    SetErrorLevel 5
    Quit
  ${EndIf}
  Delete "$1\uninstall.exe"
  RMDir "$1"
FunctionEnd

Section "Install"
  Call RemoveBefore
  ClearErrors
  !include "${FILES}"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  ${If} ${Errors}
    MessageBox MB_OK|MB_ICONSTOP "$(Incomplete)" /SD IDOK
    SetErrorLevel 6
    Quit
  ${EndIf}

  CreateShortcut "$SMPROGRAMS\${NAME}.lnk" "$INSTDIR\dayline.exe" "" "$INSTDIR\dayline.exe" 0 \
    SW_SHOWNORMAL "" "$(Summary)"

  WriteRegStr SHCTX "${CLASSES}\${KIND}" "" "$(KindName)"
  WriteRegStr SHCTX "${CLASSES}\${KIND}\DefaultIcon" "" "$INSTDIR\dayline.exe,0"
  WriteRegStr SHCTX "${CLASSES}\${KIND}\shell\open\command" "" '"$INSTDIR\dayline.exe" "%1"'
  WriteRegStr SHCTX "${CLASSES}\.dayline" "" "${KIND}"
  WriteRegStr SHCTX "${CLASSES}\.dayline\OpenWithProgids" "${KIND}" ""

  WriteRegStr SHCTX "${UNINSTALL}" "DisplayName" "${NAME}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr SHCTX "${UNINSTALL}" "DisplayIcon" "$INSTDIR\dayline.exe,0"
  WriteRegStr SHCTX "${UNINSTALL}" "Publisher" "${PUBLISHER}"
  WriteRegStr SHCTX "${UNINSTALL}" "InstallLocation" "$INSTDIR"
  WriteRegStr SHCTX "${UNINSTALL}" "Language" "$LANGUAGE"
  WriteRegStr SHCTX "${UNINSTALL}" "UninstallString" \
    '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode'
  WriteRegStr SHCTX "${UNINSTALL}" "QuietUninstallString" \
    '"$INSTDIR\uninstall.exe" /$MultiUser.InstallMode /S'
  WriteRegDWORD SHCTX "${UNINSTALL}" "EstimatedSize" ${SIZE_KIB}
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD SHCTX "${UNINSTALL}" "NoRepair" 1
  ${RefreshShellIcons}
SectionEnd

; Settings and notes lie in the user's own folders, which nothing here touches. What someone else
; put beside the program stays too.
Section "Uninstall"
  !insertmacro STOP_IF_RUNNING "$INSTDIR\dayline.exe"
  !insertmacro STOP_IF_RUNNING "$INSTDIR\dayline-cli.exe"
  RMDir /r "$INSTDIR\dayline-files"
  Delete "$INSTDIR\dayline.exe"
  Delete "$INSTDIR\dayline-cli.exe"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${NAME}.lnk"

  DeleteRegKey SHCTX "${CLASSES}\${KIND}"
  DeleteRegValue SHCTX "${CLASSES}\.dayline\OpenWithProgids" "${KIND}"
  DeleteRegKey /ifempty SHCTX "${CLASSES}\.dayline\OpenWithProgids"
  ReadRegStr $0 SHCTX "${CLASSES}\.dayline" ""
  ${If} $0 == "${KIND}"
    DeleteRegValue SHCTX "${CLASSES}\.dayline" ""
  ${EndIf}
  DeleteRegKey /ifempty SHCTX "${CLASSES}\.dayline"
  DeleteRegKey SHCTX "${UNINSTALL}"
  ${un.RefreshShellIcons}
SectionEnd
