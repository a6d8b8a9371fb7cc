@echo off
rem ASCII only: the window's encoding is known to the program alone.
chcp 65001 >nul
cd /d "%~dp0"
"%~dp0app\indicator-rules.exe" start %*
echo.
pause
