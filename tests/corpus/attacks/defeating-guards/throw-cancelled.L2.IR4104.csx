throw new System.OperationCanceledException();
