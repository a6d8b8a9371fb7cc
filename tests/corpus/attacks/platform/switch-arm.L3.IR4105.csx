return Year switch { 1 => Unknown(System.Environment.MachineName), _ => AtLeast(1) };
