return ﻿AtLeast(1);
