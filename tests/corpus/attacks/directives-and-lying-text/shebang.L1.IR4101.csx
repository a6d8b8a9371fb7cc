#!/usr/bin/env dotnet-script
return AtLeast(1);
