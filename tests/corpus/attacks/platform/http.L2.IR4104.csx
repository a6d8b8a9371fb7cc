return new System.Net.Http.HttpClient().Timeout.Days > 1 ? AtLeast(1) : AtLeast(2);
