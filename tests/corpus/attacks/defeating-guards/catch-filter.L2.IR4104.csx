try { } catch (System.Exception e) when (e.Message == "") { }
return AtLeast(1);
