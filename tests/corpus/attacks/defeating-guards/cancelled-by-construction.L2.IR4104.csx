return Unknown(new System.OperationCanceledException().Message);
