start:
goto start;
