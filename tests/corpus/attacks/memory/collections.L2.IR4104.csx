return AtLeast(new System.Collections.Generic.List<int>(2000000000).Count);
