#!/bin/sh
# For macOS (a double click) and Linux. Names of files are those of the folder that it is called from.
for file do
  case $file in /*) ;; *) file="$PWD/$file" ;; esac
  set -- "$@" "$file"
  shift
done
cd "$(dirname "$0")" && exec ./app/indicator-rules start "$@"
