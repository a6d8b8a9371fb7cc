#!/bin/sh
# For macOS (a double click) and Linux.
cd "$(dirname "$0")" && exec ./app/indicator-rules start "$@"
