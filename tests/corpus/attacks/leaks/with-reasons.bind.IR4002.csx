return WithReasons ? AtLeast(1) : AtLeast(2);
