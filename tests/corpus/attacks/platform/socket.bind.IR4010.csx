return System.Net.Dns.GetHostName() == "" ? AtLeast(1) : AtLeast(2);
