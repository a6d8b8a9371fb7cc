@echo off
rem ASCII alone: until chcp, the encoding of this window is unknown.
setlocal EnableExtensions DisableDelayedExpansion
chcp 65001 >nul
rem Not cd: a folder of the network needs a letter.
pushd "%~dp0"
if not exist app\indicator-rules.exe goto missing
rem Explorer leaves a name with & and no blank unquoted, and cmd ends the arguments there: they are taken from the line that it was given.
setlocal EnableDelayedExpansion
set "line=!cmdcmdline!"
set "call=!line:*/c ""=!"
if "!call!"=="!line!" goto prompt
set "files=!call:*.cmd" =!"
if "!files!"=="!call!" goto prompt
app\indicator-rules.exe start !files:~0,-1!
echo.
pause
rem Not exit /b: cmd would run what stands behind the & of a name.
exit

:prompt
endlocal
app\indicator-rules.exe start %*
echo.
pause
popd
exit /b

:missing
rem Opened inside a .zip file: says in Chinese that the whole folder is to be unpacked first.
powershell -NoProfile -Command "-join [char[]](0x8BF7,0x5148,0x89E3,0x538B,0x6574,0x4E2A,0x6587,0x4EF6,0x5939,0xFF0C,0x518D,0x53CC,0x51FB,0x5F00,0x59CB,0x3002)"
pause
exit /b 1
